import type { VacancyPost, VacancyPostCells, VacancyPostField } from '#contract';
import { dateInWords, isDate } from '../../core/dates.ts';
import { formatWte } from '../../core/wte.ts';
import type { Database } from '../../database/database.ts';
import { recordChange } from '../../database/history.ts';
import { cellAsText } from './calculations/plan.ts';
import { titleOf } from './plan-figures.ts';
import { dropEdits, insertFallenOffer, putEdit, putStage, updatePost } from './plan-repository.ts';

/** Whose change it is, and when. */
export interface By {
  readonly trustId: number;
  readonly at: string;
  /** The civil date. */
  readonly day: string;
}

const fieldNames: Record<VacancyPostField, string> = {
  vacancyRef: 'number',
  post: 'post',
  unit: 'unit',
  staffGroup: 'staff group',
  band: 'band',
  wte: 'WTE',
  since: 'vacant since',
  reason: 'reason',
  approvedBy: 'approved by',
  approved: 'approved',
  advertised: 'advert',
  shortlisted: 'shortlisted',
  interviewed: 'interviewed',
  offered: 'offer',
  cleared: 'checks done',
  expectedStart: 'expected start',
  start: 'start',
  stage: 'stage',
  route: 'route',
  cohort: 'cohort',
  university: 'university',
  candidate: 'candidate',
  probability: 'likelihood',
  supernumeraryWeeks: 'supernumerary weeks',
  notes: 'notes',
};

/** Id of a post entered by hand; undefined for a tracker's. */
export function ownId(key: string): number | undefined {
  const parts = /^own:(\d+)$/.exec(key);
  return parts ? Number(parts[1]) : undefined;
}

/** Changes cells of a post as one named change; null where they say what it says already. */
export function changePost(
  database: Database,
  by: By,
  post: VacancyPost,
  cells: Partial<VacancyPostCells>,
  nameOf: (field: VacancyPostField, value: string) => string,
): string | null {
  const changes = changedCells(post, cells);
  if (changes.length === 0) return null;
  const said = changes.map(([field, value]) => {
    const shown = field === 'wte' ? formatWte(Number(value)) : value === null ? 'none' : inWords(String(value));
    return `${fieldNames[field]} ${nameOf(field, shown)}`;
  });
  const label = `${titleOf(post)}: ${said.slice(0, 3).join(', ')}${said.length > 3 ? ' and more' : ''}`;
  recordChange(database, { trustId: by.trustId, label, at: by.at }, () => write(database, by, post, changes));
  return label;
}

type Change = [VacancyPostField, string | number | null];

function changedCells(post: VacancyPost, cells: Partial<VacancyPostCells>): Change[] {
  return (Object.entries(cells) as [VacancyPostField, string | number | null | undefined][]).flatMap(
    ([field, value]): Change[] => (value === undefined || post[field] === value ? [] : [[field, value]]),
  );
}

const inWords = (value: string) =>
  isDate(value) ? dateInWords(value) : value.length > 60 ? `${value.slice(0, 57)}…` : value;

/** Of a tracker's post only what differs from the file is kept. */
function write(database: Database, { trustId, day }: By, post: VacancyPost, changes: readonly Change[]): void {
  const put = changes.find(([field]) => field === 'stage');
  if (put) putStage(database, trustId, post.key, { day, stage: cellAsText(put[1]) });
  const id = ownId(post.key);
  if (id !== undefined) {
    updatePost(database, id, Object.fromEntries(changes) as Partial<VacancyPostCells>);
    return;
  }
  for (const [field, value] of changes) {
    const kept = post.edited.find((edit) => edit.field === field);
    const file = kept ? kept.file : cellAsText(post[field]);
    const text = cellAsText(value);
    if (text === file) dropEdits(database, trustId, post.key, field);
    else putEdit(database, trustId, post.key, field, text);
  }
}

/** Notes an offer that came to nothing, and takes the post back to a stage, without its offer and what came after it. */
export function fallThrough(
  database: Database,
  by: By,
  post: VacancyPost,
  { fell, reason, backTo }: { fell: string; reason: string | null; backTo: string },
): string {
  const label = `Offer fell through: ${titleOf(post)}`;
  const cleared = { offered: null, cleared: null, expectedStart: null, start: null, candidate: null, stage: backTo };
  recordChange(database, { trustId: by.trustId, label, at: by.at }, () => {
    insertFallenOffer(database, {
      trustId: by.trustId,
      vacancyKey: post.key,
      offered: post.offered,
      fell,
      stage: post.stageName,
      route: post.routeName,
      reason,
    });
    write(database, by, post, changedCells(post, cleared));
  });
  return label;
}
