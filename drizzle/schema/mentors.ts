import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { trust } from './organisation.ts';

/** A newly appointed senior midwife and her mentor. Dates are civil dates; what has not happened is null. */
export const mentoring = sqliteTable(
  'mentoring',
  {
    id: integer('id').primaryKey(),
    trustId: integer('trust_id')
      .notNull()
      .references(() => trust.id, { onDelete: 'restrict' }),
    /** Employee number, eight digits, where the staff list has the appointee. */
    person: text('person'),
    name: text('name').notNull(),
    band: text('band').notNull(),
    post: text('post'),
    unit: text('unit'),
    appointed: text('appointed').notNull(),
    mentor: text('mentor'),
    mentorNamedOn: text('mentor_named_on'),
    objectives: text('objectives'),
    /** The day on which coaching was offered. */
    coachingOffered: text('coaching_offered'),
    ended: text('ended'),
    endReason: text('end_reason'),
    notes: text('notes'),
  },
  (table) => [index('mentoring_of_trust').on(table.trustId)],
);

/** The first meeting or a review: when it is planned and was held, or why there is none. */
export const mentoringStep = sqliteTable(
  'mentoring_step',
  {
    id: integer('id').primaryKey(),
    mentoringId: integer('mentoring_id')
      .notNull()
      .references(() => mentoring.id, { onDelete: 'restrict' }),
    /** 'mentor', 'first', or the months of a review such as '6m'. */
    step: text('step').notNull(),
    held: text('held'),
    /** Another day than that of the rules, and why. */
    movedTo: text('moved_to'),
    /** Why it was moved; without another day, why it is not applicable. */
    reason: text('reason'),
    outcome: text('outcome'),
  },
  (table) => [uniqueIndex('mentoring_step_of').on(table.mentoringId, table.step)],
);
