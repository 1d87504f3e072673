import type { LeaverLine, LeaverRow, Period, RetentionLeavers } from '#contract';
import type { Context } from '../../context.ts';
import { keeper } from '../../database/kept.ts';
import { addDays, daysBetween } from '../../core/dates.ts';
import { sourceBatches } from '../../imports/sources.ts';
import type { TrustRow } from '../organisation/repository.ts';
import { maternityGroups } from '../staff/calculations/as-expected.ts';
import { leaverFigures, type LeavingEvent } from '../staff/calculations/leavers.ts';
import { serviceBandOf, serviceBands, wholeYears } from '../staff/calculations/profile.ts';
import { type JudgedReason, reasonJudge } from '../staff/calculations/reasons.ts';
import { namesOfGroups } from '../staff/group-names.ts';
import { assignmentsAt, leaversOf, type StoredLeaver } from '../staff/repository.ts';
import { answerLeavers } from '../staff/service.ts';
import { headsProfiled, leaverProfile, type ProfileLine, traitsOf } from './calculations/leaver-profile.ts';

const formulas: RetentionLeavers['formulas'] = [
  {
    figure: 'leaverRate',
    formula:
      'leavers ÷ ((heads at start + heads at end) ÷ 2); a person counts once, no bank staff, no merger duplicates',
  },
  { figure: 'leaverRateFte', formula: 'FTE of the leavers ÷ ((FTE at start + FTE at end) ÷ 2)' },
  { figure: 'stability', formula: 'heads of the start who are in post at the end ÷ heads at start' },
  { figure: 'voluntary', formula: 'leavers whose reason the pack groups as voluntary; a blank reason is none' },
  { figure: 'avoidable', formula: 'leavers whose reason the pack calls avoidable; a blank reason counts as one' },
  {
    figure: 'early',
    formula:
      'leavers with fewer whole years since the latest start with this employer than the rules say; their rate over heads with as few',
  },
];

/** So many days the list may begin late without a word: on some days nobody leaves. */
const slack = 7;

/** The period of the same length before, where the list of leavers reaches back to its start. */
function periodBefore({ first, last }: Period, leaversFrom: string | undefined): Period | null {
  const before = { first: addDays(first, -daysBetween(first, last) - 1), last: addDays(first, -1) };
  return leaversFrom !== undefined && leaversFrom <= addDays(before.first, slack) ? before : null;
}

const rated = (lines: readonly ProfileLine[]): LeaverLine[] =>
  lines.map((line) => ({
    ...line,
    rate: { numerator: 2 * line.leavers, denominator: line.headsStart + line.headsEnd },
  }));

/** What is read of a period whichever staff groups are asked for. */
function readLeavers(world: Pick<Context, 'database' | 'reference'>, trust: TrustRow, asked: Period | undefined) {
  const { database, reference } = world;
  return kept(
    database,
    `${trust.id} ${JSON.stringify(asked ?? null)}`,
    () => {
      const answer = answerLeavers(world, trust, asked);
      if (!answer) return undefined;
      const { period, census, rules, spells } = answer;
      const listed = leaversOf(database, trust.id);
      const leaversFrom = sourceBatches(database, trust.id, 'leavers', null)
        .map(({ first }) => first)
        .sort()[0];
      const before = periodBefore(period, leaversFrom);
      const eventsBefore = before && leaverFigures(spells, listed, before, rules).events;
      const traits = traitsOf(assignmentsAt(database, trust.id, census), listed);
      const heads = {
        start: headsProfiled(spells, traits, answer.figures.startCensus),
        end: headsProfiled(spells, traits, period.last),
      };
      return { ...answer, before, eventsBefore, heads };
    },
    reference,
  );
}

/** The files that a trust can share are of each group in several years. */
const kept = keeper(8);

/** Who left in a period, and why; undefined without a list of leavers. Throws the refusal NO_LIST_YET without a staff list. */
export function leaversShown(
  context: Pick<Context, 'database' | 'reference'>,
  trust: TrustRow,
  asked: Period | undefined,
  chosen: readonly string[] | undefined,
): RetentionLeavers | undefined {
  const read = readLeavers(context, trust, asked);
  if (!read) return undefined;
  const { reference } = context;
  const { period, figures, census, before, eventsBefore, heads } = read;
  const groups = chosen ?? maternityGroups['midwives_and_support'] ?? [];
  const judge = reasonJudge(reference.leavingReasons);
  const { earlyYears } = reference.retention;
  const counted = (events: readonly LeavingEvent<StoredLeaver>[]) =>
    events.filter(({ notCounted, group }) => notCounted === null && groups.includes(group)).map(({ entry }) => entry);
  const gone = counted(figures.events).map((entry) => ({
    entry,
    judged: judge(entry.reason),
    years: wholeYears(entry.start, entry.leaving),
  }));
  const goneBefore = eventsBefore && counted(eventsBefore);
  const profile = leaverProfile(
    heads,
    gone.map(({ entry, judged }) => ({ ...entry, isVoluntary: judged.group === 'voluntary' })),
    groups,
  );
  const together = figures.of(groups);
  const many = (has: (one: { judged: JudgedReason; years: number }) => boolean) => gone.filter(has).length;
  const young = profile.service.filter(
    ({ key }) => (serviceBands.find((band) => band.key === key)?.from ?? 99) < earlyYears,
  );
  const headsOf = (lines: readonly ProfileLine[]) => lines.reduce((sum, one) => sum + one.headsStart + one.headsEnd, 0);
  const early = many(({ years }) => years < earlyYears);
  const nameOf = namesOfGroups({ reference });
  const { title, version } = reference.leavingReasons;
  return {
    period,
    startCensus: figures.startCensus,
    census,
    before,
    groups: figures.groups.map((key) => ({ key, name: nameOf(key) })),
    headsStart: together.headsStart,
    headsEnd: together.headsEnd,
    leavers: together.leavers,
    stayed: together.stayed,
    leaverRate: { numerator: 2 * together.leavers, denominator: together.headsStart + together.headsEnd },
    leaverRateFte: { numerator: 2 * together.leaversFte, denominator: together.fteStart + together.fteEnd },
    stability: { numerator: together.stayed, denominator: together.headsStart },
    voluntary: many(({ judged }) => judged.group === 'voluntary'),
    retirement: many(({ judged }) => judged.group === 'retirement'),
    other: many(({ judged }) => judged.group === 'other'),
    avoidable: many(({ judged }) => judged.avoidable),
    early,
    firstYear: many(({ years }) => years === 0),
    earlyYears,
    earlyRate: { numerator: 2 * early, denominator: headsOf(young) },
    reasons: reasonsOf(
      gone.map(({ entry }) => entry.reason),
      goneBefore?.map(({ reason }) => reason) ?? null,
      judge,
      reasonJudge(reference.published.leavingReasons),
      new Map(reference.leavingReasons.groups.map(({ key, name }) => [key, name])),
    ),
    destinations: tallied(gone.map(({ entry }) => entry.destination)).map(([destination, leavers]) => ({
      destination,
      leavers,
    })),
    service: rated(profile.service),
    age: rated(profile.age),
    band: rated(profile.band),
    unit: rated(profile.unit),
    rows: gone.map(({ entry, judged, years }) => rowOf(entry, judged, years, earlyYears, read.sources)),
    formulas,
    pack: { title, version },
  };
}

/** How often each is there, the most frequent first. */
function tallied<Word>(words: readonly Word[]): [Word, number][] {
  const counts = new Map<Word, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts].sort(([, one], [, other]) => other - one);
}

function reasonsOf(
  now: readonly (string | null)[],
  before: readonly (string | null)[] | null,
  judge: (reason: string | null) => JudgedReason,
  published: (reason: string | null) => JudgedReason,
  names: ReadonlyMap<string, string>,
): RetentionLeavers['reasons'] {
  const counts = new Map(tallied(now));
  for (const reason of before ?? []) if (!counts.has(reason)) counts.set(reason, 0);
  return [...counts].map(([reason, leavers]) => {
    const judged = judge(reason);
    const then = before?.filter((one) => one === reason).length ?? null;
    const { group, avoidable } = published(reason);
    const isOwn = group !== judged.group || avoidable !== judged.avoidable;
    return {
      reason,
      ...judged,
      groupName: names.get(judged.group) ?? judged.group,
      published: isOwn ? { groupName: names.get(group) ?? group, avoidable } : null,
      leavers,
      before: then,
    };
  });
}

function rowOf(
  entry: StoredLeaver,
  { group }: JudgedReason,
  years: number,
  earlyYears: number,
  sources: readonly { readonly id: number; readonly fileName: string; readonly sheet: string }[],
): LeaverRow {
  const { fileName = '', sheet = '' } = sources.find(({ id }) => id === entry.batchId) ?? {};
  const { row, person, name, position, unit, band, ageBand, fte, start, leaving, reason, destination } = entry;
  const service = serviceBandOf(entry, leaving);
  return {
    batch: entry.batchId,
    fileName,
    sheet,
    row,
    person,
    name,
    position,
    unit,
    band,
    ageBand,
    fte,
    start,
    leaving,
    years,
    service,
    reason,
    group,
    early: years < earlyYears,
    destination,
  };
}
