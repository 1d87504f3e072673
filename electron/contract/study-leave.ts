import { z } from 'zod';
import { verb } from './access.ts';
import { refusals } from './refusals.ts';
import { civilDate, trustCode } from './values.ts';

const count = z.number().int();
const month = z.string().regex(/^\d{4}-\d{2}$/, 'Enter a month as 2026-10.');

const cell = z.object({
  month,
  /** Minutes of study leave and of training duties on the roster. */
  used: count,
  /** Minutes that the plan needs, a twelfth of the year; null without a needs analysis of the year. */
  needed: count.nullable(),
  /** Minutes of seats on sessions of the month, whether attended or to come. */
  booked: count,
});

const unitRow = z.object({ unit: z.string(), heads: count, cells: z.array(cell), total: cell.omit({ month: true }) });

const studyLeave = z.object({
  first: civilDate,
  title: z.string(),
  analysis: z.object({ title: z.string(), version: count }).nullable(),
  /** Days of each month that a roster covers. */
  months: z.array(z.object({ month, days: count, covered: count })),
  units: z.array(unitRow),
  all: unitRow,
  /** The days that rosters cover, what was used, and what was needed of each month for those of its days. */
  covered: z.object({ days: count, used: count, needed: count.nullable() }),
  /** What of a roster counts as study: a group of leave, and shifts; beside them the shifts that the rosters of the year have. */
  counts: z.object({ group: z.string(), shifts: z.array(z.string()), rostered: z.array(z.string()) }),
  formulas: z.array(z.object({ figure: z.string(), formula: z.string() })),
});

const row = z.object({
  date: civilDate,
  person: z.string().nullable(),
  name: z.string().nullable(),
  unit: z.string(),
  /** Study leave, or a duty that is training by its shift. */
  kind: z.enum(['leave', 'duty']),
  reason: z.string().nullable(),
  minutes: count,
  fileName: z.string(),
  sheet: z.string(),
  row: count,
});

export type StudyLeave = z.infer<typeof studyLeave>;
export type StudyLeaveUnit = z.infer<typeof unitRow>;
export type StudyLeaveRow = z.infer<typeof row>;

const { TRUST_UNKNOWN } = refusals;

/** Hours of study on the roster against the hours that the plan needs: part of `training`. */
export const studyLeaveVerbs = {
  /** Of the NHS year that a day lies in; of the newest roster without one. */
  studyLeave: verb('view', 'figures')
    .errors({ TRUST_UNKNOWN })
    .input(z.object({ trust: trustCode, day: civilDate.optional() }))
    .output(studyLeave),
  /** The rows of rosters behind the hours of a month, of one unit or of all. */
  studyLeaveRows: verb('view', 'people')
    .errors({ TRUST_UNKNOWN })
    .input(z.object({ trust: trustCode, month, unit: z.string().optional() }))
    .output(z.array(row)),
};
