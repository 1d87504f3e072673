import { backupsIn } from '../backups/own-folder.ts';
import type { Context } from '../context.ts';
import type { Database } from '../database/database.ts';
import { type AuditRow, type Broken, ChainReader } from './chain.ts';
import { missingEnd } from './end.ts';
import { entriesAfter } from './repository.ts';
import { END_MISSING } from './trail.ts';

/** What verifying found. */
export interface Verdict {
  readonly entries: number;
  readonly broken: Broken | null;
  /** Entries that tell of an end that was found missing at an earlier start. */
  readonly earlier: readonly Pick<AuditRow, 'at' | 'record'>[];
}

type Verified = Pick<Context, 'database' | 'audit' | 'backups'>;

const AT_ONCE = 500;
/** After the first screen has been drawn, in milliseconds. */
const DELAY = 5000;

/** Reads every chain from its beginning, piece by piece; ends at the first entry that is broken. */
function* verifying(database: Database): Generator<void, Verdict> {
  const reader = new ChainReader();
  const earlier: AuditRow[] = [];
  let after: { chain: string; number: number } | null = null;
  for (;;) {
    const rows = entriesAfter(database, after, AT_ONCE);
    for (const row of rows) {
      const broken = reader.read(row);
      if (broken) return { entries: reader.entries, broken, earlier };
      if (row.what === END_MISSING) earlier.push(row);
      after = row;
    }
    if (rows.length < AT_ONCE) return { entries: reader.entries, broken: null, earlier };
    yield;
  }
}

/** Asks the second places, where nothing is wrong with the entries that are there: the note beside the store, and each backup. */
async function withEnds({ database, audit, backups }: Verified, verdict: Verdict): Promise<Verdict> {
  if (verdict.broken !== null) return verdict;
  if (audit.missing !== null) return { ...verdict, broken: audit.missing };
  const { sqlite } = database;
  const isHere = sqlite.prepare<[string], number>('SELECT 1 FROM audit_entry WHERE chain = ? LIMIT 1').pluck();
  for (const { header } of await backupsIn(backups.folder)) {
    if (!sqlite.open) break;
    const end = header?.auditEnd ?? null;
    // A backup of another PC that was put here tells of its own chain.
    if (header === null || end === null || isHere.get(end.chain) === undefined) continue;
    const broken = missingEnd(sqlite, end, `the backup of ${header.madeAt.slice(0, 16).replace('T', ' ')} UTC`);
    if (broken !== null) return { ...verdict, broken };
  }
  return verdict;
}

/** The verdict on the whole audit. */
export function verifyAudit(context: Verified): Promise<Verdict> {
  const reading = verifying(context.database);
  for (;;) {
    const step = reading.next();
    if (step.done) return withEnds(context, step.value);
  }
}

/** Verifies in the background, a few milliseconds at a time, once the planner has started. */
export function verifyLater(context: Verified): void {
  const { database, audit } = context;
  const reading = verifying(database);
  const go = () => {
    if (!database.sqlite.open) return;
    const step = reading.next();
    if (!step.done) return void setImmediate(go);
    withEnds(context, step.value).then(
      (verdict) => (audit.verdict = verdict),
      () => (audit.verdict = step.value),
    );
  };
  setTimeout(go, DELAY).unref();
}

/** What was found, in words. */
export function inWords({ entries, broken, earlier }: Verdict): string {
  const found =
    broken === null
      ? `The audit is whole: ${entries} ${entries === 1 ? 'entry follows' : 'entries follow'} from one another.`
      : `The audit is broken at entry ${broken.number} of chain ${broken.chain}: ${broken.why}.`;
  return [
    found,
    ...earlier.map(({ at, record }) => `On ${at.slice(0, 10)} its end was found missing: ${record}.`),
  ].join(' ');
}
