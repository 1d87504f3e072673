import { duplicateFinder } from '../../imports/clean/duplicates.ts';
import { ignoredReason } from '../../imports/clean/ignored.ts';
import { openDateReader } from '../../imports/clean/open-dates.ts';
import { isRefused, type Refused, refuse } from '../../imports/clean/refuse.ts';
import type { RowReader } from '../../imports/clean/row-reader.ts';
import { rowParser } from '../../imports/clean/row-parser.ts';
import { cellText } from '../../imports/clean/text.ts';
import type { Words } from '../../imports/clean/words.ts';
import type { MappedRow, RowOutcome, RowParser, RowWarning } from '../../imports/row.ts';
import type { ActionEntry } from './entries.ts';
import { cellsOf, freeTextOf } from './parse/cells.ts';
import { readReferences } from './parse/references.ts';
import { actionRemarks, type RemarkSettings } from './parse/remarks.ts';
import { actionWords } from './parse/words.ts';

/** How the rows of a retention plan are to be read. */
export interface ActionSettings extends RemarkSettings {
  /** True where the workbook counts its days from 1 January 1904. */
  readonly date1904: boolean;
  /** The format's code words with the trust's own. */
  readonly words: Words;
  /** The day as on which the plan says how things stand. */
  readonly day: string;
}

const allOf = (reader: RowReader) => ({ ...cellsOf(reader), freeText: freeTextOf(reader) });

type Cells = ReturnType<typeof allOf>;

/** Judges the rows of a retention plan in the order of D3. Rows that say the same are one action (D4). */
export function actionRowParser(settings: ActionSettings): RowParser<ActionEntry> {
  const dateOf = openDateReader(settings.date1904);
  const words = actionWords(settings.words, settings.rules);
  const remarks = actionRemarks(settings, words);
  const firstCopy = duplicateFinder();

  // Sums and footers have no status: an action such as "Report turnover to the board" has.
  const ignored = (row: MappedRow) => {
    const reason = ignoredReason(row.first);
    return reason !== undefined && !words.status(row.cell('status'))?.code ? reason : undefined;
  };

  const judge = (row: MappedRow, { freeText, ...cells }: Cells, warnings: RowWarning[]): RowOutcome<ActionEntry> => {
    const start = dateOf(row, 'start', cells.start, warnings);
    if (isRefused(start)) return start;
    const due = dateOf(row, 'due', cells.due, warnings);
    if (isRefused(due)) return due;
    const entry: ActionEntry = {
      row: row.row,
      day: settings.day,
      number: cellText(cells.number),
      references: readReferences(cells.theme2Ref),
      theme: words.theme(cells.theme)?.kept ?? null,
      action: cellText(cells.action),
      owner: cellText(cells.owner),
      start,
      due,
      status: words.status(cells.status)?.kept ?? null,
      rag: words.rag(cells.rag)?.kept ?? null,
      escalated: words.escalate(cells.escalate)?.code === 'yes',
      ...freeText,
    };
    const copy = copyOf(row, entry);
    if (copy !== undefined) return copy;
    remarks.remark(row, entry, cells, warnings);
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

  return rowParser({ cellsOf: allOf, judge, ignored, lateWarnings: remarks.late });
}
