import { oc } from '@orpc/contract';
import { z } from 'zod';
import { tableValue } from './exports.ts';
import { typedLine, typedWords } from './free-text.ts';
import { refusals } from './refusals.ts';
import { evidenceKind } from './return-document.ts';
import { registerLine } from './return-register.ts';
import { ofReturnLine, returnRefusals } from './return-refusals.ts';
import { civilDate, id, name } from './values.ts';

const { TRUST_UNKNOWN, NOT_THERE } = refusals;
const { NOT_STARTED, LINE_UNKNOWN, FROZEN, NOT_A_DRAFT } = returnRefusals;
const FIGURE_GONE = { status: 409, message: 'That figure has changed. Read it again before you accept it.' } as const;
const REASON_WANTED = {
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

/** Evidence beside the text of a line: part of `returns`. Each call is a named change that can be undone. */
export const returnEvidenceVerbs = {
  addEvidence: oc
    .errors(editing)
    .input(ofReturnLine.extend({ item: typedEvidence }))
    .output(saved),
  changeEvidence: oc
    .errors({ ...editing, NOT_THERE })
    .input(ofReturnLine.extend({ id, item: typedEvidence }))
    .output(saved),
  /** Takes a document, a meeting or a figure away from the evidence of a line. */
  removeEvidence: oc
    .errors({ ...editing, NOT_THERE })
    .input(ofReturnLine.extend({ id }))
    .output(saved),
  /**
   * Takes a figure into the evidence as it is now, with its formula, its inputs and its date; `sentence` is the one that was
   * read. Other words or other values want a reason. A figure that is there already is replaced.
   */
  keepFigure: oc
    .errors({ ...editing, FIGURE_GONE, REASON_WANTED })
    .input(
      ofReturnLine.extend({
        key: z.string(),
        sentence: z.string(),
        /** The sentence in the trust's own words. */
        words: typedWords(2000).default(null),
        /** Values that the trust puts in place of those worked out: WTE in hundred-thousandths, hours in minutes. */
        values: z.array(z.object({ measure: z.string(), value: tableValue })).default([]),
        reason: typedWords(500).default(null),
      }),
    )
    .output(saved),
};

export type TypedEvidence = z.input<typeof typedEvidence>;
