import { z } from 'zod';
import { verb } from './access.ts';
import { refusals } from './refusals.ts';
import { id, trustCode } from './values.ts';

/** Kinds of things that can be gone to, in the order in which equals are told. */
export const placeKinds = [
  'person',
  'preceptee',
  'preceptor',
  'mentoring',
  'unit',
  'post',
  'session',
  'course',
  'action',
  'line',
  'import',
  'lmns_trust',
  'receipt',
  'record',
  'system_line',
  'system_measure',
  'own_line',
] as const;

const placeKind = z.enum(placeKinds);

const place = z.object({
  kind: placeKind,
  /** What its screen knows it by. */
  key: z.string(),
  title: z.string(),
  /** What tells it from others of that title; null where nothing does. */
  detail: z.string().nullable(),
});

export type PlaceKind = z.infer<typeof placeKind>;
export type Place = z.infer<typeof place>;

const typed = z.object({
  words: z.string().max(200, 'Use 200 characters or fewer.'),
  limit: z.number().int().min(1).max(200).default(20),
});
const found = z.object({ found: z.number().int(), places: z.array(place) });

/** Places in a trust: the people, units, posts, lines, courses, actions and imports that it holds, by parts of their words. */
export const places = {
  /**
   * Those of which every word typed is a part, in any order, capitals, accents and apostrophes aside: first those whose title
   * starts with them. `found` counts all of them. Nothing typed finds nothing.
   */
  find: verb('view', 'people')
    .errors({ TRUST_UNKNOWN: refusals.TRUST_UNKNOWN })
    .input(typed.extend({ trust: trustCode }))
    .output(found),
  /** The same of an LMNS: its trusts, the returns received, what it records of trusts, and the lines and measures compiled. */
  findInLmns: verb('view', 'lmns')
    .errors({ LMNS_UNKNOWN: refusals.LMNS_UNKNOWN })
    .input(typed.extend({ lmns: id }))
    .output(found),
};
