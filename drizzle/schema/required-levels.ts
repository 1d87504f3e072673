import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { trust, unit } from './organisation.ts';

const ofTrust = () =>
  integer('trust_id')
    .notNull()
    .references(() => trust.id, { onDelete: 'restrict' });
const ofUnit = () => integer('unit_id').references(() => unit.id, { onDelete: 'restrict' });

/**
 * Neonatal nurses that a year's activity needs, by the national calculator's method. Amounts are hundred-thousandths;
 * null is "not known".
 */
export const neonatalNursing = sqliteTable(
  'neonatal_nursing',
  {
    id: integer('id').primaryKey(),
    trustId: ofTrust(),
    unitId: ofUnit(),
    name: text('name').notNull(),
    designation: text('designation', { enum: ['NICU', 'LNU', 'SCU'] }),
    /** The year of activity that was counted. */
    first: text('first_day'),
    last: text('last_day'),
    /** Cot days on the neonatal unit by healthcare resource group, 1 to 5. */
    days1: integer('days_1'),
    days2: integer('days_2'),
    days3: integer('days_3'),
    days4: integer('days_4'),
    days5: integer('days_5'),
    /** Days of transitional care, which the calculator leaves out. */
    transitionalDays: integer('transitional_days'),
    /** Cots that the unit declares, kept apart from those that its activity needs. */
    declaredIntensive: integer('declared_intensive'),
    declaredHigh: integer('declared_high'),
    declaredSpecial: integer('declared_special'),
    occupancy: integer('occupancy'),
    coordinators: integer('coordinators'),
    /** WTE for one nurse on duty all the time; null to work it out from the three below. */
    factor: integer('factor'),
    hoursPerDay: integer('hours_per_day'),
    weeklyHours: integer('weekly_hours'),
    uplift: integer('uplift'),
    fundedQualified: integer('funded_qualified'),
    fundedRegistered: integer('funded_registered'),
    fundedOther: integer('funded_other'),
    inPostQualified: integer('in_post_qualified'),
    inPostRegistered: integer('in_post_registered'),
    inPostOther: integer('in_post_other'),
    source: text('source'),
    agreedBy: text('agreed_by'),
    date: text('date'),
    reviewDate: text('review_date'),
  },
  (table) => [index('neonatal_nursing_of_trust').on(table.trustId), index('neonatal_nursing_unit').on(table.unitId)],
);

/** A level that was agreed locally for a profession that no tool covers. */
export const agreedLevel = sqliteTable(
  'agreed_level',
  {
    id: integer('id').primaryKey(),
    trustId: ofTrust(),
    unitId: ofUnit(),
    /** Key of a profession in `resources/reference/agreed-levels.json`, or the user's own word. */
    profession: text('profession').notNull(),
    role: text('role').notNull(),
    /** For neonatal doctors: what the unit is, and the tier of its rota. */
    designation: text('designation', { enum: ['NICU', 'LNU', 'SCU'] }),
    tier: text('tier'),
    requiredWte: integer('required_wte'),
    fundedWte: integer('funded_wte'),
    inPostWte: integer('in_post_wte'),
    /** Hours of clinicians' time a week that administrative posts free, in hundred-thousandths. */
    freedHours: integer('freed_hours'),
    source: text('source'),
    agreedBy: text('agreed_by'),
    date: text('date'),
    reviewDate: text('review_date'),
    note: text('note').notNull(),
  },
  (table) => [index('agreed_level_of_trust').on(table.trustId), index('agreed_level_unit').on(table.unitId)],
);

/** A midwifery continuity team. */
export const continuityTeam = sqliteTable(
  'continuity_team',
  {
    id: integer('id').primaryKey(),
    trustId: ofTrust(),
    name: text('name').notNull(),
    wte: integer('wte'),
    /** Women a year for one WTE, in hundred-thousandths. */
    caseload: integer('caseload'),
    focus: text('focus').notNull(),
    obstetrician: text('obstetrician').notNull(),
    started: text('started'),
    note: text('note').notNull(),
  },
  (table) => [index('continuity_team_of_trust').on(table.trustId)],
);

/** What a quarter of the local roll-out plans or has reached; women are counts with what they are a part of. */
export const continuityQuarter = sqliteTable(
  'continuity_quarter',
  {
    id: integer('id').primaryKey(),
    trustId: ofTrust(),
    quarter: text('quarter').notNull(),
    teams: integer('teams'),
    wte: integer('wte'),
    women: integer('women'),
    allWomen: integer('all_women'),
    ethnicWomen: integer('ethnic_women'),
    allEthnicWomen: integer('all_ethnic_women'),
    deprivedWomen: integer('deprived_women'),
    allDeprivedWomen: integer('all_deprived_women'),
    neededWte: integer('needed_wte'),
    inPostWte: integer('in_post_wte'),
  },
  (table) => [uniqueIndex('continuity_quarter_of_trust').on(table.trustId, table.quarter)],
);

/** How far a building block of continuity of carer is. */
export const continuityBlock = sqliteTable(
  'continuity_block',
  {
    id: integer('id').primaryKey(),
    trustId: ofTrust(),
    /** Key of a block in `resources/reference/continuity-of-carer.json`. */
    block: text('block').notNull(),
    status: text('status', { enum: ['not_started', 'under_way', 'in_place'] }),
    date: text('date'),
    note: text('note').notNull(),
  },
  (table) => [uniqueIndex('continuity_block_of_trust').on(table.trustId, table.block)],
);
