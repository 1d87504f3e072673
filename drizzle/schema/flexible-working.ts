import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { trust } from './organisation.ts';

const head = () => ({
  id: integer('id').primaryKey(),
  trustId: integer('trust_id')
    .notNull()
    .references(() => trust.id, { onDelete: 'restrict' }),
  /** Employee number, eight digits, where it is known. */
  person: text('person'),
  name: text('name').notNull(),
  unit: text('unit'),
  band: text('band'),
});

/** A request for flexible working. Dates are civil dates; what has not happened is null. */
export const flexibleRequest = sqliteTable(
  'flexible_request',
  {
    ...head(),
    /** Key of a staff group. */
    group: text('staff_group'),
    asked: text('asked').notNull(),
    kind: text('kind').notNull(),
    detail: text('detail'),
    reason: text('reason'),
    escalated: text('escalated'),
    decided: text('decided'),
    outcome: text('outcome'),
    ground: text('ground'),
    review: text('review'),
  },
  (table) => [index('flexible_request_of_trust').on(table.trustId, table.asked)],
);

/** What is known of somebody's plans towards the end of a career. */
export const laterCareer = sqliteTable(
  'later_career',
  {
    ...head(),
    conversation: text('conversation'),
    plan: text('plan'),
    planned: text('planned'),
    returned: text('returned'),
    seminar: text('seminar'),
    /** Stays here: in no file that is saved. */
    note: text('note'),
  },
  (table) => [uniqueIndex('later_career_of').on(table.trustId, table.person)],
);

/** Somebody late in a career who supports others. */
export const legacyMentor = sqliteTable(
  'legacy_mentor',
  {
    ...head(),
    appointed: text('appointed').notNull(),
    ended: text('ended'),
    /** Minutes a week. */
    minutes: integer('minutes'),
    /** JSON: names of those supported. */
    supports: text('supports').notNull(),
  },
  (table) => [index('legacy_mentor_of_trust').on(table.trustId)],
);
