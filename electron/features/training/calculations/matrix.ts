import { groupedBy } from '../../../core/grouped.ts';
import type { TrainingRules, TrainingScheme } from '../../../contract/training-rules.ts';
import type { DatePeriod } from '../../../core/dates.ts';
import type { Rate } from '../../../core/rates.ts';
import { reaches } from './compliance.ts';
import type { TrainingPerson } from './people.ts';
import { inDateOn, type Standings, standingOf } from './standing.ts';

/** One staff group in one course: heads, never added to those of another group. */
export interface MatrixCell {
  readonly course: string;
  readonly group: string;
  readonly inDate: Rate;
  readonly attended: Rate;
  readonly withBank: Rate;
  /** In date on the scheme's last day if nobody trains any more. */
  readonly atEnd: Rate;
  readonly meets: boolean | null;
  readonly meetsAttended: boolean | null;
  readonly meetsAtEnd: boolean | null;
  /** Heads who must still get in date on the census for the threshold; 0 where it is reached. */
  readonly short: number;
  /** In date on the census, and no more on the scheme's last day. */
  readonly lapsing: number;
  /** Did it at a screen, which does not count for this course. */
  readonly atScreen: number;
  /** Started within the months of the scheme. */
  /** Without rotational doctors who came after the day of the rule and are not in date; null where the rule changes nothing. */
  readonly underPlan: Rate | null;
}

/** Heads that a group needs for a threshold: the smallest whole number whose exact fraction reaches it. */
export function headsNeeded(heads: number, { numerator, denominator }: TrainingRules['threshold']): number {
  return Math.ceil((heads * numerator) / denominator);
}

/** The figures of some people in one course. */
export function cellOf(
  course: string,
  group: string,
  people: readonly TrainingPerson[],
  standings: Standings,
  when: { readonly census: string; readonly window: DatePeriod },
  rules: Pick<TrainingRules, 'threshold'>,
  rotational: TrainingScheme['rotational'] | null,
): MatrixCell {
  const sums = { inDate: 0, attended: 0, bank: 0, bankHeads: 0, atEnd: 0, lapsing: 0, atScreen: 0 };
  let [heads, planned] = [0, 0];
  const from = rotational === null ? null : ofWindow(rotational.startsFrom, when.window);
  for (const person of people) {
    const standing = standingOf(standings, course, person.person);
    const isIn = inDateOn(standing, when.census);
    if (person.bankOnly) {
      sums.bankHeads += 1;
      if (isIn) sums.bank += 1;
      continue;
    }
    heads += 1;
    const atEnd = inDateOn(standing, when.window.last);
    if (isIn) sums.inDate += 1;
    if (standing.attended) sums.attended += 1;
    if (atEnd) sums.atEnd += 1;
    if (isIn && !atEnd) sums.lapsing += 1;
    if (!isIn && standing.atScreen) sums.atScreen += 1;
    if (!isIn && person.fixedTerm && from !== null && person.start >= from) planned += 1;
  }
  const of = (numerator: number, denominator = heads): Rate => ({ numerator, denominator });
  const inDate = of(sums.inDate);
  const attended = of(sums.attended);
  const atEnd = of(sums.atEnd);
  const counts = rotational?.groups.includes(group) === true && planned > 0;
  return {
    course,
    group,
    inDate,
    attended,
    atEnd,
    withBank: of(sums.inDate + sums.bank, heads + sums.bankHeads),
    meets: reaches(inDate, rules.threshold),
    meetsAttended: reaches(attended, rules.threshold),
    meetsAtEnd: reaches(atEnd, rules.threshold),
    short: Math.max(0, headsNeeded(heads, rules.threshold) - sums.inDate),
    lapsing: sums.lapsing,
    atScreen: sums.atScreen,
    underPlan: counts ? of(sums.inDate, heads - planned) : null,
  };
}

/** The day of a rule within the months of a scheme: the rule of 1 July holds in each year's months. */
function ofWindow(day: string, { first, last }: DatePeriod): string {
  const inYear = (year: string) => `${year}${day.slice(4)}`;
  const late = inYear(last.slice(0, 4));
  return late <= last ? late : inYear(first.slice(0, 4));
}

/** Every course by every group that it counts, in the order of the rules. */
export function matrixOf(
  people: readonly TrainingPerson[],
  standings: Standings,
  when: { readonly census: string; readonly window: DatePeriod },
  rules: Pick<TrainingRules, 'courses' | 'threshold'>,
  rotational: TrainingScheme['rotational'] | null,
): MatrixCell[] {
  const byGroup = groupedBy(people, ({ group }) => group);
  return rules.courses.flatMap(({ key, groups }) =>
    groups.map((group) => cellOf(key, group, byGroup.get(group) ?? [], standings, when, rules, rotational)),
  );
}
