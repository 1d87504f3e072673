import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { batch } from './imports.ts';
import { trust } from './organisation.ts';

const source = () => ({
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
  /** Assignment number as read, with its suffix. */
  assignment: text('assignment').notNull(),
  name: text('name'),
  /** The organisation's lowest level that the list names, such as a ward, as it spells it. */
  unit: text('unit'),
  staffGroup: text('staff_group'),
});

const post = () => ({
  position: text('position'),
  payGrade: text('pay_grade'),
  /** '2' to '9', '8a' to '8d'; null for a grade without a band. */
  band: text('band'),
  /** By which people are grouped (D19), never by their job's title. */
  occupationCode: text('occupation_code'),
  category: text('category', { enum: ['permanent', 'fixed_term', 'bank', 'other'] }).notNull(),
  /** 1 or 0; null where the list does not say. */
  primary: integer('primary_assignment'),
  /** Hundred-thousandths, as printed. */
  fte: integer('fte').notNull(),
  start: text('start_date').notNull(),
  ethnicOrigin: text('ethnic_origin'),
  ageBand: text('age_band'),
  costCentre: text('cost_centre'),
});

/** An assignment on a staff list. */
export const assignment = sqliteTable(
  'assignment',
  {
    ...source(),
    ...post(),
    /** The day as on which the list says who is in post. */
    census: text('date').notNull(),
    division: text('division'),
    role: text('role'),
    positionNumber: text('position_number'),
    /** 'active', 'maternity' and so on; the list's own word where it is none of these. */
    status: text('status'),
    /** Contracted hours a week in hundred-thousandths. */
    hours: integer('hours'),
    nhsEntry: text('nhs_entry_date'),
  },
  (table) => [
    // Finds a list, and adds up staff in post from list to list without a look at the rows.
    index('assignment_of_trust').on(
      table.trustId,
      table.census,
      table.occupationCode,
      table.staffGroup,
      table.band,
      table.unit,
      table.costCentre,
      table.category,
      table.start,
      table.fte,
      table.batchId,
    ),
    index('assignment_of_batch').on(table.batchId),
    index('assignment_of_person').on(table.trustId, table.person),
  ],
);

/** An assignment that ended. */
export const leaver = sqliteTable(
  'leaver',
  {
    ...source(),
    ...post(),
    /** The day on which the assignment ended: not in post at its close. */
    leaving: text('date').notNull(),
    /** As published by the staff record, else as read; null where the list gives none. */
    reason: text('reason'),
    destination: text('destination'),
  },
  (table) => [index('leaver_of_trust').on(table.trustId, table.leaving), index('leaver_of_batch').on(table.batchId)],
);

/** A time of absence of one person. */
export const absenceEpisode = sqliteTable(
  'absence_episode',
  {
    ...source(),
    /** 'sickness', 'maternity' and so on; the list's own word where it is none of these. */
    type: text('type'),
    reason: text('reason'),
    start: text('date').notNull(),
    /** Last day; null while the episode is open. */
    end: text('end_date'),
  },
  (table) => [
    index('absence_of_trust').on(table.trustId, table.start),
    // Tells the newest import's row of each episode.
    index('absence_of_person').on(table.trustId, table.person, table.type, table.start, table.batchId),
    index('absence_of_batch').on(table.batchId),
  ],
);
