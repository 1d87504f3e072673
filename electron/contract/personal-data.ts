import { z } from 'zod';
import { verb } from './access.ts';
import { exportedFile } from './exports.ts';
import { refusals } from './refusals.ts';
import { civilDate, trustCode } from './values.ts';

const count = z.number().int();
const { TRUST_UNKNOWN } = refusals;
const PERSON_UNKNOWN = {
  status: 404,
  message: 'Nothing here tells of that person. Search for the employee number or the name as the lists spell it.',
} as const;
const CONFIRM = {
  status: 422,
  message: 'Type the number or the name of the person as it is shown, to say that it is the right one.',
} as const;

const listed = z.object({
  person: z.string().nullable(),
  name: z.string().nullable(),
  rows: count,
  /** The last day that any of it is about; null where none has a day. */
  lastDay: civilDate.nullable(),
  /** The day from which the schedule proposes to look at it. */
  due: civilDate.nullable(),
  isDue: z.boolean(),
});

/** Whose data: by number, by name where there is none, or both. */
const whose = z.object({
  trust: trustCode,
  person: z.string().trim().min(1).max(60).nullable(),
  name: z.string().trim().min(1).max(120).nullable(),
});

const part = z.object({
  /** The table in words, and what kind of record it is. */
  what: z.string(),
  kind: z.string(),
  about: count,
  mentions: count,
  lastDay: civilDate.nullable(),
  /** What erasing does with it: names and notes are taken out and the rows go on counting, or the law keeps it. */
  fate: z.enum(['erased', 'kept']),
  why: z.string(),
  /** What erasing makes of it, in words. */
  becomes: z.string(),
  /** Where it is corrected: a screen's path, and in words. */
  correctAt: z.string(),
  correct: z.string(),
});

const found = z.object({
  person: z.string().nullable(),
  names: z.array(z.string()),
  /** What the audit calls this person. */
  mark: z.string(),
  parts: z.array(part),
  /** What is true of history, backups, files and other systems. */
  beside: z.array(z.string()),
});

export type ListedSubject = z.infer<typeof listed>;
export type SubjectPart = z.infer<typeof part>;

/** What the store holds of one person: to be seen, handed over, corrected and erased. */
export const personalData = {
  /** Everybody who has a number or a name here, those first that the schedule proposes to look at. */
  list: verb('view', 'people')
    .errors({ TRUST_UNKNOWN })
    .input(z.object({ trust: trustCode, search: z.string().trim().max(100).default('') }))
    .output(z.object({ rows: z.array(listed), total: count, schedule: z.string(), on: civilDate })),
  /** All that tells of one person, by where it lies, with what erasing would do to it. */
  find: verb('view', 'people').errors({ TRUST_UNKNOWN, PERSON_UNKNOWN }).input(whose).output(found),
  /** The same with every value, to hand to the person. */
  file: verb('export', 'people').errors({ TRUST_UNKNOWN, PERSON_UNKNOWN }).input(whose).output(exportedFile),
  /** Takes the person out of everything but what the law keeps. For good: no undo brings it back. `typed` is number or name again. */
  erase: verb('change', 'people')
    .errors({ TRUST_UNKNOWN, PERSON_UNKNOWN, CONFIRM })
    .input(whose.extend({ typed: z.string().max(120), alsoKept: z.boolean() }))
    .output(z.object({ rows: count, kept: count, called: z.string() })),
};
