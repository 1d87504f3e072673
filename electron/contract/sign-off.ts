import { z } from 'zod';
import { verb } from './access.ts';
import { aboutNoPatient, PATIENT_IDENTIFIER, typedLine } from './free-text.ts';
import { refusals } from './refusals.ts';
import { changed, civilDate, id, trustCode } from './values.ts';

const count = z.number().int();
const day = civilDate.nullable();

/** Who has signed a competency: the assessor and the preceptee, two people, each on a day. */
const signatures = { assessor: typedLine(120), assessorSigned: day, precepteeSigned: day };

const competency = z.object({
  /** Key of the list and number: 'skills_passport:SP3'. */
  competency: z.string(),
  list: z.string(),
  number: z.string(),
  title: z.string(),
  state: z.string(),
  stateName: z.string(),
  ...signatures,
  assessor: z.string().nullable(),
  /** In a state that needs no more, and signed by both. */
  complete: z.boolean(),
});

/** The way from band 5 to band 6. */
const gateCells = z.object({
  /** The day on which competencies that are followed elsewhere were complete. */
  competenciesComplete: day,
  manager: typedLine(120),
  managerSigned: day,
  effective: day,
  paid: day,
});

const gate = gateCells.extend({
  manager: z.string().nullable(),
  /** The day of the last signature where all are complete, else the day that was entered. */
  completeOn: day,
  /** What comes next. */
  stage: z.enum(['competencies', 'manager', 'effective', 'paid', 'done']),
});

const signOff = z.object({
  competencies: z.array(competency),
  complete: count,
  lists: z.array(z.object({ key: z.string(), name: z.string(), publisher: z.string() })),
  states: z.array(z.object({ key: z.string(), name: z.string(), complete: z.boolean() })),
  gate,
  pack: z.object({ title: z.string(), version: z.string() }),
});

export type CompetencyShown = z.infer<typeof competency>;
export type BandGate = z.infer<typeof gate>;
export type BandGateCells = z.infer<typeof gateCells>;
export type SignOff = z.infer<typeof signOff>;

const { TRUST_UNKNOWN, NOT_THERE, NO_SUCH_CHOICE } = refusals;
const DATES_WRONG = {
  status: 422,
  message: 'These dates cannot all be right. Correct one of them. Nothing was changed.',
} as const;
const SAME_PERSON = {
  status: 422,
  message: 'Two people sign. Enter somebody else for one of the two. Nothing was changed.',
} as const;
const GATE_CLOSED = {
  status: 409,
  message: 'The step before this one is still open. Complete that one first. Nothing was changed.',
} as const;
const TAKEN = { status: 409, message: 'There is a competency of that number already. Choose another.' } as const;
const STILL_USED = {
  status: 409,
  message: 'Somebody is followed by this competency. Set it to not started for everybody first.',
} as const;
const of = { trust: trustCode, key: z.string() };

/** Competencies by number and title, and the band 5 to 6 gate: part of `preceptorship`. No text of a competency is kept. */
export const signOffVerbs = {
  /** By the lists that the trust follows for the preceptee's programme. */
  signOff: verb('view', 'people').errors({ TRUST_UNKNOWN, NOT_THERE }).input(z.object(of)).output(signOff),
  /** Of one competency, or of several alike. */
  setCompetencies: verb('change', 'people')
    .errors({ TRUST_UNKNOWN, NOT_THERE, NO_SUCH_CHOICE, DATES_WRONG, SAME_PERSON, PATIENT_IDENTIFIER })
    .input(
      z.object({
        ...of,
        competencies: z.array(z.string()).min(1, 'Choose at least one competency.').max(300),
        state: z.string(),
        ...signatures,
        aboutNoPatient,
      }),
    )
    .output(changed),
  /** The manager signs once competencies are complete, the band takes effect after that, and is paid from then on. */
  setBandGate: verb('change', 'people')
    .errors({ TRUST_UNKNOWN, NOT_THERE, DATES_WRONG, GATE_CLOSED, SAME_PERSON, PATIENT_IDENTIFIER })
    .input(gateCells.extend({ ...of, aboutNoPatient }))
    .output(changed),
  /** Competencies that the trust follows beside the published lists. */
  ownCompetencies: verb('view', 'figures')
    .errors({ TRUST_UNKNOWN })
    .input(z.object({ trust: trustCode }))
    .output(z.array(z.object({ id, number: z.string(), title: z.string() }))),
  addOwnCompetency: verb('change', 'figures')
    .errors({ TRUST_UNKNOWN, TAKEN, PATIENT_IDENTIFIER })
    .input(
      z.object({
        trust: trustCode,
        number: z.string().trim().min(1, 'Enter a number, such as T1.').max(20, 'Use 20 characters or fewer.'),
        title: z.string().trim().min(1, 'Enter a title.').max(120, 'Use 120 characters or fewer.'),
        aboutNoPatient,
      }),
    )
    .output(changed),
  removeOwnCompetency: verb('change', 'figures')
    .errors({ TRUST_UNKNOWN, NOT_THERE, STILL_USED })
    .input(z.object({ trust: trustCode, id }))
    .output(changed),
};
