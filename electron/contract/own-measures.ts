import { z } from 'zod';
import { verb } from './access.ts';
import { exportedFile } from './exports.ts';
import { aboutNoPatient, PATIENT_IDENTIFIER } from './free-text.ts';
import { refusals } from './refusals.ts';
import { measureDefinition, measureValue } from './return-measures.ts';
import { ofReturn, returnRefusals } from './return-refusals.ts';
import { changed, civilDate, id, legible, trustCode, typedText } from './values.ts';

const oneLine = (longest: number) =>
  z
    .string()
    .transform((text) => legible(text).replace(/\s+/gu, ' ').trim())
    .pipe(z.string().max(longest, `Use ${longest} characters or fewer.`));
const prose = typedText.pipe(z.string().trim().max(1500, 'Use 1,500 characters or fewer.'));

/** A measure as a trust or an LMNS defines it: the shape of the technical guidance, in words that somebody typed. */
export const typedMeasure = z
  .object({
    id: z
      .string()
      .trim()
      .regex(
        /^[A-Za-z0-9][A-Za-z0-9._-]{0,59}$/,
        'Use letters, digits, full stops and hyphens, such as homebirth-offer; 60 at the most.',
      ),
    shortName: oneLine(120).pipe(z.string().min(1, 'Enter a name.')),
    description: prose,
    type: measureDefinition.shape.type,
    references: z
      .array(z.string().regex(/^\d{1,2}\.\d{1,2}$/, 'Enter lines of the plan as 4.1, 5.2.'))
      .min(1, 'Enter a line of the plan, such as 4.1.'),
    source: oneLine(300),
    numerator: oneLine(300).pipe(z.string().min(1, 'Enter what is counted.')),
    denominator: oneLine(300)
      .transform((text) => text || null)
      .nullable(),
    exclusions: prose,
    standardisation: prose,
    levels: z.array(z.enum(['trust', 'system', 'region', 'national', 'unit'])).min(1, 'Choose a level.'),
    direction: measureDefinition.shape.direction,
    link: z
      .url({ protocol: /^https?$/, error: 'Enter an address that begins with https://, or nothing.' })
      .max(500)
      .nullable(),
    unit: measureDefinition.shape.unit,
    /** Whether small numbers of it tell of somebody: always so of heads, and never of WTE, time or days. */
    ofPeople: z.boolean(),
  })
  .refine(({ unit, ofPeople }) => ofPeople || unit !== 'heads', {
    path: ['ofPeople'],
    message: 'Numbers of people are protected: choose Yes.',
  })
  .refine(({ unit, ofPeople }) => !ofPeople || unit === 'heads' || unit === 'count', {
    path: ['ofPeople'],
    message: 'Only numbers of people or of things can be protected: choose No.',
  });

/** What was entered of an own measure for a period, in the unit of the measure; null is not known. */
export const enteredMeasure = z.object({
  numerator: z.number().int().min(-1_000_000_000).max(1_000_000_000).nullable(),
  /** Null where the measure has none. */
  denominator: z.number().int().min(0, 'Use 0 or more.').max(1_000_000_000).nullable(),
  /** The day that it is of; null is the last day of the period. */
  on: civilDate.nullable(),
  note: oneLine(500),
});

/** A measure of one's own, and what tells its definition from any other of the same id. */
export const ownMeasure = z.object({
  id,
  definition: measureDefinition,
  /** The first twelve digits of the SHA-256 of its definition: two measures are the same where id and this are. */
  fingerprint: z.string(),
});

/** Tells a file of measures from any other. */
export const measuresFormat = 'maternity-workforce-planner/measures';
export const MEASURES_VERSION = 1;

/** Measures that an LMNS, or a trust, hands on for others to use: a small file of JSON. */
export const measuresFile = z.object({
  format: z.literal(measuresFormat),
  version: z.literal(MEASURES_VERSION),
  /** Of the measures as they stand here. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  measures: z.array(measureDefinition).min(1).max(500),
});

const { TRUST_UNKNOWN, LMNS_UNKNOWN, NOT_THERE } = refusals;
const { NOT_STARTED, FROZEN, NOT_A_DRAFT } = returnRefusals;
export const measureRefusals = {
  ID_TAKEN: { status: 409, message: 'Another measure has that id. Choose another id.' },
  HANDED_ON: {
    status: 409,
    message:
      'Somebody else defines this measure, so it is not changed here. Ask whoever handed it on for a new file of measures.',
  },
  NO_MEASURES: { status: 409, message: 'There is no measure to hand on yet. Add one first.' },
  NOT_MEASURES: {
    status: 422,
    message: 'This is not a file of measures. Choose one that the planner of an LMNS or a trust saved.',
  },
} as const;
const { ID_TAKEN, HANDED_ON, NO_MEASURES, NOT_MEASURES } = measureRefusals;
const ofTrust = z.object({ trust: trustCode });

/** The measures of a return, and those that a trust adds: part of `returns`. */
export const ownMeasureVerbs = {
  /** Every measure of a period with what it says, as it leaves the trust; and which of them are the trust's own. */
  measures: verb('view', 'figures')
    .errors({ TRUST_UNKNOWN, NOT_STARTED })
    .input(ofReturn)
    .output(
      z.object({
        definitions: z.array(measureDefinition),
        values: z.array(measureValue),
        /** Numbers of people below it are not shown. */
        hideBelow: z.number().int(),
        /** `clash` where the pack has a measure of the same id, which goes before it. */
        own: z.array(ownMeasure.extend({ clash: z.boolean() })),
      }),
    ),
  /** What was entered of the trust's own measures, however small. */
  enteredMeasures: verb('view', 'people')
    .errors({ TRUST_UNKNOWN, NOT_STARTED })
    .input(ofReturn)
    .output(z.array(enteredMeasure.extend({ id }))),
  /** Adds a measure of the trust's own, or with `id` changes one. */
  setMeasure: verb('change', 'figures')
    .errors({ TRUST_UNKNOWN, NOT_THERE, ID_TAKEN, HANDED_ON, PATIENT_IDENTIFIER })
    .input(ofTrust.extend({ id: id.nullable(), definition: typedMeasure, aboutNoPatient }))
    .output(changed),
  /** Takes a measure away with what was entered of it; returns that were submitted keep theirs. */
  removeMeasure: verb('change', 'figures')
    .errors({ TRUST_UNKNOWN, NOT_THERE })
    .input(ofTrust.extend({ id }))
    .output(changed),
  /** Enters what a measure is in a period. */
  enterMeasure: verb('change', 'figures')
    .errors({ TRUST_UNKNOWN, NOT_STARTED, NOT_THERE, FROZEN, NOT_A_DRAFT, PATIENT_IDENTIFIER })
    .input(ofReturn.extend({ id, entered: enteredMeasure, aboutNoPatient }))
    .output(changed),
  /** The trust's own measures as a file for other trusts or the LMNS. */
  measuresFile: verb('export', 'figures').errors({ TRUST_UNKNOWN, NO_MEASURES }).input(ofTrust).output(exportedFile),
  /** Takes in measures from a file; those of the same id that were taken in before are replaced. */
  addMeasures: verb('change', 'figures')
    .errors({ TRUST_UNKNOWN, NOT_MEASURES, ID_TAKEN })
    .input(ofTrust.extend({ fileName: z.string().min(1).max(255), contents: z.base64() }))
    .output(changed),
};

const ofLmns = z.object({ lmns: id });

/** Measures that an LMNS asks of its trusts, which they get in the blank workbook or a file: part of `lmns`. */
export const lmnsMeasureVerbs = {
  measures: verb('view', 'lmns').errors({ LMNS_UNKNOWN }).input(ofLmns).output(z.array(ownMeasure)),
  setMeasure: verb('change', 'lmns')
    .errors({ LMNS_UNKNOWN, NOT_THERE, ID_TAKEN, PATIENT_IDENTIFIER })
    .input(ofLmns.extend({ id: id.nullable(), definition: typedMeasure, aboutNoPatient }))
    .output(changed),
  removeMeasure: verb('change', 'lmns')
    .errors({ LMNS_UNKNOWN, NOT_THERE })
    .input(ofLmns.extend({ id }))
    .output(changed),
  measuresFile: verb('export', 'lmns').errors({ LMNS_UNKNOWN, NO_MEASURES }).input(ofLmns).output(exportedFile),
};

export type TypedMeasure = z.infer<typeof typedMeasure>;
export type EnteredMeasure = z.infer<typeof enteredMeasure>;
export type OwnMeasure = z.infer<typeof ownMeasure>;
