import { addDays, type DatePeriod } from '../../../core/dates.ts';
import type { LeaverEntry } from '../entries.ts';
import { type GroupRules, groupOf } from './groups.ts';
import { addTo, byPerson, primaryOf } from './people.ts';
import { inPostAt, type Spell, whyLeftOut } from './spells.ts';

/** Why the end of an assignment makes no leaver (D24); `same_person` is another end of somebody who is counted once. */
export type NotCounted = 'bank' | 'merged_duplicate' | 'not_substantive' | 'still_in_post' | 'same_person';

/** An end of an assignment in the period, and what became of it. */
export interface LeavingEvent<Entry extends LeaverEntry = LeaverEntry> {
  readonly entry: Entry;
  /** The group of the person's primary assignment; the entry's own where the person makes no leaver. */
  readonly group: string;
  readonly notCounted: NotCounted | null;
}

/** Leavers and stayers of some groups (D23, D24). FTE in hundred-thousandths. */
export interface GroupLeavers {
  readonly headsStart: number;
  readonly headsEnd: number;
  readonly leavers: number;
  /** Heads of the start who are in post at the end, in any group. */
  readonly stayed: number;
  readonly fteStart: number;
  readonly fteEnd: number;
  readonly leaversFte: number;
  readonly avoidable: number;
  readonly voluntary: number;
}

export interface LeaverFigures<Entry extends LeaverEntry = LeaverEntry> {
  readonly period: DatePeriod;
  /** The day before the period, at whose close the start is counted. */
  readonly startCensus: string;
  readonly events: readonly LeavingEvent<Entry>[];
  /** Ends after the period that the list knows already. */
  readonly eventsAfter: number;
  /** Every group that has heads or leavers, by name. */
  readonly groups: readonly string[];
  /** Over one group or several together. */
  of(groups: readonly string[]): GroupLeavers;
}

/** How a reason for leaving is grouped. */
type Judge = (reason: string | null) => { readonly group: string; readonly avoidable: boolean };

/**
 * Works out leavers, stability and FTE of a period from the spells and the list of leavers. `judge` groups the reasons as
 * the rules in force do; without it they are grouped as published (D24).
 */
export function leaverFigures<Entry extends LeaverEntry>(
  spells: readonly Spell[],
  leavers: readonly Entry[],
  period: DatePeriod,
  rules: GroupRules,
  judge: Judge = asPublished,
): LeaverFigures<Entry> {
  const startCensus = addDays(period.first, -1);
  const atStart = inPostAt(spells, startCensus);
  const atEnd = inPostAt(spells, period.last);
  const events = eventsOf(leavers, period, rules, atEnd);
  const startGroups = groupsOfPeople(atStart);
  const endGroups = groupsOfPeople(atEnd);
  const counted = events.filter(({ notCounted }) => notCounted === null);
  // Added up once: figures are asked of each group, and of many periods.
  const heads = {
    start: headsByGroup(startGroups),
    end: headsByGroup(endGroups),
    stayed: headsByGroup([...startGroups].filter(([person]) => atEnd.has(person))),
  };
  const fte = { start: fteByGroup(atStart), end: fteByGroup(atEnd), left: lastFte(counted, leavers, rules) };
  const groups = new Set([...startGroups.values(), ...endGroups.values(), ...counted.map(({ group }) => group)]);
  return {
    period,
    startCensus,
    events,
    eventsAfter: leavers.filter(({ leaving }) => leaving > period.last).length,
    groups: [...groups].sort(),
    of: (some) => {
      const own = new Set(some);
      const sum = (sums: ReadonlyMap<string, number>) =>
        [...own].reduce((all, group) => all + (sums.get(group) ?? 0), 0);
      const ofThese = counted.filter(({ group }) => own.has(group));
      return {
        headsStart: sum(heads.start),
        headsEnd: sum(heads.end),
        leavers: ofThese.length,
        stayed: sum(heads.stayed),
        fteStart: sum(fte.start),
        fteEnd: sum(fte.end),
        leaversFte: sum(fte.left),
        avoidable: ofThese.filter(({ entry }) => judge(entry.reason).avoidable).length,
        voluntary: ofThese.filter(({ entry }) => judge(entry.reason).group === 'voluntary').length,
      };
    },
  };
}

function eventsOf<Entry extends LeaverEntry>(
  leavers: readonly Entry[],
  { first, last }: DatePeriod,
  rules: GroupRules,
  atEnd: ReadonlyMap<string, unknown>,
): LeavingEvent<Entry>[] {
  const inPeriod = leavers.filter(({ leaving }) => leaving >= first && leaving <= last);
  const whyNot = (entry: Entry) => whyLeftOut(entry) ?? (atEnd.has(entry.person) ? 'still_in_post' : null);
  const gone = byPerson(inPeriod.filter((entry) => whyNot(entry) === null));
  /** The one end that stands for a person: the primary one of the last day. */
  const telling = new Map([...gone].map(([person, ends]) => [person, primaryOf(endsOfLastDay(ends))]));
  return inPeriod.map((entry) => {
    const shown = telling.get(entry.person);
    const reason = whyNot(entry) ?? (shown === entry ? null : 'same_person');
    return { entry, group: groupOf(rules, shown ?? entry), notCounted: reason };
  });
}

function endsOfLastDay<Entry extends LeaverEntry>(ends: readonly [Entry, ...Entry[]]): [Entry, ...Entry[]] {
  const last = ends.reduce((latest, { leaving }) => (leaving > latest ? leaving : latest), '');
  const [one, ...others] = ends.filter(({ leaving }) => leaving === last);
  return [one ?? ends[0], ...others];
}

function groupsOfPeople(people: ReadonlyMap<string, [Spell, ...Spell[]]>): Map<string, string> {
  return new Map([...people].map(([person, spells]) => [person, primaryOf(spells).group]));
}

function headsByGroup(people: Iterable<readonly [person: string, group: string]>): Map<string, number> {
  const heads = new Map<string, number>();
  for (const [, group] of people) addTo(heads, group, 1);
  return heads;
}

function fteByGroup(people: ReadonlyMap<string, readonly Spell[]>): Map<string, number> {
  const sums = new Map<string, number>();
  for (const spells of people.values()) for (const { group, fte } of spells) addTo(sums, group, fte);
  return sums;
}

/** FTE that left with the leavers by group: of all assignments that a person lost on the last day. */
function lastFte(
  counted: readonly LeavingEvent[],
  leavers: readonly LeaverEntry[],
  rules: GroupRules,
): Map<string, number> {
  const days = new Map(counted.map(({ entry }) => [entry.person, entry.leaving]));
  const sums = new Map<string, number>();
  for (const entry of leavers)
    if (days.get(entry.person) === entry.leaving && whyLeftOut(entry) === undefined)
      addTo(sums, groupOf(rules, entry), entry.fte);
  return sums;
}

/** Ends that nobody could have avoided (D24); a blank reason counts as avoidable. */
const unavoidable = /^(?:end of fixed term|employee transfer|death|merged|bank)/i;
const voluntary = /^(?:voluntary resignation|voluntary early retirement|flexi retirement)/i;

function asPublished(reason: string | null): ReturnType<Judge> {
  const group = voluntary.test(reason ?? '') ? 'voluntary' : 'other';
  return { group, avoidable: !unavoidable.test(reason ?? '') };
}
