import { addDays, addMonths, type DatePeriod, partsOf } from '../../../core/dates.ts';
import type { Rate } from '../../../core/rates.ts';
import type { LeaverEntry } from '../entries.ts';
import type { GroupRules } from './groups.ts';
import { leaverFigures } from './leavers.ts';
import { type Episode, sicknessRate } from './sickness.ts';
import type { Spell } from './spells.ts';

/**
 * Rates as they were at the end of a month, by the staff list of that time: leavers and stability of twelve months to it,
 * sickness of the month.
 */
export interface MonthOfRates {
  /** The last day of the month. */
  readonly month: string;
  /** The day of the staff list that tells who was in post. */
  readonly census: string;
  readonly leaverRate: Rate | null;
  readonly leaverRateFte: Rate | null;
  readonly stability: Rate | null;
  readonly sickness: Rate | null;
}

/** What the lists tell of: before that a rate is not known, since whoever left or was away is missing. */
export interface Told {
  readonly leaversFrom: string | null;
  readonly absenceFrom: string | null;
  readonly absenceTo: string | null;
}

interface Lists {
  /** The days of the staff lists, the earliest first. */
  readonly censuses: readonly string[];
  /** The spells by the list of such a day. */
  readonly spellsBy: (census: string) => readonly Spell[];
  readonly leavers: readonly LeaverEntry[];
  readonly absences: readonly Episode[];
  readonly rules: GroupRules;
}

/** So many days a list may begin late or end early without a word: on some days nobody leaves or falls ill. */
const slack = 7;

/** The last days of the months up to a day, the earliest first; the day itself where it ends a month. */
export function monthEnds(last: string, months: number): string[] {
  const next = addDays(last, 1);
  const first = addDays(next, 1 - partsOf(next).day);
  return Array.from({ length: months }, (_, index) => addDays(addMonths(first, index + 1 - months), -1));
}

/** The day of the list that tells of a day: the newest by then, or the first of all, which with the leavers tells of before. */
export function listFor(censuses: readonly string[], day: string): string | undefined {
  const before = censuses.filter((census) => census <= day);
  return before[before.length - 1] ?? censuses[0];
}

/** The rates of some groups together, month by month, each as the lists of its time have it. */
export function ratesTrend(
  { censuses, spellsBy, leavers, absences, rules }: Lists,
  ends: readonly string[],
  groups: readonly string[],
  told: Told,
): MonthOfRates[] {
  const sicknessOf = (spells: readonly Spell[], month: DatePeriod) => {
    const own = spells.filter(({ group }) => groups.includes(group));
    const { numerator, denominator } = sicknessRate(own, absences, month);
    return rate(numerator, denominator);
  };
  return ends.flatMap((month) => {
    const census = listFor(censuses, month);
    if (census === undefined) return [];
    const spells = spellsBy(census);
    const year = { first: addMonths(addDays(month, 1), -12), last: month };
    const days = { first: addDays(month, 1 - partsOf(month).day), last: month };
    const isTold = told.leaversFrom !== null && told.leaversFrom <= addDays(year.first, slack);
    const figures = isTold ? leaverFigures(spells, leavers, year, rules).of(groups) : null;
    return {
      month,
      census,
      leaverRate: figures && rate(2 * figures.leavers, figures.headsStart + figures.headsEnd),
      leaverRateFte: figures && rate(2 * figures.leaversFte, figures.fteStart + figures.fteEnd),
      stability: figures && rate(figures.stayed, figures.headsStart),
      sickness: isCovered(days, told) ? sicknessOf(spells, days) : null,
    };
  });
}

function isCovered({ first, last }: DatePeriod, { absenceFrom, absenceTo }: Told): boolean {
  if (absenceFrom === null || absenceTo === null) return false;
  return absenceFrom <= addDays(first, slack) && absenceTo >= addDays(last, -slack);
}

const rate = (numerator: number, denominator: number): Rate | null =>
  denominator === 0 ? null : { numerator, denominator };
