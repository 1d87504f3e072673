import { roundedPercent, roundedQuotient } from '../../../core/rates.ts';
import { oneWte } from '../../../core/wte.ts';
import { byGroup, type StaffInPost } from './in-post.ts';
import type { GroupLeavers, LeaverFigures } from './leavers.ts';
import type { SicknessFigures } from './sickness.ts';

/** Figures by name, the unit of measure in the name: what the command line prints and promises. */
type NamedFigures = Record<string, unknown>;

/** The groups that leaver rates and sickness are printed for, and what both together are called. */
export const maternityGroups: Readonly<Record<string, readonly string[]>> = {
  midwives: ['midwives'],
  support: ['support'],
  midwives_and_support: ['midwives', 'support'],
};

/** People on the rosters of the census, by whether the staff list has them; null where no roster covers that day. */
export interface RosterPeople {
  readonly found: number;
  readonly missing: readonly string[];
}

/** WTE and FTE, or days of FTE, to two decimals. */
const wte = (value: number): number => roundedQuotient(value, oneWte);

export function staffInPostAsExpected(figures: StaffInPost, roster: RosterPeople | null): NamedFigures {
  const bands: Record<string, Record<string, number>> = {};
  for (const { group, band, wte: sum } of figures.bands) bands[group] = { ...bands[group], [band]: wte(sum) };
  const inPost = byGroup(figures.bands, 'wte');
  const together = (maternityGroups['midwives_and_support'] ?? []).reduce(
    (sum, group) => sum + (inPost.get(group) ?? 0),
    0,
  );
  return {
    census: figures.census,
    assignments_in_post: figures.assignments.length,
    people_in_post: figures.people,
    people_bank_only: figures.bankOnly,
    people_with_several_assignments_in_post: figures.severalAssignments,
    staff_in_post_wte_by_group_and_band: bands,
    staff_in_post_wte_by_group: named(inPost, wte),
    available_wte_by_group: figures.statusKnown ? named(byGroup(figures.bands, 'available'), wte) : null,
    headcount_by_group: named(figures.heads, (heads) => heads),
    staff_in_post_wte_midwives_and_support: wte(together),
    ...(roster && {
      roster_people_found_in_staff_list: roster.found,
      roster_people_not_in_staff_list: [...roster.missing],
    }),
  };
}

export function leaversAsExpected(figures: LeaverFigures): NamedFigures {
  const reasons = new Map<string, number>();
  const notCounted = new Map<string, number>();
  for (const { entry, notCounted: why } of figures.events) {
    const [counts, key] = why === null ? [reasons, entry.reason ?? '(blank)'] : [notCounted, why];
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const groups = Object.entries(maternityGroups).map(([name, some]) => [name, namedLeavers(figures.of(some))]);
  return {
    period_first: figures.period.first,
    period_last: figures.period.last,
    groups: Object.fromEntries(groups),
    events_after_period_end: figures.eventsAfter,
    events_in_period: figures.events.length,
    events_not_counted: named(notCounted, (events) => events),
    leavers_by_reason: named(reasons, (leavers) => leavers),
  };
}

function namedLeavers(group: GroupLeavers): NamedFigures {
  // Over the mean of start and end: twice the leavers over their sum, so that everything stays whole.
  return {
    heads_start: group.headsStart,
    heads_end: group.headsEnd,
    leavers: group.leavers,
    leaver_rate_percent: roundedPercent({
      numerator: 2 * group.leavers,
      denominator: group.headsStart + group.headsEnd,
    }),
    stayed_from_start: group.stayed,
    stability_percent: roundedPercent({ numerator: group.stayed, denominator: group.headsStart }),
    fte_start: wte(group.fteStart),
    fte_end: wte(group.fteEnd),
    leavers_fte: wte(group.leaversFte),
    leaver_rate_fte_percent: roundedPercent({
      numerator: 2 * group.leaversFte,
      denominator: group.fteStart + group.fteEnd,
    }),
    leavers_avoidable: group.avoidable,
    leavers_voluntary: group.voluntary,
  };
}

export function sicknessAsExpected(figures: SicknessFigures): NamedFigures {
  const groups = Object.entries(maternityGroups).map(([name, some]) => {
    const rate = figures.of(some);
    return [
      name,
      {
        fte_days_lost: wte(rate.numerator),
        fte_days_available: wte(rate.denominator),
        sickness_percent: roundedPercent(rate),
      },
    ];
  });
  return {
    first: figures.period.first,
    last: figures.period.last,
    calendar_days: figures.calendarDays,
    groups: Object.fromEntries(groups),
    episodes_touching_period_all_groups: figures.episodes,
  };
}

function named(sums: ReadonlyMap<string, number>, shown: (sum: number) => number): Record<string, number> {
  const inOrder = [...sums].sort(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(inOrder.map(([key, sum]) => [key, shown(sum)]));
}
