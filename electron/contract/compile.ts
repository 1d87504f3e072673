import { z } from 'zod';
import { returnStatus } from './return-document.ts';
import { measureDefinition } from './return-measures.ts';
import { civilDate, instant, returnPeriod, trustCode } from './values.ts';

/** Why a number is or is not there. `small` and `withheld` are left out so that no person can be told. */
export const numberState = z.enum(['shown', 'small', 'withheld', 'not known']);

/**
 * A numerator and a denominator as they may be shown; the rate is numerator / (denominator / the measure's
 * `denominatorPer`), and there is one only where both are shown and the denominator is above nought.
 */
export const pairOfNumbers = z.object({
  numerator: z.number().int().nullable(),
  numeratorState: numberState,
  denominator: z.number().int().nullable(),
  denominatorState: numberState,
});

/** One trust's figure of a measure. */
export const compiledCell = pairOfNumbers.extend({
  trust: trustCode,
  /** False where the trust's return has no such figure, or none was received. */
  returned: z.boolean(),
  from: civilDate.nullable(),
  on: civilDate.nullable(),
  formula: z.string().nullable(),
  pack: z.string().nullable(),
  /** 1 is best; null where trusts are not comparable or the rate is not shown. Equal rates share a rank. */
  rank: z.number().int().nullable(),
  restated: z.boolean(),
});

/** The sum over the trusts that returned numerator and denominator. */
export const systemFigure = pairOfNumbers.extend({
  /** Sum of the numerators above nought alone, in which none is set against another; null but for WTE. */
  gross: z.number().int().nullable(),
  /** Trusts in the sum. */
  summed: z.array(trustCode),
  /** Trusts that returned no figure. */
  missing: z.array(trustCode),
  /** Trusts in the sum with a denominator of nought: they have no rate. */
  withoutRate: z.array(trustCode),
  /** Trusts that returned it and are not in the sum: their own return leaves a small number out, or counts otherwise. */
  leftOut: z.array(trustCode),
});

/** What trusts do differently, beside the figures that it bears on. */
export const compileWarning = z.object({
  kind: z.enum(['uplift', 'tool', 'assessment age', 'census', 'formula', 'pack', 'app', 'dates', 'missing']),
  sentence: z.string(),
  trusts: z.array(z.object({ trust: trustCode, value: z.string() })),
});

/** One measure and group in one period. */
export const measureTable = z.object({
  period: returnPeriod,
  title: z.string(),
  /** One for each trust of the compile, in its order. */
  cells: z.array(compiledCell),
  system: systemFigure,
  comparable: z.boolean(),
  /** Why trusts are not ranked, in words. */
  reasons: z.array(z.string()),
  warnings: z.array(compileWarning),
});

const heatCell = z.object({
  trust: trustCode,
  status: returnStatus.nullable(),
  returned: z.boolean(),
  restated: z.boolean(),
});

/** A line of the plan over the trusts, in one period. */
export const heatLine = z.object({
  reference: z.string(),
  title: z.string(),
  objective: z.string(),
  cells: z.array(heatCell),
  counts: z.object({
    blue: z.number().int(),
    green: z.number().int(),
    amber: z.number().int(),
    red: z.number().int(),
    notAnswered: z.number().int(),
  }),
  /** Statuses counted in every period, the oldest first. */
  trend: z.array(
    z.object({
      period: returnPeriod,
      blue: z.number().int(),
      green: z.number().int(),
      amber: z.number().int(),
      red: z.number().int(),
      notAnswered: z.number().int(),
    }),
  ),
});

const wte = z.number().int().nullable();
const gap = z.object({
  /** Hundred-thousandths; null where no trust returned both. Over-established ones are set against the others. */
  net: wte,
  /** Gaps alone. */
  gross: wte,
  summed: z.array(trustCode),
  missing: z.array(trustCode),
});

/** Gaps of a staff group, or of all together, over the system. WTE in hundred-thousandths. */
export const systemGap = z.object({
  /** Null for all staff groups that were returned. */
  staffGroup: z.string().nullable(),
  required: wte,
  funded: wte,
  inPost: wte,
  requiredLessFunded: gap,
  vacancy: gap,
  requiredLessInPost: gap,
  trusts: z.array(
    z.object({
      trust: trustCode,
      required: wte,
      funded: wte,
      inPost: wte,
      requiredLessFunded: wte,
      vacancy: wte,
      grossVacancy: wte,
      requiredLessInPost: wte,
    }),
  ),
});

/** What a trust corrected after its first return, and what that did to the system's figure. */
export const compiledRestatement = z.object({
  trust: trustCode,
  period: returnPeriod,
  title: z.string(),
  /** When the latest return was made. */
  at: instant,
  /** A role; null where the trust did not say. */
  by: z.string().nullable(),
  reason: z.string().nullable(),
  /** What it is: a figure of a measure, the status of a line, or what the trust says that it changed. */
  kind: z.enum(['measure', 'line', 'said']),
  place: z.string(),
  measure: z.string().nullable(),
  group: z.string().nullable(),
  /** In words; the numbers of a measure stand below. */
  from: z.string(),
  to: z.string(),
  first: pairOfNumbers.nullable(),
  latest: pairOfNumbers.nullable(),
  /** The system's figure had the trust not corrected its own, and as it is; null where it is no measure. */
  systemBefore: pairOfNumbers.nullable(),
  systemAfter: pairOfNumbers.nullable(),
});

const compiledTrust = z.object({
  code: trustCode,
  name: z.string(),
  returned: z.boolean(),
  madeAt: instant.nullable(),
  submittedAt: instant.nullable(),
  appVersion: z.string().nullable(),
  /** Returns of the period that were received, resends among them. */
  received: z.number().int(),
  restated: z.boolean(),
});

/** The system compiled from the returns of its trusts: one period, and the periods before it as trends. */
export const systemCompile = z.object({
  period: returnPeriod,
  title: z.string(),
  /** Null where no return says it. */
  system: z.string().nullable(),
  /** Of the same kind (quarters or months), the oldest first; the last is the one compiled. */
  periods: z.array(z.object({ period: returnPeriod, title: z.string(), returned: z.number().int() })),
  trusts: z.array(compiledTrust),
  /** Trusts that were expected and did not return. */
  missing: z.array(trustCode),
  lines: z.array(heatLine),
  measures: z.array(
    z.object({
      definition: measureDefinition,
      groups: z.array(
        z.object({
          group: z.string().nullable(),
          /** One for each period, the oldest first; the last is the one compiled. */
          tables: z.array(measureTable),
        }),
      ),
    }),
  ),
  gaps: z.array(systemGap),
  /** What bears on more than one measure: uplift, tools, assessments, census, packs, app. */
  warnings: z.array(compileWarning),
  restatements: z.array(compiledRestatement),
  /** Counts below it are left out. */
  hideBelow: z.number().int(),
});

export type NumberState = z.infer<typeof numberState>;
export type PairOfNumbers = z.infer<typeof pairOfNumbers>;
export type CompiledCell = z.infer<typeof compiledCell>;
export type SystemFigure = z.infer<typeof systemFigure>;
export type CompileWarning = z.infer<typeof compileWarning>;
export type MeasureTable = z.infer<typeof measureTable>;
export type HeatLine = z.infer<typeof heatLine>;
export type SystemGap = z.infer<typeof systemGap>;
export type CompiledRestatement = z.infer<typeof compiledRestatement>;
export type SystemCompile = z.infer<typeof systemCompile>;
