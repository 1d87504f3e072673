import type { ReturnFigure, ReturnMeasure, TableValue } from '../../../contract/index.ts';

/** What somebody makes of a figure: accepts it, puts it in other words, or puts other values in its place. */
export interface FigureDecision {
  readonly reference: string;
  readonly key: string;
  /** The sentence that was read. */
  readonly sentence: string;
  readonly words: string | null;
  readonly values: readonly { readonly measure: string; readonly value: TableValue }[];
  readonly reason: string | null;
}

/** The figure as it is kept; `gone` where it is not the one that was read, `no reason` where a change has none. */
export type DecidedFigure =
  | { readonly kind: 'kept'; readonly figure: ReturnFigure }
  | { readonly kind: 'gone' }
  | { readonly kind: 'no reason' };

/**
 * A figure as it is taken into the evidence on a civil date: with formula, inputs and what was worked out. Other words or
 * values want a reason; each value that was replaced stays beside the new one.
 */
export function decideFigure(
  offered: readonly ReturnFigure[],
  { reference, key, sentence, words, values, reason }: FigureDecision,
  on: string,
): DecidedFigure {
  const figure = offered.find((own) => own.key === key && own.reference === reference);
  if (figure?.sentence !== sentence) return { kind: 'gone' };
  const valueOf = (measure: string) => figure.measures.find((own) => own.key === measure);
  if (values.some(({ measure }) => valueOf(measure) === undefined)) return { kind: 'gone' };
  const changes = values.filter(({ measure, value }) => !sameValue(valueOf(measure)?.value ?? null, value));
  const isEdited = words !== null && words !== figure.sentence;
  if ((isEdited || changes.length > 0) && reason === null) return { kind: 'no reason' };
  const measures = figure.measures.map((measure): ReturnMeasure => {
    const change = changes.find((own) => own.measure === measure.key);
    if (!change) return measure;
    const workedOut = measure.workedOut === undefined ? measure.value : measure.workedOut;
    return { ...measure, value: change.value, workedOut };
  });
  return {
    kind: 'kept',
    figure: {
      ...figure,
      measures,
      sentence: isEdited ? words : figure.sentence,
      decision: { kind: changes.length > 0 ? 'overruled' : isEdited ? 'edited' : 'accepted', on, reason },
    },
  };
}

const sameValue = (one: TableValue, other: TableValue) => JSON.stringify(one) === JSON.stringify(other);

/** The same figure, decided alike: on which day it was decided makes no difference. */
export function isDecidedAlike(before: ReturnFigure | null | undefined, kept: ReturnFigure): boolean {
  if (!before) return false;
  const plain = ({ decision, ...figure }: ReturnFigure) =>
    JSON.stringify({ ...figure, kind: decision?.kind, reason: decision?.reason }, byName);
  return plain(before) === plain(kept);
}

/** For JSON: keys in one order, since a stored figure has them in another than one that was just made. */
const byName = (_key: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)))
    : value;

/** What the history calls a decision: "4.1 figure overruled: Staff required". */
export function decisionInWords({ reference, title, decision }: ReturnFigure): string {
  const did = { accepted: 'figure', edited: 'figure in our words', overruled: 'figure overruled' } as const;
  return `${reference} ${did[decision?.kind ?? 'accepted']}: ${title}`;
}
