import type { CountCell, MonthlyCounts } from '#contract';
import { percentText } from '../../components/numbers.ts';

interface CountTableProps {
  counts: MonthlyCounts;
  /** Only the red flags together. */
  flagsAlone?: boolean;
}

/** Counts by month, quarter or half year: to read, not to enter. */
export function CountTable({ counts, flagsAlone = false }: CountTableProps) {
  const { columns, rows, flags, oneToOne } = counts;
  const flagRows = rows.filter(({ source }) => source !== 'counted');
  const others = rows.filter(({ source }) => source === 'counted');
  return (
    <div className="table-scroll">
      <table className="table table--dense">
        <caption className="unseen">Red flags, one-to-one care and births</caption>
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
        <tbody>
          {!flagsAlone &&
            flagRows.map((row) => <Row key={row.key} name={row.name} cells={row.cells} total={row.total} />)}
          <Row name="All red flags" cells={flags.cells} total={flags.total} strong />
          {!flagsAlone &&
            others.map((row) => <Row key={row.key} name={row.name} cells={row.cells} total={row.total} />)}
          {!flagsAlone && (
            <tr className="table__total">
              <th scope="row">One-to-one care</th>
              {[...oneToOne.cells, oneToOne.total].map((rate, index) => (
                <td key={index} className="number">
                  {percentText(rate)}
                </td>
              ))}
            </tr>
          )}
        </tbody>
      </table>
    </div>
  );
}

function Row({
  name,
  cells,
  total,
  strong = false,
}: {
  name: string;
  cells: CountCell[];
  total: CountCell;
  strong?: boolean;
}) {
  return (
    <tr className={strong ? 'table__total' : undefined}>
      <th scope="row">{name}</th>
      {[...cells, total].map(({ count, missing }, index) => (
        <td key={index} className="number">
          {count === null ? '–' : count.toLocaleString('en-GB')}
          {count !== null && missing > 0 && (
            <span title={`${missing} unit months not entered yet`}>
              <span aria-hidden="true"> *</span>
              <span className="unseen">, {missing} unit months not entered yet</span>
            </span>
          )}
        </td>
      ))}
    </tr>
  );
}
