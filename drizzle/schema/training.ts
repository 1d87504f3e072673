import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { batch } from './imports.ts';
import { trust } from './organisation.ts';

/** A competence of one person, as a file of training compliance has it. */
export const trainingRecord = sqliteTable(
  'training_record',
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
    /** Employee number without suffix, eight digits (D7). */
    person: text('person').notNull(),
    assignment: text('assignment').notNull(),
    name: text('name'),
    /** The day on which the file was made. */
    day: text('date').notNull(),
    /** The competence's name as the staff record spells it. */
    competence: text('competence').notNull(),
    /** Key of the course that it counts as; empty for none. */
    course: text('course').notNull(),
    /** Null where it was not achieved yet. */
    achieved: text('achieved'),
    /** Last day that counts, as printed or worked out from how long the competence lasts. */
    expiry: text('expiry'),
    /** 1 or 0; null where the file says neither. */
    meets: integer('meets'),
    /** Headings of the columns that it came from, where a row of the sheet says something of several competences. */
    columns: text('columns'),
    /** Whether it is in date by its dates, by the last day alone, or by nothing but the file's word for it. */
    knownBy: text('known_by', { enum: ['dates', 'expiry', 'flag'] }).notNull(),
  },
  (table) => [
    // Holds all that compliance asks of a file: no row is looked at.
    index('training_of_trust').on(
      table.trustId,
      table.day,
      table.course,
      table.competence,
      table.person,
      table.achieved,
      table.expiry,
      table.knownBy,
      table.meets,
      table.batchId,
    ),
    index('training_of_batch').on(table.batchId),
  ],
);

const ofTrust = () =>
  integer('trust_id')
    .notNull()
    .references(() => trust.id, { onDelete: 'restrict' });

/** A course that a trust added, or with the key of a published one what the trust says in its place. */
export const ownCourse = sqliteTable(
  'own_course',
  {
    id: integer('id').primaryKey(),
    trustId: ofTrust(),
    key: text('key').notNull(),
    /** The course as JSON, in the shape of the pack. */
    course: text('course').notNull(),
  },
  (table) => [uniqueIndex('own_course_of_trust').on(table.trustId, table.key)],
);

/** Training that somebody entered by hand, such as a certificate of another trust; or that a row of a file does not count. */
export const trainingResult = sqliteTable(
  'training_result',
  {
    id: integer('id').primaryKey(),
    trustId: ofTrust(),
    person: text('person').notNull(),
    course: text('course').notNull(),
    achieved: text('achieved').notNull(),
    /** As on the certificate; null takes what the course lasts. */
    expiry: text('expiry'),
    /** 0 where what a file says of this day is not to count. */
    counts: integer('counts').notNull(),
    mode: text('mode', { enum: ['face_to_face', 'e_learning'] }).notNull(),
    /** Where it was done, such as another trust. */
    place: text('place'),
    certificate: text('certificate'),
    note: text('note'),
  },
  (table) => [index('training_result_of_trust').on(table.trustId, table.person)],
);

/** Somebody who is left out of the eligible by hand, or counted in spite of what the lists say. */
export const trainingExclusion = sqliteTable(
  'training_exclusion',
  {
    id: integer('id').primaryKey(),
    trustId: ofTrust(),
    person: text('person').notNull(),
    /** Key of a reason of the training rules; 'counted' for somebody who is counted all the same. */
    reason: text('reason').notNull(),
    first: text('first_day').notNull(),
    /** Null while it lasts. */
    last: text('last_day'),
    note: text('note'),
  },
  (table) => [index('training_exclusion_of_trust').on(table.trustId, table.person)],
);

/** A day of training: one course, or several that are taught on it together. */
export const trainingSession = sqliteTable(
  'training_session',
  {
    id: integer('id').primaryKey(),
    trustId: ofTrust(),
    /** Keys of the courses as a JSON list. */
    courses: text('courses').notNull(),
    date: text('date').notNull(),
    /** Minutes after midnight. */
    start: integer('start_minute').notNull(),
    end: integer('end_minute').notNull(),
    capacity: integer('capacity').notNull(),
    room: text('room'),
    faculty: text('faculty'),
    /** Seats meant for each staff group, as JSON. */
    mix: text('mix').notNull(),
    state: text('state', { enum: ['planned', 'held', 'cancelled'] }).notNull(),
    note: text('note'),
  },
  (table) => [index('training_session_of_trust').on(table.trustId, table.date)],
);

/** A seat of a session, or a place on its waiting list, and what came of it. */
export const trainingBooking = sqliteTable(
  'training_booking',
  {
    id: integer('id').primaryKey(),
    sessionId: integer('session_id')
      .notNull()
      .references(() => trainingSession.id, { onDelete: 'restrict' }),
    person: text('person').notNull(),
    state: text('state', { enum: ['booked', 'waiting', 'attended', 'did_not_attend'] }).notNull(),
    /** Why somebody did not attend. */
    reason: text('reason'),
    outcome: text('outcome', { enum: ['passed', 'failed'] }),
    /** Percent of an assessment. */
    score: integer('score'),
    certificate: text('certificate'),
  },
  (table) => [
    uniqueIndex('training_booking_of').on(table.sessionId, table.person),
    index('training_booking_of_person').on(table.person),
  ],
);
