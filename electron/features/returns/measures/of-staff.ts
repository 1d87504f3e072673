import type { Context } from '../../../context.ts';
import { addDays, addMonths, type DatePeriod } from '../../../core/dates.ts';
import type { TrustRow } from '../../organisation/repository.ts';
import { maternityGroups } from '../../staff/calculations/as-expected.ts';
import { namesOfGroups } from '../../staff/group-names.ts';
import { censuses } from '../../staff/repository.ts';
import { answerLeavers, answerSickness, twelveMonthsTo } from '../../staff/service.ts';
import type { MeasuredSource } from '../calculations/measure-values.ts';
import { type LeaversOf, leaversMeasured, type SicknessOf, sicknessMeasured } from '../calculations/staff-measures.ts';

/** A list that begins so much later than the twelve months, or ends so much before them, does not tell of them. */
const slackMonths = 1;

const groups = ['midwives', 'support'] as const;
const together = maternityGroups['midwives_and_support'] ?? [];

/** Leavers, stability and sickness of the twelve months to the staff list in force on a day, or to that day before the first list. */
export function ofStaff(context: Context, trust: TrustRow, day: string): MeasuredSource[] {
  const days = censuses(context.database, trust.id);
  if (days.length === 0) return [];
  const period = twelveMonthsTo(days.filter((one) => one <= day).pop() ?? day);
  const nameOf = namesOfGroups(context);
  const each = <Figures>(of: (some: readonly string[]) => Figures) => [
    { name: null, figures: of(together) },
    ...groups.map((group) => ({ name: nameOf(group), figures: of([group]) })),
  ];
  const leavers = answerLeavers(context, trust, period);
  const sickness = answerSickness(context, trust, period);
  return [
    ...(leavers && isCovered(leavers.sources, { ...period, last: period.first })
      ? [leaversMeasured(each<LeaversOf>(leavers.figures.of), period)]
      : []),
    ...(sickness && isCovered(sickness.sources, period)
      ? [
          sicknessMeasured(
            each<SicknessOf>((some) => {
              const people = sickness.figures.people.filter(({ group }) => some.includes(group));
              const rate = sickness.figures.of(some);
              return { ...rate, people: people.length, sick: people.filter(({ lost }) => lost > 0).length };
            }),
            period,
          ),
        ]
      : []),
  ];
}

function isCovered(sources: readonly DatePeriod[], { first, last }: DatePeriod): boolean {
  const from = sources.map((source) => source.first).sort()[0];
  const to = sources
    .map((source) => source.last)
    .sort()
    .pop();
  return (
    from !== undefined &&
    to !== undefined &&
    from <= addMonths(first, slackMonths) &&
    to >= addDays(addMonths(addDays(last, 1), -slackMonths), -1)
  );
}
