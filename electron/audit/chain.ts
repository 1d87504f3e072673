import { createHash } from 'node:crypto';

/** What an entry says; `previous` is the hash of the one before it. */
export interface AuditFacts {
  readonly chain: string;
  readonly number: number;
  readonly at: string;
  readonly who: string;
  readonly role: string;
  readonly kind: string;
  readonly what: string;
  readonly trust: string | null;
  readonly record: string | null;
  readonly previous: string;
}

export interface AuditRow extends AuditFacts {
  readonly hash: string;
}

/** What the first entry of a chain has for a hash before it. */
export const NOTHING_BEFORE = '0'.repeat(64);

/** The fields in the order in which they are hashed, which an auditor needs to verify an exported file. */
export const HASHED = ['chain', 'number', 'at', 'who', 'role', 'kind', 'what', 'trust', 'record', 'previous'] as const;

/** SHA-256 in hexadecimal of the fields as one JSON array, in that order, as UTF-8. */
export function hashOf(facts: AuditFacts): string {
  return createHash('sha256')
    .update(JSON.stringify(HASHED.map((field) => facts[field])))
    .digest('hex');
}

export interface Broken {
  readonly chain: string;
  readonly number: number;
  /** In words, to follow "Entry 5 of 2026-10-03:". */
  readonly why: string;
}

/** Follows chains entry by entry. */
export class ChainReader {
  readonly #last = new Map<string, { readonly number: number; readonly hash: string }>();
  entries = 0;

  /** What is wrong with an entry; null where nothing is. The entries of a chain are to come in the order of their numbers. */
  read(row: AuditRow): Broken | null {
    const before = this.#last.get(row.chain) ?? { number: 0, hash: NOTHING_BEFORE };
    const broken = (why: string) => ({ chain: row.chain, number: row.number, why });
    if (row.number !== before.number + 1)
      return broken(`it follows entry ${before.number}, so what was between them has been taken out`);
    if (row.previous !== before.hash) return broken('it does not hold the hash of the entry before it');
    if (row.hash !== hashOf(row)) return broken('what it says has been changed after it was written');
    this.#last.set(row.chain, { number: row.number, hash: row.hash });
    this.entries += 1;
    return null;
  }
}
