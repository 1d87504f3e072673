import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';

/**
 * One entry of the audit: who did what and when, and never what was seen or written. Append-only: triggers refuse any
 * change. Each entry holds the hash of the one before it in its chain; a restored backup may bring another PC's chain along.
 */
export const auditEntry = sqliteTable(
  'audit_entry',
  {
    id: integer('id').primaryKey(),
    /** Of the store that wrote it; the chain of the first row is this store's own. */
    chain: text('chain').notNull(),
    /** 1, 2, 3, … within the chain. */
    number: integer('number').notNull(),
    at: text('at').notNull(),
    /** Name of the profile. */
    who: text('who').notNull(),
    role: text('role').notNull(),
    kind: text('kind').notNull(),
    /** `noun.verb` of the contract, or of the command line. */
    what: text('what').notNull(),
    /** Code of the trust; no reference, so that the entry outlives it. */
    trust: text('trust'),
    /** Ids of what it was done to; a person by a mark that only who has the number can work out. */
    record: text('record'),
    previous: text('previous').notNull(),
    hash: text('hash').notNull(),
  },
  (table) => [
    uniqueIndex('audit_entry_of_chain').on(table.chain, table.number),
    index('audit_entry_of_record').on(table.record),
  ],
);
