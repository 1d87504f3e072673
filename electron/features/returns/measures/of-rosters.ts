import type { Context } from '../../../context.ts';
import { type DatePeriod, datesOf } from '../../../core/dates.ts';
import type { TrustRow } from '../../organisation/repository.ts';
import { halves, staffTypes } from '../../rosters/calculations/shift-fill.ts';
import { temporaryStaffing } from '../../rosters/calculations/temporary.ts';
import { dutySums } from '../../rosters/care-repository.ts';
import { answerCare } from '../../rosters/service.ts';
import { type Measured, type MeasuredSource, plain } from '../calculations/measure-values.ts';

const STAFF = { registered: 'Registered', support: 'Support' } as const;

/** Shift fill, bank and agency share and coordinators by the duties of a period, on the days that its rosters cover. */
export function ofRosters({ database }: Context, trust: TrustRow, period: DatePeriod): MeasuredSource {
  const care = answerCare(database, trust, period);
  const duties = dutySums(database, trust.id, period);
  if (!care || duties.length === 0) return { measured: [] };
  const { all, sources, coordinators } = care;
  const covered = datesOf(period).filter((day) => sources.some(({ first, last }) => first <= day && day <= last));
  const [from = period.first] = covered;
  const on = covered[covered.length - 1] ?? period.last;
  const of = (measure: string, group: string | null, numerator: number, denominator: number): Measured => ({
    measure,
    group,
    from,
    on,
    ...plain(numerator, denominator),
  });
  const { temporaryShare } = temporaryStaffing(duties);
  const isCovered = new Set(covered);
  const slots = coordinators.flatMap((cover) => cover.slots.filter(({ date }) => isCovered.has(date)));
  return {
    measured: [
      of('shift-fill', null, all.total.actual, all.total.planned),
      ...staffTypes.flatMap((staff) =>
        halves.map((half) => {
          const { actual, planned } = all.cells[staff][half];
          return of('shift-fill', `${STAFF[staff]}, ${half}`, actual, planned);
        }),
      ),
      of('temporary-share', null, temporaryShare.numerator, temporaryShare.denominator),
      ...(slots.length > 0
        ? [
            of('coordinator-rostered', null, slots.filter(({ rostered }) => rostered).length, slots.length),
            of('coordinator-present', null, slots.filter(({ actual }) => actual).length, slots.length),
          ]
        : []),
    ],
  };
}
