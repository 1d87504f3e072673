import type { Database } from '../database/database.ts';
import { type Broken, ChainReader } from './chain.ts';
import { entriesAfter } from './repository.ts';
import type { AuditTrail } from './trail.ts';

/** What verifying found. */
export interface Verdict {
  readonly entries: number;
  readonly broken: Broken | null;
}

const AT_ONCE = 500;
/** After the first screen has been drawn, in milliseconds. */
const DELAY = 5000;

/** Reads every chain from its beginning, piece by piece; ends at the first entry that is broken. */
export function* verifying(database: Database): Generator<void, Verdict> {
  const reader = new ChainReader();
  let after: { chain: string; number: number } | null = null;
  for (;;) {
    const rows = entriesAfter(database, after, AT_ONCE);
    for (const row of rows) {
      const broken = reader.read(row);
      if (broken) return { entries: reader.entries, broken };
      after = row;
    }
    if (rows.length < AT_ONCE) return { entries: reader.entries, broken: null };
    yield;
  }
}

/** The verdict on the whole audit. */
export function verifyAudit(database: Database): Verdict {
  const reading = verifying(database);
  for (;;) {
    const step = reading.next();
    if (step.done) return step.value;
  }
}

/** Verifies in the background, a few milliseconds at a time, once the planner has started. */
export function verifyLater(database: Database, trail: AuditTrail): void {
  const reading = verifying(database);
  const go = () => {
    if (!database.sqlite.open) return;
    const step = reading.next();
    if (step.done) trail.verdict = step.value;
    else setImmediate(go);
  };
  setTimeout(go, DELAY).unref();
}

/** What was found, in words. */
export const inWords = ({ entries, broken }: Verdict) =>
  broken === null
    ? `The audit is whole: ${entries} ${entries === 1 ? 'entry follows' : 'entries follow'} from one another.`
    : `The audit is broken at entry ${broken.number} of chain ${broken.chain}: ${broken.why}.`;
