import { daysBetween } from '../../../core/dates.ts';
import type { Rate } from '../../../core/rates.ts';
import type { VacancyEntry } from '../entries.ts';
import { isLive, isOffered } from './stages.ts';

/** Posts that are counted together: how many, their WTE in hundred-thousandths, and the rows that they come from. */
export interface PostSum<Post extends VacancyEntry = VacancyEntry> {
  readonly posts: number;
  readonly wte: number;
  readonly rows: readonly Post[];
}

export interface VacancyFigures<Post extends VacancyEntry = VacancyEntry> {
  /** By the stage's code or the tracker's word; null for posts without a stage. */
  readonly byStage: ReadonlyMap<string | null, PostSum<Post>>;
  /** Neither started nor withdrawn. */
  readonly live: PostSum<Post>;
  /** From the conditional offer to an agreed start. */
  readonly offeredNotStarted: PostSum<Post>;
  /** Those by where the candidate comes from; null where the tracker does not say. */
  readonly offeredBySource: ReadonlyMap<string | null, PostSum<Post>>;
  readonly started: PostSum<Post>;
  readonly approvalToOffer: ApprovalToOffer;
}

/** Calendar days from approval to conditional offer, over all posts with both dates, whatever their stage is now. */
export interface ApprovalToOffer {
  readonly posts: number;
  /** The middle one, or half way between the two in the middle; 0 / 0 without posts. */
  readonly median: Rate;
  readonly mean: Rate;
}

/** The figures of a vacancy tracker. The order of its rows is of no matter. */
export function vacancyFigures<Post extends VacancyEntry>(posts: readonly Post[]): VacancyFigures<Post> {
  const offeredNotStarted = posts.filter(({ stage }) => isOffered(stage));
  return {
    byStage: sumsBy(posts, ({ stage }) => stage),
    live: sumOf(posts.filter(({ stage }) => isLive(stage))),
    offeredNotStarted: sumOf(offeredNotStarted),
    offeredBySource: sumsBy(offeredNotStarted, ({ source }) => source),
    started: sumOf(posts.filter(({ stage }) => stage === 'started')),
    approvalToOffer: approvalToOffer(posts),
  };
}

function sumOf<Post extends VacancyEntry>(rows: readonly Post[]): PostSum<Post> {
  return { posts: rows.length, wte: rows.reduce((sum, { wte }) => sum + wte, 0), rows };
}

/** Groups by words that are compared blind to case; of several spellings the last in the alphabet stands for all. */
function sumsBy<Post extends VacancyEntry>(posts: readonly Post[], wordOf: (post: Post) => string | null) {
  const groups = new Map<string | null, { word: string | null; rows: Post[] }>();
  for (const post of posts) {
    const word = wordOf(post);
    const key = word?.toLowerCase() ?? null;
    const group = groups.get(key) ?? { word, rows: [] };
    if (word !== null && word > (group.word ?? '')) group.word = word;
    group.rows.push(post);
    groups.set(key, group);
  }
  return new Map([...groups.values()].map(({ word, rows }) => [word, sumOf(rows)]));
}

function approvalToOffer(posts: readonly VacancyEntry[]): ApprovalToOffer {
  const days = posts.flatMap(({ approved, offered }) =>
    approved === null || offered === null ? [] : [daysBetween(approved, offered)],
  );
  return { posts: days.length, ...medianAndMean(days) };
}

/** The middle one, or half way between the two in the middle, and the mean; 0 / 0 without days. */
export function medianAndMean(days: readonly number[]): { readonly median: Rate; readonly mean: Rate } {
  const sorted = [...days].sort((one, other) => one - other);
  const middle = sorted.slice(Math.ceil(sorted.length / 2) - 1, Math.floor(sorted.length / 2) + 1);
  return { median: meanOf(middle), mean: meanOf(sorted) };
}

function meanOf(days: readonly number[]): Rate {
  return { numerator: days.reduce((sum, one) => sum + one, 0), denominator: days.length };
}
