import { z } from 'zod';
import { civilDate, id, name, returnPeriod, trustCode, typedText } from './values.ts';

const words = typedText.pipe(z.string().trim().max(1500, 'Use 1,500 characters or fewer.'));
const needed = (what: string) => words.pipe(z.string().min(1, what));
const role = typedText
  .transform((text) => text.replace(/\s+/gu, ' ').trim())
  .pipe(z.string().min(1, 'Enter a role, such as Director of Midwifery.').max(120, 'Use 120 characters or fewer.'));
const count = z.number().int().min(0, 'Use 0 or more.').max(1_000_000, 'Use 1,000,000 or less.');

/** 4.4: whether staffing of a trust is safe, as the LMNS judges it for a quarter. */
const assurance = z.object({
  kind: z.literal('assurance'),
  code: trustCode,
  period: returnPeriod,
  judgement: z.enum(['assured', 'partly assured', 'not assured']),
  basis: needed('Enter what the judgement is made from.'),
  by: role,
  on: civilDate,
});

/** 4.5: a level that was agreed with a trust for a profession without a national tool. */
const level = z.object({
  kind: z.literal('level'),
  code: trustCode,
  profession: name,
  agreed: needed('Enter the level that was agreed.'),
  /** Hundred-thousandths; null where the level is not one of WTE. */
  wte: z.number().int().min(0).max(999_999_999).nullable(),
  guidance: words,
  by: role,
  agreedOn: civilDate,
  reviewOn: civilDate.nullable(),
});

/** 4.6: what is commissioned of a trust beside what its staff can give. */
const capacity = z.object({
  kind: z.literal('capacity'),
  code: trustCode,
  period: returnPeriod,
  service: name,
  /** Of what both are: births, cots, sessions. */
  of: name,
  commissioned: count,
  staffedFor: count.nullable(),
  note: words,
});

/** 4.7: placements that a trust gives a university's learners. */
const placements = z.object({
  kind: z.literal('placements'),
  code: trustCode,
  period: returnPeriod,
  university: name,
  learners: name,
  places: count,
  filled: count.nullable(),
  quality: words,
});

const text = {
  /** The trust that it came from; null for the LMNS's own. */
  code: trustCode.nullable(),
  title: name,
  words: needed('Enter the words.'),
  /** Lines of the plan, such as "5.1, 5.4". */
  references: words,
};

/** 5.7: what works, to be passed on. */
const practice = z.object({ kind: z.literal('practice'), ...text, sharedWith: words, sharedOn: civilDate.nullable() });

/** 5.8: a problem for the national team. */
const challenge = z.object({
  kind: z.literal('challenge'),
  ...text,
  effect: words,
  raisedOn: civilDate.nullable(),
  answer: words,
});

/** What a trust is asked to do after its return was read. */
const action = z.object({
  kind: z.literal('action'),
  code: trustCode,
  reference: z.string(),
  what: needed('Enter what is to be done.'),
  /** The role that does it, never a name. */
  owner: role,
  due: civilDate,
  doneOn: civilDate.nullable(),
  followUp: words,
});

/** What the LMNS does about its lines, by kind. */
export const lmnsRecord = z.discriminatedUnion('kind', [
  assurance,
  level,
  capacity,
  placements,
  practice,
  challenge,
  action,
]);

export const keptRecord = z.object({
  id,
  /** As they were typed: for the form in which they are changed, and for no list or file. */
  cells: lmnsRecord,
  /** In words, by cell, what stands in its place wherever the record is shown: a small count of people is left out. */
  leftOut: z.record(z.string(), z.string()),
});

/** A text of a return that the LMNS may take into its library, or raise. */
export const offeredText = z.object({
  kind: z.enum(['practice', 'challenge']),
  code: trustCode,
  trust: z.string(),
  period: returnPeriod,
  title: z.string(),
  words: z.string(),
  element: z.string(),
  references: z.string(),
  /** Of a challenge: `national` where the trust means it for NHS England. */
  escalateTo: z.enum(['lmns', 'national']).nullable(),
  approved: z.string(),
  /** True where a record of that title and trust is there. */
  taken: z.boolean(),
});

export type LmnsRecord = z.infer<typeof lmnsRecord>;
export type LmnsRecordKind = LmnsRecord['kind'];
export type KeptRecord = z.infer<typeof keptRecord>;
export type OfferedText = z.infer<typeof offeredText>;
