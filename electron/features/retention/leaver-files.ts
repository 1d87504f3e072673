import type { Context } from '../../context.ts';
import { addDays, addMonths } from '../../core/dates.ts';
import type { TrustRow } from '../organisation/repository.ts';
import type { LeaversFile } from './calculations/leavers-shared.ts';
import { leaversShown } from './leaver-service.ts';

/** So many years may be chosen: the newest twelve months, and those before. */
const YEARS = 3;

/** Every file of leavers that can be made; undefined without a list of leavers. */
export function leaverFiles(
  context: Pick<Context, 'database' | 'reference'>,
  trust: TrustRow,
): readonly LeaversFile[] | undefined {
  const newest = leaversShown(context, trust, undefined, undefined);
  if (!newest) return undefined;
  const earlier = (day: string, back: number) => addDays(addMonths(addDays(day, 1), -12 * back), -1);
  return Array.from({ length: YEARS }, (_, back) => back).flatMap((back) => {
    const period = { first: addMonths(newest.period.first, -12 * back), last: earlier(newest.period.last, back) };
    return [null, ...newest.groups.map(({ key }) => key)].flatMap((group): LeaversFile[] => {
      const data = leaversShown(context, trust, period, group === null ? undefined : [group]);
      return data ? [{ back, group, data }] : [];
    });
  });
}
