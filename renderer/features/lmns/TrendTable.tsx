import type { Series } from '../../components/LineChart.tsx';

interface TrendTableProps {
  points: string[];
  series: Series[];
  text: (value: number) => string;
}

/** What a chart draws, as a table: a row for each line of it. */
export function TrendTable({ points, series, text }: TrendTableProps) {
  return (
    <div className="table-scroll">
      <table className="table table--dense">
        <caption className="unseen">By period</caption>
        <thead>
          <tr>
            <th scope="col">What</th>
            {points.map((point) => (
              <th key={point} scope="col" className="number">
                {point}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {series.map(({ name, values }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              {values.map((value, index) => (
                <td key={points[index]} className="number">
                  {value === null || value === undefined ? 'not shown' : text(value)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
