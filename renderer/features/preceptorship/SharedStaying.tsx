import type { Staying, SharedStayingGroup } from '#contract';
import { groups } from './staying-words.ts';
import { Definitions } from '../../components/Definitions.tsx';

const columns = {
  people: 'People',
  meetings: 'Meetings on time',
  supernumerary: 'Supernumerary hours',
  at12: 'In post at 12 months',
  at24: 'In post at 24 months',
} satisfies Partial<Record<keyof SharedStayingGroup, string>>;
const keys = Object.keys(columns) as (keyof typeof columns)[];

/** What is printed in place of the figures of the screen: the same as what is exported, without small counts. */
export function SharedStaying({ data: { shared, by, smallNumber, formulas } }: { data: Staying }) {
  const cells = (row: SharedStayingGroup) => (
    <>
      <th scope="row">{row.name}</th>
      {keys.map((key) => (
        <td key={key} className="number">
          {row[key]}
        </td>
      ))}
    </>
  );
  return (
    <div className="printed-only" data-leaves-trust>
      <table className="table table--dense">
        <caption className="unseen">Support and staying in post, as it may leave the trust</caption>
        <thead>
          <tr>
            <th scope="col">{groups[by]}</th>
            {keys.map((key) => (
              <th key={key} scope="col" className="number">
                {columns[key]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shared.rows.map((row) => (
            <tr key={row.name}>{cells(row)}</tr>
          ))}
        </tbody>
        <tfoot>
          <tr className="table__total">{cells(shared.all)}</tr>
        </tfoot>
      </table>
      <p>
        Counts from 1 to {smallNumber - 1}, and what they could be worked out from, are left out: “not shown” and “fewer
        than {smallNumber}”.
      </p>
      <Definitions items={formulas.map(({ figure, formula }) => ({ term: figure, meaning: formula }))} />
    </div>
  );
}
