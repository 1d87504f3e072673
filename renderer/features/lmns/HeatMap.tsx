import type { SystemCompile } from '#contract';
import { EmptyState } from '../../components/EmptyState.tsx';
import { Status } from '../../components/Status.tsx';
import { statusText } from './words.ts';
import { DataTable, type Column } from '../../components/DataTable.tsx';

/** Every line over the trusts: a shape, a colour and a word in each cell, and how many of each. */
export function HeatMap({ system, onLine }: { system: SystemCompile; onLine: (reference: string) => void }) {
  const { lines, trusts, title } = system;
  if (lines.length === 0)
    return (
      <EmptyState title="No lines">
        <p>No return of this period has answered a line.</p>
      </EmptyState>
    );
  type Line = (typeof lines)[number];
  const columns: Column<Line>[] = [
    {
      key: 'line',
      title: 'Line',
      header: true,
      value: ({ reference, title: line }) => `${reference} ${line}`,
      show: ({ reference, title: line }) => (
        <button type="button" className="link" onClick={() => onLine(reference)}>
          {reference} {line}
        </button>
      ),
    },
    ...trusts.map(({ code, name, returned }): Column<Line> => {
      const cellOf = ({ cells }: Line) => cells.find(({ trust }) => trust === code);
      return {
        key: code,
        title: returned ? name : `${name}, no return`,
        value: (line) => {
          const cell = cellOf(line);
          return cell?.status ? statusText(cell.status) : cell?.returned ? 'No status' : 'No return';
        },
        look: (line) => {
          const status = cellOf(line)?.status;
          return status ? `heat--${status}` : undefined;
        },
        show: (line) => {
          const cell = cellOf(line);
          return (
            <>
              {cell?.status ? (
                <Status kind={cell.status} word={statusText(cell.status)} />
              ) : (
                <span className="quiet">{cell?.returned ? 'No status' : 'No return'}</span>
              )}
              {cell?.restated && <small className="heat__note"> restated</small>}
            </>
          );
        },
        means: 'The status that the trust gave the line in its return of the period.',
      };
    }),
    {
      key: 'done',
      title: 'On track or done',
      number: true,
      value: ({ counts }) => counts.blue + counts.green,
      show: ({ counts }) =>
        `${counts.blue + counts.green} of ${counts.blue + counts.green + counts.amber + counts.red}`,
      means: 'Trusts whose line is on track or complete, of those that gave it a status.',
    },
  ];
  return (
    <DataTable
      className="table--dense heat-map"
      caption={`Status of each line by trust, ${title}`}
      columns={columns}
      rows={lines}
      rowKey={({ reference }) => reference}
    />
  );
}
