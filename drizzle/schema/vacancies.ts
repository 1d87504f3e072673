import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { batch } from './imports.ts';
import { trust } from './organisation.ts';

/** A post that is to be filled, as a vacancy tracker has it. Dates are civil dates; what has not happened is null. */
export const vacancy = sqliteTable(
  'vacancy',
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
    /** The day as on which the tracker says how things stand. */
    day: text('date').notNull(),
    /** The number under which the vacancy is recruited to. */
    vacancyRef: text('vacancy_ref'),
    post: text('post'),
    /** '2' to '9' or '8a' to '8d'; null where none could be read. */
    band: text('band'),
    unit: text('unit'),
    /** Hundred-thousandths. */
    wte: integer('wte').notNull(),
    reason: text('reason'),
    approved: text('approved'),
    advertised: text('advertised'),
    offered: text('offered'),
    start: text('start_date'),
    /** Code of the stage, or the tracker's own word where we do not know it. */
    stage: text('stage'),
    /** Code of where the candidate comes from, or the tracker's own word. */
    source: text('source'),
    notes: text('notes'),
  },
  (table) => [index('vacancy_of_trust').on(table.trustId, table.day), index('vacancy_of_batch').on(table.batchId)],
);

const ofTrust = () =>
  integer('trust_id')
    .notNull()
    .references(() => trust.id, { onDelete: 'restrict' });

/** A post of the vacancy plan that was entered by hand. Dates are civil dates; what has not happened is null. */
export const vacancyPost = sqliteTable(
  'vacancy_post',
  {
    id: integer('id').primaryKey(),
    trustId: ofTrust(),
    vacancyRef: text('vacancy_ref'),
    post: text('post'),
    unit: text('unit'),
    /** Key of a staff group; null where the post's own words tell it. */
    staffGroup: text('staff_group'),
    band: text('band'),
    /** Hundred-thousandths. */
    wte: integer('wte').notNull(),
    since: text('since'),
    reason: text('reason'),
    approvedBy: text('approved_by'),
    approved: text('approved'),
    advertised: text('advertised'),
    shortlisted: text('shortlisted'),
    interviewed: text('interviewed'),
    offered: text('offered'),
    cleared: text('cleared'),
    expectedStart: text('expected_start'),
    start: text('start_date'),
    stage: text('stage'),
    route: text('route'),
    cohort: text('cohort'),
    university: text('university'),
    candidate: text('candidate'),
    /** Whole percent; null takes the stage's. */
    probability: integer('probability'),
    /** Null takes the route's. */
    supernumeraryWeeks: integer('supernumerary_weeks'),
    notes: text('notes'),
  },
  (table) => [index('vacancy_post_of_trust').on(table.trustId)],
);

/** What a person says of one field of a tracker's post, beside what the file says, which stays. */
export const vacancyEdit = sqliteTable(
  'vacancy_edit',
  {
    id: integer('id').primaryKey(),
    trustId: ofTrust(),
    /** The post: 'ref:' and its number in small letters, or 'row:' with import and row where it has none. */
    vacancyKey: text('vacancy_key').notNull(),
    field: text('field').notNull(),
    /** As text; null for "nothing". */
    value: text('value'),
  },
  (table) => [uniqueIndex('vacancy_edit_of').on(table.trustId, table.vacancyKey, table.field)],
);

/** The stage at which a person put a post, and on which day: a plan of an earlier day shows the stage of that day. */
export const vacancyStage = sqliteTable(
  'vacancy_stage',
  {
    id: integer('id').primaryKey(),
    trustId: ofTrust(),
    /** As in `vacancy_edit`, or 'own:' with the id of a post entered by hand. */
    vacancyKey: text('vacancy_key').notNull(),
    day: text('date').notNull(),
    stage: text('stage'),
  },
  (table) => [uniqueIndex('vacancy_stage_of').on(table.trustId, table.vacancyKey, table.day)],
);

/** An offer that came to nothing, of a post of the plan. */
export const fallenOffer = sqliteTable(
  'fallen_offer',
  {
    id: integer('id').primaryKey(),
    trustId: ofTrust(),
    /** As in `vacancy_edit`, or 'own:' with the id of a post entered by hand. */
    vacancyKey: text('vacancy_key').notNull(),
    offered: text('offered'),
    fell: text('fell').notNull(),
    /** Stage that had been reached. */
    stage: text('stage'),
    route: text('route'),
    reason: text('reason'),
  },
  (table) => [index('fallen_offer_of_trust').on(table.trustId)],
);

/** What one area can take in students in one week. */
export const placementWeek = sqliteTable(
  'placement_week',
  {
    id: integer('id').primaryKey(),
    trustId: ofTrust(),
    area: text('area').notNull(),
    /** The Monday. */
    week: text('week').notNull(),
    /** Shifts of the week at which somebody supervises a student. */
    supervisedShifts: integer('supervised_shifts').notNull(),
    /** Shifts that one student needs in a week. */
    shiftsNeeded: integer('shifts_needed').notNull(),
    auditDate: text('audit_date'),
    qualityNote: text('quality_note'),
  },
  (table) => [uniqueIndex('placement_week_of').on(table.trustId, table.area, table.week)],
);

/** Places of one area and week that are released to a university, and how many of them are filled. */
export const placementPlaces = sqliteTable(
  'placement_places',
  {
    id: integer('id').primaryKey(),
    placementWeekId: integer('placement_week_id')
      .notNull()
      .references(() => placementWeek.id, { onDelete: 'restrict' }),
    university: text('university').notNull(),
    learner: text('learner').notNull(),
    released: integer('released').notNull(),
    filled: integer('filled').notNull(),
    unfilledReason: text('unfilled_reason'),
  },
  (table) => [uniqueIndex('placement_places_of').on(table.placementWeekId, table.university, table.learner)],
);
