import { addDays, addMonths, partsOf } from '../../../core/dates.ts';
import { fraction } from '../../../core/fraction.ts';
import type { AbsenceEntry, LeaverEntry } from '../../staff/entries.ts';
import type { GroupRules } from '../../staff/calculations/groups.ts';
import { leaverFigures } from '../../staff/calculations/leavers.ts';
import { primaryOf } from '../../staff/calculations/people.ts';
import { wholeYears } from '../../staff/calculations/profile.ts';
import { listFor, type Told } from '../../staff/calculations/rates-trend.ts';
import type { JudgedReason } from '../../staff/calculations/reasons.ts';
import { sicknessRate } from '../../staff/calculations/sickness.ts';
import { inPostAt, type Spell } from '../../staff/calculations/spells.ts';
import type { HeldFigure, ListFigure } from './held-figures.ts';
import type { MonthValue } from './variation.ts';

/** What the lists of staff, leavers and absence tell, from which every figure is worked out month by month. */
export interface FigureLists {
  readonly censuses: readonly string[];
  readonly spellsBy: (census: string) => readonly Spell[];
  readonly leavers: readonly LeaverEntry[];
  readonly absences: readonly AbsenceEntry[];
  readonly rules: GroupRules;
  readonly told: Told;
  readonly judge: (reason: string | null) => JudgedReason;
  readonly earlyYears: number;
}

const slack = 7;

const betterHigher: ReadonlySet<HeldFigure['kind']> = new Set(['stability', 'flexible_granted', 'preceptees']);
const percentages: ReadonlySet<HeldFigure['kind']> = new Set([...betterHigher, 'sickness', 'early_rate']);

/** Whether a figure is a percentage, and which way is better. */
export function natureOf({ kind }: HeldFigure): {
  readonly unit: 'percent' | 'leavers';
  readonly better: 'lower' | 'higher';
} {
  return {
    unit: percentages.has(kind) ? 'percent' : 'leavers',
    better: betterHigher.has(kind) ? 'higher' : 'lower',
  };
}

/** No figure is below nought; a percentage is at most a hundred. */
export const boundsOf = (figure: HeldFigure) => ({
  floor: fraction(0),
  ceiling: natureOf(figure).unit === 'percent' ? fraction(100) : null,
});

const countsIn = (figure: ListFigure, { judge, earlyYears }: FigureLists) => {
  return (entry: LeaverEntry): boolean => {
    switch (figure.kind) {
      case 'voluntary':
        return judge(entry.reason).group === 'voluntary';
      case 'avoidable':
        return judge(entry.reason).avoidable;
      case 'early':
      case 'early_rate':
        return wholeYears(entry.start, entry.leaving) < earlyYears;
      case 'first_year':
        return wholeYears(entry.start, entry.leaving) < 1;
      case 'reason':
        return entry.reason?.toLowerCase() === figure.reason.toLowerCase();
      default:
        return true;
    }
  };
};

/**
 * A figure of some groups month by month, each by the staff list of its own time; without a value where the lists do not
 * tell of the month. Every month stands by itself: no two share a day, as rates over twelve months do. Whoever is in post
 * again a year later, or by the newest list, has retired and returned, and is no leaver.
 */
export function monthlyFigure(
  figure: ListFigure,
  lists: FigureLists,
  ends: readonly string[],
  groups: readonly string[],
): MonthValue[] {
  const { told } = lists;
  const last = ends[ends.length - 1];
  const newest = last === undefined ? undefined : listFor(lists.censuses, last);
  const known = newest === undefined ? [] : lists.spellsBy(newest);
  const counts = countsIn(figure, lists);
  return ends.map((month) => {
    const census = listFor(lists.censuses, month);
    const first = addDays(month, 1 - partsOf(month).day);
    const isTold =
      figure.kind === 'sickness'
        ? told.absenceFrom !== null &&
          told.absenceTo !== null &&
          told.absenceFrom <= addDays(first, slack) &&
          told.absenceTo >= addDays(month, -slack)
        : told.leaversFrom !== null && told.leaversFrom <= addDays(first, slack);
    if (census === undefined || !isTold) return { month, value: null };
    const spells = lists.spellsBy(census);
    const period = { first, last: month };
    if (figure.kind === 'sickness') {
      const own = spells.filter(({ group }) => groups.includes(group));
      const { numerator, denominator } = sicknessRate(own, lists.absences, period);
      return { month, value: denominator === 0 ? null : { numerator: 100 * numerator, denominator } };
    }
    const figures = leaverFigures(spells, lists.leavers, period, lists.rules);
    if (figure.kind === 'stability') {
      const { stayed, headsStart } = figures.of(groups);
      return { month, value: headsStart === 0 ? null : { numerator: 100 * stayed, denominator: headsStart } };
    }
    const yearOn = addDays(addMonths(addDays(month, 1), 12), -1);
    const back = inPostAt(known, last !== undefined && last < yearOn ? last : yearOn);
    const counted = figures.events.filter(
      ({ notCounted, group, entry }) =>
        notCounted === null && groups.includes(group) && !back.has(entry.person) && counts(entry),
    );
    if (figure.kind === 'early_rate') {
      const young = [...inPostAt(spells, figures.startCensus).values()]
        .map(primaryOf)
        .filter(
          ({ group, start }) => groups.includes(group) && wholeYears(start, figures.startCensus) < lists.earlyYears,
        );
      const value = { numerator: 100 * counted.length, denominator: young.length };
      return { month, value: young.length === 0 ? null : value };
    }
    return { month, value: { numerator: counted.length, denominator: 1 } };
  });
}
