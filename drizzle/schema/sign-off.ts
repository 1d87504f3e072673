import { integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { trust } from './organisation.ts';

const ofTrust = () =>
  integer('trust_id')
    .notNull()
    .references(() => trust.id, { onDelete: 'restrict' });

/** How far a preceptee is with one competency, and who has signed it. No text of the competency is kept. */
export const competencySignOff = sqliteTable(
  'competency_sign_off',
  {
    id: integer('id').primaryKey(),
    trustId: ofTrust(),
    precepteeKey: text('preceptee_key').notNull(),
    /** Key of the list and number of the competency: 'skills_passport:SP3'. */
    competency: text('competency').notNull(),
    state: text('state').notNull(),
    assessor: text('assessor'),
    assessorSigned: text('assessor_signed'),
    precepteeSigned: text('preceptee_signed'),
  },
  (table) => [uniqueIndex('competency_sign_off_of').on(table.trustId, table.precepteeKey, table.competency)],
);

/** The way from band 5 to band 6, which no date opens by itself. */
export const bandGate = sqliteTable(
  'band_gate',
  {
    id: integer('id').primaryKey(),
    trustId: ofTrust(),
    precepteeKey: text('preceptee_key').notNull(),
    /** Where competencies are followed elsewhere: the day on which they were complete. */
    competenciesComplete: text('competencies_complete'),
    manager: text('manager'),
    managerSigned: text('manager_signed'),
    effective: text('effective'),
    paid: text('paid'),
  },
  (table) => [uniqueIndex('band_gate_of').on(table.trustId, table.precepteeKey)],
);

/** A competency that a trust follows beside the published lists. */
export const ownCompetency = sqliteTable(
  'own_competency',
  {
    id: integer('id').primaryKey(),
    trustId: ofTrust(),
    number: text('number').notNull(),
    title: text('title').notNull(),
  },
  (table) => [uniqueIndex('own_competency_of_trust').on(table.trustId, table.number)],
);
