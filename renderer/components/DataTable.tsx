import { type ClipboardEvent, type ReactNode, useMemo, useRef, useState } from 'react';
import { announce } from './announce.ts';
import { Button } from './Button.tsx';
import { copyBlock } from './copy-table.ts';
import { useInsideTrust } from './inside-trust.ts';
import { counted, decimal } from './numbers.ts';
import { printAlone, usePrinting } from './printing.ts';
import { groupable, sumTexts } from './table/arrange.ts';
import { blockOfRows } from './table/block.ts';
import { ArrangeDialog } from './table/ArrangeDialog.tsx';
import { type Column, type Definition, definitionsOf } from './table/column.ts';
import { exportedTable } from './table/exported.ts';
import { GroupLine, RowLine, SumLine } from './table/Lines.tsx';
import { pageAbout } from './table/page-about.ts';
import { ExportOrPrint } from './table/ExportOrPrint.tsx';
import { useSelection } from './table/selection.ts';
import { useLayout } from './table/use-layout.ts';
import { useLongTable } from './table/use-long-table.ts';
import { tableName, useTableViews } from './table/views.ts';

export type { Column } from './table/column.ts';

interface DataTableProps<Row> {
  caption: string;
  columns: Column<Row>[];
  rows: Row[];
  rowKey: (row: Row) => string | number;
  /** Drawn below the rows, such as totals, as long as the columns are those of the screen. */
  footer?: ReactNode;
  /** More buttons beside filter and copy. */
  tools?: ReactNode;
  /** Words used in the table and what they mean, beside those of its columns. */
  definitions?: readonly Definition[];
}

/** From here on only the rows in view are drawn. */
const LONG = 200;
/** From here on a filter and an arrangement are worth their room. */
const FEW = 8;

/**
 * A table to filter, sort by heading, arrange, select and copy as a spreadsheet pastes, save and print. Of a long one
 * only the rows in view are drawn, until all are asked for; on paper all are.
 */
export function DataTable<Row extends object>(props: DataTableProps<Row>) {
  const { caption, columns, rows, rowKey, footer, tools, definitions: given } = props;
  const [all, setAll] = useState(false);
  const [arranging, setArranging] = useState(false);
  const printing = usePrinting();
  const section = useRef<HTMLDivElement>(null);
  const { layout, apply, change, sortBy, ordered, shown, lines, count, isArranged } = useLayout(columns, rows, rowKey);
  const { views, keep, remove } = useTableViews(tableName(columns));
  const isLong = lines.length > LONG && !all && !printing;
  const { scroll, widths, drawn, above, below, measure, goTo } = useLongTable(lines.length, isLong, shown);
  const follow = (line: number, tries = 30) => {
    if (tries === 30) goTo(line);
    requestAnimationFrame(() => {
      const element = scroll.current?.querySelector<HTMLElement>(`tr[data-index="${line}"]`);
      if (element) element.focus();
      else if (tries > 0) follow(line, tries - 1);
    });
  };
  const mark = useInsideTrust();
  const selection = useSelection({ lines: lines.length, columns: shown.length }, (line) => follow(line));
  const definitions = definitionsOf(shown, given);
  const sums = useMemo(
    () =>
      sumTexts(
        shown,
        lines.flatMap((line) => (line.kind === 'row' ? [line.row] : [])),
      ),
    [shown, lines],
  );
  const hasSums = sums.some(Boolean);
  const rowsOf = (from: number, to: number) =>
    lines.slice(from, to + 1).flatMap((line) => (line.kind === 'row' ? [line.row] : []));
  const copied = () => {
    const { block } = selection;
    const of = block ? rowsOf(...block.lines) : rowsOf(0, lines.length - 1);
    const across = block ? shown.slice(block.columns[0], block.columns[1] + 1) : shown;
    const isPart = block !== null && across.length < shown.length;
    announce(
      `Copied ${counted(of.length, 'row')}${isPart ? ` of ${counted(across.length, 'column')}` : ''}. Paste into a spreadsheet.`,
    );
    return blockOfRows(across, of, !isPart, isPart ? undefined : mark);
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
    return exportedTable({ title: caption, subtitle }, shown, lines, definitions);
  };
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
      <div className="table-tools">
        {rows.length > FEW && (
          <label className="filter">
            Filter
            <input
              type="search"
              value={layout.filter}
              onChange={(event) => change({ filter: event.target.value })}
              aria-label={`Filter ${caption}`}
            />
          </label>
        )}
        {views.length > 0 && (
          <label className="filter">
            View
            <select
              value=""
              aria-label={`View of ${caption}`}
              onChange={({ target }) => {
                const view = views.find(({ name }) => name === target.value);
                if (view) apply(view.layout);
              }}
            >
              <option value="">Choose…</option>
              {views.map(({ name }) => (
                <option key={name}>{name}</option>
              ))}
            </select>
          </label>
        )}
        <span role="status">
          {count === rows.length ? '' : `${decimal(count, 0)} of `}
          {counted(rows.length, 'row')}
        </span>
        <span>
          {tools}{' '}
          <Button aria-label={`Arrange ${caption}`} onClick={() => setArranging(true)}>
            Arrange
          </Button>{' '}
          <Button onClick={() => copyBlock(copied())}>Copy</Button>{' '}
          <ExportOrPrint
            caption={caption}
            table={exported}
            onPrint={() => section.current && printAlone(section.current)}
          />
        </span>
      </div>
      <div className={`table-scroll ${isLong ? 'table-scroll--long' : ''}`} ref={scroll}>
        <table
          className={`table ${widths ? 'table--widths' : ''}`}
          aria-rowcount={lines.length + 1}
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
          <thead>
            <tr aria-rowindex={1}>
              {shown.map(({ key, title, number, means }) => {
                const sorted = layout.sort?.column === key ? layout.sort : null;
                return (
                  <th
                    key={key}
                    scope="col"
                    title={means}
                    className={number ? 'number' : undefined}
                    aria-sort={sorted ? (sorted.down ? 'descending' : 'ascending') : undefined}
                  >
                    <button type="button" onClick={() => sortBy(key)}>
                      {title}
                      <span aria-hidden="true">{sorted ? (sorted.down ? ' ▼' : ' ▲') : ''}</span>
                    </button>
                  </th>
                );
              })}
            </tr>
          </thead>
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
                    sums={sumTexts(shown, line.rows)}
                    columns={shown}
                    index={index}
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
                  measure={measure}
                />
              );
            })}
            {below > 0 && <tr aria-hidden="true" style={{ height: below }} />}
          </tbody>
          {footer && !isArranged ? (
            <tfoot>{footer}</tfoot>
          ) : hasSums && count > 1 ? (
            <tfoot>
              <SumLine sums={sums} columns={shown} what={`All ${counted(count, 'row')}`} />
            </tfoot>
          ) : null}
        </table>
      </div>
      {lines.length > LONG && (
        <p className="not-printed">
          {all
            ? `All ${counted(count, 'row')} are drawn. `
            : 'Rows are drawn as they come into view; on paper all of them are. '}
          <Button onClick={() => setAll(!all)}>
            {all ? 'Draw those in view' : `Show all ${counted(count, 'row')}`}
          </Button>
        </p>
      )}
      {definitions.length > 0 && (
        <dl className="printed-only definitions">
          {definitions.map(({ term, meaning }) => (
            <div key={term}>
              <dt>{term}</dt>
              <dd>{meaning}</dd>
            </div>
          ))}
        </dl>
      )}
      {arranging && (
        <ArrangeDialog
          caption={caption}
          ordered={ordered}
          groupable={groupable(columns, rows)}
          definitions={definitions}
          layout={layout}
          views={views}
          onChange={change}
          onKeep={(view) => void keep(view)}
          onRemove={(name) => void remove(name)}
          onClose={() => setArranging(false)}
        />
      )}
    </div>
  );
}
