import { z } from 'zod';
import { columnKind, tableValue } from './exports.ts';
import { measureDefinition, measureValue, returnBasis } from './return-measures.ts';
import { travelling } from './shared-texts.ts';
import { civilDate, instant, rate, returnPeriod, trustCode } from './values.ts';

/** How far a line of the plan is. A status is always shown with its word. */
export const returnStatus = z.enum(['blue', 'green', 'amber', 'red']);

/** The word of each status. */
export const statusWords: Record<z.infer<typeof returnStatus>, string> = {
  blue: 'Complete and embedded',
  green: 'On track',
  amber: 'At risk',
  red: 'Off track',
};

/** What a piece of evidence is. */
export const evidenceKind = z.enum(['document', 'figure', 'import', 'plan', 'meeting']);

/** A piece of evidence by what it is called and where it can be found. */
export const evidenceItem = z.object({
  kind: evidenceKind,
  title: z.string(),
  /** Where it lies, or where it comes from. */
  place: z.string(),
  day: civilDate.nullable(),
  /** What it shows; of a figure, its sentence. */
  detail: z.string(),
  /** Key of the figure that it is; null for anything else. */
  figure: z.string().nullable(),
});

/** A trust's answer to a line: null is "not answered". Returns made before some fields were asked have them empty. */
export const returnAnswer = z.object({
  status: returnStatus.nullable(),
  progress: z.string(),
  nextSteps: z.string().default(''),
  evidence: z.string(),
  evidenceItems: z.array(evidenceItem).default([]),
  lead: z.string(),
  due: civilDate.nullable(),
  risk: z.string(),
  mitigation: z.string().default(''),
  helpNeeded: z.string(),
  /** Whether the trust is willing to share how it did this. */
  sharing: z.boolean().default(false),
});

const measure = z.object({
  key: z.string(),
  title: z.string(),
  kind: columnKind,
  value: tableValue,
  /** In words; null for a figure that was entered as it is. */
  formula: z.string().nullable(),
  inputs: z.array(z.object({ title: z.string(), kind: columnKind, value: tableValue })),
  /** What the figure leaves out, in words. */
  note: z.string().nullable(),
  /** What was worked out, where the trust put another value in its place. */
  workedOut: tableValue.optional(),
});

/** A figure that the app knows, offered beside the line that it proves. */
export const returnFigure = z.object({
  key: z.string(),
  /** The line that it proves. */
  reference: z.string(),
  title: z.string(),
  measures: z.array(measure),
  /** Where it comes from, and the day or period that it is of. */
  source: z.string(),
  of: z.string(),
  warnings: z.array(z.string()),
  /**
   * The days that its rows are of, and its packs where they follow from whom it counts; nothing where its key says all, and in
   * figures that were kept before this was told.
   */
  rests: z.object({ from: civilDate.nullable(), on: civilDate, packs: z.array(z.string()).optional() }).optional(),
  /** What it says as evidence. */
  sentence: z.string(),
  /** What the trust did with it, on which day, and why; nothing for a figure that was only offered. */
  decision: z
    .object({ kind: z.enum(['accepted', 'edited', 'overruled']), on: civilDate, reason: z.string().nullable() })
    .optional(),
});

/** WTE in hundred-thousandths; null where it is not known. */
const wte = z.number().int().nullable();

/** Establishment of one line, or summed over a staff group, a unit or the trust. */
const workforceRow = z.object({
  level: z.enum(['line', 'staff group', 'unit', 'trust']),
  unit: z.string().nullable(),
  staffGroup: z.string().nullable(),
  band: z.string().nullable(),
  required: wte,
  funded: wte,
  inPost: wte,
  requiredLessFunded: wte,
  vacancy: wte,
  /** Vacancies alone, over-established lines not set against them. */
  grossVacancy: wte,
  requiredLessInPost: wte,
  vacancyRate: rate.nullable(),
  establishmentFill: rate.nullable(),
  requiredTool: z.string().nullable(),
  requiredSource: z.string().nullable(),
  requiredDate: civilDate.nullable(),
});

/** Hours of one unit's day or night and registered or support staff, or summed over the trust. */
const rosterRow = z.object({
  /** Null for all units. */
  unit: z.string().nullable(),
  shift: z.enum(['day', 'night']),
  staff: z.enum(['registered', 'support']),
  plannedMinutes: z.number().int(),
  actualMinutes: z.number().int(),
});

const temporaryRow = z.object({
  unit: z.string().nullable(),
  substantiveMinutes: z.number().int(),
  bankMinutes: z.number().int(),
  agencyMinutes: z.number().int(),
  /** Hours worked of which the roster does not say who filled them. */
  otherMinutes: z.number().int(),
});

/** Who put a return forward, by role and never by name, and when. */
export const signature = z.object({ role: z.string(), at: instant });

/** One thing that differs between two returns: where, what it was, and what it is; a text that was not there is empty. */
export const returnChange = z.object({ place: z.string(), from: z.string(), to: z.string() });

/** What a later correction of a submitted return changed, why, and by whom (a role). */
export const restatement = z.object({
  at: instant,
  by: z.string(),
  reason: z.string(),
  /** When what it corrects was submitted. */
  of: instant,
  changes: z.array(returnChange),
});

/** Tells a file of ours from any other, and the shape of this version from later ones. */
export const documentFormat = 'maternity-workforce-planner/theme-2-return';

/**
 * A Theme 2 return as it stands or was signed off: answers, figures with formula and inputs, the app and the packs that made them.
 * It is kept in the store and travels in the workbook, so nothing in it may name a member of staff but the leads.
 */
export const returnDocument = z.object({
  format: z.literal(documentFormat),
  version: z.literal(1),
  trust: z.object({ code: trustCode, name: z.string() }),
  system: z.object({ name: z.string(), kind: z.enum(['LMNS', 'ICB']) }).nullable(),
  period: returnPeriod,
  title: z.string(),
  first: civilDate,
  last: civilDate,
  madeAt: instant,
  appVersion: z.string(),
  packs: z.array(z.object({ id: z.string(), title: z.string(), version: z.string() })),
  definitions: z.array(z.object({ term: z.string(), meaning: z.string() })),
  lines: z.array(
    returnAnswer.extend({
      reference: z.string(),
      objective: z.string(),
      title: z.string(),
      sentence: z.string(),
      published: z.string().nullable(),
      /** The plan's own dates, in words. */
      dates: z.string(),
    }),
  ),
  figures: z.array(returnFigure),
  workforce: z.object({ on: civilDate, rows: z.array(workforceRow) }),
  rosters: z.object({ fill: z.array(rosterRow), temporary: z.array(temporaryRow), sources: z.array(z.string()) }),
  /** Practice to share and challenges to escalate, in words that the trust approved; returns made before had none. */
  shared: z
    .object({ practices: z.array(travelling), challenges: z.array(travelling) })
    .default({ practices: [], challenges: [] }),
  /** Figures to add up and to compare, with what trusts may do differently; returns made before had none. */
  measures: z
    .object({ definitions: z.array(measureDefinition), values: z.array(measureValue), basis: returnBasis })
    .default({
      definitions: [],
      values: [],
      basis: { uplift: null, upliftIs: null, tool: null, assessedOn: null, census: null },
    }),
  /** Steps of sign-off that it has been through. */
  signatures: z
    .object({
      checked: signature.nullable(),
      signedOff: signature.nullable(),
      submitted: signature.nullable(),
    })
    .default({ checked: null, signedOff: null, submitted: null }),
  /** The oldest first; empty for what was submitted once. */
  restatements: z.array(restatement).default([]),
  /** What differs from the return of the period before; null where there is none, and in returns made before this was told. */
  sinceBefore: z
    .object({
      title: z.string(),
      /** False where that return was never signed off, so that its figures were not kept. */
      withFigures: z.boolean(),
      changes: z.array(returnChange),
    })
    .nullable()
    .default(null),
});

export type EvidenceItem = z.infer<typeof evidenceItem>;
export type EvidenceKind = z.infer<typeof evidenceKind>;
export type ReturnChange = z.infer<typeof returnChange>;
export type ReturnSignature = z.infer<typeof signature>;
export type ReturnRestatement = z.infer<typeof restatement>;
export type ReturnStatus = z.infer<typeof returnStatus>;
export type ReturnAnswer = z.infer<typeof returnAnswer>;
export type ReturnFigure = z.infer<typeof returnFigure>;

/** The parts of the planner that know figures of a return, in the order of the lines that they prove. */
export const figureSources = [
  'establishment',
  'rosters',
  'forecast',
  'recruitment',
  'retention',
  'support',
  'training',
  'administration',
  'equality',
  'learners',
  'pipeline',
  'needs',
  'supervision',
] as const;

export type FigureSource = (typeof figureSources)[number];
export type ReturnMeasure = z.infer<typeof measure>;
export type ReturnDocument = z.infer<typeof returnDocument>;
export type WorkforceRow = z.infer<typeof workforceRow>;
export type RosterRow = z.infer<typeof rosterRow>;
export type TemporaryRow = z.infer<typeof temporaryRow>;
