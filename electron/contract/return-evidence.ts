import { z } from 'zod';
import { verb } from './access.ts';
import { tableValue } from './exports.ts';
import { typedLine, typedWords } from './free-text.ts';
import { refusals } from './refusals.ts';
import { evidenceItem, evidenceKind } from './return-document.ts';
import { registerLine } from './return-register.ts';
import { ofReturnLine, returnRefusals } from './return-refusals.ts';
import { civilDate, id, name } from './values.ts';

const { TRUST_UNKNOWN, NOT_THERE } = refusals;
const { NOT_STARTED, LINE_UNKNOWN, FROZEN, NOT_A_DRAFT } = returnRefusals;
export const FIGURE_GONE = {
  status: 409,
  message: 'That figure has changed. Read it again before you accept it.',
} as const;
export const REASON_WANTED = {
  status: 422,
  message: 'Say why the figure is changed. It goes with the figure. Nothing was stored.',
} as const;
const editing = { TRUST_UNKNOWN, NOT_STARTED, LINE_UNKNOWN, FROZEN, NOT_A_DRAFT };
const saved = z.object({ changed: z.boolean(), line: registerLine });

/** A piece of evidence that is not a figure, as it is typed. */
export const typedEvidence = z.object({
  kind: evidenceKind.exclude(['figure']),
  title: name,
  place: typedLine(300).transform((text) => text ?? ''),
  day: civilDate.nullable().default(null),
  detail: typedWords(1000).transform((text) => text ?? ''),
});

/** Something that the store of the trust holds and that can prove a line, as it would stand in the evidence. */
export const heldEvidence = evidenceItem.omit({ figure: true }).extend({
  kind: evidenceKind.exclude(['figure']),
  /** Tells one from another. */
  key: z.string(),
  /** True where it is in the evidence of the line. */
  taken: z.boolean(),
});

/** What is made of a figure that is offered, by its key; `sentence` is the one that was read. */
export const figureDecision = z.object({
  key: z.string(),
  sentence: z.string(),
  /** The sentence in one's own words. */
  words: typedWords(2000).default(null),
  /** Values in place of those worked out: WTE in hundred-thousandths, hours in minutes. */
  values: z.array(z.object({ measure: z.string(), value: tableValue })).default([]),
  reason: typedWords(500).default(null),
});

/** Evidence beside the text of a line: part of `returns`. Each call is a named change that can be undone. */
export const returnEvidenceVerbs = {
  /** Imports, plans, meetings and documents that the store holds, to be named as evidence of a line. */
  heldEvidence: verb('view', 'figures')
    .errors({ TRUST_UNKNOWN, LINE_UNKNOWN })
    .input(ofReturnLine)
    .output(z.array(heldEvidence)),
  addEvidence: verb('change', 'figures')
    .errors(editing)
    .input(ofReturnLine.extend({ item: typedEvidence }))
    .output(saved),
  changeEvidence: verb('change', 'figures')
    .errors({ ...editing, NOT_THERE })
    .input(ofReturnLine.extend({ id, item: typedEvidence }))
    .output(saved),
  /** Takes a document, a meeting or a figure away from the evidence of a line. */
  removeEvidence: verb('change', 'figures')
    .errors({ ...editing, NOT_THERE })
    .input(ofReturnLine.extend({ id }))
    .output(saved),
  /**
   * Takes a figure into the evidence as it is now, with its formula, its inputs and its date; `sentence` is the one that was
   * read. Other words or other values want a reason. A figure that is there already is replaced.
   */
  keepFigure: verb('change', 'figures')
    .errors({ ...editing, FIGURE_GONE, REASON_WANTED })
    .input(ofReturnLine.extend(figureDecision.shape))
    .output(saved),
};

export type HeldEvidence = z.infer<typeof heldEvidence>;
export type TypedEvidence = z.input<typeof typedEvidence>;
