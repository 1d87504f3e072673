import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { trust, unit } from './organisation.ts';

/**
 * A Birthrate+ assessment: what a report says, or what its chain is worked out from. Amounts are hundred-thousandths
 * (of an hour, a case, a percent or a WTE); null is "not known".
 */
export const assessment = sqliteTable(
  'assessment',
  {
    id: integer('id').primaryKey(),
    trustId: integer('trust_id')
      .notNull()
      .references(() => trust.id, { onDelete: 'restrict' }),
    provider: text('provider'),
    reference: text('reference'),
    status: text('status', { enum: ['draft', 'agreed', 'superseded'] }).notNull(),
    /** Day of the report. */
    date: text('date'),
    studyFirst: text('study_first'),
    studyLast: text('study_last'),
    sampleFirst: text('sample_first'),
    sampleLast: text('sample_last'),
    /** Women in the casemix sample. */
    sampleSize: integer('sample_size'),
    /** Whether results are the report's WTE by area, or are worked out from cases and hours. */
    basis: text('basis', { enum: ['report', 'worked'] }).notNull(),
    /** Percent; null where the parts say it. */
    uplift: integer('uplift'),
    upliftMode: text('uplift_mode', { enum: ['add_on', 'divisor'] }).notNull(),
    travel: integer('travel'),
    supportShare: integer('support_share'),
    specialistShare: integer('specialist_share'),
    specialistBase: text('specialist_base', { enum: ['clinical', 'total'] }).notNull(),
    weeklyHours: integer('weekly_hours'),
    weeksPerYear: integer('weeks_per_year'),
    /** Totals as the report prints them, to check against. */
    printedClinical: integer('printed_clinical'),
    printedSpecialist: integer('printed_specialist'),
    printedTotal: integer('printed_total'),
    note: text('note').notNull(),
  },
  (table) => [index('assessment_of_trust').on(table.trustId)],
);

const ofAssessment = () =>
  integer('assessment_id')
    .notNull()
    .references(() => assessment.id, { onDelete: 'restrict' });

/** A part of the uplift, such as annual leave, in hundred-thousandths of a percent. */
export const assessmentUpliftPart = sqliteTable(
  'assessment_uplift_part',
  {
    id: integer('id').primaryKey(),
    assessmentId: ofAssessment(),
    position: integer('position').notNull(),
    name: text('name').notNull(),
    share: integer('share'),
  },
  (table) => [index('uplift_part_of_assessment').on(table.assessmentId)],
);

/** Where women give birth: births a year, and women of the sample by category. */
export const assessmentSetting = sqliteTable(
  'assessment_setting',
  {
    id: integer('id').primaryKey(),
    assessmentId: ofAssessment(),
    position: integer('position').notNull(),
    name: text('name').notNull(),
    births: integer('births'),
    countI: integer('count_i'),
    countII: integer('count_ii'),
    countIII: integer('count_iii'),
    countIV: integer('count_iv'),
    countV: integer('count_v'),
  },
  (table) => [index('setting_of_assessment').on(table.assessmentId)],
);

/** An area of the report, such as the delivery suite. */
export const assessmentArea = sqliteTable(
  'assessment_area',
  {
    id: integer('id').primaryKey(),
    assessmentId: ofAssessment(),
    position: integer('position').notNull(),
    name: text('name').notNull(),
    /** The unit whose requirement it is. */
    unitId: integer('unit_id').references(() => unit.id, { onDelete: 'restrict' }),
    /** Name of the setting whose births its activities are a share of. */
    setting: text('setting'),
    /** 1 where midwives travel between cases. */
    travels: integer('travels').notNull(),
    /** Percent of support workers; null for that of the whole assessment. */
    supportShare: integer('support_share'),
    /** WTE as the report prints them. */
    reportWte: integer('report_wte'),
  },
  (table) => [index('area_of_assessment').on(table.assessmentId), index('assessment_area_unit').on(table.unitId)],
);

/** An activity of an area: quantity x hours x times is its hours a year. */
export const assessmentActivity = sqliteTable(
  'assessment_activity',
  {
    id: integer('id').primaryKey(),
    areaId: integer('area_id')
      .notNull()
      .references(() => assessmentArea.id, { onDelete: 'restrict' }),
    position: integer('position').notNull(),
    name: text('name').notNull(),
    /** Category of the sample that it takes its cases from, I to V. */
    category: text('category'),
    driver: text('driver', { enum: ['cases', 'posts', 'weekly'] }).notNull(),
    quantityOf: text('quantity_of', { enum: ['entered', 'births', 'casemix'] }).notNull(),
    quantity: integer('quantity'),
    hours: integer('hours'),
    times: integer('times'),
    staff: text('staff', { enum: ['mix', 'midwives', 'support'] }).notNull(),
  },
  (table) => [index('activity_of_area').on(table.areaId)],
);
