import type { RowReader } from '../../../imports/clean/row-reader.ts';
import { cellText } from '../../../imports/clean/text.ts';

/** The cells of an action that mean something to a figure, or say which action it is. */
export function cellsOf(reader: RowReader) {
  return {
    number: reader.cell('number'),
    theme2Ref: reader.cell('theme2Ref'),
    theme: reader.cell('theme'),
    action: reader.cell('action'),
    owner: reader.cell('owner'),
    start: reader.cell('start'),
    due: reader.cell('due'),
    status: reader.cell('status'),
    rag: reader.cell('rag'),
    escalate: reader.cell('escalate'),
  };
}

export type ActionCells = ReturnType<typeof cellsOf>;

/** What is kept as it was written. */
export function freeTextOf(reader: RowReader) {
  return {
    measure: cellText(reader.freeText('measure')),
    baseline: cellText(reader.freeText('baseline')),
    target: cellText(reader.freeText('target')),
    current: cellText(reader.freeText('current')),
    notes: cellText(reader.freeText('notes')),
  };
}
