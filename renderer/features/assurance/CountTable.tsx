import type { CountCell, MonthlyCounts } from '#contract';
import { type Column, DataTable } from '../../components/DataTable.tsx';
import { percentText } from '../../components/numbers.ts';

interface CountTableProps {
  counts: MonthlyCounts;
  /** Only the red flags together. */
  flagsAlone?: boolean;
}

interface CountLine {
  name: string;
  /** Counts by month and of all; or one-to-one care, births with it of all births. */
  cells: readonly CountCell[] | MonthlyCounts['oneToOne']['cells'];
  strong?: boolean;
}

const lineOf = ({ name, cells, total }: MonthlyCounts['rows'][number]): CountLine => ({
  name,
  cells: [...cells, total],
});

/** Counts by month, quarter or half year: to read, not to enter. */
export function CountTable({ counts, flagsAlone = false }: CountTableProps) {
  const { columns, rows, flags, oneToOne } = counts;
  const allFlags: CountLine = { name: 'All red flags', cells: [...flags.cells, flags.total], strong: true };
  const lines: CountLine[] = flagsAlone
    ? [allFlags]
    : [
        ...rows.filter(({ source }) => source !== 'counted').map(lineOf),
        allFlags,
        ...rows.filter(({ source }) => source === 'counted').map(lineOf),
        { name: 'One-to-one care', cells: [...oneToOne.cells, oneToOne.total], strong: true },
      ];
  const heads = [...columns, { key: 'all', title: 'All' }];
  const shown: Column<CountLine>[] = [
    {
      key: 'counted',
      title: 'Counted',
      header: true,
      value: ({ name }) => name,
      show: ({ name, strong }) => (strong ? <strong>{name}</strong> : name),
      means:
        'Red flags as they were raised, and births. One-to-one care: births with one-to-one care in established labour ÷ births of which it is known.',
    },
    ...heads.map(
      ({ key, title }, at): Column<CountLine> => ({
        key,
        title,
        means: 'Of all units in view together.',
        number: true,
        value: ({ cells }) => valueOf(cells[at]),
        show: ({ cells }) => <Shown cell={cells[at]} />,
      }),
    ),
  ];
  return (
    <DataTable
      className="table--dense"
      caption="Red flags, one-to-one care and births"
      columns={shown}
      rows={lines}
      rowKey={({ name }) => name}
      definitions={[{ term: '*', meaning: 'Not every unit has entered the month yet.' }]}
    />
  );
}

type Cell = CountLine['cells'][number];

function valueOf(cell: Cell | undefined): number | null {
  if (cell === undefined) return null;
  if ('count' in cell) return cell.count;
  return cell.denominator === 0 ? null : cell.numerator / cell.denominator;
}

function Shown({ cell }: { cell: Cell | undefined }) {
  if (cell === undefined) return null;
  if (!('count' in cell)) return percentText(cell);
  const { count, missing } = cell;
  return (
    <>
      {count === null ? '–' : count.toLocaleString('en-GB')}
      {count !== null && missing > 0 && (
        <span title={`${missing} unit months not entered yet`}>
          <span aria-hidden="true"> *</span>
          <span className="unseen">, {missing} unit months not entered yet</span>
        </span>
      )}
    </>
  );
}
