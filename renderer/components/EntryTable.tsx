import { type ClipboardEvent, type ReactNode, useRef, useState } from 'react';
import type { RecordOfHistory } from '#contract';
import { sentence } from '../client/refusal.ts';
import { type HistoryLine, LinesHistory } from './changes/LineHistory.tsx';
import { blockOf } from './clipboard.ts';
import { type Column, DataTable } from './DataTable.tsx';
import { useDraft } from './draft/use-draft.tsx';
import type { CellTrouble, EnteredCell } from './enter-each.ts';
import { EntryCell } from './EntryCell.tsx';
import { fieldBeside, fieldsFrom } from './entry-places.ts';
import { headingOf, numberIn } from './table/column.ts';

/** A column of fields, or of what is shown between them; what it shows in words is sorted, filtered and copied. */
export interface EntryColumn<Row> extends Omit<Column<Row>, 'value'> {
  /** What is sorted, filtered and copied, where that is not what is entered or shown. */
  readonly value?: Column<Row>['value'];
  readonly wide?: boolean;
  readonly date?: boolean;
  /** The text that is edited; null where this row has nothing to enter here. */
  readonly text?: (row: Row) => string | null;
  readonly options?: (row: Row) => readonly { readonly value: string; readonly name: string }[];
  /** True for a value that is still the default of the pack. */
  readonly isDefault?: (row: Row) => boolean;
  /** Shown in an empty field. */
  readonly hint?: (row: Row) => string;
  /** Said below the field. */
  readonly beside?: (row: Row) => string | null;
}

interface EntryTableProps<Row> {
  readonly caption: string;
  readonly className?: string;
  readonly columns: readonly EntryColumn<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  readonly rowName: (row: Row) => string;
  /** The record of a line, whose history is shown; none where a line is no record of its own. */
  readonly recordOf?: (row: Row) => RecordOfHistory | undefined;
  readonly hidden?: readonly string[];
  /** The column by which rows are put together until another is asked for, by its key. */
  readonly group?: string;
  readonly groupHead?: (column: string, rows: readonly Row[]) => ReactNode;
  readonly footer?: ReactNode;
  readonly totals?: readonly Row[];
  readonly definitions?: readonly { readonly term: string; readonly meaning: string }[];
  readonly locked?: boolean;
  /** Saves cells, all or none; answers with what stands wrong. */
  readonly onEnter: (cells: EnteredCell[]) => Promise<CellTrouble[]>;
}

const TOO_LARGE =
  'The block that was pasted is larger than the room below and to the right of this cell. Nothing was changed.';

/**
 * A table of fields: Tab goes across, Enter and the arrow keys go down and up, those of numbers left and right too, Escape
 * gives up what was typed, and a block from a spreadsheet can be pasted over what is in view. Every field saves when it is
 * left; no row moves while it is typed into.
 */
export function EntryTable<Row extends object>(props: EntryTableProps<Row>) {
  const {
    caption,
    className = '',
    columns,
    rows,
    rowKey,
    rowName,
    recordOf,
    locked = false,
    onEnter,
    ...arranged
  } = props;
  const section = useRef<HTMLDivElement>(null);
  const earlier = useDraft(section, { title: caption, fields: 'cells' });
  const [notice, setNotice] = useState<string | null>(null);

  const saying = ({ cell, message }: CellTrouble): string => {
    const row = rows.find((each) => rowKey(each) === cell.row);
    const column = columns.find(({ key }) => key === cell.column);
    return [row && rowName(row), column && `${headingOf(column)}: ${message}`].filter(Boolean).join(', ');
  };
  const paste = (event: ClipboardEvent): boolean => {
    const block = blockOf(event.clipboardData.getData('text/plain'));
    if (block.length <= 1 && (block[0]?.length ?? 0) <= 1) return false;
    event.preventDefault();
    const fields = fieldsFrom(event.currentTarget);
    const fits = block.length <= fields.length && block.every((texts) => texts.length <= (fields[0]?.length ?? 0));
    setNotice(fits ? null : TOO_LARGE);
    if (!fits) return true;
    const cells = block.flatMap((texts, down) =>
      texts.flatMap((text, across) => {
        const [row, column] = fields[down]?.[across]?.split('\t') ?? [];
        return row !== undefined && column !== undefined ? [{ row, column, text }] : [];
      }),
    );
    onEnter(cells).then(
      (troubles) => setNotice(troubles.length > 0 ? `Not saved. ${troubles.map(saying).join(' ')}` : null),
      (error) => setNotice(sentence(error)),
    );
    return true;
  };
  const cellOf = (column: EntryColumn<Row>, row: Row): ReactNode => {
    const text = column.text?.(row) ?? null;
    if (text === null || locked || arranged.totals?.includes(row))
      return column.show?.(row) ?? shownOf(text, column.options?.(row), column.hint?.(row));
    return (
      <EntryCell
        place={`${rowKey(row)}\t${column.key}`}
        name={`${headingOf(column)}: ${rowName(row)}`}
        stored={text}
        number={column.number ?? false}
        date={column.date ?? false}
        options={column.options?.(row)}
        isDefault={column.isDefault?.(row) ?? false}
        hint={column.hint?.(row)}
        beside={column.beside?.(row)}
        onSave={async (typed) => {
          const [wrong] = await onEnter([{ row: rowKey(row), column: column.key, text: typed }]);
          return wrong?.message ?? null;
        }}
        onGo={(from, down, across) => {
          const field = fieldBeside(from, down, across);
          field?.focus();
          return field !== null;
        }}
        onPaste={paste}
      />
    );
  };
  const drawn = columns.map(
    (column, at): Column<Row> => ({
      ...column,
      header: at === 0,
      value: (row) => valueOf(column, row),
      ...(column.number && { copied: (row: Row) => valueOf(column, row) ?? saidOf(column, row) }),
      show: (row) => cellOf(column, row),
      look: (row) => [column.wide && 'entries__wide', column.look?.(row)].filter(Boolean).join(' ') || undefined,
    }),
  );

  const lineOf = (key: string): HistoryLine | undefined => {
    const row = rows.find((each) => rowKey(each) === key);
    const of = row && recordOf?.(row);
    return of && { of, name: rowName(row) };
  };
  const table = (
    <DataTable
      caption={caption}
      className={`entries ${className}`}
      columns={drawn}
      rows={rows}
      rowKey={rowKey}
      steady
      {...arranged}
    />
  );

  return (
    <div ref={section}>
      {earlier}
      {notice && (
        <p className="note note--wrong" role="alert">
          {notice}
        </p>
      )}
      {recordOf && !locked ? <LinesHistory lineOf={lineOf}>{table}</LinesHistory> : table}
    </div>
  );
}

/** What a cell says: what was entered, the choice in words, or what is shown; null where that is no word or number. */
function saidOf<Row>({ text, options, show }: EntryColumn<Row>, row: Row): string | number | null {
  const entered = text?.(row) ?? null;
  if (entered !== null) return options?.(row).find(({ value }) => value === entered)?.name ?? entered;
  const shown = show?.(row);
  return typeof shown === 'string' || typeof shown === 'number' ? shown : null;
}

/** What is sorted and filtered: of a column of numbers the number alone. */
function valueOf<Row>(column: EntryColumn<Row>, row: Row): string | number | null {
  if (column.value) return column.value(row);
  const said = saidOf(column, row);
  return column.number && typeof said === 'string' ? numberIn(said) : said;
}

/** What stands in a cell that is not entered: the choice in words, or what counts where it was left blank. */
function shownOf(text: string | null, options: readonly { value: string; name: string }[] | undefined, hint = '') {
  if (text === null) return null;
  const shown = options?.find(({ value }) => value === text)?.name ?? (text || hint).replace(/^-(?=\d)/, '−');
  return shown || <span className="grid__unknown">not known</span>;
}
