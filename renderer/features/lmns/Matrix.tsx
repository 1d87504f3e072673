import type { ReceivedMatrix } from '#contract';
import { type Column, DataTable } from '../../components/DataTable.tsx';
import { Status } from '../../components/Status.tsx';
import { periodText, shortDate, standingKinds } from './words.ts';

interface MatrixProps {
  matrix: ReceivedMatrix;
  onPeriod: (period: string) => void;
  onReceipt: (id: number) => void;
}

type Trust = ReceivedMatrix['trusts'][number];
/** Earlier periods are left out until they are asked for. */
const AT_FIRST = 5;

/** Trusts by period, each with what came and whether it came in time. */
export function Matrix({ matrix: { periods, trusts }, onPeriod, onReceipt }: MatrixProps) {
  const columns: Column<Trust>[] = [
    {
      key: 'trust',
      title: 'Trust',
      header: true,
      value: ({ name }) => name,
      show: ({ code, name, hasPlanner }) => (
        <>
          {name}
          <small>
            {code}
            {!hasPlanner && ' · fills in the blank workbook'}
          </small>
        </>
      ),
    },
    ...periods.map(
      ({ period, title, due }, at): Column<Trust> => ({
        key: period,
        title,
        value: ({ cells }) => cells[at]?.said ?? null,
        show: (trust) => <Cell trust={trust} at={at} onReceipt={onReceipt} />,
        below: (
          <button type="button" className="link" onClick={() => onPeriod(period)}>
            {due ? `by ${shortDate(due)}` : 'no day set'}
            <span className="unseen">, change the day of {title}</span>
          </button>
        ),
        means: 'What came of a trust for the period, and whether it came by the day that the LMNS set.',
      }),
    ),
  ];
  return (
    <DataTable
      caption="Returns by trust and period"
      className="received-matrix"
      columns={columns}
      rows={trusts}
      rowKey={({ code }) => code}
      hidden={periods.slice(0, Math.max(0, periods.length - AT_FIRST)).map(({ period }) => period)}
    />
  );
}

/** What came of a trust for a period; it opens what was received. */
function Cell({ trust, at, onReceipt }: { trust: Trust; at: number; onReceipt: (id: number) => void }) {
  const cell = trust.cells[at];
  if (!cell) return null;
  const { period, standing, said, receipt } = cell;
  const told = standing ? <Status kind={standingKinds[standing]} word={said} /> : said;
  if (receipt === null) return told;
  return (
    <button
      type="button"
      className="link"
      onClick={() => onReceipt(receipt)}
      aria-label={`${trust.name}, ${periodText(period)}: ${said}`}
    >
      {told}
    </button>
  );
}
