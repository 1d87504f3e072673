import { z } from 'zod';
import { verb } from './access.ts';
import { refusals } from './refusals.ts';
import { civilDate, id, rate, trustCode } from './values.ts';

const { TRUST_UNKNOWN } = refusals;
const NO_SUCH_DIFFERENCE = {
  status: 404,
  message: 'Ledger and staff list of this month do not differ there. Open the list again.',
} as const;

const count = z.number().int();
/** Hundred-thousandths of a WTE. */
const wte = z.number().int();
const readAt = { batch: id, fileName: z.string(), sheet: z.string(), row: count };
const words = (most: number) =>
  z
    .string()
    .transform((text) => text.replace(/\s+/gu, ' ').trim() || null)
    .pipe(z.string().max(most, `Use ${most} characters or fewer.`).nullable())
    .nullable();

const differenceKind = z.enum(['not_in_ledger', 'nobody_in_post', 'over_established']);

/** What is said of a difference, of a place as a whole or of one post. */
const said = {
  /** The ledger since which every one has had this difference; null where they agree. */
  since: civilDate.nullable(),
  reason: z.string().nullable(),
  owner: z.string().nullable(),
  note: z.string(),
  settled: z.boolean(),
};

/**
 * `elsewhere`: the other file has this post at another cost centre or band. `not_told`: both files have posts here whose
 * names are not the same, so that which is which cannot be told.
 */
const postVerdict = z.enum(['agreed', 'over', 'only_ledger', 'only_staff', 'elsewhere', 'not_told']);

/** One post of a place: what the ledger funds of it, and who is in post. */
const post = z.object({
  /** Names the post within its place, in every month. */
  key: z.string(),
  post: z.string(),
  verdict: postVerdict,
  /** What both files have in common of it; null where only one has it. */
  matchedBy: z.enum(['number', 'title', 'part_of_title']).nullable(),
  funded: wte.nullable(),
  inPost: wte.nullable(),
  people: count,
  elsewhere: z.object({ costCentre: z.string(), band: z.string(), wte }).nullable(),
  ...said,
  ledgerRows: z.array(z.object(readAt)),
  staffRows: z.array(z.object(readAt)),
});

const place = { costCentre: z.string(), group: z.string(), band: z.string() };

const line = z.object({
  ...place,
  costCentreName: z.string().nullable(),
  groupName: z.string(),
  funded: wte,
  inPost: wte,
  /** `agreed`: what is funded is in post, or less of it, which is an ordinary vacancy. */
  kind: z.enum(['agreed', ...differenceKind.options]),
  ...said,
  /** What the files themselves offer as an explanation. */
  clues: z.array(z.string()),
  posts: z.array(post),
});

/** A row of the ledger's file that does not count, while it may stand behind a difference. */
const fileFinding = z.object({
  ...readAt,
  kind: z.enum(['posted_twice', 'funding_ended']),
  ...place,
  post: z.string(),
  funded: wte,
  message: z.string(),
});

const reconciliation = z.object({
  ledgerCensus: civilDate,
  staffCensus: civilDate,
  /** The ledgers that are held, the newest first. */
  ledgers: z.array(civilDate),
  lines: z.array(line),
  fileFindings: z.array(fileFinding),
  /** Differences of the ledger before that are gone now. */
  closed: z.array(z.object({ ...place, groupName: z.string(), kind: differenceKind, funded: wte, inPost: wte })),
  differences: count,
  unsettled: count,
  /** Unsettled ones that an earlier ledger had already. */
  carried: count,
  /** Lines that agree or are settled over all lines; and the same by WTE, the greater of both figures of each line. */
  reconciled: rate,
  reconciledWte: rate,
  /** The same post by post: posts that cannot be told apart are in neither number. */
  ofPosts: z.object({ differences: count, unsettled: count, carried: count, notTold: count, reconciled: rate }),
  /** What is not compared, with the reason in words. */
  leftOut: z.array(z.object({ group: z.string(), groupName: z.string(), inPost: wte, funded: wte, why: z.string() })),
  reasons: z.array(z.string()),
  formulas: z.array(z.object({ figure: z.string(), formula: z.string() })),
  remarks: z.array(z.object({ code: z.string(), message: z.string() })),
});

export type Reconciliation = z.infer<typeof reconciliation>;
export type ReconciliationLine = z.infer<typeof line>;
export type ReconciledPost = z.infer<typeof post>;

/** Ledger against staff list, line by line: part of `establishment`. */
export const reconciliationVerbs = {
  /** By the ledger and the staff list in force on a day, or the newest ledger; null where one of the two is missing. */
  reconciliation: verb('view', 'figures')
    .errors({ TRUST_UNKNOWN })
    .input(z.object({ trust: trustCode, on: civilDate.optional() }))
    .output(reconciliation.nullable()),
  /**
   * Says something of a difference, of a place or of one post of it: what is given is set, the rest stays. `settled`
   * accepts both figures as they are; a month with other figures opens it again. Can be undone.
   */
  noteDifference: verb('change', 'figures')
    .errors({ TRUST_UNKNOWN, NO_SUCH_DIFFERENCE })
    .input(
      z.object({
        trust: trustCode,
        on: civilDate.optional(),
        ...place,
        /** Key of a post; '' for the place as a whole. */
        post: z.string().max(200).default(''),
        reason: words(120).optional(),
        owner: words(120).optional(),
        note: z.string().max(2_000, 'Use 2,000 characters or fewer.').optional(),
        settled: z.boolean().optional(),
      }),
    )
    .output(z.object({ label: z.string().nullable() })),
  /** The reasons to choose from; with none the app's own list comes back. Can be undone. */
  setReasons: verb('change', 'figures')
    .errors({ TRUST_UNKNOWN })
    .input(
      z.object({
        trust: trustCode,
        reasons: z.array(z.string().trim().min(1, 'Enter a reason.').max(120, 'Use 120 characters or fewer.')).max(40),
      }),
    )
    .output(z.object({ label: z.string().nullable() })),
};
