import { readFileSync } from 'node:fs';
import { isAbsolute } from 'node:path';
import { z } from 'zod';
import { contract } from '#contract';
import { type OpenRefusal, refuse } from '../database/refusal.ts';
import { policyFile } from './place.ts';

/** What cannot be switched off: the planner would not open without it. */
const NEEDED = ['organisation', 'planner', 'profiles', 'places', 'audit', 'backups'];

/** Parts of the planner that a policy may switch off, as the contract calls them. */
export const SWITCHABLE = Object.keys(contract).filter((noun) => !NEEDED.includes(noun));

const folder = z
  .string()
  .max(1000)
  .refine((path) => isAbsolute(path), 'write the whole path, from the drive, share or root on');
const least = z.int().min(3).max(50);

/** What IT decides for a PC, whoever uses it. What is left out is the person's choice. */
const shape = z.strictObject({
  format: z.literal('maternity-workforce-planner/policy'),
  /** Where the store lies; `--data` is not heard then. */
  dataFolder: folder.optional(),
  /** Where each backup is copied to, too. */
  backupFolder: folder.optional(),
  /** Parts that may not be used here. */
  disabled: z
    .array(z.string().refine((noun) => SWITCHABLE.includes(noun), `use one of ${SWITCHABLE.join(', ')}`))
    .optional(),
  /** Counts of people below these are left out of what leaves the trust; a trust's own values do not count beside them. */
  smallNumbers: z.strictObject({ lmnsBelow: least.optional(), publicBelow: least.optional() }).optional(),
  /** The longest that an idle screen stays open, in minutes. */
  idleLockMinutes: z.int().min(1).max(240).optional(),
});

export interface Policy extends z.infer<typeof shape> {
  /** The file that it was read from. */
  readonly file: string;
}

/**
 * The machine's policy; where there is none, the one that `chosen` names, if any; null for none at all. One that cannot be
 * read, or says what nothing here knows, is refused in words: then nothing is opened, so that no rule is passed over.
 */
export function readPolicy(chosen: string | undefined, machine = policyFile()): Policy | OpenRefusal | null {
  for (const file of [machine, ...(chosen === undefined ? [] : [chosen])]) {
    let text: string;
    try {
      text = readFileSync(file, 'utf8');
    } catch (error) {
      if (file === machine && error instanceof Error && 'code' in error && error.code === 'ENOENT') continue;
      return refusedPolicy(file, 'The file cannot be read.');
    }
    return parsePolicy(file, text);
  }
  return null;
}

function parsePolicy(file: string, text: string): Policy | OpenRefusal {
  let content: unknown;
  try {
    content = JSON.parse(text.replace(/^\uFEFF/u, ''));
  } catch {
    return refusedPolicy(file, 'It is not JSON.');
  }
  const read = shape.safeParse(content);
  if (read.success) return { ...read.data, file };
  const problems = read.error.issues.map(({ path, message }) => `${path.join('.') || 'policy'}: ${message}.`);
  return refusedPolicy(file, problems.join(' '));
}

function refusedPolicy(file: string, problem: string): OpenRefusal {
  const refusal = refuse('policy', [`Policy: ${file}`, problem]);
  return { ...refusal, message: `${refusal.message} ${problem}` };
}

/** The policy in force, or none where it was refused: for what must be known before anything can be said. */
export const policyOrNone = (read: Policy | OpenRefusal | null): Policy | null =>
  read === null || 'kind' in read ? null : read;

/** What a policy decides, one sentence each, for the screen that shows it. */
export function policyInWords(policy: Policy): string[] {
  const { dataFolder, backupFolder, disabled = [], smallNumbers = {}, idleLockMinutes } = policy;
  const { lmnsBelow, publicBelow } = smallNumbers;
  return [
    ...(dataFolder === undefined ? [] : [`The store lies in ${dataFolder}.`]),
    ...(backupFolder === undefined ? [] : [`Each backup is copied to ${backupFolder}.`]),
    ...(disabled.length === 0 ? [] : [`Switched off: ${disabled.join(', ')}.`]),
    ...(lmnsBelow === undefined
      ? []
      : [`Counts below ${lmnsBelow} are left out of what goes to the LMNS and the board.`]),
    ...(publicBelow === undefined ? [] : [`Counts below ${publicBelow} are left out of what is published.`]),
    ...(idleLockMinutes === undefined
      ? []
      : [`An idle screen is locked after ${idleLockMinutes} minutes at the latest.`]),
  ];
}
