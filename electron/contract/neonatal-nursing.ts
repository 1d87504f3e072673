import { z } from 'zod';
import { verb } from './access.ts';
import { amount, exact, percentage } from './exact.ts';
import { designation } from './level-rules.ts';
import { refusals } from './refusals.ts';
import { changed, civilDate, enteredWte, id, name, trustCode } from './values.ts';

const { TRUST_UNKNOWN, NOT_THERE } = refusals;
const CANNOT_USE = {
  status: 409,
  message: 'This cannot be the requirement yet. Enter its unit and its WTE first.',
} as const;
const days = z.number().int().min(0, 'Use 0 or more.').max(99_999, 'Use 99,999 or less.').nullable();
const words = z
  .string()
  .transform((text) => text.replace(/\s+/gu, ' ').trim() || null)
  .pipe(z.string().max(200, 'Use 200 characters or fewer.').nullable())
  .nullable();

/** What the calculator of neonatal nurses takes. Amounts are hundred-thousandths; null is "not known". */
export const neonatalInputs = z.object({
  name,
  unit: id.nullable(),
  designation: designation.nullable(),
  /** The year of activity. */
  first: civilDate.nullable(),
  last: civilDate.nullable(),
  /** Cot days by healthcare resource group 1 to 5, and of transitional care, which is left out. */
  days1: days,
  days2: days,
  days3: days,
  days4: days,
  days5: days,
  transitionalDays: days,
  declaredIntensive: days,
  declaredHigh: days,
  declaredSpecial: days,
  occupancy: percentage,
  coordinators: amount,
  /** WTE for one nurse on duty all the time; null to work it out from hours a day, weekly hours and uplift. */
  factor: amount,
  hoursPerDay: amount,
  weeklyHours: amount,
  uplift: percentage,
  /** Registered and qualified in specialty; registered and not so; not registered. */
  fundedQualified: enteredWte,
  fundedRegistered: enteredWte,
  fundedOther: enteredWte,
  inPostQualified: enteredWte,
  inPostRegistered: enteredWte,
  inPostOther: enteredWte,
  source: words,
  agreedBy: words,
  date: civilDate.nullable(),
  reviewDate: civilDate.nullable(),
});

const figure = exact.nullable();
const step = z.object({
  title: z.string(),
  formula: z.string(),
  numbers: z.string(),
  value: exact,
  unit: z.enum(['cots', 'nurses', 'WTE', 'factor', '%']),
});
const staffed = z.object({ registered: figure, all: figure, qualifiedShare: figure, lessThanRequired: figure });

export const neonatalResult = z.object({
  levels: z.array(
    z.object({
      key: z.enum(['intensive', 'high', 'special']),
      name: z.string(),
      babiesPerNurse: z.number().int(),
      days: z.number().int().nullable(),
      /** Cots that the activity needs at the occupancy; and those that the unit declares, kept apart. */
      cots: figure,
      declared: z.number().int().nullable(),
      nurses: figure,
    }),
  ),
  direct: figure,
  perShift: figure,
  factor: figure,
  factorOf: z.enum(['entered', 'worked out']).nullable(),
  required: figure,
  funded: staffed,
  inPost: staffed,
  /** Share of registered nurses that should be qualified in specialty, in percent. */
  qualifiedLeast: z.number().int(),
  steps: z.array(step),
  findings: z.array(z.string()),
});

/** What a calculation starts from: a value that equals its default is shown as one. */
const defaults = neonatalInputs.pick({
  occupancy: true,
  coordinators: true,
  factor: true,
  hoursPerDay: true,
  weeklyHours: true,
  uplift: true,
});
const shown = neonatalInputs.extend({
  defaults,
  id,
  result: neonatalResult,
  pack: z.string(),
  review: z.enum(['due', 'soon', 'later', 'none']),
});

export type NeonatalInputs = z.infer<typeof neonatalInputs>;
export type NeonatalResult = z.infer<typeof neonatalResult>;
export type NeonatalShown = z.infer<typeof shown>;
export type NeonatalStep = z.infer<typeof step>;

/** Neonatal nurses by the national calculator's method: part of `establishment`. */
export const neonatalVerbs = {
  neonatalNursing: verb('view', 'figures')
    .errors({ TRUST_UNKNOWN })
    .input(z.object({ trust: trustCode }))
    .output(z.array(shown)),
  /** A calculation with the defaults of the pack, and what is given. */
  addNeonatalNursing: verb('change', 'figures')
    .errors({ TRUST_UNKNOWN, NOT_THERE })
    .input(neonatalInputs.partial().extend({ trust: trustCode }))
    .output(changed.extend({ id })),
  changeNeonatalNursing: verb('change', 'figures')
    .errors({ TRUST_UNKNOWN, NOT_THERE })
    .input(neonatalInputs.partial().extend({ trust: trustCode, id }))
    .output(changed),
  removeNeonatalNursing: verb('change', 'figures')
    .errors({ TRUST_UNKNOWN, NOT_THERE })
    .input(z.object({ trust: trustCode, id }))
    .output(changed),
  /** Makes it the required establishment of its unit: one change. `band` is where no post is funded yet. */
  adoptNeonatalNursing: verb('change', 'figures')
    .errors({ TRUST_UNKNOWN, NOT_THERE, CANNOT_USE })
    .input(z.object({ trust: trustCode, id, band: z.string().min(1).default('6') }))
    .output(changed),
};
