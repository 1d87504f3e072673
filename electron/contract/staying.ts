import { z } from 'zod';
import { verb } from './access.ts';
import { exportedFile } from './exports.ts';
import { paper, paperFormat } from './papers.ts';
import { refusals } from './refusals.ts';
import { civilDate, rate, trustCode } from './values.ts';

const count = z.number().int();

/** Of those who started so long ago: how many were in post then. */
const stayed = z.object({
  /** In post at the close of the day, of those of whom it is known. */
  rate,
  /** The day is still to come, or after the newest staff list. */
  pending: count,
  /** Long enough ago, and neither a staff list, a list of leavers nor an entry tells. */
  unknown: count,
});

const stayingGroup = z.object({
  name: z.string(),
  people: count,
  at12: stayed,
  at24: stayed,
  /** Meetings held by their day, of all that fell due. */
  meetings: rate,
  /** Supernumerary minutes given, at most what is owed, of those owed by now. */
  supernumerary: rate,
  /** People with every meeting that fell due on time, and all hours owed by now given. */
  fullySupported: count,
});

/** What became of a group as it may leave the trust: every figure in words, small ones withheld. */
const sharedStayingGroup = z.object({
  name: z.string(),
  people: z.string(),
  at12: z.string(),
  at24: z.string(),
  meetings: z.string(),
  supernumerary: z.string(),
});

export const stayingBy = z.enum(['cohort', 'year', 'programme', 'unit', 'support']);

const staying = z.object({
  on: civilDate,
  /** Who is in post is known until then; null without a staff list. */
  knownTo: civilDate.nullable(),
  by: stayingBy,
  rows: z.array(stayingGroup),
  all: stayingGroup,
  /** The same as it may leave the trust. */
  shared: z.object({ rows: z.array(sharedStayingGroup), all: sharedStayingGroup }),
  /** Counts above nought and below this are withheld in what leaves the planner. */
  smallNumber: count,
  /** Ids of the packs of the programmes that people have started. */
  packs: z.array(z.string()),
  formulas: z.array(z.object({ figure: z.string(), formula: z.string() })),
});

/** A paper as it will be written, with the picture of each chart as SVG. */
const shownPaper = z.object({ paper, pictures: z.array(z.string()) });

export type StayingBy = z.infer<typeof stayingBy>;
export type StayingGroup = z.infer<typeof stayingGroup>;
export type SharedStayingGroup = z.infer<typeof sharedStayingGroup>;
export type Stayed = z.infer<typeof stayed>;
export type Staying = z.infer<typeof staying>;
export type ShownPaper = z.infer<typeof shownPaper>;

const { TRUST_UNKNOWN, NOT_THERE } = refusals;
const trust = trustCode;
const ofOne = { trust, key: z.string() };

/** What preceptorship does for retention, and the papers that say so: part of `preceptorship`. */
export const stayingVerbs = {
  staying: verb('view', 'figures')
    .errors({ TRUST_UNKNOWN })
    .input(z.object({ trust, by: stayingBy.default('cohort') }))
    .output(staying),
  /** The same as a workbook that may leave the trust: small counts are withheld. */
  stayingFile: verb('export', 'figures')
    .errors({ TRUST_UNKNOWN })
    .input(z.object({ trust, by: stayingBy.default('cohort') }))
    .output(exportedFile),
  /** The cohort report for the board: nobody is named, and small counts are withheld. */
  cohortReport: verb('view', 'figures').errors({ TRUST_UNKNOWN }).input(z.object({ trust })).output(shownPaper),
  cohortReportFile: verb('export', 'figures')
    .errors({ TRUST_UNKNOWN })
    .input(z.object({ trust, format: paperFormat }))
    .output(exportedFile),
  /** Everything about one preceptee for the person's file, by name. */
  personPack: verb('view', 'people').errors({ TRUST_UNKNOWN, NOT_THERE }).input(z.object(ofOne)).output(shownPaper),
  personPackFile: verb('export', 'people')
    .errors({ TRUST_UNKNOWN, NOT_THERE })
    .input(z.object({ ...ofOne, format: paperFormat }))
    .output(exportedFile),
};
