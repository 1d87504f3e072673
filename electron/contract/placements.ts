import { z } from 'zod';
import { verb } from './access.ts';
import { refusals } from './refusals.ts';
import { civilDate, id, rate, trustCode } from './values.ts';

const count = z.number().int();
const few = count.min(0, 'Use 0 or more.').max(9999, 'Use 9,999 or less.');
const words = (longest: number) =>
  z
    .string()
    .transform((text) => text.replace(/\s+/gu, ' ').trim())
    .pipe(z.string().max(longest, `Use ${longest} characters or fewer.`));
const optional = words(500)
  .transform((text) => text || null)
  .nullable();

/** What an area can take in a week. */
const capacityCells = {
  area: words(120).refine((text) => text !== '', 'Enter the area.'),
  /** Any day of the week. */
  week: civilDate,
  supervisedShifts: few,
  shiftsNeeded: count.min(1, 'Use 1 or more.').max(21, 'Use 21 or less.'),
  auditDate: civilDate.nullable(),
  qualityNote: optional,
};

/** Places released to a university for a kind of student, and how many of them are filled. */
const placeCells = {
  university: words(120).refine((text) => text !== '', 'Enter the university.'),
  learner: z.string(),
  released: few,
  filled: few,
  unfilledReason: optional,
};

const sums = { capacity: count, released: count, filled: count };
const week = z.object({
  id,
  ...capacityCells,
  week: civilDate,
  ...sums,
  places: z.array(z.object({ ...placeCells, id, learnerName: z.string(), unfilled: count })),
  /** More places are released than there is capacity for. */
  overReleased: z.boolean(),
});

const placements = z.object({
  weeks: z.array(week),
  areas: z.array(z.object({ area: z.string(), weeks: count, ...sums, filledOfCapacity: rate })),
  universities: z.array(z.object({ university: z.string(), released: count, filled: count, filledOfReleased: rate })),
  reasons: z.array(z.object({ reason: z.string(), places: count })),
  all: z.object({ ...sums, filledOfCapacity: rate, filledOfReleased: rate }),
  learners: z.array(z.object({ key: z.string(), name: z.string() })),
  unfilledReasons: z.array(z.string()),
  formulas: z.array(z.object({ figure: z.string(), formula: z.string() })),
});

export type Placements = z.infer<typeof placements>;
export type PlacementWeek = z.infer<typeof week>;

const { TRUST_UNKNOWN, NOT_THERE, NO_SUCH_CHOICE } = refusals;
const TAKEN = {
  status: 409,
  message: 'This is already entered. Change that entry instead. Nothing was changed.',
} as const;
const TOO_MANY_FILLED = {
  status: 422,
  message: 'More places are filled than were released. Correct one of the two. Nothing was changed.',
} as const;
const label = z.object({ label: z.string().nullable() });
const trust = trustCode;

/** Places for students: part of `vacancies`. */
export const placementVerbs = {
  placements: verb('view', 'figures')
    .errors({ TRUST_UNKNOWN })
    .input(z.object({ trust, from: civilDate.optional(), to: civilDate.optional() }))
    .output(placements),
  /** Adds an area's week, or with an id changes it; with `weeks` the same is entered for so many weeks from it on. */
  setCapacity: verb('change', 'figures')
    .errors({ TRUST_UNKNOWN, NOT_THERE, TAKEN })
    .input(
      z.object({
        trust,
        id: id.optional(),
        weeks: count.min(1).max(53, 'Use 53 or less.').default(1),
        ...capacityCells,
      }),
    )
    .output(label),
  removeCapacity: verb('change', 'figures')
    .errors({ TRUST_UNKNOWN, NOT_THERE })
    .input(z.object({ trust, id }))
    .output(label),
  /** Adds a university's places to an area's week, or with an id changes them. */
  setPlaces: verb('change', 'figures')
    .errors({ TRUST_UNKNOWN, NOT_THERE, TAKEN, TOO_MANY_FILLED, NO_SUCH_CHOICE })
    .input(z.object({ trust, week: id, id: id.optional(), ...placeCells }))
    .output(label),
  removePlaces: verb('change', 'figures')
    .errors({ TRUST_UNKNOWN, NOT_THERE })
    .input(z.object({ trust, id }))
    .output(label),
};
