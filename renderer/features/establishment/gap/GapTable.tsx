import { useCallback, useMemo } from 'react';
import type { GapPosition, GapShown } from '#contract';
import { percentText, wteText } from '../../../components/numbers.ts';
import { type Behind, columns as figures, type GapColumn, type GapTableRow, tableRows, type View } from './rows.ts';
import { type Column, DataTable } from '../../../components/DataTable.tsx';
import { positionMeans } from '../../../components/position-words.ts';

interface GapTableProps {
  gap: GapShown;
  view: View;
  onRows: (behind: Behind) => void;
}

const differences = ['requiredLessFunded', 'vacancy', 'requiredLessInPost', 'requiredLessAvailable'] as const;

const titles: Record<View, string> = {
  unit: 'By unit and staff group',
  line: 'By unit, staff group and band',
  band: 'By staff group and band',
};

const definitions = [
  { term: 'Net and gross', meaning: 'Net adds up all lines; gross adds up only those that are short.' },
];

/** What the rows are of, and what they stand below. */
const heads: Record<View, { line: string; under: string }> = {
  unit: { line: 'Staff group', under: 'Unit' },
  line: { line: 'Staff group and band', under: 'Unit' },
  band: { line: 'Band', under: 'Staff group' },
};
const GROSS = 'all, gross';

/** A column of a figure: its WTE, and in the row of all that is short that alone. */
function figureColumn(
  column: GapColumn,
  { all, formulas }: GapShown,
  onRows: GapTableProps['onRows'],
): Column<GapTableRow> {
  const { measure, title, of } = column;
  const key = differences.find((each) => each === measure);
  const gross = key ? all[key].gross : null;
  const wteOf = (wte: number | null) => (wte === null ? null : wte / 100_000);
  return {
    key: measure,
    title,
    number: true,
    means:
      (positionMeans as Partial<Record<string, string>>)[measure] ??
      formulas.find(({ figure }) => figure === measure)?.formula ??
      title,
    value: (row) => wteOf(row.key === GROSS ? gross : of(row.position)),
    show: (row) =>
      row.key === GROSS ? (
        gross !== null && (
          <button
            type="button"
            className="link"
            aria-label={`${wteText(gross)}: rows of ${title}, gross`}
            onClick={() => onRows({ measure, title: `${title}, gross: only what is short`, gross: true })}
          >
            {wteText(gross)}
          </button>
        )
      ) : (
        <Cell column={column} row={row} onRows={onRows} />
      ),
  };
}

/** Every figure by unit, staff group and band; each opens the rows that it is made of. */
export function GapTable({ gap, view, onRows }: GapTableProps) {
  const rows = useMemo(() => tableRows(gap, view), [gap, view]);
  const groupRow = useCallback(
    (column: string, name: string) =>
      column === 'under' ? rows.find(({ kind, under }) => kind === 'unit' && under === name) : undefined,
    [rows],
  );
  const { line, under } = heads[view];
  const columns = useMemo(
    (): Column<GapTableRow>[] => [
      {
        key: 'line',
        title: line,
        unit: 'WTE',
        header: true,
        value: ({ title }) => title,
        means: 'Of whom the figures are.',
      },
      {
        key: 'under',
        title: under,
        value: (row) => row.under,
        inOrder: rows.filter(({ kind }) => kind === 'unit').map((row) => row.under),
        means: 'What the figures of the row belong to.',
      },
      ...(view === 'line'
        ? [
            { key: 'group', title: 'Staff group', value: ({ groupName }: GapTableRow) => groupName ?? null },
            { key: 'band', title: 'Band', value: ({ band }: GapTableRow) => band ?? null },
          ]
        : []),
      ...figures.map((column) => figureColumn(column, gap, onRows)),
      {
        key: 'vacancyRate',
        title: 'Vacancy rate',
        number: true,
        share: true,
        value: ({ key, position: { vacancyRate } }) =>
          vacancyRate === null || key === GROSS ? null : vacancyRate.numerator / vacancyRate.denominator,
        show: (row) => <RateCell row={row} onRows={onRows} />,
        means: positionMeans.vacancyRate,
      },
    ],
    [gap, view, rows, line, under, onRows],
  );
  return (
    <>
      <h2>{titles[view]}</h2>
      <DataTable
        key={view}
        caption="Required, funded, in post, available and the gaps, in WTE"
        className="table--dense gap-table"
        columns={columns}
        rows={rows.filter(({ kind }) => kind === 'row')}
        rowKey={({ key }) => key}
        hidden={['under', 'group', 'band']}
        group="under"
        groupRow={groupRow}
        totals={[
          ...rows.filter(({ kind }) => kind === 'total'),
          {
            key: GROSS,
            kind: 'total',
            title: 'All, gross: only what is short',
            under: '',
            position: gap.all,
            scope: {},
          },
        ]}
        definitions={definitions}
      />
    </>
  );
}

function RateCell({
  row: { key, position, title, scope },
  onRows,
}: {
  row: GapTableRow;
  onRows: GapTableProps['onRows'];
}) {
  const { vacancyRate } = position;
  if (vacancyRate === null || key === GROSS) return '–';
  return (
    <button
      type="button"
      className="link"
      aria-label={`${percentText(vacancyRate)}: rows of the vacancy rate, ${title}`}
      onClick={() =>
        onRows({ measure: 'vacancy', title: `Vacancy rate, ${title}`, rate: rateWorked(position), ...scope })
      }
    >
      {percentText(vacancyRate)}
    </button>
  );
}

/** "vacancy 10.93 ÷ funded 175.60 = 6.22 %". */
function rateWorked({ vacancy, vacancyRate }: GapPosition): string {
  if (vacancyRate === null) return '';
  return `vacancy ${wteText(vacancy.wte)} ÷ funded ${wteText(vacancy.from)} = ${percentText(vacancyRate)}`;
}

interface CellProps {
  column: GapColumn;
  row: GapTableRow;
  onRows: GapTableProps['onRows'];
}

/** A figure as a way to its rows; what was entered by hand beside an import is said under it, not hidden. */
function Cell({ column: { measure, title: name, of }, row: { position, title, scope }, onRows }: CellProps) {
  const value = of(position);
  // A sum beside hand entries for some of its bands would compare what is not alike.
  const isLine = scope.unit !== undefined && scope.band !== undefined;
  const beside = measure === 'funded' || measure === 'inPost' ? position[measure] : null;
  if (value === null)
    return (
      <span className="quiet" title="Not known">
        <span aria-hidden="true">–</span>
        <span className="unseen">not known</span>
      </span>
    );
  return (
    <>
      <button
        type="button"
        className={`link ${value < 0 ? 'link--negative' : ''}`}
        aria-label={`${wteText(value)}: rows of ${name}, ${title}`}
        onClick={() => onRows({ measure, title: `${name}, ${title}`, ...scope })}
      >
        {wteText(value)}
      </button>
      {beside?.origin === 'hand' && <small className="by-hand">by hand</small>}
      {beside?.byHand != null && (
        <small className="by-hand">{isLine ? `by hand ${wteText(beside.byHand)}` : 'hand entry too'}</small>
      )}
    </>
  );
}
