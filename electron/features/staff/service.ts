import { ORPCError } from '@orpc/server';
import type { Remark } from '#contract';
import { noListYet } from '../../contract/staff-rates.ts';
import type { Context } from '../../context.ts';
import { addDays, addMonths, type DatePeriod, dateInWords } from '../../core/dates.ts';
import type { Database } from '../../database/database.ts';
import { type SourceBatch, sourceBatches } from '../../imports/sources.ts';
import type { TrustRow } from '../organisation/repository.ts';
import type { RosterPeople } from './calculations/as-expected.ts';
import type { GroupRules } from './calculations/groups.ts';
import { type StaffInPost, staffInPost } from './calculations/in-post.ts';
import { type LeaverFigures, leaverFigures } from './calculations/leavers.ts';
import { listFor } from './calculations/rates-trend.ts';
import { reasonJudge } from './calculations/reasons.ts';
import { type SicknessFigures, sicknessFigures } from './calculations/sickness.ts';
import { type Spell, spellsOf } from './calculations/spells.ts';
import { groupRulesOf } from './occupation-codes.ts';
import { absencesRemarks, leaversRemarks, listRemarks } from './remarks.ts';
import {
  absenceBatches,
  absencesOf,
  assignmentsAt,
  censuses,
  knownPeople,
  leaversOf,
  rosterPeople,
  type StoredAbsence,
  type StoredAssignment,
  type StoredLeaver,
} from './repository.ts';

type World = Pick<Context, 'database' | 'reference'>;

/** The staff list in force on a day: the newest of that day or before it. */
interface ListInForce {
  readonly census: string;
  readonly rows: readonly StoredAssignment[];
  readonly sources: readonly SourceBatch[];
}

export interface InPostAnswer extends ListInForce {
  readonly rules: GroupRules;
  readonly figures: StaffInPost<StoredAssignment>;
  /** Null where no duty roster covers the census. */
  readonly roster: RosterPeople | null;
}

/**
 * Staff in post on a day, by the staff list in force; without a day, by the newest one. Undefined where no staff list was
 * imported. Throws the refusal NO_LIST_YET for a day before the first one.
 */
export function answerInPost(world: World, trust: TrustRow, on?: string): InPostAnswer | undefined {
  const { database } = world;
  const days = censuses(database, trust.id);
  const [earliest] = days;
  if (earliest === undefined) return undefined;
  const census = newestBy(days, on);
  if (census === undefined) throw noListOn(on ?? earliest, earliest);
  const list = listOf(database, trust, census);
  const rules = groupRulesOf(world, trust.id);
  return {
    ...list,
    rules,
    figures: staffInPost(list.rows, census, rules),
    // Few ask for it, and it takes a look at the rosters of the day.
    get roster() {
      return rosterBeside(database, trust, list);
    },
  };
}

function newestBy(days: readonly string[], on: string | undefined): string | undefined {
  const before = on === undefined ? days : days.filter((day) => day <= on);
  return before[before.length - 1];
}

function listOf(database: Database, trust: TrustRow, census: string): ListInForce {
  const rows = assignmentsAt(database, trust.id, census);
  return {
    census,
    rows,
    sources: sourcesWithRows(database, trust, 'staff_list', { first: census, last: census }, rows),
  };
}

/** The imports that the rows came with: one whose rows were all replaced is no source any more. */
function sourcesWithRows(
  database: Database,
  trust: TrustRow,
  kind: string,
  period: DatePeriod | null,
  rows: readonly { readonly batchId: number }[],
): SourceBatch[] {
  const batches = new Set(rows.map(({ batchId }) => batchId));
  return sourceBatches(database, trust.id, kind, period).filter(({ id }) => batches.has(id));
}

function noListOn(on: string, earliest: string): Error {
  const message = `The first staff list is of ${dateInWords(earliest)}; there is none for ${dateInWords(on)}. Ask for a later day, or import an earlier list.`;
  return new ORPCError('NO_LIST_YET', { defined: true, status: noListYet.status, message });
}

function rosterBeside(database: Database, trust: TrustRow, { census, rows }: ListInForce): RosterPeople | null {
  const onRosters = rosterPeople(database, trust.id, census);
  if (onRosters === null) return null;
  const onList = new Set(rows.map(({ person }) => person));
  const missing = onRosters.filter((person) => !onList.has(person));
  return { found: onRosters.length - missing.length, missing };
}

export interface LeaversAnswer {
  readonly period: DatePeriod;
  readonly census: string;
  readonly sources: readonly SourceBatch[];
  readonly rules: GroupRules;
  readonly spells: readonly Spell[];
  readonly figures: LeaverFigures<StoredLeaver>;
  readonly remarks: readonly Remark[];
}

/** Leavers of a period; without one, of the twelve months to the newest staff list. Undefined without a list of leavers. */
export function answerLeavers(world: World, trust: TrustRow, asked?: DatePeriod): LeaversAnswer | undefined {
  const leavers = leaversOf(world.database, trust.id);
  if (leavers.length === 0) return undefined;
  const { period, list, rules } = requireList(world, trust, asked);
  const spells = spellsOf(list.rows, list.census, leavers, rules);
  return {
    period,
    census: list.census,
    sources: sourcesWithRows(world.database, trust, 'leavers', null, leavers),
    rules,
    spells,
    figures: leaverFigures(spells, leavers, period, rules, reasonJudge(world.reference.leavingReasons)),
    remarks: [...listRemarks(list, period), ...leaversRemarks(list, leavers, period)],
  };
}

export interface SicknessAnswer {
  readonly period: DatePeriod;
  readonly census: string;
  readonly sources: readonly SourceBatch[];
  readonly absences: readonly StoredAbsence[];
  readonly figures: SicknessFigures;
  /** The same over another period: a part of it, or of the twelve months to its end. */
  during(period: DatePeriod): SicknessFigures;
  readonly remarks: readonly Remark[];
}

/** Sickness of a period; without one, of the twelve months to the newest staff list. Undefined without a list of absence. */
export function answerSickness(world: World, trust: TrustRow, asked?: DatePeriod): SicknessAnswer | undefined {
  const { database } = world;
  const batches = absenceBatches(database, trust.id);
  if (batches.length === 0) return undefined;
  const { period, list, rules } = requireList(world, trust, asked);
  const year = twelveMonthsTo(period.last);
  const absences = absencesOf(database, trust.id, period.first < year.first ? period : year);
  const leavers = leaversOf(database, trust.id);
  const spells = spellsOf(list.rows, list.census, leavers, rules);
  const people = knownPeople(database, trust.id);
  const during = (some: DatePeriod) => sicknessFigures(spells, absences, some, people.has);
  const sources = sourcesWithRows(database, trust, 'absence', null, batches);
  return {
    period,
    census: list.census,
    sources,
    absences,
    figures: during(period),
    during,
    remarks: [
      ...listRemarks(list, period),
      ...leaversRemarks(list, leavers, period),
      ...absencesRemarks(absences, sources, period, people.has),
    ],
  };
}

/**
 * The period and the list that rates over it are worked out from: the newest by the period's end, or else the first after
 * it, which with the leavers tells who was there before. Throws the refusal NO_LIST_YET without any staff list.
 */
function requireList(world: World, trust: TrustRow, asked: DatePeriod | undefined) {
  const { database } = world;
  const days = censuses(database, trust.id);
  const census = asked ? listFor(days, asked.last) : days[days.length - 1];
  if (census === undefined) {
    const message = 'Who was in post is not known yet. Import the staff list first.';
    throw new ORPCError('NO_LIST_YET', { defined: true, status: noListYet.status, message });
  }
  const period = asked ?? twelveMonthsTo(census);
  return { period, list: listOf(database, trust, census), rules: groupRulesOf(world, trust.id) };
}

/** The twelve months that end on a day: to 31 October 2026 from 1 November 2025. */
export function twelveMonthsTo(last: string): DatePeriod {
  return { first: addMonths(addDays(last, 1), -12), last };
}
