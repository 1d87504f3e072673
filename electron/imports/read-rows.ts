import { type Mends, RowCursor } from './cursor.ts';
import { type KeptCell, typedCell } from './kept-cell.ts';
import type { ImportKind } from './kinds.ts';
import { DownFiller, type FilledDown } from './filled-down.ts';
import { kindOf } from './kinds.ts';
import type { CellProblem, RowWarning } from './row.ts';
import type { Run } from './run.ts';
import type { Understood } from './understand.ts';
import type { Veil } from './veil.ts';
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
  readonly cells: readonly KeptCell[];
}

/** What is told of each row; the three counts add up to the rows read (D1). */
export interface RowReader {
  accepted(row: number, entry: unknown): void;
  /** An ignored row that is stored all the same. */
  kept(entry: unknown): void;
  judged(row: JudgedRow): void;
  /** After the last row: the cells that rows above gave. */
  filledDown?(filled: FilledDown): void;
}

/** Reasons beside those of the parsers. */
export const leftOut = 'left_out';
export const mended = 'mended';
const groupHeading = 'group_heading';

/** Reads every row below the headings, in slices between which other work goes on. Throws Cancelled, and FileRefusalError. */
export async function readRows(understood: Understood, mapping: Mapping, run: Run, reader: RowReader): Promise<void> {
  const { reading, settings, columns, opened, known, veil } = understood;
  const kind = kindOf(reading.format.kind);
  const mends = mendsOf(mapping.mends, veil);
  const leave = new Set(mapping.leaveOut);
  const parse = kind.parser(settings, reading.layout.key, known);
  const cursor = new RowCursor(columns, mends, veil);
  const filler = new DownFiller(understood.givenOnce);
  const options = { fillMerged: { belowRow: reading.headerRow } };
  let isFirst = true;
  for await (const rows of opened.rows(reading.sheet.index, options)) {
    // What was done before the first row says nothing of how long the rows take.
    if (isFirst) run.begin('reading', null);
    isFirst = false;
    for (const sheetRow of rows) {
      if (sheetRow.row <= reading.headerRow) continue;
      if (!cursor.turnTo(filler.isAtWork ? filler.fill(sheetRow) : sheetRow)) continue;
      run.step();
      if (leave.has(sheetRow.row)) reader.judged({ ...blank(cursor), outcome: 'ignored', reason: leftOut });
      else if (filler.isAtWork && filler.isHeading(sheetRow))
        reader.judged({ ...blank(cursor), outcome: 'ignored', reason: groupHeading });
      else judge(parse(cursor), cursor, reader, { mends, date1904: settings.date1904 });
    }
    run.expect(opened.share());
    await run.pause();
  }
  reader.filledDown?.(filler.filled);
  for (const { row, code, field, message } of parse.lateWarnings()) {
    reader.judged({ row, outcome: 'accepted', reason: code, field, read: null, expected: null, message, cells: [] });
  }
}

/** What is needed to tell a cell of a judged row. */
export interface Judging {
  readonly mends: Mends;
  readonly date1904: boolean;
}

/** Hands on what became of the row that the cursor is at. */
export function judge(
  outcome: ReturnType<ReturnType<ImportKind<unknown>['parser']>>,
  cursor: RowCursor,
  reader: RowReader,
  judging: Judging,
): void {
  const { mends } = judging;
  switch (outcome.kind) {
    case 'accepted':
      reader.accepted(cursor.row, outcome.entry);
      for (const warning of outcome.warnings) reader.judged(warned(cursor, warning, judging));
      if (mends.size > 0)
        for (const [field] of mends.get(cursor.row) ?? []) reader.judged(mendedCell(cursor, field, judging));
      break;
    case 'refused':
      reader.judged({
        ...blank(cursor),
        outcome: 'refused',
        reason: outcome.reason,
        ...problemOf(outcome.problem, cursor, judging),
      });
      break;
    case 'ignored':
      reader.judged({ ...blank(cursor), outcome: 'ignored', reason: outcome.reason });
      if (outcome.entry !== undefined) reader.kept(outcome.entry);
      break;
  }
}

function blank(cursor: RowCursor) {
  return { row: cursor.row, field: null, read: null, expected: null, message: null, cells: cursor.kept };
}

/** The problem, with a date or a time as a person would type it where the sheet keeps a number. */
function problemOf({ field, read, expected, message }: CellProblem, cursor: RowCursor, { mends, date1904 }: Judging) {
  if (mends.get(cursor.row)?.has(field)) return { field, read, expected, message };
  const kept = cursor.keptOf(field);
  const typed = typedCell(kept, date1904);
  if (typed === '' || shownValue(kept) !== read) return { field, read, expected, message };
  return { field, read: typed, expected, message: message.replace(`"${read}"`, `"${typed}"`) };
}

const shownValue = (cell: KeptCell) =>
  typeof cell === 'object' && cell !== null && 'number' in cell ? String(cell.number) : null;

function warned(cursor: RowCursor, { code, field, message }: RowWarning, { date1904 }: Judging): JudgedRow {
  const read = typedCell(cursor.keptOf(field), date1904);
  return { ...blank(cursor), outcome: 'accepted', reason: code, field, read, message };
}

function mendedCell(cursor: RowCursor, field: string, { date1904 }: Judging): JudgedRow {
  const read = typedCell(cursor.keptOf(field), date1904);
  const message = `"${read}" in "${cursor.heading(field)}" was mended to "${shown(cursor.cell(field))}".`;
  return { ...blank(cursor), outcome: 'accepted', reason: mended, field, read, message };
}

export function shown(cell: CellValue): string {
  if (cell === null) return '';
  return typeof cell === 'object' ? cell.error : String(cell);
}

/** Mended cells by row and field; names that are to be dropped are not taken. */
export function mendsOf(mends: Mapping['mends'], veil: Veil | null): Mends {
  const byRow = new Map<number, Map<string, CellValue>>();
  for (const { row, field, value } of mends ?? []) {
    const fields = byRow.get(row) ?? new Map<string, CellValue>();
    const typed = value.trim() === '' ? null : value.trim();
    byRow.set(row, fields.set(field, veil === null ? typed : veil.typed(field, typed)));
  }
  return byRow;
}
