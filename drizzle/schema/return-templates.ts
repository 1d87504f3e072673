import { integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { trust } from './organisation.ts';

/** A workbook of the LMNS into which returns are poured, uploaded once. */
export const returnTemplate = sqliteTable(
  'return_template',
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
  (table) => [uniqueIndex('return_template_of').on(table.trustId, table.sha256)],
);

/** The workbook itself, base64: text, so that taking a template away can be undone. */
export const returnTemplateFile = sqliteTable(
  'return_template_file',
  {
    id: integer('id').primaryKey(),
    templateId: integer('template_id')
      .notNull()
      .references(() => returnTemplate.id, { onDelete: 'restrict' }),
    contents: text('contents').notNull(),
  },
  (table) => [uniqueIndex('return_template_file_of').on(table.templateId)],
);

/** Which part of a return a cell of the workbook takes. */
export const returnTemplateCell = sqliteTable(
  'return_template_cell',
  {
    id: integer('id').primaryKey(),
    templateId: integer('template_id')
      .notNull()
      .references(() => returnTemplate.id, { onDelete: 'restrict' }),
    sheet: text('sheet').notNull(),
    /** Such as C5. */
    cell: text('cell').notNull(),
    field: text('field').notNull(),
    /** 1 where the person said that the cell's formula may go. */
    overFormula: integer('over_formula').notNull().default(0),
  },
  (table) => [uniqueIndex('return_template_cell_of').on(table.templateId, table.sheet, table.cell)],
);
