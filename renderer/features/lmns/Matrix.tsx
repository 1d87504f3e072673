import type { ReceivedMatrix } from '#contract';
import { Status } from '../../components/Status.tsx';
import { periodText, shortDate, standingKinds } from './words.ts';
import { DrawnTable } from '../../components/DrawnTable.tsx';

interface MatrixProps {
  matrix: ReceivedMatrix;
  onPeriod: (period: string) => void;
  onReceipt: (id: number) => void;
}

const AT_MOST = 5;

/** Trusts by the newest periods, each with what came and whether it came in time. */
export function Matrix({ matrix: { periods, trusts }, onPeriod, onReceipt }: MatrixProps) {
  const from = Math.max(0, periods.length - AT_MOST);
  return (
    <DrawnTable
      caption="Returns by trust and period"
      className="table received-matrix"
      definitions={[
        {
          term: 'A period',
          meaning: 'What came of a trust for the period, and whether it came by the day that the LMNS set.',
        },
      ]}
    >
      <thead>
        <tr>
          <th scope="col">Trust</th>
          {periods.slice(from).map(({ period, title, due }) => (
            <th key={period} scope="col">
              <button type="button" onClick={() => onPeriod(period)}>
                {title}
                <span className="unseen">, change its day: </span>
                <small>{due ? `by ${shortDate(due)}` : 'no day set'}</small>
              </button>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {trusts.map(({ code, name, hasPlanner, cells }) => (
          <tr key={code}>
            <th scope="row">
              {name}
              <small>
                {code}
                {!hasPlanner && ' · fills in the blank workbook'}
              </small>
            </th>
            {cells.slice(from).map(({ period, standing, said, receipt }) => (
              <td key={period}>
                {receipt === null ? (
                  standing ? (
                    <Status kind={standingKinds[standing]} word={said} />
                  ) : (
                    said
                  )
                ) : (
                  <button
                    type="button"
                    className="link"
                    onClick={() => onReceipt(receipt)}
                    aria-label={`${name}, ${periodText(period)}: ${said}`}
                  >
                    {standing ? <Status kind={standingKinds[standing]} word={said} /> : said}
                  </button>
                )}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </DrawnTable>
  );
}
