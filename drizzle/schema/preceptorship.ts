import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { batch } from './imports.ts';
import { trust } from './organisation.ts';

/** A newly registered midwife on a preceptorship log. Dates are civil dates; what has not happened is null. */
export const preceptee = sqliteTable(
  'preceptee',
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
    /** Employee number, eight digits (D7); null in a log that has names only. */
    person: text('person'),
    name: text('name'),
    unit: text('unit'),
    /** The day as on which the log says how things stand. */
    day: text('date').notNull(),
    start: text('start_date').notNull(),
    pinDate: text('pin_date'),
    /** Hundred-thousandths; null where the log gives none. */
    wte: integer('wte'),
    preceptor: text('preceptor'),
    preceptorNamedOn: text('preceptor_named_on'),
    /** JSON: milestone to the date on which its meeting was held. */
    meetings: text('meetings').notNull(),
    /** Minutes. */
    orientationMinutes: integer('orientation_minutes'),
    /** Minutes over the whole programme; null where the log gives none. */
    supernumeraryMinutes: integer('supernumerary_minutes'),
    protectedMinutesPreceptee: integer('protected_minutes_preceptee'),
    protectedMinutesPreceptor: integer('protected_minutes_preceptor'),
    pauseStart: text('pause_start'),
    /** Null while the pause is open. */
    pauseEnd: text('pause_end'),
    pauseReason: text('pause_reason'),
    extendedTo: text('extended_to'),
    extensionReason: text('extension_reason'),
    signedOff: text('signed_off'),
    notes: text('notes'),
  },
  (table) => [index('preceptee_of_trust').on(table.trustId, table.day), index('preceptee_of_batch').on(table.batchId)],
);

const ofTrust = () =>
  integer('trust_id')
    .notNull()
    .references(() => trust.id, { onDelete: 'restrict' });

/** Whose record it is: 'person:' and the employee number, 'name:' and the name, or 'own:' and the id of one entered by hand. */
const ofPreceptee = () => text('preceptee_key').notNull();

/** A preceptee who was entered by hand. Dates are civil dates. */
export const ownPreceptee = sqliteTable(
  'own_preceptee',
  {
    id: integer('id').primaryKey(),
    trustId: ofTrust(),
    /** Employee number, eight digits; where a log has it too, the two are one person, and what stands here wins. */
    person: text('person'),
    name: text('name').notNull(),
    /** Key of a programme; null takes the trust's usual one. */
    programme: text('programme'),
    cohort: text('cohort'),
    unit: text('unit'),
    start: text('start_date').notNull(),
    registered: text('registered'),
    /** Hundred-thousandths. */
    wte: integer('wte'),
    notes: text('notes'),
  },
  (table) => [index('own_preceptee_of_trust').on(table.trustId)],
);

/** What a person says of one cell of a log's preceptee, beside what the file says, which stays. */
export const precepteeEdit = sqliteTable(
  'preceptee_edit',
  {
    id: integer('id').primaryKey(),
    trustId: ofTrust(),
    precepteeKey: ofPreceptee(),
    field: text('field').notNull(),
    /** As text; null for "nothing". */
    value: text('value'),
  },
  (table) => [uniqueIndex('preceptee_edit_of').on(table.trustId, table.precepteeKey, table.field)],
);

/** A meeting, or another step of a programme: when it is planned and was held, and what came of it. */
export const precepteeMeeting = sqliteTable(
  'preceptee_meeting',
  {
    id: integer('id').primaryKey(),
    trustId: ofTrust(),
    precepteeKey: ofPreceptee(),
    /** Key of the step in the programme, such as '3m'; null for a meeting beside the programme. */
    step: text('step'),
    planned: text('planned'),
    held: text('held'),
    /** With whom. */
    who: text('who'),
    outcome: text('outcome'),
    agreedActions: text('agreed_actions'),
    next: text('next_on'),
  },
  (table) => [uniqueIndex('preceptee_meeting_of').on(table.trustId, table.precepteeKey, table.step)],
);

/** How a step that falls due was answered other than by doing it: another day, or not applicable, each with a reason. */
export const precepteeStep = sqliteTable(
  'preceptee_step',
  {
    id: integer('id').primaryKey(),
    trustId: ofTrust(),
    precepteeKey: ofPreceptee(),
    /** Key of what is due: a step of the programme, 'preceptor', 'hours', 'sign_off', 'limit'. */
    step: text('step').notNull(),
    /** The day to which it was moved; null where it is not applicable. */
    movedTo: text('moved_to'),
    reason: text('reason').notNull(),
    on: text('on_date').notNull(),
  },
  (table) => [uniqueIndex('preceptee_step_of').on(table.trustId, table.precepteeKey, table.step)],
);

/** Somebody told that a step is overdue. */
export const precepteeEscalation = sqliteTable(
  'preceptee_escalation',
  {
    id: integer('id').primaryKey(),
    trustId: ofTrust(),
    precepteeKey: ofPreceptee(),
    step: text('step').notNull(),
    /** Key of the level in the programme, such as 'manager'. */
    level: text('level').notNull(),
    on: text('on_date').notNull(),
    note: text('note'),
  },
  (table) => [uniqueIndex('preceptee_escalation_of').on(table.trustId, table.precepteeKey, table.step, table.level)],
);

/** What happens in a preceptee's life that the programme follows. Which columns say something depends on the kind. */
export const precepteeEvent = sqliteTable(
  'preceptee_event',
  {
    id: integer('id').primaryKey(),
    trustId: ofTrust(),
    precepteeKey: ofPreceptee(),
    kind: text('kind', {
      enum: ['pause', 'wte', 'preceptor', 'unit', 'rotation', 'extension', 'completed', 'left'],
    }).notNull(),
    /** First day; of an extension the day on which it was agreed. */
    from: text('from_date').notNull(),
    /** A pause's first day back, a rotation's last day, an extension's new end; null while open. */
    until: text('until_date'),
    /** Hundred-thousandths. */
    wte: integer('wte'),
    /** Unit of a move or of a rotation. */
    unit: text('unit'),
    /** 'hospital' or 'community', of a rotation or a move. */
    setting: text('setting', { enum: ['hospital', 'community'] }),
    preceptor: text('preceptor'),
    reason: text('reason'),
    approvedBy: text('approved_by'),
    note: text('note'),
  },
  (table) => [index('preceptee_event_of').on(table.trustId, table.precepteeKey)],
);

/** Hours given, or booked where the day is still to come. */
export const precepteeHours = sqliteTable(
  'preceptee_hours',
  {
    id: integer('id').primaryKey(),
    trustId: ofTrust(),
    precepteeKey: ofPreceptee(),
    kind: text('kind', {
      enum: ['orientation', 'supernumerary', 'protected_preceptee', 'protected_preceptor'],
    }).notNull(),
    /** What protected hours were for; null where not said. */
    purpose: text('purpose'),
    day: text('day').notNull(),
    minutes: integer('minutes').notNull(),
    /** The day on which it was entered: a log that says how things stand later contains it. */
    entered: text('entered').notNull(),
    note: text('note'),
  },
  (table) => [index('preceptee_hours_of').on(table.trustId, table.precepteeKey)],
);
