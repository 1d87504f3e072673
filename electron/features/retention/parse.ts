import type { RetentionRules } from '../../contract/retention-rules.ts';
import { unknownWord } from '../../imports/clean/code-words.ts';
import { duplicateFinder } from '../../imports/clean/duplicates.ts';
import { ignoredReason } from '../../imports/clean/ignored.ts';
import { findLoosely, type LooseWord, looseKey, looseWordReader } from '../../imports/clean/loose-words.ts';
import { openDateReader } from '../../imports/clean/open-dates.ts';
import { isRefused, type Refused, refuse, warning } from '../../imports/clean/refuse.ts';
import { RowReader } from '../../imports/clean/row-reader.ts';
import { cellText } from '../../imports/clean/text.ts';
import type { Words } from '../../imports/clean/words.ts';
import type { LateWarning, MappedRow, RowOutcome, RowParser, RowWarning } from '../../imports/row.ts';
import type { CellValue } from '../../imports/workbook/cell.ts';
import { isClosed } from './calculations/statuses.ts';
import type { ActionEntry } from './entries.ts';
import { readReferences } from './parse/references.ts';

/** How the rows of a retention plan are to be read. */
export interface ActionSettings {
  /** True where the workbook counts its days from 1 January 1904. */
  readonly date1904: boolean;
  /** The format's code words with the trust's own. */
  readonly words: Words;
  /** The day as on which the plan says how things stand. */
  readonly day: string;
  readonly rules: RetentionRules;
  /** References of the lines of Theme 2. */
  readonly lines: ReadonlySet<string>;
}

const freeFields = ['measure', 'baseline', 'target', 'current', 'notes'] as const;

function cellsOf(reader: RowReader) {
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

type Cells = ReturnType<typeof cellsOf>;

/** Judges the rows of a retention plan in the order of D3. Rows that say the same are one action (D4). */
export function actionRowParser(settings: ActionSettings): RowParser<ActionEntry> {
  const dateOf = openDateReader(settings.date1904);
  const readers = {
    status: looseWordReader(settings.words, 'status'),
    rag: looseWordReader(settings.words, 'rag'),
    escalate: looseWordReader(settings.words, 'flag'),
  };
  const themeOf = themeReader(settings.rules);
  const firstCopy = duplicateFinder();
  const numbers = new Map<string, number>();
  const late: LateWarning[] = [];

  const parse = (row: MappedRow): RowOutcome<ActionEntry> => {
    const ignored = ignoredReason(row.first);
    // Sums and footers have no status: an action such as "Report turnover to the board" has.
    if (ignored !== undefined && !readers.status(row.cell('status'))?.code) return { kind: 'ignored', reason: ignored };
    const reader = new RowReader(row);
    const cells = cellsOf(reader);
    const [measure, baseline, target, current, notes] = freeFields.map((field) => cellText(reader.freeText(field)));
    if (reader.error !== undefined) return reader.error;
    const { warnings } = reader;
    const start = dateOf(row, 'start', cells.start, warnings);
    if (isRefused(start)) return start;
    const due = dateOf(row, 'due', cells.due, warnings);
    if (isRefused(due)) return due;
    const entry: ActionEntry = {
      row: row.row,
      day: settings.day,
      number: cellText(cells.number),
      references: readReferences(cells.theme2Ref),
      theme: themeOf(cells.theme)?.kept ?? null,
      action: cellText(cells.action),
      owner: cellText(cells.owner),
      start,
      due,
      status: readers.status(cells.status)?.kept ?? null,
      rag: readers.rag(cells.rag)?.kept ?? null,
      escalated: readers.escalate(cells.escalate)?.code === 'yes',
      ...{
        measure: measure ?? null,
        baseline: baseline ?? null,
        target: target ?? null,
        current: current ?? null,
        notes: notes ?? null,
      },
    };
    const copy = copyOf(row, entry);
    if (copy !== undefined) return copy;
    remark(row, entry, cells, warnings);
    return { kind: 'accepted', entry, warnings };
  };

  const copyOf = (row: MappedRow, entry: ActionEntry): Refused | undefined => {
    const { number, references, theme, action, owner, start, due, status, rag, escalated } = entry;
    if (number === null && action === null) return undefined;
    const values = [number, references.join(), theme, action, owner, start, due, status, rag, String(escalated)];
    const first = firstCopy(row.row, values);
    if (first === undefined) return undefined;
    const message = `: this row says the same as row ${first}.`;
    const field = number === null ? 'action' : 'number';
    return refuse(row, 'duplicate_row', field, number ?? action, 'a row that is not in the file yet', message);
  };

  const remark = (row: MappedRow, entry: ActionEntry, cells: Cells, warnings: RowWarning[]) => {
    remarkReference(row, entry, cells, settings.lines, warnings);
    if (themeOf(cells.theme)?.code === null) {
      const elements = settings.rules.elements.map(({ name }) => name).join('; ');
      const message = `"${cellText(cells.theme)}" in "${row.heading('theme')}" is none of the elements of retention: ${elements}.`;
      warnings.push(warning('retention_theme_unknown', 'theme', message));
    }
    for (const field of ['status', 'rag', 'escalate'] as const) {
      if (readers[field](cells[field])?.code === null)
        warnings.push(unknownWord(row, field, cells[field], takenFor[field]));
    }
    remarkDates(row, entry, cells, warnings);
    remarkNumber(row, entry.number, warnings);
  };

  const remarkNumber = (row: MappedRow, number: string | null, warnings: RowWarning[]) => {
    if (number === null) {
      const message = `The action has no number: it is listed as row ${row.row}.`;
      warnings.push(warning('action_number_missing', 'number', message));
      return;
    }
    const before = numbers.get(number.toLowerCase());
    if (before === undefined) numbers.set(number.toLowerCase(), row.row);
    else {
      warnings.push(reused(number, before));
      if (!late.some((one) => one.row === before)) late.push({ row: before, ...reused(number, row.row) });
    }
  };

  return Object.assign(parse, { lateWarnings: () => late });
}

const takenFor = {
  status: 'it is kept as it stands, and the action counts as open',
  rag: 'it is kept as it stands',
  escalate: 'it is taken for no',
} as const;

/** A reader of elements of retention, by their names and the other names that they go by. */
function themeReader({ elements }: RetentionRules): (cell: CellValue) => LooseWord | null {
  const known = new Map(
    elements.flatMap(({ key, name, alsoCalled }) =>
      [name, ...alsoCalled].map((said) => [looseKey(said), key] as const),
    ),
  );
  return (cell) => {
    const text = cellText(cell);
    if (text === null) return null;
    const code = findLoosely(known, text) ?? null;
    return { code, kept: code ?? text };
  };
}

function remarkReference(
  row: MappedRow,
  { references }: ActionEntry,
  { theme2Ref }: Cells,
  lines: ReadonlySet<string>,
  warnings: RowWarning[],
): void {
  const unknown = references.filter((one) => !lines.has(one));
  if (unknown.length === 0) return;
  const which = unknown.join(' and ');
  const message = `"${cellText(theme2Ref)}" in "${row.heading('theme2Ref')}": there is no line ${which} in Theme 2 of the plan. It is kept as it stands.`;
  warnings.push(warning('theme2_ref_unknown', 'theme2Ref', message));
}

function remarkDates(row: MappedRow, { start, due, status }: ActionEntry, cells: Cells, warnings: RowWarning[]): void {
  if (due === null && cells.due === null && !isClosed(status)) {
    const message = `"${row.heading('due')}" is empty: the action cannot fall due.`;
    warnings.push(warning('due_date_missing', 'due', message));
  }
  if (start !== null && due !== null && due < start) {
    const message = `The action is due on ${due}, before its start on ${start}. Check both dates: they are counted as they stand.`;
    warnings.push(warning('dates_out_of_order', 'due', message));
  }
}

function reused(number: string, other: number): RowWarning {
  const message = `Number ${number} stands in row ${other} too, which says something else. Both count as actions.`;
  return warning('action_number_reused', 'number', message);
}
