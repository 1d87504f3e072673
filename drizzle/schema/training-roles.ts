import { integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { trust } from './organisation.ts';

const ofTrust = () =>
  integer('trust_id')
    .notNull()
    .references(() => trust.id, { onDelete: 'restrict' });

/** What one person has of a role or framework: a support worker's level and passport, a coordinator's module, a PMA. */
export const roleRecord = sqliteTable(
  'role_record',
  {
    id: integer('id').primaryKey(),
    trustId: ofTrust(),
    role: text('role', { enum: ['support', 'coordinator', 'pma'] }).notNull(),
    person: text('person').notNull(),
    /** Level of the framework for support workers. */
    level: integer('level'),
    /** Competencies of the passport that are signed. */
    competencies: integer('competencies'),
    /** In the role since. */
    since: text('since'),
    /** Orientation of a coordinator done on. */
    oriented: text('oriented_on'),
    /** Passport signed off, module done, or qualified on. */
    done: text('done_on'),
    /** Who signed, or who gave the module. */
    by: text('signed_by'),
    /** Protected hours a month in minutes. */
    protectedMinutes: integer('protected_minutes'),
    ended: text('ended_on'),
    note: text('note'),
  },
  (table) => [uniqueIndex('role_record_of').on(table.trustId, table.role, table.person)],
);

/** By when a unit is to be done with a roll-out, and who leads it there. */
export const rolloutUnit = sqliteTable(
  'rollout_unit',
  {
    id: integer('id').primaryKey(),
    trustId: ofTrust(),
    /** Key of a roll-out of the pack. */
    rollout: text('rollout').notNull(),
    /** The unit as the staff list names it. */
    unit: text('unit').notNull(),
    planned: text('planned_by'),
    lead: text('lead'),
    note: text('note'),
  },
  (table) => [uniqueIndex('rollout_unit_of').on(table.trustId, table.rollout, table.unit)],
);
