import { type ClipboardEvent, type ReactNode, useRef } from 'react';
import { blockOf } from './clipboard.ts';
import { DrawnTable } from './DrawnTable.tsx';
import { useDraft } from './draft/use-draft.tsx';
import { EntryCell } from './EntryCell.tsx';
import { HeadingWithTerm } from './Term.tsx';

/** A cell as it was typed, chosen or pasted. */
export interface EnteredCell {
  readonly row: string;
  readonly column: string;
  readonly text: string;
}

/** What is wrong with a cell that was entered. */
export interface CellTrouble {
  readonly cell: EnteredCell;
  readonly message: string;
}

export interface EntryColumn<Row> {
  readonly key: string;
  readonly title: string;
  /** Unit of measure, below the title. */
  readonly unit?: string;
  /** What the heading means, where it is no plain name or day. */
  readonly means?: string;
  readonly number?: boolean;
  readonly wide?: boolean;
  readonly date?: boolean;
  /** The text that is edited; null where this row has nothing to enter here. */
  readonly text?: (row: Row) => string | null;
  readonly options?: (row: Row) => readonly { readonly value: string; readonly name: string }[];
  /** What stands there where nothing is entered. */
  readonly show?: (row: Row) => ReactNode;
  /** True for a value that is still the default of the pack. */
  readonly isDefault?: (row: Row) => boolean;
  /** Shown in an empty field. */
  readonly hint?: (row: Row) => string;
}

interface EntryTableProps<Row> {
  readonly caption: string;
  readonly columns: readonly EntryColumn<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  readonly rowName: (row: Row) => string;
  /** A heading row above this one. */
  readonly groupOf?: (row: Row) => ReactNode;
  readonly footer?: ReactNode;
  readonly locked?: boolean;
  /** Saves cells, all or none; answers with what stands wrong. */
  readonly onEnter: (cells: EnteredCell[]) => Promise<CellTrouble[]>;
}

/**
 * A table of fields: Tab goes across, Enter and the arrow keys go down and up, Escape gives up what was typed, and a
 * block from a spreadsheet can be pasted. Every field saves when it is left.
 */
export function EntryTable<Row>(props: EntryTableProps<Row>) {
  const { caption, columns, rows, rowKey, rowName, groupOf, footer, locked = false, onEnter } = props;
  const table = useRef<HTMLTableElement>(null);
  const earlier = useDraft(table, { title: caption, fields: 'cells' });

  const go = (row: number, column: number, step: 1 | -1): boolean => {
    for (let next = row + step; next >= 0 && next < rows.length; next += step) {
      const field = table.current?.querySelector<HTMLInputElement>(`[data-field="${next}:${column}"]`);
      if (!field) continue;
      field.focus();
      return true;
    }
    return false;
  };
  const paste = (event: ClipboardEvent, row: number, column: number): boolean => {
    const block = blockOf(event.clipboardData.getData('text/plain'));
    if (block.length <= 1 && (block[0]?.length ?? 0) <= 1) return false;
    event.preventDefault();
    const across = columns
      .map((each, index) => ({ each, index }))
      .filter(({ each, index }) => index >= column && each.text);
    const cells = block.flatMap((texts, down) =>
      texts.flatMap((text, at) => {
        const target = rows[row + down];
        const to = across[at]?.each;
        return target && to?.text && to.text(target) !== null ? [{ row: rowKey(target), column: to.key, text }] : [];
      }),
    );
    if (cells.length > 0) void onEnter(cells);
    return true;
  };

  return (
    <>
      {earlier}
      <DrawnTable
        caption={caption}
        className="table entries"
        table={table}
        definitions={columns.flatMap(({ title, unit, means }) =>
          means ? [{ term: unit ? `${title}, ${unit}` : title, meaning: means }] : [],
        )}
      >
        <thead>
          <tr>
            {columns.map(({ key, title, unit, number }) => (
              <th key={key} scope="col" className={number ? 'number' : undefined}>
                <HeadingWithTerm>{title}</HeadingWithTerm>
                {unit && <span className="grid__unit-of">{unit}</span>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => {
            const group = groupOf?.(row);
            return [
              group ? (
                <tr key={`group ${rowKey(row)}`} className="table__group entries__group">
                  <th scope="rowgroup" colSpan={columns.length}>
                    {group}
                  </th>
                </tr>
              ) : null,
              <tr key={rowKey(row)}>
                {columns.map((column, at) => {
                  const text = column.text?.(row) ?? null;
                  const isName = at === 0;
                  const Cell = isName ? 'th' : 'td';
                  const kind = `${column.number ? 'number' : ''} ${column.wide ? 'entries__wide' : ''}`;
                  return (
                    <Cell key={column.key} scope={isName ? 'row' : undefined} className={kind}>
                      {text === null || locked ? (
                        (column.show?.(row) ?? shownOf(text, column.options?.(row), column.hint?.(row)))
                      ) : (
                        <EntryCell
                          place={`${index}:${at}`}
                          name={`${column.title}${column.unit ? `, ${column.unit}` : ''}: ${rowName(row)}`}
                          stored={text}
                          number={column.number ?? false}
                          date={column.date ?? false}
                          options={column.options?.(row)}
                          isDefault={column.isDefault?.(row) ?? false}
                          hint={column.hint?.(row)}
                          onSave={async (typed) => {
                            const [wrong] = await onEnter([{ row: rowKey(row), column: column.key, text: typed }]);
                            return wrong?.message ?? null;
                          }}
                          onGo={(step) => go(index, at, step)}
                          onPaste={(event) => paste(event, index, at)}
                        />
                      )}
                    </Cell>
                  );
                })}
              </tr>,
            ];
          })}
        </tbody>
        {footer && <tfoot>{footer}</tfoot>}
      </DrawnTable>
    </>
  );
}

/** What stands in a cell that is not entered: the choice in words, or what counts where it was left blank. */
function shownOf(text: string | null, options: readonly { value: string; name: string }[] | undefined, hint = '') {
  if (text === null) return null;
  const shown = options?.find(({ value }) => value === text)?.name ?? (text || hint).replace(/^-(?=\d)/, '−');
  return shown || <span className="grid__unknown">not known</span>;
}
