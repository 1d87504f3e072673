import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { batch } from './imports.ts';
import { trust, unit } from './organisation.ts';

/**
 * One line of the establishment: a unit, staff group and band, with what is required, funded and in post.
 * Whole-time equivalents are hundred-thousandths; null is "not known", which is not nought.
 */
export const establishmentLine = sqliteTable(
  'establishment_line',
  {
    id: integer('id').primaryKey(),
    trustId: integer('trust_id')
      .notNull()
      .references(() => trust.id, { onDelete: 'restrict' }),
    unitId: integer('unit_id')
      .notNull()
      .references(() => unit.id, { onDelete: 'restrict' }),
    staffGroup: text('staff_group').notNull(),
    band: text('band').notNull(),
    requiredWte: integer('required_wte'),
    /** Where the requirement comes from: report reference, local agreement. */
    requiredSource: text('required_source'),
    /** Birthrate+, neonatal calculator, locally agreed and so on. */
    requiredTool: text('required_tool'),
    requiredDate: text('required_date'),
    fundedWte: integer('funded_wte'),
    inPostWte: integer('in_post_wte'),
  },
  (table) => [uniqueIndex('establishment_line_of').on(table.trustId, table.unitId, table.staffGroup, table.band)],
);

/** A line of a finance ledger: posts that are funded as on the last day of a month. */
export const ledgerLine = sqliteTable(
  'ledger_line',
  {
    id: integer('id').primaryKey(),
    trustId: integer('trust_id')
      .notNull()
      .references(() => trust.id, { onDelete: 'restrict' }),
    batchId: integer('batch_id')
      .notNull()
      .references(() => batch.id, { onDelete: 'restrict' }),
    /** Row of the sheet that this came from. */
    row: integer('row').notNull(),
    /** The day as on which the ledger says what is funded. */
    census: text('date').notNull(),
    costCentre: text('cost_centre'),
    costCentreName: text('cost_centre_name'),
    subjective: text('subjective'),
    post: text('post'),
    /** The number that staff record and ledger share for a post; few ledgers have it. */
    positionNumber: text('position_number'),
    /** '2' to '9', '8a' to '8d'; null for a post without a band. */
    band: text('band'),
    staffGroup: text('staff_group'),
    /** Hundred-thousandths of a WTE, as printed. */
    funded: integer('funded').notNull(),
    fundingEnd: text('funding_end'),
    /** Pence a year. */
    annualBudget: integer('annual_budget'),
    /** WTE that was worked in the month, in hundred-thousandths. */
    worked: integer('worked'),
  },
  (table) => [
    index('ledger_line_of_trust').on(table.trustId, table.census),
    index('ledger_line_of_batch').on(table.batchId),
  ],
);

/**
 * What a person says of a difference between ledger and staff list: one note for each cost centre, group and band, and
 * one for each post of it, which goes on from month to month until it is settled.
 */
export const reconciliationNote = sqliteTable(
  'reconciliation_note',
  {
    id: integer('id').primaryKey(),
    trustId: integer('trust_id')
      .notNull()
      .references(() => trust.id, { onDelete: 'restrict' }),
    /** Capitals, and without zeros on the left. */
    costCentre: text('cost_centre').notNull(),
    staffGroup: text('staff_group').notNull(),
    band: text('band').notNull(),
    /** Key of one post of it; '' where the note is of the cost centre, group and band as a whole. */
    post: text('post').notNull().default(''),
    reason: text('reason'),
    owner: text('owner'),
    note: text('note').notNull(),
    /** The day of the ledger with which it was settled, and both figures then: it opens again when one changes. */
    settledOn: text('settled_on'),
    settledFunded: integer('settled_funded'),
    settledInPost: integer('settled_in_post'),
  },
  (table) => [
    uniqueIndex('reconciliation_note_of').on(table.trustId, table.costCentre, table.staffGroup, table.band, table.post),
  ],
);
