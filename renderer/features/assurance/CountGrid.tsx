import { type ClipboardEvent, type KeyboardEvent, useRef, useState } from 'react';
import type { CountCell, MonthlyCounts } from '#contract';
import { percentText } from '../../components/numbers.ts';
import { announce } from '../../components/announce.ts';
import { blockOf, placesOf, stepFrom } from './count-cells.ts';
import { CountField } from './CountField.tsx';
import { type TypedCount, useCounts } from './use-counts.ts';
import { DrawnTable } from '../../components/DrawnTable.tsx';

/** What an import says of a count. */
const besideText = (cell: CountCell | undefined) => {
  if (cell === undefined) return null;
  if (cell.besideHand !== null) return `import says ${cell.besideHand}`;
  return cell.fromImport > 0 ? 'imported' : null;
};

interface CountGridProps {
  counts: MonthlyCounts;
  unit: number;
  unitName: string;
}

/** The counts of a unit by month, entered by keyboard alone: arrows move, a block is pasted as from a spreadsheet. */
export function CountGrid({ counts, unit, unitName }: CountGridProps) {
  const { columns, rows, flags, oneToOne } = counts;
  const table = useRef<HTMLTableElement>(null);
  const [notice, setNotice] = useState<string | null>(null);
  const entry = useCounts();
  const cellOf = (row: number, column: number): TypedCount | undefined => {
    const [counted, month] = [rows[row]?.key, columns[column]?.months[0]];
    return counted === undefined || month === undefined ? undefined : { unit, month, counted, text: '' };
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const field = event.target;
    if (!(field instanceof HTMLInputElement)) return;
    const to = stepFrom(event, field, { row: rows.length - 1, column: columns.length - 1 });
    if (!to) return;
    event.preventDefault();
    const next = table.current?.querySelector<HTMLInputElement>(`[data-place="${to.row}:${to.column}"]`);
    next?.focus();
    next?.select();
  };
  const onPaste = (event: ClipboardEvent) => {
    const field = event.target;
    const block = blockOf(event.clipboardData.getData('text/plain'));
    if (!(field instanceof HTMLInputElement) || (block.length === 1 && block[0]?.length === 1)) return;
    event.preventDefault();
    const places = placesOf(block, field.dataset.place ?? '0:0', { row: rows.length, column: columns.length });
    if (places === null)
      return setNotice(
        'The block that was pasted is larger than the room below and to the right of this cell. Nothing was changed.',
      );
    setNotice(null);
    const cells = places.flatMap(({ row, column, text }) => {
      const cell = cellOf(row, column);
      return cell ? [{ ...cell, text }] : [];
    });
    void entry.enter(cells).then((problem) => {
      setNotice(problem);
      if (!problem) announce(`${cells.length} counts are entered.`);
    });
  };
  const groups = [
    { title: 'Red flags', from: 0, rows: rows.filter(({ source }) => source !== 'counted') },
    {
      title: 'Care and births',
      from: rows.findIndex(({ source }) => source === 'counted'),
      rows: rows.filter(({ source }) => source === 'counted'),
    },
  ];

  return (
    <>
      <p className="grid-keys not-printed" id="count-keys">
        {unitName}: type a count for each month, 0 where there was none; leave blank what is not known. Arrow keys,
        Enter and Tab move and save; a block can be pasted from a spreadsheet.
      </p>
      {notice && (
        <p className="note note--wrong" role="alert">
          {notice}
        </p>
      )}
      <DrawnTable
        caption={`Counts of ${unitName} by month`}
        className="table entries assurance__counts"
        table={table}
        onKeyDown={onKeyDown}
        onPaste={onPaste}
        aria-describedby="count-keys"
        definitions={[
          {
            term: 'A month',
            meaning: 'What happened in the unit in the month: 0 where there was none, blank where it is not known.',
          },
          { term: 'imported', meaning: 'The count comes from a file. One that was typed counts in its place.' },
          {
            term: 'One-to-one care',
            meaning: 'Births with one-to-one care in established labour ÷ births of which it is known.',
          },
        ]}
      >
        <thead>
          <tr>
            <th scope="col">Counted</th>
            {columns.map(({ key, title }) => (
              <th key={key} scope="col" className="number">
                {title}
              </th>
            ))}
            <th scope="col" className="number">
              All
            </th>
          </tr>
        </thead>
        {groups.map((group, index) => (
          <tbody key={group.title}>
            {group.rows.map((row, at) => (
              <tr key={row.key}>
                <th scope="row" title={row.meaning}>
                  {row.name}
                  {row.source === 'local' && <span className="entries__default"> own</span>}
                </th>
                {columns.map((column, across) => (
                  <td key={column.key} className="number">
                    <CountField
                      place={`${group.from + at}:${across}`}
                      name={`${row.name}, ${column.title}`}
                      stored={row.cells[across]?.count ?? null}
                      beside={besideText(row.cells[across])}
                      save={(text) => entry.enter([{ unit, month: column.months[0] ?? '', counted: row.key, text }])}
                    />
                  </td>
                ))}
                <td className="number">{row.total.count ?? '–'}</td>
              </tr>
            ))}
            <tr className="table__total">
              <th scope="row">{index === 0 ? 'All red flags' : 'One-to-one care'}</th>
              {index === 0
                ? [...flags.cells, flags.total].map(({ count }, cell) => (
                    <td key={cell} className="number">
                      {count ?? '–'}
                    </td>
                  ))
                : [...oneToOne.cells, oneToOne.total].map((rate, cell) => (
                    <td key={cell} className="number">
                      {percentText(rate)}
                    </td>
                  ))}
            </tr>
          </tbody>
        ))}
      </DrawnTable>
    </>
  );
}
