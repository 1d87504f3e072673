import { Children, type ClipboardEvent, type ReactNode, useMemo, useRef, useState } from 'react';
import { announce } from './announce.ts';
import { Button } from './Button.tsx';
import { copyBlock } from './copy-table.ts';
import { useInsideTrust } from './inside-trust.ts';
import { counted, decimal } from './numbers.ts';
import { usePrinting } from './printing.ts';
import { useScreenCommand } from './screen-command.ts';
import { groupable, sumTexts } from './table/arrange.ts';
import { blockOfRows } from './table/block.ts';
import { ArrangeDialog } from './table/ArrangeDialog.tsx';
import { type Column, type Definition, definitionsOf, saying } from './table/column.ts';
import { exportedTable } from './table/exported.ts';
import { Definitions } from './table/Definitions.tsx';
import { headLines, Heads } from './table/Heads.tsx';
import { GroupLine, RowLine, SumLine, TotalLine } from './table/Lines.tsx';
import { leavesTrust, pageAbout } from './table/page-about.ts';
import { PaperTitle } from './table/PaperTitle.tsx';
import { ExportOrPrint } from './table/ExportOrPrint.tsx';
import { RowsDrawn } from './table/RowsDrawn.tsx';
import { useSelection } from './table/selection.ts';
import { useInParts } from './table/use-in-parts.ts';
import { useLayout } from './table/use-layout.ts';
import { useLongTable } from './table/use-long-table.ts';
import { ViewChoice } from './table/ViewChoice.tsx';
import { tableName, useTableViews } from './table/views.ts';

export type { Column } from './table/column.ts';

interface DataTableProps<Row> {
  caption: string;
  /** How it looks beside others: the density of its rows, the widths of its columns. */
  className?: string;
  columns: Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string | number;
  /** Columns that are left out until they are asked for, by their keys. */
  hidden?: readonly string[];
  /** The column by which rows are put together until another is asked for, by its key. */
  group?: string;
  /** The row of a group as a whole, by the column and its words: where it is no mere sum. The same from draw to draw. */
  groupRow?: (column: string, name: string) => Row | undefined;
  /** What stands beside the name of a group. */
  groupHead?: (column: string, rows: readonly Row[]) => ReactNode;
  /** True where rows are typed into: they keep their places until they are sorted, filtered or put together anew. */
  steady?: boolean;
  /** Drawn below the rows, such as totals, as long as the columns are those of the screen. */
  footer?: ReactNode;
  /** Rows of all rows together, drawn, copied and exported below them: where they are no mere sum. */
  totals?: readonly Row[];
  /** More buttons beside filter and copy. */
  tools?: ReactNode;
  /** Words used in the table and what they mean, beside those of its columns. */
  definitions?: readonly Definition[];
}

const none: readonly never[] = [];
/** From here on only the rows in view are drawn. */
const LONG = 200;
/** From here on a filter and an arrangement are worth their room. */
const FEW = 8;

/**
 * A table to filter, sort by heading, arrange, select and copy as a spreadsheet pastes, save and print. Of a long one
 * only the rows in view are drawn, until all are asked for; on paper all are.
 */
export function DataTable<Row extends object>(props: DataTableProps<Row>) {
  const { caption, className = '', columns, rows, rowKey, hidden, group, groupRow, groupHead, steady } = props;
  const { footer, totals = none, tools, definitions: given } = props;
  const [arranging, setArranging] = useState(false);
  const printing = usePrinting();
  const section = useRef<HTMLDivElement>(null);
  const filter = useRef<HTMLInputElement>(null);
  const { layout, apply, change, sortBy, ordered, shown, lines, count, isArranged, plain } = useLayout({
    columns,
    rows,
    rowKey,
    hidden,
    group,
    groupRow,
    steady,
  });
  const { views, change: changeViews } = useTableViews(tableName(columns));
  const hasMore = lines.length > LONG && !steady;
  const isLong = hasMore && !printing;
  const parts = useInParts({
    lines: lines.length,
    what: counted(count, 'row'),
    isLong: hasMore,
    arranged: JSON.stringify([layout.sort, layout.filter, layout.group]),
    section,
  });
  const { scroll, widths, drawn, above, below, measure, goTo } = useLongTable(lines.length, isLong, parts.part, shown);
  const follow = (line: number, tries = 30) => {
    if (tries === 30) goTo(line);
    requestAnimationFrame(() => {
      const element = scroll.current?.querySelector<HTMLElement>(`tr[data-index="${line}"]`);
      if (element) element.focus();
      else if (tries > 0) follow(line, tries - 1);
    });
  };
  const mark = useInsideTrust();
  const selection = useSelection(
    { lines: lines.length, columns: shown.length },
    (line) => lines[line]?.kind === 'row',
    (line) => follow(line),
  );
  const definitions = definitionsOf(shown, given);
  const heads = headLines(shown);
  const sums = useMemo(
    () =>
      sumTexts(
        shown,
        lines.flatMap((line) => (line.kind === 'row' ? [line.row] : [])),
      ),
    [shown, lines],
  );
  const hasSums = sums.some(Boolean);
  const feet =
    totals.length || (hasSums && count > 1) ? Math.max(1, totals.length) : isArranged ? 0 : Children.count(footer);
  const rowsOf = (from: number, to: number) =>
    lines.slice(from, to + 1).flatMap((line) => (line.kind === 'row' ? [line.row] : []));
  const copied = () => {
    const { block } = selection;
    const of = block ? rowsOf(...block.lines) : [...rowsOf(0, lines.length - 1), ...totals];
    const part = block ? shown.slice(block.columns[0], block.columns[1] + 1) : shown;
    const isPart = part.length < shown.length;
    const across = saying(part);
    announce(
      `Copied ${counted(of.length, 'row')}${isPart ? ` of ${counted(across.length, 'column')}` : ''}. Paste into a spreadsheet.`,
    );
    return blockOfRows(across, of, !isPart, isPart || leavesTrust(section.current) ? undefined : mark);
  };
  const onCopy = (event: ClipboardEvent) => {
    const isText = (event.target as Element).closest('input, textarea') || String(window.getSelection() ?? '') !== '';
    if (isText || !selection.block) return;
    const { text, html } = copied();
    event.clipboardData.setData('text/plain', text);
    event.clipboardData.setData('text/html', html);
    event.preventDefault();
  };
  const exported = () => {
    const { title, about } = pageAbout(section.current);
    const subtitle = [title, about, layout.filter && `Filter: ${layout.filter}`].filter(Boolean).join(' · ');
    return exportedTable({ title: caption, subtitle }, saying(shown), lines, definitions, totals);
  };
  useScreenCommand('filter-table', rows.length > FEW ? () => filter.current?.focus() : null, caption);
  useScreenCommand('arrange-table', () => setArranging(true), caption);
  useScreenCommand('copy-table', () => copyBlock(copied()), caption);
  useScreenCommand('show-all-rows', hasMore && !parts.all ? parts.showAll : null, caption);
  const pickedOf = (index: number) =>
    selection.block && index >= selection.block.lines[0] && index <= selection.block.lines[1]
      ? selection.block.columns.join(':')
      : null;
  const at = Math.min(selection.line, lines.length - 1);
  const tabStop =
    drawn.includes(at) && lines[at]?.kind === 'row' ? at : drawn.find((index) => lines[index]?.kind === 'row');

  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- hears a copy of what is selected in the table
    <div className="data-table" ref={section} onCopy={onCopy}>
      <PaperTitle caption={caption} filter={layout.filter} />
      <div className="table-tools">
        {rows.length > FEW && (
          <label className="filter">
            Filter
            <input
              ref={filter}
              type="search"
              value={layout.filter}
              onChange={(event) => change({ filter: event.target.value })}
              onKeyDown={(event) => {
                // A form around the table is not sent by it.
                if (event.key === 'Enter') event.preventDefault();
              }}
              aria-label={`Filter ${caption}`}
            />
          </label>
        )}
        <ViewChoice caption={caption} views={views} onChoose={(view) => apply(view.layout)} />
        <span role="status">
          {count === rows.length ? '' : `${decimal(count, 0)} of `}
          {counted(rows.length, 'row')}
        </span>
        <span>
          {tools}{' '}
          <Button aria-label={`Arrange ${caption}`} onClick={() => setArranging(true)}>
            Arrange
          </Button>{' '}
          <Button aria-label={`Copy ${caption}`} onClick={() => copyBlock(copied())}>
            Copy
          </Button>{' '}
          <ExportOrPrint caption={caption} table={exported} onPrint={() => void parts.print()} />
        </span>
      </div>
      <div className={`table-scroll ${isLong ? 'table-scroll--long' : ''}`} ref={scroll}>
        <table
          className={`table ${className} ${widths ? 'table--widths' : ''}`}
          aria-rowcount={lines.length + heads + feet}
          aria-colcount={shown.length}
          {...selection.handlers}
        >
          <caption className="unseen">{caption}</caption>
          {widths && (
            <colgroup>
              {shown.map(({ key }, index) => (
                <col key={key} style={{ width: `${widths[index]}%` }} />
              ))}
            </colgroup>
          )}
          <Heads columns={shown} sort={layout.sort} onSort={sortBy} />
          <tbody>
            {above > 0 && <tr aria-hidden="true" style={{ height: above }} />}
            {drawn.map((index) => {
              const line = lines[index];
              if (!line) return null;
              if (line.kind === 'group')
                return (
                  <GroupLine
                    key={`group ${line.name}`}
                    name={line.name}
                    count={line.rows.length}
                    beside={groupHead?.(layout.group ?? '', line.rows)}
                    whole={line.whole}
                    sums={sumTexts(shown, line.rows)}
                    columns={shown}
                    index={index}
                    heads={heads}
                    measure={measure}
                  />
                );
              return (
                <RowLine
                  key={rowKey(line.row)}
                  row={line.row}
                  columns={shown}
                  index={index}
                  picked={pickedOf(index)}
                  canFocus={index === tabStop}
                  heads={heads}
                  measure={measure}
                />
              );
            })}
            {below > 0 && <tr aria-hidden="true" style={{ height: below }} />}
          </tbody>
          {totals.length > 0 ? (
            <tfoot>
              {totals.map((row) => (
                <TotalLine key={rowKey(row)} row={row} columns={shown} />
              ))}
            </tfoot>
          ) : footer && !isArranged ? (
            <tfoot>{footer}</tfoot>
          ) : hasSums && count > 1 ? (
            <tfoot>
              <SumLine sums={sums} columns={shown} what={`All ${counted(count, 'row')}`} />
            </tfoot>
          ) : null}
        </table>
      </div>
      {hasMore && <RowsDrawn lines={lines.length} what={counted(count, 'row')} parts={parts} />}
      <Definitions of={definitions} />
      {arranging && (
        <ArrangeDialog
          caption={caption}
          ordered={ordered}
          groupable={groupable(columns, rows)}
          definitions={definitions}
          layout={layout}
          plain={plain}
          views={views}
          onChange={change}
          onViews={changeViews}
          onClose={() => setArranging(false)}
        />
      )}
    </div>
  );
}
