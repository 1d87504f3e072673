import { z } from 'zod';
import { verb } from './access.ts';
import { refusals } from './refusals.ts';
import { civilDate, id, trustCode } from './values.ts';

const { TRUST_UNKNOWN } = refusals;
const PERSON_UNKNOWN = {
  status: 404,
  message: 'No staff list, list of leavers or list of absence holds this person. Choose somebody from the staff list.',
} as const;

const count = z.number().int();
/** Hundred-thousandths of a WTE or FTE. */
const wte = z.number().int();
const category = z.enum(['permanent', 'fixed_term', 'bank', 'other']);

/** Where a row was read: the import, its file and sheet, and the row of the sheet. */
export const readAt = { batch: id, fileName: z.string(), sheet: z.string(), row: count };

/** The post of an assignment as a staff list has it. */
const post = {
  position: z.string().nullable(),
  unit: z.string().nullable(),
  division: z.string().nullable(),
  costCentre: z.string().nullable(),
  staffGroup: z.string().nullable(),
  occupationCode: z.string().nullable(),
  group: z.string(),
  payGrade: z.string().nullable(),
  band: z.string().nullable(),
  category,
  status: z.string().nullable(),
  primary: z.boolean().nullable(),
  fte: wte,
  hours: wte.nullable(),
  start: civilDate,
};

/** A row of the staff list, and how it counts. */
export const staffListRow = z.object({
  ...readAt,
  /** Cells that were blank and read as those of another row: "Unit from row 7"; '' where none was. */
  given: z.string(),
  person: z.string(),
  assignment: z.string(),
  name: z.string().nullable(),
  ...post,
  ageBand: z.string().nullable(),
  /** Why the row is not in post; null where it is. */
  notInPost: z.enum(['bank', 'not_substantive', 'not_started']).nullable(),
  available: z.boolean(),
});

export const staffListSort = z.enum([
  'name',
  'person',
  'position',
  'unit',
  'costCentre',
  'group',
  'band',
  'category',
  'status',
  'fte',
  'start',
]);

/** An assignment that staff lists one after another give alike: from the first of them to the last. */
const stretch = z.object({
  ...readAt,
  assignment: z.string(),
  ...post,
  first: civilDate,
  last: civilDate,
  /** Staff lists of that time that hold it. */
  lists: count,
});

const staffPerson = z.object({
  person: z.string(),
  name: z.string().nullable(),
  ageBand: z.string().nullable(),
  nhsEntry: civilDate.nullable(),
  /** The newest staff list, and whether it holds this person. */
  newestList: civilDate.nullable(),
  onNewestList: z.boolean(),
  assignments: z.array(stretch),
  absences: z.array(
    z.object({
      ...readAt,
      type: z.string().nullable(),
      reason: z.string().nullable(),
      start: civilDate,
      end: civilDate.nullable(),
      calendarDays: count,
    }),
  ),
  leavers: z.array(
    z.object({
      ...readAt,
      assignment: z.string(),
      position: z.string().nullable(),
      unit: z.string().nullable(),
      band: z.string().nullable(),
      fte: wte,
      start: civilDate,
      leaving: civilDate,
      reason: z.string().nullable(),
      destination: z.string().nullable(),
    }),
  ),
});

const trend = z.object({
  by: z.enum(['group', 'unit', 'band', 'costCentre']),
  /** What is told apart, the largest of the newest list first; null is what the list does not say. */
  keys: z.array(z.object({ key: z.string().nullable(), name: z.string() })),
  months: z.array(
    z.object({
      census: civilDate,
      wte,
      assignments: count,
      /** WTE of each key, in their order. */
      parts: z.array(wte),
    }),
  ),
});

export type StaffListRow = z.infer<typeof staffListRow>;
export type StaffListSort = z.infer<typeof staffListSort>;
export type StaffPersonShown = z.infer<typeof staffPerson>;
export type StaffStretch = z.infer<typeof stretch>;
export type StaffTrend = z.infer<typeof trend>;

/** One person, and staff in post from list to list: part of `staff`. */
export const staffListVerbs = {
  /** Everything that the lists hold of a person, each with the file, sheet and row that it was read in. */
  person: verb('view', 'people')
    .errors({ TRUST_UNKNOWN, PERSON_UNKNOWN })
    .input(z.object({ trust: trustCode, person: z.string().trim().min(1) }))
    .output(staffPerson),
  /** Staff in post by every staff list that is held, each as it stood. */
  trend: verb('view', 'figures')
    .errors({ TRUST_UNKNOWN })
    .input(
      z.object({
        trust: trustCode,
        by: z.enum(['group', 'unit', 'band', 'costCentre']).default('group'),
        group: z.string().optional(),
      }),
    )
    .output(trend),
};
