import type { AnswerChange } from '#contract';

/** A line to open, and the field of it that takes the focus. */
export interface Place {
  readonly reference: string;
  readonly field: AnswerChange['field'] | null;
}

/** Id of the button that opens a line, so that the focus can go back to it. */
export const lineButtonId = (reference: string) => `line-${reference.replace('.', '-')}`;
