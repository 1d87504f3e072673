import type { ForecastRules } from '../../../contract/forecast-rules.ts';
import { addDays, addMonths, type DatePeriod } from '../../../core/dates.ts';
import type { Rate } from '../../../core/rates.ts';
import type { GroupRules } from '../../staff/calculations/groups.ts';
import { groupOf } from '../../staff/calculations/groups.ts';
import { isInPost } from '../../staff/calculations/in-post.ts';
import { addTo } from '../../staff/calculations/people.ts';
import { leaverFigures } from '../../staff/calculations/leavers.ts';
import { isLeftOut, type Spell, spellsOf } from '../../staff/calculations/spells.ts';
import type { AssignmentEntry, LeaverEntry } from '../../staff/entries.ts';
import type { GroupHistory } from './base.ts';
import { monthOf, monthsLater } from './months.ts';

/** The staff list in force, the one before it, and the leavers that there are. */
export interface OwnPast {
  readonly census: string;
  readonly list: readonly AssignmentEntry[];
  readonly earlier: { readonly census: string; readonly list: readonly AssignmentEntry[] } | null;
  readonly leavers: readonly LeaverEntry[];
}

type Rules = Pick<ForecastRules, 'historyMonths' | 'retirements' | 'retirementReasons'>;

type OwnHistory = Omit<GroupHistory, 'away'>;

/** What the past of a trust says of each staff group. WTE in hundred-thousandths. */
export function historyOf(past: OwnPast, groupRules: GroupRules, rules: Rules): OwnHistory[] {
  const { census, list, leavers } = past;
  const inPost = list.filter((entry) => isInPost(entry, census));
  const groups = [...new Set(inPost.map((entry) => groupOf(groupRules, entry)))].sort();
  const staying = withoutRetirements(leavers, rules.retirementReasons);
  const spells = spellsOf(list, census, leavers, groupRules);
  const years = yearsTo(census, leavers, rules.historyMonths);
  const [latest] = years;
  const rates = years.map((year) => ratesOf(spells, leavers, year, groupRules));
  const rateStaying = latest && ratesOf(spells, staying, latest, groupRules);
  const months = historyMonths(census, leavers, rules.historyMonths);
  const left = leftByGroup(leavers, groupRules);
  const change = changedHours(past, groupRules);
  return groups.map((group) => {
    const own = inPost.filter((entry) => groupOf(groupRules, entry) === group);
    const known = rates.map((rateOf) => rateOf(group)).filter(({ denominator }) => denominator > 0);
    return {
      group,
      rate: known[0] ?? null,
      rateWithoutRetirements: known.length > 0 ? (rateStaying?.(group) ?? null) : null,
      lowest: extreme(known, -1),
      highest: extreme(known, 1),
      months: months.map((month) => left.get(group)?.get(month) ?? 0),
      retiring: retiringOf(own, rules.retirements),
      startersAMonth: Math.round(sumOf(own.filter(({ start }) => start > addMonths(census, -12))) / 12),
      hoursChange: change && Math.round((change.wte.get(group) ?? 0) / change.months),
    };
  });
}

const sumOf = (rows: readonly { readonly fte: number }[]) => rows.reduce((sum, { fte }) => sum + fte, 0);

function withoutRetirements(leavers: readonly LeaverEntry[], reasons: readonly string[]): LeaverEntry[] {
  const begins = reasons.map((reason) => reason.toLowerCase());
  return leavers.filter(({ reason }) => !begins.some((word) => (reason ?? '').toLowerCase().startsWith(word)));
}

/** The twelve months to the census, and those to the end of each month before it that the leavers reach back to. */
function yearsTo(census: string, leavers: readonly LeaverEntry[], longest: number): DatePeriod[] {
  const earliest = leavers.reduce((first, { leaving }) => (leaving < first ? leaving : first), '9999-12-31');
  const years: DatePeriod[] = [];
  for (let back = 0; back + 12 <= longest; back += 1) {
    const last = back === 0 ? census : addDays(`${monthsLater(monthOf(addDays(census, 1)), -back)}-01`, -1);
    const first = addMonths(addDays(last, 1), -12);
    // The first month of the leavers may be a part of one: it counts where its year begins with it.
    if (monthOf(first) < monthOf(earliest)) break;
    years.push({ first, last });
  }
  return years;
}

/** WTE that left in a year over the mean WTE at its two ends, by group. */
function ratesOf(
  spells: readonly Spell[],
  counted: readonly LeaverEntry[],
  year: DatePeriod,
  rules: GroupRules,
): (group: string) => Rate {
  const figures = leaverFigures(spells, counted, year, rules);
  return (group) => {
    const { leaversFte, fteStart, fteEnd } = figures.of([group]);
    return { numerator: 2 * leaversFte, denominator: fteStart + fteEnd };
  };
}

function extreme(rates: readonly Rate[], sign: 1 | -1): Rate | null {
  const value = ({ numerator, denominator }: Rate) => (sign * numerator) / denominator;
  return rates.reduce<Rate | null>((most, rate) => (most === null || value(rate) > value(most) ? rate : most), null);
}

/** Whole months up to that of the census, none before the first one with a leaver. */
function historyMonths(census: string, leavers: readonly LeaverEntry[], most: number): string[] {
  const last = monthsLater(monthOf(addDays(census, 1)), -1);
  const earliest = leavers.reduce((first, { leaving }) => (leaving < first ? leaving : first), '9999-12-31');
  const months: string[] = [];
  for (let month = last; months.length < most && month >= monthOf(earliest); month = monthsLater(month, -1))
    months.unshift(month);
  return months;
}

/** WTE that left, by staff group and month. */
function leftByGroup(leavers: readonly LeaverEntry[], rules: GroupRules): Map<string, Map<string, number>> {
  const left = new Map<string, Map<string, number>>();
  for (const entry of leavers) {
    if (isLeftOut(entry)) continue;
    const group = groupOf(rules, entry);
    const months = left.get(group) ?? new Map<string, number>();
    left.set(group, months);
    addTo(months, monthOf(entry.leaving), entry.fte);
  }
  return left;
}

/** WTE by age times the share that retires at that age in a year, over all; null where no age is known. */
function retiringOf(own: readonly AssignmentEntry[], ages: ForecastRules['retirements']): Rate | null {
  if (own.every(({ ageBand }) => ageBand === null)) return null;
  const byAge = [...ages].sort((one, other) => other.fromAge - one.fromAge);
  const retiring = own.reduce((sum, { ageBand, fte }) => {
    const age = Number(/\d+/.exec(ageBand ?? '')?.[0] ?? 0);
    return sum + fte * (byAge.find(({ fromAge }) => age >= fromAge)?.rate ?? 0);
  }, 0);
  return { numerator: retiring, denominator: sumOf(own) * 10_000 };
}

/** WTE by group by which people who are on both of the last two lists changed their hours, and the months between them. */
function changedHours({ census, list, earlier }: OwnPast, rules: GroupRules) {
  if (earlier === null) return null;
  const key = ({ person, assignment }: AssignmentEntry) => `${person} ${assignment}`;
  const before = new Map(earlier.list.map((entry) => [key(entry), entry.fte]));
  const wte = new Map<string, number>();
  for (const entry of list) {
    const fte = before.get(key(entry));
    if (fte !== undefined && isInPost(entry, census)) addTo(wte, groupOf(rules, entry), entry.fte - fte);
  }
  let months = 0;
  while (monthsLater(monthOf(earlier.census), months) < monthOf(census)) months += 1;
  return { wte, months: Math.max(1, months) };
}
