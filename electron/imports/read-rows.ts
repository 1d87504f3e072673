import { type Mends, RowCursor } from './cursor.ts';
import type { ImportKind } from './kinds.ts';
import { kindOf } from './kinds.ts';
import type { CellProblem, RowWarning } from './row.ts';
import type { Run } from './run.ts';
import type { Understood } from './understand.ts';
import type { CellValue } from './workbook/cell.ts';
import type { Mapping } from '#contract';

/** A row that is to be shown or kept beside the stored ones, with its cells as the file has them. */
export interface JudgedRow {
  readonly row: number;
  readonly outcome: 'accepted' | 'refused' | 'ignored';
  /** Reason of a refusal or of ignoring, code of a warning. */
  readonly reason: string;
  readonly field: string | null;
  readonly read: string | null;
  readonly expected: string | null;
  readonly message: string | null;
  readonly cells: readonly CellValue[];
}

/** What is told of each row; the three counts add up to the rows read (D1). */
export interface RowReader {
  accepted(row: number, entry: unknown): void;
  /** An ignored row that is stored all the same. */
  kept(entry: unknown): void;
  judged(row: JudgedRow): void;
}

/** Reasons beside those of the parsers. */
export const leftOut = 'left_out';
const mended = 'mended';

/** Reads every row below the headings, in slices between which other work goes on. Throws Cancelled, and FileRefusalError. */
export async function readRows(understood: Understood, mapping: Mapping, run: Run, reader: RowReader): Promise<void> {
  const { reading, settings, columns, opened, known } = understood;
  const kind = kindOf(reading.format.kind);
  const mends = mendsOf(mapping);
  const leave = new Set(mapping.leaveOut);
  const parse = kind.parser(settings, reading.layout.key, known);
  const cursor = new RowCursor(columns, mends);
  const options = { fillMerged: { belowRow: reading.headerRow } };
  for await (const rows of opened.rows(reading.sheet.index, options)) {
    for (const sheetRow of rows) {
      if (sheetRow.row <= reading.headerRow || !cursor.turnTo(sheetRow)) continue;
      run.rows += 1;
      if (leave.has(sheetRow.row)) reader.judged({ ...blank(cursor), outcome: 'ignored', reason: leftOut });
      else judge(parse(cursor), cursor, reader, mends);
    }
    await run.pause();
  }
  for (const { row, code, field, message } of parse.lateWarnings()) {
    reader.judged({ row, outcome: 'accepted', reason: code, field, read: null, expected: null, message, cells: [] });
  }
}

function judge(
  outcome: ReturnType<ReturnType<ImportKind<unknown>['parser']>>,
  cursor: RowCursor,
  reader: RowReader,
  mends: Mends,
): void {
  switch (outcome.kind) {
    case 'accepted':
      reader.accepted(cursor.row, outcome.entry);
      for (const warning of outcome.warnings) reader.judged(warned(cursor, warning));
      if (mends.size > 0) for (const [field] of mends.get(cursor.row) ?? []) reader.judged(mendedCell(cursor, field));
      break;
    case 'refused':
      reader.judged({ ...blank(cursor), outcome: 'refused', reason: outcome.reason, ...problemOf(outcome.problem) });
      break;
    case 'ignored':
      reader.judged({ ...blank(cursor), outcome: 'ignored', reason: outcome.reason });
      if (outcome.entry !== undefined) reader.kept(outcome.entry);
      break;
  }
}

function blank(cursor: RowCursor) {
  return { row: cursor.row, field: null, read: null, expected: null, message: null, cells: cursor.values };
}

function problemOf({ field, read, expected, message }: CellProblem) {
  return { field, read, expected, message };
}

function warned(cursor: RowCursor, { code, field, message }: RowWarning): JudgedRow {
  const read = shown(cursor.cell(field));
  return { ...blank(cursor), outcome: 'accepted', reason: code, field, read, message };
}

function mendedCell(cursor: RowCursor, field: string): JudgedRow {
  const read = shown(cursor.asRead(field));
  const message = `"${read}" in "${cursor.heading(field)}" was mended to "${shown(cursor.cell(field))}".`;
  return { ...blank(cursor), outcome: 'accepted', reason: mended, field, read, message };
}

export function shown(cell: CellValue): string {
  if (cell === null) return '';
  return typeof cell === 'object' ? cell.error : String(cell);
}

function mendsOf({ mends }: Mapping): Mends {
  const byRow = new Map<number, Map<string, CellValue>>();
  for (const { row, field, value } of mends ?? []) {
    const fields = byRow.get(row) ?? new Map<string, CellValue>();
    byRow.set(row, fields.set(field, value.trim() === '' ? null : value.trim()));
  }
  return byRow;
}
