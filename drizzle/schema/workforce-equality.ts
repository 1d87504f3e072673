import { integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { trust } from './organisation.ts';

const ofTrust = () =>
  integer('trust_id')
    .notNull()
    .references(() => trust.id, { onDelete: 'restrict' });

/** A day as on which workforce equality was looked at, usually 31 March. */
export const equalitySnapshot = sqliteTable(
  'equality_snapshot',
  {
    id: integer('id').primaryKey(),
    trustId: ofTrust(),
    day: text('date').notNull(),
    note: text('note'),
  },
  (table) => [uniqueIndex('equality_snapshot_of').on(table.trustId, table.day)],
);

/** What was counted for one indicator and ethnic group: people only, nobody by name. */
export const equalityCount = sqliteTable(
  'equality_count',
  {
    id: integer('id').primaryKey(),
    snapshotId: integer('snapshot_id')
      .notNull()
      .references(() => equalitySnapshot.id, { onDelete: 'restrict' }),
    /** Key of an indicator of the pack, or 'workforce'. */
    indicator: text('indicator').notNull(),
    /** 'white', 'bme' or 'unknown'. */
    ethnicGroup: text('ethnic_group').notNull(),
    counted: integer('counted'),
    /** Out of how many; null where the staff list or another count tells, or it is not known. */
    outOf: integer('out_of'),
  },
  (table) => [uniqueIndex('equality_count_of').on(table.snapshotId, table.indicator, table.ethnicGroup)],
);

/** How far the trust is with a line of the anti-racism checklist, and what proves it. */
export const equalityCheck = sqliteTable(
  'equality_check',
  {
    id: integer('id').primaryKey(),
    trustId: ofTrust(),
    /** Key of a line of the pack. */
    line: text('line').notNull(),
    state: text('state'),
    evidence: text('evidence'),
    /** The role that answers for it. */
    lead: text('lead'),
    day: text('date'),
  },
  (table) => [uniqueIndex('equality_check_of').on(table.trustId, table.line)],
);
