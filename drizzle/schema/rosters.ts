import { sql } from 'drizzle-orm';
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { batch } from './imports.ts';
import { trust, unit } from './organisation.ts';

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
  unitId: integer('unit_id')
    .notNull()
    .references(() => unit.id, { onDelete: 'restrict' }),
  /** Employee number without suffix, eight digits (D7); null where the row names nobody with a number. */
  person: text('person'),
  /** Assignment number as read, with its suffix. */
  assignment: text('assignment'),
  name: text('name'),
  /** Civil date on which the shift starts (D8). */
  date: text('date').notNull(),
  band: text('band'),
  /** 1 registered, 0 support (D12). */
  registered: integer('registered').notNull(),
  costCentre: text('cost_centre'),
});

/** Planned and actual times: minutes after midnight of the duty date, an end at or before the start is the next day. */
const times = () => ({
  plannedStart: integer('planned_start'),
  plannedEnd: integer('planned_end'),
  plannedBreak: integer('planned_break'),
  /** Minutes, break taken off, wall clock (D9). */
  plannedMinutes: integer('planned_minutes'),
  actualStart: integer('actual_start'),
  actualEnd: integer('actual_end'),
  actualBreak: integer('actual_break'),
  actualMinutes: integer('actual_minutes'),
  /** 1 where more than half lies between 20:00 and 08:00 (D10). */
  night: integer('night').notNull(),
});

/** A duty of a roster. */
export const duty = sqliteTable(
  'duty',
  {
    ...source(),
    ...times(),
    shift: text('shift'),
    /** Day, Night, On Call, Other and so on, as read. */
    shiftType: text('shift_type'),
    /** 'care', 'on_call' or 'management': what the shift fill counts (D13). */
    purpose: text('purpose', { enum: ['care', 'on_call', 'management'] }).notNull(),
    /** 'none' where nobody was to fill the duty yet: an unfilled or cancelled row with a blank fill type. */
    fill: text('fill', { enum: ['substantive', 'bank', 'agency', 'none'] }).notNull(),
    /** Worked, Unfilled, Cancelled, Extra and so on, as a code word. */
    status: text('status').notNull(),
    inCharge: integer('in_charge').notNull(),
    supernumerary: integer('supernumerary').notNull(),
  },
  (table) => [
    // Study is found by its shift: of a year only the duties of those few are read.
    index('duty_of_trust').on(table.trustId, table.date, table.shift),
    index('duty_of_batch').on(table.batchId),
    // Few duties are beside the numbers, and they are asked for over all months: those in charge, or all others.
    index('duty_beside').on(table.trustId, table.inCharge, table.date).where(sql`supernumerary = 1`),
  ],
);

/** Time away from the roster: leave, sickness, study, parenting, working days. */
export const unavailability = sqliteTable(
  'unavailability',
  {
    ...source(),
    /** Annual Leave, Sickness, Study Leave, Parenting, Working Day, Other Leave. */
    group: text('group_name').notNull(),
    reason: text('reason'),
    minutes: integer('minutes').notNull(),
  },
  (table) => [
    index('unavailability_of_trust').on(table.trustId, table.date),
    index('unavailability_of_batch').on(table.batchId),
  ],
);

/** A booking of a bank and agency list. */
export const booking = sqliteTable(
  'booking',
  {
    ...source(),
    ...times(),
    requestId: text('request_id'),
    /** 'bank', or 'agency' with the agency's name. */
    supply: text('supply', { enum: ['bank', 'agency'] }).notNull(),
    agency: text('agency'),
    /** 1 where the hours count (D18). */
    finalised: integer('finalised').notNull(),
    reason: text('reason'),
  },
  (table) => [index('booking_of_trust').on(table.trustId, table.date), index('booking_of_batch').on(table.batchId)],
);
