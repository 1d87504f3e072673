import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { trust } from './organisation.ts';

/** A round of an assessment by a tool: of retention, by the whole trust, a unit or a team; or of a placement area. */
export const selfAssessment = sqliteTable(
  'self_assessment',
  {
    id: integer('id').primaryKey(),
    trustId: integer('trust_id')
      .notNull()
      .references(() => trust.id, { onDelete: 'restrict' }),
    /** 'retention' or 'learning'. */
    tool: text('tool').notNull(),
    name: text('name').notNull(),
    /** 'trust', 'unit' or 'team'. */
    level: text('level').notNull(),
    /** Which unit or team. */
    place: text('place'),
    day: text('date').notNull(),
    by: text('assessed_by'),
  },
  (table) => [index('self_assessment_of_trust').on(table.trustId, table.day)],
);

/** What a round says of one statement. */
export const selfAssessmentAnswer = sqliteTable(
  'self_assessment_answer',
  {
    id: integer('id').primaryKey(),
    selfAssessmentId: integer('self_assessment_id')
      .notNull()
      .references(() => selfAssessment.id, { onDelete: 'restrict' }),
    /** Key of a statement of the pack. */
    statement: text('statement').notNull(),
    rating: text('rating'),
    evidence: text('evidence'),
    gap: text('gap'),
    priority: text('priority'),
    /** Key of the action that a gap became. */
    actionKey: text('action_key'),
  },
  (table) => [uniqueIndex('self_assessment_answer_of').on(table.selfAssessmentId, table.statement)],
);
