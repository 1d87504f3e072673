import { z } from 'zod';
import { verb } from './access.ts';
import { assuranceFigureKey, incentiveFieldKind } from './assurance-rules.ts';
import { confidence } from './reference.ts';
import { refusals } from './refusals.ts';
import { changed, civilDate, id, rate, trustCode, typedText } from './values.ts';

const { TRUST_UNKNOWN, NOT_THERE } = refusals;
const FIELD_WRONG = { status: 422, message: 'That does not fit the field. Nothing was changed.' } as const;
const WINDOW_WRONG = { status: 422, message: 'The window ends before it begins. Change one of its days.' } as const;

const year = z.number().int().min(1).max(99);
export const incentiveStatus = z.enum(['met', 'on_track', 'at_risk', 'not_met']);

/** The days of a year: the trust's own where it has set them, else those of the pack. */
const days = z.object({
  window: z.object({ first: civilDate, last: civilDate }),
  declareBy: civilDate,
  /** Time of that day, as the pack has it. */
  declareTime: z.string(),
  mark: confidence,
  own: z.boolean(),
});

const schemeHead = z.object({
  year,
  title: z.string(),
  version: z.string(),
  source: z.string(),
  days,
  /** Requirements by status; those without one are under null. */
  statuses: z.array(z.object({ status: incentiveStatus.nullable(), requirements: z.number().int() })),
});

/** A figure that the planner works out for a requirement, in words, with how it was made. */
const assuranceFigure = z.object({
  key: assuranceFigureKey,
  title: z.string(),
  /** Null where it is not known. */
  value: z.string().nullable(),
  sentence: z.string(),
  /** What it is of: days or months. */
  of: z.string(),
  rate: rate.nullable(),
});

const requirement = z.object({
  reference: z.string(),
  title: z.string(),
  asks: z.string(),
  mark: confidence,
  /** True where the year takes it as advice and does not score it. */
  advisory: z.boolean(),
  /** Percent that is wanted, and the pack's own where the trust has another. */
  threshold: z.object({ percent: z.number().int(), ofPack: z.number().int(), own: z.boolean() }).nullable(),
  fields: z.array(
    z.object({
      key: z.string(),
      label: z.string(),
      kind: incentiveFieldKind,
      value: z.string().nullable(),
      /** What the planner knows, as it would be typed; null where it knows nothing. */
      known: z.string().nullable(),
    }),
  ),
  /** What met it over all, from its fields or from the planner's figure; null where nothing is counted. */
  share: rate.nullable(),
  /** The share against the threshold; null where there is no threshold. */
  standing: z.enum(['reached', 'below', 'not known']).nullable(),
  status: incentiveStatus.nullable(),
  note: z.string(),
  lead: z.string(),
  due: civilDate.nullable(),
  evidence: z.array(z.object({ id, title: z.string(), place: z.string(), dated: civilDate.nullable() })),
  figures: z.array(assuranceFigure),
});

const scheme = schemeHead.extend({
  notes: z.array(z.string()),
  /** The days that the planner's figures are of: the window up to today. */
  figuresOf: z.object({ first: civilDate, last: civilDate }),
  actions: z.array(z.object({ number: z.number().int(), title: z.string(), requirements: z.array(requirement) })),
});

const comparison = z.object({
  one: z.object({ year, title: z.string() }),
  other: z.object({ year, title: z.string() }),
  days: z.array(z.object({ what: z.string(), one: z.string(), other: z.string(), differs: z.boolean() })),
  requirements: z.array(
    z.object({
      reference: z.string(),
      title: z.string(),
      change: z.enum(['added', 'removed', 'changed', 'same']),
      details: z.array(z.string()),
    }),
  ),
});

const line = (longest: number) => typedText.pipe(z.string().trim().max(longest, `Use ${longest} characters or fewer.`));
const of = { trust: trustCode, year };
const at = { ...of, requirement: z.string() };

export type IncentiveStatus = z.infer<typeof incentiveStatus>;
export type IncentiveSchemeHead = z.infer<typeof schemeHead>;
export type IncentiveSchemeShown = z.infer<typeof scheme>;
export type IncentiveRequirementShown = z.infer<typeof requirement>;
export type IncentiveComparison = z.infer<typeof comparison>;
export type AssuranceFigure = z.infer<typeof assuranceFigure>;

/** Safety actions 4 and 5 of the incentive scheme by year: part of `assurance`. Every change can be undone. */
export const incentiveVerbs = {
  /** The years that there are packs of, the newest first. */
  schemes: verb('view', 'figures')
    .errors({ TRUST_UNKNOWN })
    .input(z.object({ trust: trustCode }))
    .output(z.array(schemeHead)),
  /** One year with its requirements, what was entered, and the figures that the planner knows. */
  scheme: verb('view', 'figures').errors({ TRUST_UNKNOWN, NOT_THERE }).input(z.object(of)).output(scheme),
  /** The trust's own days of a year; null takes those of the pack again. */
  setSchemeDays: verb('change', 'figures')
    .errors({ TRUST_UNKNOWN, NOT_THERE, WINDOW_WRONG })
    .input(z.object({ ...of, days: z.object({ first: civilDate, last: civilDate, declareBy: civilDate }).nullable() }))
    .output(changed),
  /** Sets what is given of a requirement's answer. */
  setRequirement: verb('change', 'figures')
    .errors({ TRUST_UNKNOWN, NOT_THERE })
    .input(
      z.object({
        ...at,
        status: incentiveStatus.nullish(),
        note: line(4000).optional(),
        lead: line(120).optional(),
        due: civilDate.nullish(),
        threshold: z.number().int().min(0, 'Use 0 to 100.').max(100, 'Use 0 to 100.').nullish(),
      }),
    )
    .output(changed),
  /** Text as typed into a field of a requirement; blank takes it away. */
  setField: verb('change', 'figures')
    .errors({ TRUST_UNKNOWN, NOT_THERE, FIELD_WRONG })
    .input(z.object({ ...at, field: z.string(), text: line(1000) }))
    .output(changed),
  addEvidence: verb('change', 'figures')
    .errors({ TRUST_UNKNOWN, NOT_THERE })
    .input(
      z.object({
        ...at,
        title: typedText.pipe(z.string().trim().min(1, 'Enter the title of the document.').max(200)),
        place: line(500),
        dated: civilDate.nullable(),
      }),
    )
    .output(changed.extend({ id })),
  removeEvidence: verb('change', 'figures')
    .errors({ TRUST_UNKNOWN, NOT_THERE })
    .input(z.object({ ...of, id }))
    .output(changed),
  /** What differs between two years. */
  compareSchemes: verb('view', 'figures')
    .errors({ NOT_THERE })
    .input(z.object({ one: year, other: year }))
    .output(comparison),
};
