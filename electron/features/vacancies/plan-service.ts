import type { VacancyPost, VacancyPostCells, VacancyPostField } from '#contract';
import type { Context } from '../../context.ts';
import { lastBy } from '../../core/in-force.ts';
import { type SourceBatch, sourceBatches } from '../../imports/sources.ts';
import type { TrustRow } from '../organisation/repository.ts';
import {
  ageOf,
  besideOf,
  cellAsText,
  groupOfPost,
  likelihoodOf,
  likelyWte,
  postOfTracker,
  startOf,
  trackerKey,
  withEdits,
} from './calculations/plan.ts';
import { isLive, sources as routeNames, stages as stageNames } from './calculations/stages.ts';
import { addDays, addMonths } from '../../core/dates.ts';
import { postOn, type StageKept, trackedOn } from './calculations/past.ts';
import { editsOf, ownPosts, stagesKept } from './plan-repository.ts';
import { trackerDays, vacanciesAt } from './repository.ts';

type World = Pick<Context, 'database' | 'reference' | 'today'>;

/** The posts of a trust's plan with all that is worked out of each, and where they were read. */
export interface VacancyPlanAnswer {
  readonly trackerDay: string | null;
  /** Earlier days of which the plan can be seen, the newest first: those of trackers, and the ends of twelve months. */
  readonly days: readonly string[];
  readonly sources: readonly SourceBatch[];
  readonly posts: readonly VacancyPost[];
}

/**
 * The plan as it stands today: the newest tracker's posts with what was changed by hand, then those entered by hand. On an
 * earlier day it is that day's tracker, the last by then or else the first after it, as the file has it where a newer one
 * came since; what was changed by hand since the newest one, and posts entered by hand, are as they stood on the day.
 */
export function answerPlan({ database, reference, today }: World, trust: TrustRow, day = today()): VacancyPlanAnswer {
  const days = trackerDays(database, trust.id);
  const trackerDay = (day < today() ? lastBy(days, day) : days[days.length - 1]) ?? null;
  const isNewest = trackerDay === (days[days.length - 1] ?? null);
  const tracked = trackerDay === null ? [] : vacanciesAt(database, trust.id, trackerDay);
  const batches = new Set(tracked.map(({ batchId }) => batchId));
  const sources =
    trackerDay === null
      ? []
      : sourceBatches(database, trust.id, 'vacancy_tracker', { first: trackerDay, last: trackerDay }).filter(({ id }) =>
          batches.has(id),
        );
  const sourceOf = new Map(sources.map((source) => [source.id, source]));
  const edits = isNewest ? editsOf(database, trust.id) : new Map<string, Map<string, string | null>>();
  const isPast = day < today();
  const kept: ReadonlyMap<string, readonly StageKept[]> = isPast ? stagesKept(database, trust.id) : new Map();
  const describe = describer(reference, day);
  const fromTracker = uniqueKeys(tracked).map(([key, { id: _id, batchId, ...entry }]) => {
    const file = postOfTracker(cellsOnly(entry));
    const ofPost = edits.get(key) ?? new Map<string, string | null>();
    const { fileName = '', sheet = '' } = sourceOf.get(batchId) ?? {};
    const edited = withEdits(file, ofPost);
    // A change that still stands was made to an earlier tracker too.
    const put = (kept.get(key) ?? []).filter((one) => ofPost.has('stage') || one.day >= entry.day);
    const cells = isPast && isNewest && entry.day <= day ? trackedOn(edited, file.stage, put, day) : edited;
    return describe(key, cells, {
      from: { batch: batchId, fileName, sheet, row: entry.row },
      edited: [...ofPost.keys()].map((field) => ({
        field: field as VacancyPostField,
        file: cellAsText(file[field as VacancyPostField]),
      })),
    });
  });
  const byHand = ownPosts(database, trust.id).flatMap(({ id, ...cells }) => {
    const key = `own:${id}`;
    const post = isPast ? postOn(cells, kept.get(key) ?? [], day) : cells;
    return post ? [describe(key, post, { from: null, edited: [] })] : [];
  });
  return { trackerDay, days: earlierDays(days, today()), sources, posts: [...fromTracker, ...byHand] };
}

function earlierDays(trackers: readonly string[], today: string): string[] {
  const month = `${today.slice(0, 8)}01`;
  const ends = Array.from({ length: 12 }, (_, ago) => addDays(addMonths(month, -ago), -1));
  return [...new Set([...trackers, ...ends])]
    .filter((day) => day < today)
    .sort()
    .reverse();
}

type Tracked = ReturnType<typeof vacanciesAt>[number];

/** Rows with their keys; where two rows share a number, the later ones are held by their rows. */
function uniqueKeys(rows: readonly Tracked[]): [string, Tracked][] {
  const taken = new Set<string>();
  return rows.map((row) => {
    const key = trackerKey(row, row.batchId);
    const free = taken.has(key) ? `row:${row.batchId}:${row.row}` : key;
    taken.add(free);
    return [free, row];
  });
}

/** A stored row without the columns that are none of the entry. */
function cellsOnly(row: Omit<Tracked, 'id' | 'batchId'>): Omit<Tracked, 'id' | 'batchId'> {
  const { vacancyRef, post, band, unit, wte, reason, approved, advertised, offered, start, stage, source, notes } = row;
  const { row: place, day } = row;
  return {
    row: place,
    day,
    vacancyRef,
    post,
    band,
    unit,
    wte,
    reason,
    approved,
    advertised,
    offered,
    start,
    stage,
    source,
    notes,
  };
}

type Origin = Pick<VacancyPost, 'from' | 'edited'>;

function describer({ recruitment, organisation }: Context['reference'], today: string) {
  const groups = new Map([...organisation.staffGroups, organisation.unmapped].map(({ key, name }) => [key, name]));
  const stageOf = new Map(recruitment.stages.map(({ key, name }) => [key, name]));
  const routeOf = new Map(recruitment.routes.map(({ key, name }) => [key, name]));
  return (key: string, cells: VacancyPostCells, origin: Origin): VacancyPost => {
    const group = cells.staffGroup ?? groupOfPost(cells);
    const start = startOf(cells, recruitment, today);
    const likely = likelihoodOf(cells, recruitment);
    const age = ageOf(cells, today);
    return {
      ...cells,
      key,
      group,
      groupName: group === null ? 'Not said' : (groups.get(group) ?? group),
      stageName: nameOf(cells.stage, stageOf, stageNames, 'No stage'),
      routeName: nameOf(cells.route, routeOf, routeNames, 'Not said'),
      live: isLive(cells.stage),
      age,
      aged: age !== null && age > recruitment.agedDays,
      startsOn: start.on,
      startFrom: start.from,
      likely,
      likelyWte: likelyWte(cells.wte, likely),
      supernumerary: besideOf(cells, start, recruitment),
      ...origin,
    };
  };
}

function nameOf(
  word: string | null,
  names: ReadonlyMap<string, string>,
  others: Readonly<Record<string, string>>,
  none: string,
): string {
  return word === null ? none : (names.get(word) ?? others[word] ?? word);
}
