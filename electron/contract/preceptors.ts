import { z } from 'zod';
import { verb } from './access.ts';
import { aboutNoPatient, PATIENT_IDENTIFIER, typedLine, typedWords } from './free-text.ts';
import { refusals } from './refusals.ts';
import { changed, civilDate, id, name, trustCode } from './values.ts';

const count = z.number().int();
const day = civilDate.nullable();

/** What a person may say of a preceptor. */
const preceptorCells = z.object({
  /** Employee number; null for somebody whom no staff list has. */
  person: typedLine(20),
  name,
  unit: typedLine(120),
  band: typedLine(4),
  /** Key of a pattern of the rules. */
  shiftPattern: typedLine(40),
  /** The day on which preparation for the role was done. */
  prepared: day,
  /** On the NMC register since. */
  registered: day,
  /** Preceptees at once; null takes the limit of the rules. */
  most: count.min(0, 'Use 0 or more.').max(20, 'Use 20 or fewer.').nullable(),
  /** Last day on the register. */
  until: day,
  notes: typedWords(500),
});

/** A preceptee as the register of preceptors needs her. */
const supported = z.object({
  key: z.string(),
  name: z.string(),
  unit: z.string().nullable(),
  start: civilDate,
  /** In the programme today: neither paused nor still to start. */
  active: z.boolean(),
});

const preceptor = preceptorCells.extend({
  id,
  name: z.string(),
  shiftPatternName: z.string().nullable(),
  most: count.nullable(),
  limit: count,
  /** Preceptees in the programme now, without those who are paused or still to start. */
  load: count,
  preceptees: z.array(supported),
  isPrepared: z.boolean(),
  /** Months since registration; null where it is not entered. */
  experience: count.nullable(),
  isExperienced: z.boolean().nullable(),
  /** On the newest staff list; null without a list or a number. */
  inPost: z.boolean().nullable(),
  /** Protected minutes given to the preceptor, and those that the programmes of the preceptees owe. */
  given: count,
  owed: count,
  state: z.enum(['free', 'full', 'over', 'not_prepared', 'left']),
});

const coverage = z.object({
  /** Null for preceptors or preceptees without a unit. */
  unit: z.string().nullable(),
  preceptors: count,
  /** Preceptees that the prepared ones may have at once, and have. */
  places: count,
  load: count,
  spare: count,
  preceptees: count,
  withoutPreceptor: count,
});

/** Somebody in post who may join the register. */
const candidate = z.object({
  person: z.string(),
  name: z.string().nullable(),
  band: z.string().nullable(),
  post: z.string().nullable(),
  unit: z.string().nullable(),
});

const preceptors = z.object({
  on: civilDate,
  preceptors: z.array(preceptor),
  units: z.array(coverage),
  all: coverage,
  /** In the programme, and nobody named who is still on the register; with whoever left it. */
  without: z.array(supported.extend({ left: z.object({ preceptor: z.string(), on: civilDate }).nullable() })),
  /** Named by preceptees, and not on the register; with who that is by the newest staff list, where one person fits. */
  unknown: z.array(z.object({ name: z.string(), preceptees: count, known: candidate.nullable() })),
  shiftPatterns: z.array(z.object({ key: z.string(), name: z.string() })),
  rules: z.object({ mostPreceptees: count }),
  pack: z.object({ title: z.string(), version: z.string() }),
  formulas: z.array(z.object({ figure: z.string(), formula: z.string() })),
});

/** Why a preceptor suits or does not; `good` is null where it is not known. */
const reason = z.object({
  kind: z.enum(['unit', 'load', 'prepared', 'experience', 'shifts', 'in_post', 'until']),
  good: z.boolean().nullable(),
  words: z.string(),
});

const suggestion = z.object({
  id,
  name: z.string(),
  load: count,
  suits: z.boolean(),
  sameUnit: z.boolean(),
  /** Shifts on one unit at the same time; null where the rosters do not have both. */
  shiftsTogether: count.nullable(),
  reasons: z.array(reason),
});

const suggestions = z.object({
  preceptee: supported,
  /** The rosters that were looked at; null where none are held. */
  roster: z.object({ first: civilDate, last: civilDate }).nullable(),
  suggestions: z.array(suggestion),
});

export type PreceptorCells = z.infer<typeof preceptorCells>;
export type Preceptor = z.infer<typeof preceptor>;
export type PreceptorCoverage = z.infer<typeof coverage>;
export type Preceptors = z.infer<typeof preceptors>;
export type SupportedPreceptee = z.infer<typeof supported>;
export type PreceptorSuggestion = z.infer<typeof suggestion>;
export type PreceptorSuggestions = z.infer<typeof suggestions>;
export type PreceptorReason = z.infer<typeof reason>;
export type PreceptorCandidate = z.infer<typeof candidate>;

const { TRUST_UNKNOWN, NOT_THERE, NO_SUCH_CHOICE } = refusals;
const TAKEN = {
  status: 409,
  message: 'The register has somebody of that name already. Add something that tells the two apart.',
} as const;
const trust = trustCode;

/** Who supports preceptees: part of `preceptorship`. */
export const preceptorVerbs = {
  /** The register with everybody's load, coverage by unit, and who has nobody. */
  preceptors: verb('view', 'people').errors({ TRUST_UNKNOWN }).input(z.object({ trust })).output(preceptors),
  /** Midwives and nurses in post who are not on the register; empty without a staff list. */
  preceptorCandidates: verb('view', 'people')
    .errors({ TRUST_UNKNOWN })
    .input(z.object({ trust }))
    .output(z.array(candidate)),
  addPreceptor: verb('change', 'people')
    .errors({ TRUST_UNKNOWN, TAKEN, NO_SUCH_CHOICE, PATIENT_IDENTIFIER })
    .input(preceptorCells.partial().required({ name: true }).extend({ trust, aboutNoPatient }))
    .output(z.object({ label: z.string(), id })),
  /** Sets the cells that are given. A new name goes with it to the preceptees only by hand. */
  changePreceptor: verb('change', 'people')
    .errors({ TRUST_UNKNOWN, NOT_THERE, TAKEN, NO_SUCH_CHOICE, PATIENT_IDENTIFIER })
    .input(preceptorCells.partial().extend({ trust, id, aboutNoPatient }))
    .output(changed),
  removePreceptor: verb('change', 'people')
    .errors({ TRUST_UNKNOWN, NOT_THERE })
    .input(z.object({ trust, id }))
    .output(changed),
  /** Everybody on the register in the order in which they suit a preceptee, with the reasons. */
  suggestPreceptors: verb('view', 'people')
    .errors({ TRUST_UNKNOWN, NOT_THERE })
    .input(z.object({ trust, key: z.string() }))
    .output(suggestions),
};
