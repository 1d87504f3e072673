import { randomBytes } from 'node:crypto';
import type { Database } from '../database/database.ts';
import { type AuditFacts, type AuditRow, hashOf, NOTHING_BEFORE } from './chain.ts';

/** An entry before it has its place in the chain. */
export type AuditEntry = Omit<AuditFacts, 'chain' | 'number' | 'previous'>;

const COLUMNS = 'chain, number, at, who, role, kind, what, trust, record, previous, hash';

/** Adds entries to this store's own chain, in one transaction or as a part of the one that is open. */
export function appendEntries(database: Database, entries: readonly AuditEntry[]): void {
  const { sqlite } = database;
  const append = () => {
    const chain = ownChain(database) ?? randomBytes(8).toString('hex');
    let last = sqlite
      .prepare<[string], { number: number; hash: string }>(
        'SELECT number, hash FROM audit_entry WHERE chain = ? ORDER BY number DESC LIMIT 1',
      )
      .get(chain) ?? { number: 0, hash: NOTHING_BEFORE };
    const insert = sqlite.prepare(
      `INSERT INTO audit_entry (${COLUMNS})
       VALUES (@chain, @number, @at, @who, @role, @kind, @what, @trust, @record, @previous, @hash)`,
    );
    for (const entry of entries) {
      const facts = { ...entry, chain, number: last.number + 1, previous: last.hash };
      last = { number: facts.number, hash: hashOf(facts) };
      insert.run({ ...facts, hash: last.hash });
    }
  };
  sqlite.transaction(append).immediate();
}

/** The chain that this store writes; undefined before its first entry. */
export function ownChain({ sqlite }: Database): string | undefined {
  return sqlite.prepare<[], string>('SELECT chain FROM audit_entry ORDER BY id LIMIT 1').pluck().get();
}

/** So many of the newest entries of the store's own chain, each without its place in it. */
export function newestEntries(database: Database, limit: number): AuditEntry[] {
  return database.sqlite
    .prepare<[string, number], AuditEntry>(
      `SELECT at, who, role, kind, what, trust, record FROM audit_entry WHERE chain = ? ORDER BY number DESC LIMIT ?`,
    )
    .all(ownChain(database) ?? '', limit);
}

/** Entries by chain and number, after a row, so many of them: to be read piece by piece. */
export function entriesAfter({ sqlite }: Database, after: { chain: string; number: number } | null, limit: number) {
  return sqlite
    .prepare<[string, number, number], AuditRow>(
      `SELECT ${COLUMNS} FROM audit_entry WHERE (chain, number) > (?, ?) ORDER BY chain, number LIMIT ?`,
    )
    .all(after?.chain ?? '', after?.number ?? 0, limit);
}

export interface EntryFilter {
  readonly first: string | null;
  readonly last: string | null;
  readonly who: string | null;
  readonly kind: string | null;
  readonly record: string | null;
}

const WHERE = `(@first IS NULL OR at >= @first) AND (@last IS NULL OR at < date(@last, '+1 day'))
  AND (@who IS NULL OR who = @who) AND (@kind IS NULL OR kind = @kind) AND (@record IS NULL OR instr(record, @record) > 0)`;

/** Entries that a filter lets through, the newest first, at most `limit`, and how many there are. */
export function findEntries({ sqlite }: Database, filter: EntryFilter, limit: number) {
  const rows = sqlite
    .prepare<[EntryFilter & { limit: number }], AuditRow & { id: number }>(
      `SELECT id, ${COLUMNS} FROM audit_entry WHERE ${WHERE} ORDER BY id DESC LIMIT @limit`,
    )
    .all({ ...filter, limit });
  const total =
    sqlite.prepare<[EntryFilter], number>(`SELECT count(*) FROM audit_entry WHERE ${WHERE}`).pluck().get(filter) ?? 0;
  const people = sqlite.prepare<[], string>('SELECT DISTINCT who FROM audit_entry ORDER BY who').pluck().all();
  return { rows, total, people };
}
