import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { trust } from './organisation.ts';

/** A training needs analysis of one year in one version. */
export const needsAnalysis = sqliteTable(
  'needs_analysis',
  {
    id: integer('id').primaryKey(),
    trustId: integer('trust_id')
      .notNull()
      .references(() => trust.id, { onDelete: 'restrict' }),
    /** The day on which the year begins. */
    first: text('first_day').notNull(),
    version: integer('version').notNull(),
    madeOn: text('made_on').notNull(),
    /** What the sums are worked out with, as JSON: people who do not come, turnover, cost and funding. */
    assumptions: text('assumptions').notNull(),
  },
  (table) => [uniqueIndex('needs_analysis_of_trust').on(table.trustId, table.first, table.version)],
);

const ofAnalysis = () =>
  integer('needs_analysis_id')
    .notNull()
    .references(() => needsAnalysis.id, { onDelete: 'restrict' });

/** What one staff group needs of one topic, where that is not what the framework says; `cells` is JSON. */
export const needsCell = sqliteTable(
  'needs_cell',
  {
    id: integer('id').primaryKey(),
    analysisId: ofAnalysis(),
    topic: text('topic').notNull(),
    group: text('staff_group').notNull(),
    cells: text('cells').notNull(),
  },
  (table) => [uniqueIndex('needs_cell_of').on(table.analysisId, table.topic, table.group)],
);

/** How one topic is taught, and in which years, where that is not what the framework says; `cells` is JSON. */
export const needsTopic = sqliteTable(
  'needs_topic',
  {
    id: integer('id').primaryKey(),
    analysisId: ofAnalysis(),
    topic: text('topic').notNull(),
    cells: text('cells').notNull(),
  },
  (table) => [uniqueIndex('needs_topic_of').on(table.analysisId, table.topic)],
);

/** Who has approved a version, and when. */
export const needsApproval = sqliteTable(
  'needs_approval',
  {
    id: integer('id').primaryKey(),
    analysisId: ofAnalysis(),
    body: text('body', { enum: ['leads', 'board', 'lmns'] }).notNull(),
    date: text('date').notNull(),
    by: text('approved_by').notNull(),
    note: text('note'),
  },
  (table) => [index('needs_approval_of').on(table.analysisId)],
);
