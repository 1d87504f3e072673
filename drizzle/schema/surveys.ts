import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { trust } from './organisation.ts';

/** What a survey of a year says of one indicator for one group. Scores are hundredths of their unit. */
export const surveyResult = sqliteTable(
  'survey_result',
  {
    id: integer('id').primaryKey(),
    trustId: integer('trust_id')
      .notNull()
      .references(() => trust.id, { onDelete: 'restrict' }),
    /** Keys of the pack. */
    survey: text('survey').notNull(),
    year: integer('year').notNull(),
    /** Who answered, in words. */
    group: text('respondents').notNull(),
    indicator: text('indicator').notNull(),
    /** Null where not known, and where too few answered. */
    score: integer('score'),
    benchmark: integer('benchmark'),
    /** How many answered. */
    answers: integer('answers'),
    /** 1 or 0: too few answered, so no score is kept. */
    suppressed: integer('suppressed').notNull(),
    /** Key of the action that the finding became. */
    actionKey: text('action_key'),
  },
  (table) => [
    uniqueIndex('survey_result_of').on(table.trustId, table.survey, table.year, table.group, table.indicator),
  ],
);

/** An indicator of a survey that the trust holds beside the published ones. */
export const surveyIndicator = sqliteTable(
  'survey_indicator',
  {
    id: integer('id').primaryKey(),
    trustId: integer('trust_id')
      .notNull()
      .references(() => trust.id, { onDelete: 'restrict' }),
    /** Key of the pack. */
    survey: text('survey').notNull(),
    name: text('name').notNull(),
    /** 'percent', 'of_ten' or 'of_hundred'. */
    unit: text('unit').notNull(),
    /** 'higher' or 'lower'. */
    better: text('better').notNull(),
  },
  (table) => [index('survey_indicator_of_trust').on(table.trustId)],
);
