import type { TrainingRules } from '../../../contract/training-rules.ts';
import { addDays, addMonths, type DatePeriod, dateOf, partsOf } from '../../../core/dates.ts';
import type { Rate } from '../../../core/rates.ts';
import type { TrainingEntry } from '../entries.ts';
import type { CountedPeople, TrainingPerson } from './people.ts';

/** One group's figures for one course: heads. */
export interface GroupCompliance {
  readonly course: string;
  readonly group: string;
  /** In date at the census over eligible. */
  readonly compliant: Rate;
  /** Attended within the window over eligible. */
  readonly attended: Rate;
  /** As `compliant`, with people of the bank alone. */
  readonly withBank: Rate;
  /** Those who are eligible and not in date, for whoever has to book them. */
  readonly missing: readonly TrainingPerson[];
}

/** The twelve months in which attendance counts and in which the census lies. */
export function trainingWindow(census: string, { window }: Pick<TrainingRules, 'window'>): DatePeriod {
  const { year } = partsOf(census);
  const endOf = (inYear: number) =>
    dateOf(inYear, Number(window.endsOn.slice(0, 2)), Number(window.endsOn.slice(3))) ?? `${inYear}-12-31`;
  const last = census <= endOf(year) ? endOf(year) : endOf(year + 1);
  return { first: addDays(addMonths(last, -window.months), 1), last };
}

type Dated = Pick<TrainingEntry, 'achieved' | 'expiry' | 'meets' | 'knownBy'>;

/**
 * In date on a day: achieved by it, and its last day not past (D26). Where a file gives last days alone, its last day not
 * past; where it gives no dates, its own word.
 */
function isInDate({ achieved, expiry, meets, knownBy }: Dated, census: string): boolean {
  if (knownBy === 'flag') return meets === 1;
  if (knownBy === 'expiry') return expiry !== null && expiry >= census;
  return achieved !== null && achieved <= census && (expiry === null || expiry >= census);
}

/** Compliance of each group that a course counts, in the order of the rules. The order of the rows makes no difference. */
export function trainingCompliance(
  rows: readonly TrainingEntry[],
  { counted }: CountedPeople,
  census: string,
  rules: Pick<TrainingRules, 'courses' | 'window'>,
): GroupCompliance[] {
  const window = trainingWindow(census, rules);
  const inDate = new Set<string>();
  const attended = new Set<string>();
  for (const row of rows) {
    const key = `${row.course} ${row.person}`;
    if (isInDate(row, census)) inDate.add(key);
    if (row.achieved !== null && row.achieved >= window.first && row.achieved <= window.last) attended.add(key);
  }
  return rules.courses.flatMap(({ key: course, groups }) =>
    groups.map((group) => {
      const all = counted.filter((one) => one.group === group);
      const substantive = all.filter(({ bankOnly }) => !bankOnly);
      const among = (people: readonly TrainingPerson[], found: ReadonlySet<string>): Rate => ({
        numerator: people.filter(({ person }) => found.has(`${course} ${person}`)).length,
        denominator: people.length,
      });
      return {
        course,
        group,
        compliant: among(substantive, inDate),
        attended: among(substantive, attended),
        withBank: among(all, inDate),
        missing: substantive.filter(({ person }) => !inDate.has(`${course} ${person}`)),
      };
    }),
  );
}

/** True where a rate reaches the threshold, on exact fractions; null without a denominator. */
export function reaches({ numerator, denominator }: Rate, threshold: TrainingRules['threshold']): boolean | null {
  return denominator === 0 ? null : numerator * threshold.denominator >= denominator * threshold.numerator;
}

/** Rows whose own dates say another thing than their flag, as on a census; rows without a flag say nothing. */
export function flagDiffers<Row extends Dated>(rows: readonly Row[], census: string): Row[] {
  return rows.filter((row) => row.meets !== null && isInDate(row, census) !== (row.meets === 1));
}
