import { z } from 'zod';
import { verb } from './access.ts';
import { aboutNoPatient, PATIENT_IDENTIFIER, typedLine, typedWords } from './free-text.ts';
import { refusals } from './refusals.ts';
import { changed, civilDate, rate, trustCode } from './values.ts';

const count = z.number().int();
const role = z.enum(['support', 'coordinator', 'pma']);

const roleCells = z.object({
  /** Level of the support workers' framework. */
  level: count.min(1).max(9).nullable(),
  competencies: count.min(0, 'Use 0 or more.').max(100, 'Use 100 or less.').nullable(),
  since: civilDate.nullable(),
  /** Orientation of a coordinator. */
  oriented: civilDate.nullable(),
  /** Passport signed off, module done, or qualified. */
  done: civilDate.nullable(),
  by: typedLine(120),
  protectedMinutes: count.min(0).max(20_000, 'Use 333 hours or less.').nullable(),
  ended: civilDate.nullable(),
  note: typedWords(500),
});

const person = z.object({
  person: z.string(),
  name: z.string().nullable(),
  unit: z.string().nullable(),
  band: z.string().nullable(),
  /** False for somebody who is on no assignment of the staff list in force. */
  inPost: z.boolean(),
});

const holder = person.extend({
  level: count.nullable(),
  competencies: count.nullable(),
  since: civilDate.nullable(),
  oriented: civilDate.nullable(),
  done: civilDate.nullable(),
  by: z.string().nullable(),
  protectedMinutes: count.nullable(),
  ended: civilDate.nullable(),
  note: z.string().nullable(),
  /** Null where nothing was entered of this person yet. */
  entered: z.boolean(),
});

const rolloutUnit = z.object({
  unit: z.string(),
  done: rate,
  meets: z.boolean().nullable(),
  planned: civilDate.nullable(),
  lead: z.string().nullable(),
  note: z.string().nullable(),
  state: z.enum(['there', 'planned', 'overdue', 'no_date']),
});

const rollout = z.object({
  key: z.string(),
  name: z.string(),
  targetPercent: count,
  /** The course by which it is counted; null until the trust counts one. */
  course: z.object({ key: z.string(), name: z.string() }).nullable(),
  all: rate,
  groups: z.array(z.object({ group: z.string(), name: z.string(), done: rate, meets: z.boolean().nullable() })),
  units: z.array(rolloutUnit),
  /** People in date by the month in which they did it, the earliest first. */
  months: z.array(z.object({ month: z.string(), people: count, soFar: count })),
});

const roles = z.object({
  today: civilDate,
  listDay: civilDate.nullable(),
  rollouts: z.array(rollout),
  support: z.object({
    people: z.array(holder),
    withLevel: rate,
    signed: rate,
    levels: z.array(
      z.object({ level: count, name: z.string(), band: z.string(), heads: count, signed: count, otherBand: count }),
    ),
    competencies: count,
  }),
  coordinators: z.object({ people: z.array(holder), candidates: z.array(person), done: rate, oriented: rate }),
  advocates: z.object({
    people: z.array(holder),
    candidates: z.array(person),
    midwives: count,
    active: count,
    midwivesPerAdvocate: count,
    wanted: count,
    short: count,
  }),
  pack: z.object({ title: z.string(), version: z.string() }),
  formulas: z.array(z.object({ figure: z.string(), formula: z.string() })),
});

export type TrainingRoles = z.infer<typeof roles>;
export type TrainingRole = z.infer<typeof role>;
export type RoleHolder = z.infer<typeof holder>;
export type RolePerson = z.infer<typeof person>;
export type TrainingRollout = z.infer<typeof rollout>;
export type RolloutUnit = z.infer<typeof rolloutUnit>;

const { TRUST_UNKNOWN, NOT_THERE, NO_SUCH_CHOICE } = refusals;
const NOT_THAT_DAY = {
  status: 422,
  message: 'These days do not go together. Correct one of them. Nothing was changed.',
} as const;
const trust = trustCode;
const whom = z.string().regex(/^\d{8}$/, 'Enter an employee number of eight digits.');

/** Roll-outs, the support workers' framework, coordinators and professional midwifery advocates: part of `training`. */
export const trainingRoleVerbs = {
  roles: verb('view', 'people').errors({ TRUST_UNKNOWN }).input(z.object({ trust })).output(roles),
  /** Says what somebody has of a role or framework. */
  setRole: verb('change', 'people')
    .errors({ TRUST_UNKNOWN, NO_SUCH_CHOICE, NOT_THAT_DAY, PATIENT_IDENTIFIER })
    .input(roleCells.partial().extend({ trust, role, person: whom, aboutNoPatient }))
    .output(changed),
  removeRole: verb('change', 'people')
    .errors({ TRUST_UNKNOWN, NOT_THERE })
    .input(z.object({ trust, role, person: whom }))
    .output(changed),
  /** By when a unit is to be there, and who leads it. */
  setRollout: verb('change', 'figures')
    .errors({ TRUST_UNKNOWN, NOT_THERE, PATIENT_IDENTIFIER })
    .input(
      z.object({
        trust,
        rollout: z.string(),
        unit: z.string(),
        planned: civilDate.nullable(),
        lead: typedLine(120),
        note: typedWords(500),
        aboutNoPatient,
      }),
    )
    .output(changed),
  /** Counts the pack's course for a roll-out, as a course of the trust's own. */
  countRollout: verb('change', 'figures')
    .errors({ TRUST_UNKNOWN, NOT_THERE })
    .input(z.object({ trust, rollout: z.string() }))
    .output(changed),
};
