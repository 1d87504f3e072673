import { integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { trust } from './organisation.ts';

/** A workbook of the LMNS into which returns are poured, uploaded once. */
export const lmnsWorkbook = sqliteTable(
  'lmns_workbook',
  {
    id: integer('id').primaryKey(),
    trustId: integer('trust_id')
      .notNull()
      .references(() => trust.id, { onDelete: 'restrict' }),
    fileName: text('file_name').notNull(),
    sha256: text('sha256').notNull(),
    bytes: integer('bytes').notNull(),
    /** ISO 8601 in UTC. */
    uploadedAt: text('uploaded_at').notNull(),
    /** JSON: words of ours by what the workbook says instead. */
    sayAs: text('say_as').notNull().default('{}'),
  },
  (table) => [uniqueIndex('lmns_workbook_of').on(table.trustId, table.sha256)],
);

/** The workbook itself, base64: text, so that taking it away can be undone. */
export const lmnsWorkbookFile = sqliteTable(
  'lmns_workbook_file',
  {
    id: integer('id').primaryKey(),
    workbookId: integer('workbook_id')
      .notNull()
      .references(() => lmnsWorkbook.id, { onDelete: 'restrict' }),
    contents: text('contents').notNull(),
  },
  (table) => [uniqueIndex('lmns_workbook_file_of').on(table.workbookId)],
);

/** Which part of a return a cell of the workbook takes. */
export const lmnsWorkbookCell = sqliteTable(
  'lmns_workbook_cell',
  {
    id: integer('id').primaryKey(),
    workbookId: integer('workbook_id')
      .notNull()
      .references(() => lmnsWorkbook.id, { onDelete: 'restrict' }),
    sheet: text('sheet').notNull(),
    /** Such as C5. */
    cell: text('cell').notNull(),
    field: text('field').notNull(),
    /** 1 where the person said that the cell's formula may go. */
    overFormula: integer('over_formula').notNull().default(0),
  },
  (table) => [uniqueIndex('lmns_workbook_cell_of').on(table.workbookId, table.sheet, table.cell)],
);
