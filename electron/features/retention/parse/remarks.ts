import type { RetentionRules } from '../../../contract/retention-rules.ts';
import { unknownWord } from '../../../imports/clean/code-words.ts';
import { warning } from '../../../imports/clean/refuse.ts';
import { repeatWatch } from '../../../imports/clean/repeats.ts';
import { cellText } from '../../../imports/clean/text.ts';
import type { LateWarning, MappedRow, RowWarning } from '../../../imports/row.ts';
import { isClosed } from '../calculations/statuses.ts';
import type { ActionEntry } from '../entries.ts';
import type { ActionCells } from './cells.ts';
import type { ActionWords } from './words.ts';

export interface RemarkSettings {
  /** The fields that have a column in this file. */
  readonly columns: ReadonlySet<string>;
  readonly rules: RetentionRules;
  /** References of the lines of Theme 2. */
  readonly lines: ReadonlySet<string>;
}

type Remark = (row: MappedRow, entry: ActionEntry, cells: ActionCells, warnings: RowWarning[]) => void;

const takenFor = {
  status: 'it is kept as it stands, and the action counts as open',
  rag: 'it is kept as it stands',
  escalate: 'it is taken for no',
} as const;

/** What is to be said of an action that was accepted. */
export function actionRemarks(
  settings: RemarkSettings,
  words: ActionWords,
): { readonly remark: Remark; readonly late: () => readonly LateWarning[] } {
  const numbers = repeatWatch((number, other) => {
    const message = `Number ${number} stands in row ${other} too, which says something else. Both count as actions.`;
    return warning('action_number_reused', 'number', message);
  });
  const remark: Remark = (row, entry, cells, warnings) => {
    remarkReference(row, entry, cells, settings.lines, warnings);
    if (words.theme(cells.theme)?.code === null) {
      const elements = settings.rules.elements.map(({ name }) => name).join('; ');
      const message = `"${cellText(cells.theme)}" in "${row.heading('theme')}" is none of the elements of retention: ${elements}.`;
      warnings.push(warning('retention_theme_unknown', 'theme', message));
    }
    for (const field of ['status', 'rag', 'escalate'] as const) {
      if (words[field](cells[field])?.code === null)
        warnings.push(unknownWord(row, field, cells[field], takenFor[field]));
    }
    remarkDates(row, entry, cells, warnings);
    if (entry.number !== null) numbers.see(row, entry.number, warnings);
    else if (settings.columns.has('number')) {
      const message = `The action has no number: it is listed as row ${row.row}.`;
      warnings.push(warning('action_number_missing', 'number', message));
    }
  };
  return { remark, late: numbers.late };
}

function remarkReference(
  row: MappedRow,
  { references }: ActionEntry,
  { theme2Ref }: ActionCells,
  lines: ReadonlySet<string>,
  warnings: RowWarning[],
): void {
  const unknown = references.filter((one) => !lines.has(one));
  if (unknown.length === 0) return;
  const which = unknown.join(' and ');
  const message = `"${cellText(theme2Ref)}" in "${row.heading('theme2Ref')}": there is no line ${which} in Theme 2 of the plan. It is kept as it stands.`;
  warnings.push(warning('theme2_ref_unknown', 'theme2Ref', message));
}

function remarkDates(row: MappedRow, entry: ActionEntry, cells: ActionCells, warnings: RowWarning[]): void {
  const { start, due, status } = entry;
  if (due === null && cells.due === null && !isClosed(status)) {
    const message = `"${row.heading('due')}" is empty: the action cannot fall due.`;
    warnings.push(warning('due_date_missing', 'due', message));
  }
  if (start !== null && due !== null && due < start) {
    const message = `The action is due on ${due}, before its start on ${start}. Check both dates: they are counted as they stand.`;
    warnings.push(warning('dates_out_of_order', 'due', message));
  }
}
