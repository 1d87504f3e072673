import { z } from 'zod';
import { verb } from './access.ts';
import { equalityGroup } from './equality-rules.ts';
import { exportedFile } from './exports.ts';
import { aboutNoPatient, PATIENT_IDENTIFIER, typedLine, typedWords } from './free-text.ts';
import { refusals } from './refusals.ts';
import { sharedWith } from './small-number-rules.ts';
import { changed, civilDate, id, rate, trustCode } from './values.ts';

const count = z.number().int();
const entered = count.min(0, 'Use 0 or more.').max(999_999, 'Use 999,999 or less.').nullable();
const named = z.object({ key: z.string(), name: z.string() });

/** What was counted of an ethnic group; null is not known. */
const ofGroup = z.object({ group: equalityGroup, counted: count.nullable(), outOf: count.nullable() });

/** How an indicator stood on a day. */
const standing = z.object({
  groups: z.array(ofGroup),
  /** How likely the one group is against the other: null where a count of either is not known, or nothing divides. */
  relative: rate.nullable(),
  /** Against the span in which neither is taken to be better off. */
  verdict: z.enum(['below', 'within', 'above']).nullable(),
});

const indicator = z.object({
  number: count,
  key: z.string(),
  name: z.string(),
  kind: z.enum(['bands', 'relative', 'survey', 'board']),
  counted: z.string(),
  outOf: z.string(),
  above: equalityGroup.nullable(),
  formula: z.string(),
  /** What is out of comes from the staff list, or from the workforce as entered, not from here. */
  ofWorkforce: z.boolean(),
  now: standing,
  /** How it stood at the earlier snapshots that stand beside, in their order. */
  earlier: z.array(standing),
});

/** Heads of a band by ethnic group, each person by the primary assignment. */
const band = z.object({ key: z.string(), name: z.string(), white: count, bme: count, unknown: count });

const snapshot = z.object({ id, day: civilDate, note: z.string().nullable() });

const check = named.extend({
  sentence: z.string(),
  state: z.string().nullable(),
  evidence: z.string().nullable(),
  lead: z.string().nullable(),
  day: civilDate.nullable(),
});

const equality = z.object({
  snapshots: z.array(snapshot),
  shown: snapshot.nullable(),
  /** The snapshots before it that stand beside, the newest first. */
  earlier: z.array(snapshot),
  /** The staff list that tells the workforce; null where none is as old as the snapshot, or it says no ethnic origin. */
  list: z
    .object({
      census: civilDate,
      /** Days before the snapshot. */
      daysBefore: count,
      isOld: z.boolean(),
      people: count,
      /** Ethnic origins that the table of categories does not know, which count as unknown. */
      strange: z.array(z.string()),
    })
    .nullable(),
  bands: z.array(band),
  indicators: z.array(indicator),
  groups: z.array(z.object({ key: equalityGroup, name: z.string() })),
  /** Hundredths. */
  fair: z.object({ from: count, to: count }),
  checklist: z.array(check),
  states: z.array(named),
  pack: z.object({ title: z.string(), version: z.string() }),
});

export type WorkforceEquality = z.infer<typeof equality>;
export type EqualityIndicator = z.infer<typeof indicator>;
export type EqualityStanding = z.infer<typeof standing>;
export type EqualityBand = z.infer<typeof band>;
export type EqualityCheckLine = z.infer<typeof check>;

const { TRUST_UNKNOWN, NOT_THERE, NO_SUCH_CHOICE } = refusals;
const DAY_TAKEN = { status: 409, message: 'There is a snapshot of that day already. Open that one.' } as const;
const MORE_THAN_ALL = {
  status: 422,
  message: 'More were counted than there were. Correct the counts. Nothing was stored.',
} as const;
const trust = trustCode;

/** Workforce race equality and the anti-racism checklist: part of `retention`. */
export const equalityVerbs = {
  /** A snapshot, without one the newest, with its indicators and those of the three before it. */
  equality: verb('view', 'figures')
    .errors({ TRUST_UNKNOWN, NOT_THERE })
    .input(z.object({ trust, id: id.optional() }))
    .output(equality),
  addSnapshot: verb('change', 'figures')
    .errors({ TRUST_UNKNOWN, DAY_TAKEN, PATIENT_IDENTIFIER })
    .input(z.object({ trust, day: civilDate, note: typedLine(200).default(null), aboutNoPatient }))
    .output(z.object({ label: z.string(), id })),
  /** Takes a snapshot away with its counts. */
  removeSnapshot: verb('change', 'figures')
    .errors({ TRUST_UNKNOWN, NOT_THERE })
    .input(z.object({ trust, id }))
    .output(changed),
  /** Sets what was counted for an indicator; for `workforce` the heads of each group where no staff list tells them. */
  setEqualityCounts: verb('change', 'figures')
    .errors({ TRUST_UNKNOWN, NOT_THERE, NO_SUCH_CHOICE, MORE_THAN_ALL })
    .input(
      z.object({
        trust,
        id,
        indicator: z.string(),
        groups: z.array(z.object({ group: equalityGroup, counted: entered, outOf: entered.default(null) })).max(3),
      }),
    )
    .output(changed),
  setEqualityCheck: verb('change', 'figures')
    .errors({ TRUST_UNKNOWN, NOT_THERE, NO_SUCH_CHOICE, PATIENT_IDENTIFIER })
    .input(
      z.object({
        trust,
        line: z.string(),
        state: z.string().nullable().optional(),
        evidence: typedWords(1000).optional(),
        lead: typedLine(120).optional(),
        day: civilDate.nullable().optional(),
        aboutNoPatient,
      }),
    )
    .output(changed),
  /** A snapshot as a workbook that may leave the trust: small counts are left out with all that would tell them. */
  equalityFile: verb('export', 'figures')
    .errors({ TRUST_UNKNOWN, NOT_THERE })
    .input(z.object({ trust, id, profile: sharedWith.default('lmns') }))
    .output(exportedFile),
};
