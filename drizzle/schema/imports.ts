import { sql } from 'drizzle-orm';
import { blob, index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { trust } from './organisation.ts';

/** One import of one file: what was read, how it was understood, and what became of its rows. */
export const batch = sqliteTable(
  'batch',
  {
    id: integer('id').primaryKey(),
    trustId: integer('trust_id')
      .notNull()
      .references(() => trust.id, { onDelete: 'restrict' }),
    /** duty_roster, bank_list and so on: the key of a file in `resources/import-formats/`. */
    kind: text('kind').notNull(),
    /** The variant recognised, such as "layout A" of a bank list. */
    format: text('format').notNull(),
    fileName: text('file_name').notNull(),
    fileSha256: text('file_sha256').notNull(),
    fileBytes: integer('file_bytes').notNull(),
    sheet: text('sheet').notNull(),
    headerRow: integer('header_row').notNull(),
    /** The file's headings, cleaned, sorted and joined: the same set means the same shape. */
    headings: text('headings').notNull(),
    /** JSON: the columns of the fields, code words, mended cells, rows left out, period and units, as the rows were read. */
    reading: text('reading').notNull(),
    periodFirst: text('period_first'),
    periodLast: text('period_last'),
    rowsRead: integer('rows_read').notNull(),
    rowsAccepted: integer('rows_accepted').notNull(),
    rowsRefused: integer('rows_refused').notNull(),
    rowsIgnored: integer('rows_ignored').notNull(),
    /** JSON: remarks on the file as a whole. */
    remarks: text('remarks').notNull(),
    /** JSON: ids of the units that did not exist before this import. */
    unitsMade: text('units_made').notNull(),
    /** JSON: the matching that was remembered for these headings before; null where this import remembered nothing. */
    rememberedBefore: text('remembered_before'),
    committedAt: text('committed_at').notNull(),
    /** The name by which the system knows the person. */
    committedBy: text('committed_by').notNull(),
    /** Set while the import is undone: its rows are away, kept in `set_aside`. */
    undoneAt: text('undone_at'),
  },
  (table) => [index('batch_of_trust').on(table.trustId, table.kind), index('batch_file').on(table.fileSha256)],
);

/** A row that was refused, ignored or accepted with a warning, with what the file said: left out is not lost. */
export const batchRow = sqliteTable(
  'batch_row',
  {
    id: integer('id').primaryKey(),
    batchId: integer('batch_id')
      .notNull()
      .references(() => batch.id, { onDelete: 'restrict' }),
    row: integer('row').notNull(),
    outcome: text('outcome', { enum: ['accepted', 'refused', 'ignored'] }).notNull(),
    /** Reason of a refusal or of ignoring, code of a warning. */
    reason: text('reason').notNull(),
    field: text('field'),
    read: text('read'),
    expected: text('expected'),
    message: text('message'),
    /** JSON: the row's cells by column, each as its sheet stores and shows it. */
    cells: text('cells').notNull(),
    /** JSON, of a row left out: field to the value that a person typed for it after the import. */
    mends: text('mends'),
    /** JSON, of a row that was left out and joined the import later: when, by whom, and the problem that it had. */
    joined: text('joined'),
  },
  (table) => [
    index('batch_row_of_batch').on(table.batchId, table.row),
    index('batch_row_joined').on(table.batchId).where(sql`joined IS NOT NULL`),
  ],
);

/**
 * Stored rows of an import that are away: the import was undone (`byBatchId` is itself), or a later import took their
 * place. They come back when that is undone or redone.
 */
export const setAside = sqliteTable(
  'set_aside',
  {
    id: integer('id').primaryKey(),
    batchId: integer('batch_id')
      .notNull()
      .references(() => batch.id, { onDelete: 'restrict' }),
    byBatchId: integer('by_batch_id')
      .notNull()
      .references(() => batch.id, { onDelete: 'restrict' }),
    tableName: text('table_name').notNull(),
    count: integer('count').notNull(),
    /** Deflated JSON: `{columns, rows}`. */
    rows: blob('rows', { mode: 'buffer' }).notNull(),
  },
  (table) => [index('set_aside_of_batch').on(table.batchId), index('set_aside_by_batch').on(table.byBatchId)],
);

/** How a trust's file of one shape was matched, where a person had to correct what was recognised. */
export const importMapping = sqliteTable(
  'import_mapping',
  {
    id: integer('id').primaryKey(),
    trustId: integer('trust_id')
      .notNull()
      .references(() => trust.id, { onDelete: 'restrict' }),
    kind: text('kind').notNull(),
    /** The file's headings, cleaned, sorted and joined: the same set means the same shape. */
    headings: text('headings').notNull(),
    /** JSON. */
    mapping: text('mapping').notNull(),
  },
  (table) => [uniqueIndex('import_mapping_of_shape').on(table.trustId, table.kind, table.headings)],
);
