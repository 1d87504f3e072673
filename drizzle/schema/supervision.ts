import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { trust } from './organisation.ts';

const ofTrust = () =>
  integer('trust_id')
    .notNull()
    .references(() => trust.id, { onDelete: 'restrict' });

/** How a staff group is supervised, as the trust states it. */
export const supervisionStatement = sqliteTable(
  'supervision_statement',
  {
    id: integer('id').primaryKey(),
    trustId: ofTrust(),
    /** Key of a checklist of the pack. */
    checklist: text('checklist').notNull(),
    statement: text('statement'),
    lead: text('lead'),
    agreedOn: text('agreed_on'),
    reviewOn: text('review_on'),
  },
  (table) => [uniqueIndex('supervision_statement_of').on(table.trustId, table.checklist)],
);

/** What a trust says of one line of a checklist, with its evidence. */
export const supervisionCheck = sqliteTable(
  'supervision_check',
  {
    id: integer('id').primaryKey(),
    trustId: ofTrust(),
    checklist: text('checklist').notNull(),
    /** Key of a line of the checklist. */
    line: text('line').notNull(),
    state: text('state', { enum: ['met', 'partly', 'not_met', 'not_applicable'] }),
    evidence: text('evidence'),
    checkedOn: text('checked_on'),
  },
  (table) => [uniqueIndex('supervision_check_of').on(table.trustId, table.checklist, table.line)],
);

/** One spell of work of a locum doctor on a rota; its days say whether it is a short-term one. */
export const locumEpisode = sqliteTable(
  'locum_episode',
  {
    id: integer('id').primaryKey(),
    trustId: ofTrust(),
    /** As the rota names the doctor. */
    doctor: text('doctor').notNull(),
    first: text('first_day').notNull(),
    last: text('last_day').notNull(),
    agency: text('agency'),
    shift: text('shift'),
    /** Key of a route of the pack by which a short-term locum may work; null where none is known. */
    route: text('route'),
    certificate: text('certificate'),
    /** Key of a level of the certificate. */
    level: text('level'),
    checkedBy: text('checked_by'),
    checkedOn: text('checked_on'),
    /** Of a long-term locum: 1 yes, 0 no, null not said. */
    toolComplete: integer('tool_complete'),
    induction: integer('induction'),
    namedConsultant: text('named_consultant'),
    note: text('note'),
  },
  (table) => [index('locum_episode_of_trust').on(table.trustId, table.first)],
);

/** An event that asks for a consultant; nothing in it is about the patient. */
export const consultantEvent = sqliteTable(
  'consultant_event',
  {
    id: integer('id').primaryKey(),
    trustId: ofTrust(),
    date: text('date').notNull(),
    /** Key of a situation of the pack. */
    situation: text('situation').notNull(),
    attended: integer('attended').notNull(),
    /** 1 where the doctor who was there is signed off for it: where the situation allows that, the consultant need not come. */
    signedOff: integer('signed_off').notNull(),
    reason: text('reason'),
    reviewed: integer('reviewed').notNull(),
    action: text('action'),
  },
  (table) => [index('consultant_event_of_trust').on(table.trustId, table.date)],
);

/** A night on call from home that was disturbed, and the rest given for it. */
export const disturbedOnCall = sqliteTable(
  'disturbed_on_call',
  {
    id: integer('id').primaryKey(),
    trustId: ofTrust(),
    date: text('date').notNull(),
    who: text('who'),
    /** Continuous rest that was left within the twenty-four hours, in minutes; null where it is not known. */
    restMinutes: integer('rest_minutes'),
    /** 1 given, 0 not given, null still to come. */
    given: integer('rest_given'),
    givenOn: text('given_on'),
    note: text('note'),
  },
  (table) => [index('disturbed_on_call_of_trust').on(table.trustId, table.date)],
);
