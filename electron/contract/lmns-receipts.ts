import { z } from 'zod';
import { civilDate, id, instant, returnPeriod, trustCode } from './values.ts';

/** By which way a return came: the planner's bundle, the planner's workbook, or the LMNS's blank one filled in. */
export const receivedWay = z.enum(['bundle', 'workbook', 'blank']);

/** A cell of a workbook that says something else than what the planner wrote there. */
export const typedDifference = z.object({
  /** Sheet, row and column in words: tells one from another. */
  place: z.string(),
  made: z.string(),
  typed: z.string(),
  /** Where in the return it belongs; empty where it can only be looked at. */
  path: z.array(z.union([z.string(), z.number()])),
  /** What the return would hold there, as JSON. */
  value: z.union([z.string(), z.number(), z.null()]),
});

/** A difference, and whether the LMNS took it over. */
const judgedDifference = typedDifference.extend({ accepted: z.boolean() });

/** What became of a file that was dropped. Only `received` has stored something. */
export const receiveOutcome = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('received'),
    receipt: id,
    code: trustCode,
    period: returnPeriod,
    /** What was received, whether it counts and what it replaces. */
    said: z.string(),
  }),
  z.object({ kind: z.literal('known'), said: z.string() }),
  /** Sealed with a passphrase, which is missing or wrong. */
  z.object({ kind: z.literal('sealed'), said: z.string() }),
  /** Somebody typed into the workbook: to be received again with what is accepted of it. */
  z.object({ kind: z.literal('typed in'), said: z.string(), differences: z.array(typedDifference) }),
  /** From a trust that the LMNS does not expect returns from. */
  z.object({ kind: z.literal('not expected'), said: z.string(), code: trustCode, name: z.string() }),
  /** Something looks like a person's name: to be received again once somebody has read it and says that it is nobody's. */
  z.object({ kind: z.literal('names somebody'), said: z.string() }),
  z.object({ kind: z.literal('refused'), said: z.string() }),
]);

/** A received return: where it came from and whether it counts. */
export const receipt = z.object({
  id,
  code: trustCode,
  trust: z.string(),
  period: returnPeriod,
  title: z.string(),
  fileName: z.string(),
  sha256: z.string(),
  way: receivedWay,
  receivedAt: instant,
  madeAt: instant,
  appVersion: z.string(),
  state: z.enum(['accepted', 'set aside']),
  why: z.string(),
  /** True for the one that counts for its trust and quarter. */
  counts: z.boolean(),
  /** By which role it was submitted, and when; null where the return does not say. */
  submitted: z.object({ role: z.string(), at: instant }).nullable(),
  restatements: z.array(
    z.object({
      at: instant,
      by: z.string(),
      reason: z.string(),
      changes: z.array(z.object({ place: z.string(), from: z.string(), to: z.string() })),
    }),
  ),
  typed: z.array(judgedDifference),
});

/** How a trust stands with a quarter. */
export const standing = z.enum(['in time', 'after its day', 'late', 'awaited', 'set aside']);

/** Who has sent what: trusts by quarters. */
export const receivedMatrix = z.object({
  today: civilDate,
  periods: z.array(z.object({ period: returnPeriod, title: z.string(), due: civilDate.nullable() })),
  trusts: z.array(
    z.object({
      code: trustCode,
      name: z.string(),
      hasPlanner: z.boolean(),
      /** One for each period. */
      cells: z.array(
        z.object({
          period: returnPeriod,
          standing: standing.nullable(),
          /** Such as "In time, restated once". */
          said: z.string(),
          receipt: id.nullable(),
        }),
      ),
    }),
  ),
  /** What is late, a sentence for each quarter. */
  late: z.array(z.string()),
  /** The newest first. */
  receipts: z.array(receipt),
});

export type TypedDifference = z.infer<typeof typedDifference>;
export type JudgedDifference = z.infer<typeof judgedDifference>;
export type ReceiveOutcome = z.infer<typeof receiveOutcome>;
export type Receipt = z.infer<typeof receipt>;
export type Standing = z.infer<typeof standing>;
export type ReceivedMatrix = z.infer<typeof receivedMatrix>;
export type ReceivedWay = z.infer<typeof receivedWay>;
