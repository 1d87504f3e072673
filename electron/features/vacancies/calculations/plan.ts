import type { VacancyPostCells, VacancyPostField } from '#contract';
import type { RecruitmentRules } from '../../../contract/recruitment-rules.ts';
import { addDays, daysBetween } from '../../../core/dates.ts';
import { roundedQuotient } from '../../../core/rates.ts';
import type { VacancyEntry } from '../entries.ts';
import { isLive } from './stages.ts';

/** A post of the plan before anything is worked out. WTE in hundred-thousandths, dates 'YYYY-MM-DD'. */
export interface PlannedPost extends VacancyPostCells {
  readonly key: string;
}

const blank: Omit<VacancyPostCells, 'wte'> = {
  vacancyRef: null,
  post: null,
  unit: null,
  staffGroup: null,
  band: null,
  since: null,
  reason: null,
  approvedBy: null,
  approved: null,
  advertised: null,
  shortlisted: null,
  interviewed: null,
  offered: null,
  cleared: null,
  expectedStart: null,
  start: null,
  stage: null,
  route: null,
  cohort: null,
  university: null,
  candidate: null,
  probability: null,
  supernumeraryWeeks: null,
  notes: null,
};

/** A post with nothing known but what is given. */
export const postWith = (cells: Partial<VacancyPostCells> & { wte: number }): VacancyPostCells => ({
  ...blank,
  ...cells,
});

/** A tracker's post as the plan has it. */
export function postOfTracker({ source, row: _row, day: _day, ...entry }: VacancyEntry): VacancyPostCells {
  return postWith({ ...entry, route: source });
}

/** What holds a tracker's post across later trackers: its number; without one, the row of that import. */
export function trackerKey({ vacancyRef, row }: Pick<VacancyEntry, 'vacancyRef' | 'row'>, batchId: number): string {
  return vacancyRef === null ? `row:${batchId}:${row}` : `ref:${vacancyRef.toLowerCase()}`;
}

const numbers: ReadonlySet<VacancyPostField> = new Set(['wte', 'probability', 'supernumeraryWeeks']);

/** A cell as it is kept as text. */
export const cellAsText = (value: string | number | null): string | null => (value === null ? null : String(value));

/** A post with the cells that a person changed, each given as text. */
export function withEdits(post: VacancyPostCells, edits: ReadonlyMap<string, string | null>): VacancyPostCells {
  const changes = [...edits].map(([field, text]) => [
    field,
    text !== null && numbers.has(field as VacancyPostField) ? Number(text) : text,
  ]);
  return { ...post, ...Object.fromEntries(changes) } as VacancyPostCells;
}

/**
 * The staff group that the words of a post tell, told by the band where they tell none: support before midwives, since
 * a midwifery support worker is no midwife. Null where neither tells.
 */
export function groupOfPost({ post, band }: Pick<VacancyPostCells, 'post' | 'band'>): string | null {
  const words = post ?? '';
  if (/support worker|\bmsw|\bmca\b|assistant|nursery nurse|healthcare/i.test(words)) return 'support';
  if (/midwi|matron|co-?ordinator/i.test(words)) return 'midwives';
  if (/nurse|nursing/i.test(words)) return 'other_nursing';
  if (/admin|clerk|secretar|receptionist/i.test(words)) return 'admin';
  if (/doctor|obstet|registrar|anaesth|neonatolog/i.test(words)) return 'medical';
  if (band === '2' || band === '3' || band === '4') return 'support';
  return null;
}

/** Days that a live post has been vacant: since it fell vacant, else its approval, else its advert. */
export function ageOf(post: VacancyPostCells, today: string): number | null {
  const from = post.since ?? post.approved ?? post.advertised;
  return from === null || !isLive(post.stage) ? null : Math.max(0, daysBetween(from, today));
}

export interface Start {
  /** Null for a post that never starts. */
  readonly on: string | null;
  readonly from: 'start' | 'expected' | 'stage' | 'none';
}

/**
 * When somebody starts: on the date of the post, else the one expected, else so many weeks from today as its stage
 * takes. A date that has passed without a start is today: nobody starts in the past.
 */
export function startOf(post: VacancyPostCells, rules: RecruitmentRules, today: string): Start {
  if (post.stage === 'withdrawn') return { on: null, from: 'none' };
  if (post.stage === 'started') return { on: post.start, from: post.start === null ? 'none' : 'start' };
  const notPast = (day: string) => (day < today ? today : day);
  if (post.start !== null) return { on: notPast(post.start), from: 'start' };
  if (post.expectedStart !== null) return { on: notPast(post.expectedStart), from: 'expected' };
  const weeks = stageRule(post.stage, rules)?.weeksToStart ?? Math.max(...rules.stages.map((one) => one.weeksToStart));
  return { on: addDays(today, weeks * 7), from: 'stage' };
}

/** Percent of such posts that start: the post's own, else that of its stage; 0 for a word that is no stage. */
export function likelihoodOf(post: VacancyPostCells, rules: RecruitmentRules): number {
  if (post.stage === 'withdrawn') return 0;
  if (post.stage === 'started') return 100;
  return post.probability ?? stageRule(post.stage, rules)?.probability ?? 0;
}

/** WTE times a percent, half up, in hundred-thousandths. */
export const likelyWte = (wte: number, percent: number): number => roundedQuotient(wte * percent, 100, 0);

const stageRule = (stage: string | null, rules: RecruitmentRules) => rules.stages.find(({ key }) => key === stage);

/** Time beside the numbers of whoever starts: weeks of full hours, and the minutes that are owed at the post's WTE. */
export interface Beside {
  readonly weeks: number;
  readonly from: string;
  /** First day in the numbers. */
  readonly until: string;
  readonly minutes: number;
}

/** Full-time hours a week: 4 weeks are the 150 hours that a newly registered midwife is owed. */
const weeklyHours = 37.5;

/** Null where the route starts in the numbers, or the post has no start. */
export function besideOf(post: VacancyPostCells, start: Start, { routes }: RecruitmentRules): Beside | null {
  if (start.on === null) return null;
  const ofRoute = routes.find(({ key }) => key === post.route)?.supernumeraryWeeks ?? 0;
  const weeks = post.supernumeraryWeeks ?? ofRoute;
  if (weeks === 0) return null;
  const minutes = roundedQuotient(weeks * weeklyHours * 60 * post.wte, 100_000, 0);
  return { weeks, from: start.on, until: addDays(start.on, weeks * 7), minutes };
}
