import { z } from 'zod';
import { verb } from './access.ts';
import { systemCompile } from './compile.ts';
import { exportedFile } from './exports.ts';
import { aboutNoPatient, PATIENT_IDENTIFIER } from './free-text.ts';
import { receivedMatrix, receiveOutcome } from './lmns-receipts.ts';
import { keptRecord, lmnsRecord, offeredText } from './lmns-records.ts';
import { lmnsMeasureVerbs } from './own-measures.ts';
import { planLine } from './reference.ts';
import { changeVerbs } from './changes.ts';
import { draftVerbs } from './drafts.ts';
import { refusals } from './refusals.ts';
import { returnAnswer, returnFigure, returnStatus } from './return-document.ts';
import { FIGURE_GONE, figureDecision, REASON_WANTED } from './return-evidence.ts';
import { changed, civilDate, id, name, returnPeriod, trustCode, typedText } from './values.ts';

const system = z.object({ id, name: z.string(), kind: z.enum(['LMNS', 'ICB']), trusts: z.number().int() });

const prose = typedText.pipe(z.string().max(4000, 'Use 4,000 characters or fewer.'));

/** The LMNS's answer to one of its lines: null is "not answered". */
export const lmnsAnswer = z.object({
  status: returnStatus.nullable(),
  progress: prose,
  nextSteps: prose,
  evidence: prose,
  lead: prose,
  due: civilDate.nullable(),
  risk: prose,
  helpNeeded: prose,
});

/** A figure with the packs of the returns that it was made from, and whose returns those were. */
const keptFigure = z.object({
  figure: returnFigure,
  packs: z.array(z.object({ id: z.string(), title: z.string(), version: z.string(), trusts: z.array(trustCode) })),
});

const answeredLine = z.object({
  plan: planLine,
  answer: lmnsAnswer,
  /** The quarter before, where it was answered. */
  before: lmnsAnswer.nullable(),
  /** What the compile and the records know for it, worked out now. */
  figures: z.array(returnFigure),
  /** Figures that were taken into its evidence, as they were then. */
  kept: z.array(keptFigure),
});

const { LMNS_UNKNOWN, NOT_THERE, NAME_TAKEN, STILL_USED } = refusals;
const NOT_EXPECTED = {
  status: 422,
  message: 'The LMNS does not expect returns from that trust. Add the trust first.',
} as const;
const LINE_UNKNOWN = { status: 404, message: 'That is not one of the lines that an LMNS answers.' } as const;
const NO_RETURNS = {
  status: 409,
  message: 'No return of that period counts. Receive one, then compile.',
} as const;
/**
 * Files of an LMNS for a period: the compiled system as a workbook, a paper for the board, every table; and the system's own
 * Theme 2 return.
 */
export const lmnsFile = z.enum([
  'workbook',
  'paper docx',
  'paper pdf',
  'csv',
  'json',
  'return docx',
  'return pdf',
  'return xlsx',
]);

const ofLmns = z.object({ lmns: id });
const ofPeriod = ofLmns.extend({ period: returnPeriod });

export type LmnsFile = z.infer<typeof lmnsFile>;
export type LmnsOverview = z.infer<typeof system>;
export type LmnsAnswer = z.infer<typeof lmnsAnswer>;
export type LmnsAnsweredLine = z.infer<typeof answeredLine>;
export type LmnsKeptFigure = z.infer<typeof keptFigure>;

/** The LMNS's side: returns received from trusts, compiled, compared and acted upon. */
export const lmns = {
  ...lmnsMeasureVerbs,
  /** The local systems that this PC compiles returns for, and the one in view: null where a trust is in view. */
  overview: verb('view', 'none').output(z.object({ systems: z.array(system), inView: id.nullable() })),
  setUp: verb('change', 'lmns')
    .errors({ NAME_TAKEN })
    .input(z.object({ name, kind: z.enum(['LMNS', 'ICB']) }))
    .output(system),
  /** Which LMNS the screens show, kept for the next start; null shows the trust again. */
  view: verb('view', 'none')
    .errors({ LMNS_UNKNOWN })
    .input(z.object({ lmns: id.nullable() }))
    .output(z.null()),
  /** Adds a trust that returns are expected from, or changes its name and whether it has the planner. */
  setTrust: verb('change', 'lmns')
    .errors({ LMNS_UNKNOWN })
    .input(ofLmns.extend({ code: trustCode, name, hasPlanner: z.boolean() }))
    .output(changed),
  removeTrust: verb('change', 'lmns')
    .errors({ LMNS_UNKNOWN, NOT_THERE, STILL_USED })
    .input(ofLmns.extend({ code: trustCode }))
    .output(changed),
  /** Asks for returns of a quarter by a day, or changes the day. */
  setPeriod: verb('change', 'lmns')
    .errors({ LMNS_UNKNOWN })
    .input(ofPeriod.extend({ due: civilDate }))
    .output(changed),
  removePeriod: verb('change', 'lmns').errors({ LMNS_UNKNOWN, NOT_THERE }).input(ofPeriod).output(changed),
  received: verb('view', 'lmns').errors({ LMNS_UNKNOWN }).input(ofLmns).output(receivedMatrix),
  /** Receives one file; what becomes of it is said, and only `received` has stored something. */
  receive: verb('import', 'lmns')
    .errors({ LMNS_UNKNOWN })
    .input(
      ofLmns.extend({
        fileName: z.string().min(1).max(255),
        contents: z.base64(),
        passphrase: z.string().max(200).nullable().default(null),
        /** Places of what was typed that are taken over; null where nobody has looked yet. */
        accepted: z.array(z.string()).nullable().default(null),
        /** True where a trust that is not expected is to be expected from now on. */
        addTrust: z.boolean().default(false),
        /** True where somebody has read what looks like names, and says that they are nobody's. */
        namesNobody: z.boolean().default(false),
      }),
    )
    .output(receiveOutcome),
  setAside: verb('change', 'lmns')
    .errors({ LMNS_UNKNOWN, NOT_THERE })
    .input(ofLmns.extend({ receipt: id, why: typedText.pipe(z.string().trim().min(1, 'Enter why.').max(500)) }))
    .output(changed),
  accept: verb('change', 'lmns')
    .errors({ LMNS_UNKNOWN, NOT_THERE })
    .input(ofLmns.extend({ receipt: id }))
    .output(changed),
  /** The received file itself, byte for byte as it came, under the name that it came with. */
  original: verb('export', 'lmns')
    .errors({ LMNS_UNKNOWN, NOT_THERE })
    .input(ofLmns.extend({ receipt: id }))
    .output(exportedFile),
  /** A workbook for a trust without the planner to fill in; without a code for any trust. */
  blank: verb('export', 'lmns')
    .errors({ LMNS_UNKNOWN })
    .input(ofPeriod.extend({ code: trustCode.nullable() }))
    .output(exportedFile),
  /** The compiled system, or the system's own return, as a file. */
  file: verb('export', 'lmns')
    .errors({ LMNS_UNKNOWN, NO_RETURNS })
    .input(ofPeriod.extend({ kind: lmnsFile }))
    .output(exportedFile),
  /** The system compiled from the returns that count, up to a period. */
  compile: verb('view', 'lmns').errors({ LMNS_UNKNOWN, NO_RETURNS }).input(ofPeriod).output(systemCompile),
  /** What each trust says about a line, in the returns of a period that count. Leads are left out: they may be names. */
  across: verb('view', 'lmns')
    .errors({ LMNS_UNKNOWN })
    .input(ofPeriod.extend({ reference: z.string() }))
    .output(
      z.array(returnAnswer.omit({ lead: true, evidenceItems: true }).extend({ code: trustCode, trust: z.string() })),
    ),
  /** All records of the LMNS; of which kind they are stands in their cells. */
  records: verb('view', 'lmns')
    .errors({ LMNS_UNKNOWN })
    .input(ofLmns)
    .output(z.object({ records: z.array(keptRecord), offered: z.array(offeredText) })),
  /** Adds a record, or with `id` changes one. */
  setRecord: verb('change', 'lmns')
    .errors({ LMNS_UNKNOWN, NOT_THERE, NOT_EXPECTED, PATIENT_IDENTIFIER })
    .input(ofLmns.extend({ id: id.nullable(), cells: lmnsRecord, aboutNoPatient }))
    .output(changed),
  removeRecord: verb('change', 'lmns').errors({ LMNS_UNKNOWN, NOT_THERE }).input(ofLmns.extend({ id })).output(changed),
  /** Every line of Theme 2 that a trust answers, for actions to name. */
  planLines: verb('view', 'none').output(z.array(z.object({ reference: z.string(), title: z.string() }))),
  /** The LMNS's own lines of a quarter. */
  answers: verb('view', 'lmns').errors({ LMNS_UNKNOWN }).input(ofPeriod).output(z.array(answeredLine)),
  setAnswer: verb('change', 'lmns')
    .errors({ LMNS_UNKNOWN, LINE_UNKNOWN, PATIENT_IDENTIFIER })
    .input(ofPeriod.extend({ reference: z.string(), answer: lmnsAnswer, aboutNoPatient }))
    .output(changed),
  /**
   * Takes a figure into the evidence of a line as it is now, with formula, inputs, date and packs. Other words or other values
   * want a reason, which stands beside it wherever it is shown. One that is there already is replaced.
   */
  keepFigure: verb('change', 'lmns')
    .errors({ LMNS_UNKNOWN, LINE_UNKNOWN, FIGURE_GONE, REASON_WANTED, PATIENT_IDENTIFIER })
    .input(ofPeriod.extend({ reference: z.string(), aboutNoPatient }).extend(figureDecision.shape))
    .output(changed),
  /** Takes a figure out of the evidence of a line again. */
  dropFigure: verb('change', 'lmns')
    .errors({ LMNS_UNKNOWN, NOT_THERE })
    .input(ofPeriod.extend({ reference: z.string(), key: z.string() }))
    .output(changed),
  ...draftVerbs('lmns', ofLmns, { LMNS_UNKNOWN }),
  ...changeVerbs('lmns', ofLmns, { LMNS_UNKNOWN }),
};
