import type { Context } from '../../context.ts';
import { addDays, addMonths } from '../../core/dates.ts';
import type { PublishedTables } from '../../core/protected-tables.ts';
import type { TrustRow } from '../organisation/repository.ts';
import { maternityGroups } from '../staff/calculations/as-expected.ts';
import { agesPublished } from './calculations/ages-shared.ts';
import { type LeaversFile, leaversPublished } from './calculations/leavers-shared.ts';
import { laterCareersShown } from './later-career-service.ts';
import { leaversShown } from './leaver-service.ts';

/** So many years may be chosen: the newest twelve months, and those before. */
const YEARS = 3;

/** Every file of leavers that can be made, and what they publish together with the ages of the list; undefined without a list of leavers. */
export function leaverFiles(
  context: Pick<Context, 'database' | 'reference' | 'today'>,
  trust: TrustRow,
): { readonly files: readonly LeaversFile[]; readonly published: PublishedTables } | undefined {
  const newest = leaversShown(context, trust, undefined, undefined);
  if (!newest) return undefined;
  const earlier = (day: string, back: number) => addDays(addMonths(addDays(day, 1), -12 * back), -1);
  const files = Array.from({ length: YEARS }, (_, back) => back).flatMap((back) => {
    const period = { first: addMonths(newest.period.first, -12 * back), last: earlier(newest.period.last, back) };
    return [null, ...newest.groups.map(({ key }) => key)].flatMap((group): LeaversFile[] => {
      const data = leaversShown(context, trust, period, group === null ? undefined : [group]);
      return data ? [{ back, group, data }] : [];
    });
  });
  const published = leaversPublished(files, maternityGroups['midwives_and_support'] ?? []);
  return { files, published: agesPublished(laterCareersShown(context, trust, undefined), published) };
}
