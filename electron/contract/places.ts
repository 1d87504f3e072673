import { z } from 'zod';
import { verb } from './access.ts';
import { refusals } from './refusals.ts';
import { trustCode } from './values.ts';

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

/** Places in a trust: the people, units, posts, lines, courses, actions and imports that it holds, by parts of their words. */
export const places = {
  /**
   * Those of which every word typed is a part, in any order, capitals, accents and apostrophes aside: first those whose title
   * starts with them. `found` counts all of them. Nothing typed finds nothing.
   */
  find: verb('view', 'people')
    .errors({ TRUST_UNKNOWN: refusals.TRUST_UNKNOWN })
    .input(
      z.object({
        trust: trustCode,
        words: z.string().max(200, 'Use 200 characters or fewer.'),
        limit: z.number().int().min(1).max(200).default(20),
      }),
    )
    .output(z.object({ found: z.number().int(), places: z.array(place) })),
};
