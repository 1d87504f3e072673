import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { batch } from './imports.ts';
import { trust, unit } from './organisation.ts';

const ofTrust = () =>
  integer('trust_id')
    .notNull()
    .references(() => trust.id, { onDelete: 'restrict' });
const ofUnit = () => integer('unit_id').references(() => unit.id, { onDelete: 'restrict' });

/** A trust's own days for a year of the incentive scheme, in place of the pack's; null takes the pack's. */
export const incentiveYear = sqliteTable(
  'incentive_year',
  {
    id: integer('id').primaryKey(),
    trustId: ofTrust(),
    /** The year of the scheme, such as 7. */
    year: integer('year').notNull(),
    first: text('first'),
    last: text('last'),
    declareBy: text('declare_by'),
  },
  (table) => [uniqueIndex('incentive_year_of').on(table.trustId, table.year)],
);

/** How a trust stands with one requirement of a year. */
export const incentiveAnswer = sqliteTable(
  'incentive_answer',
  {
    id: integer('id').primaryKey(),
    trustId: ofTrust(),
    year: integer('year').notNull(),
    requirement: text('requirement').notNull(),
    status: text('status', { enum: ['met', 'on_track', 'at_risk', 'not_met'] }),
    note: text('note').notNull().default(''),
    lead: text('lead').notNull().default(''),
    due: text('due'),
    /** Percent that the trust holds itself to; null takes the pack's. */
    threshold: integer('threshold'),
  },
  (table) => [uniqueIndex('incentive_answer_of').on(table.trustId, table.year, table.requirement)],
);

/** What was entered in a field of a requirement: text, a date, a whole number, yes or no, or hundred-thousandths of a WTE. */
export const incentiveField = sqliteTable(
  'incentive_field',
  {
    id: integer('id').primaryKey(),
    trustId: ofTrust(),
    year: integer('year').notNull(),
    requirement: text('requirement').notNull(),
    field: text('field').notNull(),
    value: text('value').notNull(),
  },
  (table) => [uniqueIndex('incentive_field_of').on(table.trustId, table.year, table.requirement, table.field)],
);

/** A document that proves a requirement: its title and where it is kept. The planner stores no files. */
export const incentiveEvidence = sqliteTable(
  'incentive_evidence',
  {
    id: integer('id').primaryKey(),
    trustId: ofTrust(),
    year: integer('year').notNull(),
    requirement: text('requirement').notNull(),
    title: text('title').notNull(),
    place: text('place').notNull(),
    dated: text('dated'),
  },
  (table) => [index('incentive_evidence_of').on(table.trustId, table.year)],
);

/** A red flag that a trust has added to the nine of the guideline. */
export const localRedFlag = sqliteTable(
  'local_red_flag',
  {
    id: integer('id').primaryKey(),
    trustId: ofTrust(),
    name: text('name').notNull(),
    nameKey: text('name_key').notNull(),
    meaning: text('meaning').notNull().default(''),
    position: integer('position').notNull(),
  },
  (table) => [uniqueIndex('local_red_flag_of').on(table.trustId, table.nameKey)],
);

/** A count of a unit and month: of a red flag, of women in labour, of births. No row is "not known", which is not nought. */
export const monthlyCount = sqliteTable(
  'monthly_count',
  {
    id: integer('id').primaryKey(),
    trustId: ofTrust(),
    unitId: ofUnit().notNull(),
    /** 'YYYY-MM'. */
    month: text('month').notNull(),
    /** Key of a flag or count of the pack, or 'local_' and the id of a local flag. */
    counted: text('counted').notNull(),
    count: integer('count').notNull(),
  },
  (table) => [
    uniqueIndex('monthly_count_of').on(table.trustId, table.month, table.unitId, table.counted),
    index('monthly_count_unit').on(table.unitId),
  ],
);

/** A count of a unit and month that an imported file has. What was entered by hand counts before it. */
export const importedCount = sqliteTable(
  'imported_count',
  {
    id: integer('id').primaryKey(),
    trustId: ofTrust(),
    batchId: integer('batch_id')
      .notNull()
      .references(() => batch.id, { onDelete: 'restrict' }),
    /** Row of the sheet that this came from. */
    row: integer('row').notNull(),
    unitId: ofUnit().notNull(),
    /** The first day of the month. */
    date: text('date').notNull(),
    /** As in `monthly_count`. */
    counted: text('counted').notNull(),
    count: integer('count').notNull(),
  },
  (table) => [
    index('imported_count_of').on(table.trustId, table.date, table.unitId, table.counted, table.batchId, table.count),
    index('imported_count_of_batch').on(table.batchId),
    index('imported_count_unit').on(table.unitId),
  ],
);

/** What was done about a red flag. */
export const redFlagAction = sqliteTable(
  'red_flag_action',
  {
    id: integer('id').primaryKey(),
    trustId: ofTrust(),
    unitId: ofUnit(),
    month: text('month').notNull(),
    /** As `counted`; null where it is about red flags together. */
    flag: text('flag'),
    action: text('action').notNull(),
    lead: text('lead').notNull().default(''),
    due: text('due'),
    done: text('done'),
  },
  (table) => [
    index('red_flag_action_of').on(table.trustId, table.month),
    index('red_flag_action_unit').on(table.unitId),
  ],
);
