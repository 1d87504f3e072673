import type { GapPosition, GapShown } from '#contract';
import { percentText, wteText } from '../../../components/numbers.ts';
import { type Behind, columns, type GapColumn, type GapTableRow, tableRows, type View } from './rows.ts';
import { DrawnTable } from '../../../components/DrawnTable.tsx';
import { positionMeans } from '../../../components/position-words.ts';
import { HeadingWithTerm } from '../../../components/Term.tsx';

interface GapTableProps {
  gap: GapShown;
  view: View;
  onRows: (behind: Behind) => void;
}

const titles: Record<View, string> = {
  unit: 'By unit and staff group',
  line: 'By unit, staff group and band',
  band: 'By staff group and band',
};

const means = [
  { term: 'Required', meaning: positionMeans.required },
  { term: 'Funded', meaning: positionMeans.funded },
  { term: 'In post', meaning: positionMeans.inPost },
  { term: 'Available', meaning: positionMeans.available },
  { term: 'Vacancy', meaning: positionMeans.vacancy },
  { term: 'Vacancy rate', meaning: positionMeans.vacancyRate },
  { term: 'Net and gross', meaning: 'Net adds up all lines; gross adds up only those that are short.' },
];

/** Every figure by unit, staff group and band; each opens the rows that it is made of. */
export function GapTable({ gap, view, onRows }: GapTableProps) {
  const rows = tableRows(gap, view);
  return (
    <>
      <h2>{titles[view]}</h2>
      <DrawnTable
        caption="Required, funded, in post, available and the gaps, in WTE"
        className="table table--dense"
        definitions={means}
      >
        <thead>
          <tr>
            <th scope="col">{view === 'band' ? 'Staff group and band' : 'Unit and staff group'}, WTE</th>
            {columns.map(({ measure, title }) => (
              <th scope="col" className="number number--head" key={measure}>
                <HeadingWithTerm>{title}</HeadingWithTerm>
              </th>
            ))}
            <th scope="col" className="number number--head">
              <HeadingWithTerm>Vacancy rate</HeadingWithTerm>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows
            .filter(({ kind }) => kind !== 'total')
            .map((row) => (
              <TableRow key={row.key} row={row} onRows={onRows} />
            ))}
        </tbody>
        <tfoot>
          {rows
            .filter(({ kind }) => kind === 'total')
            .map((row) => (
              <TableRow key={row.key} row={row} onRows={onRows} />
            ))}
          <Gross gap={gap} onRows={onRows} />
        </tfoot>
      </DrawnTable>
    </>
  );
}

const classes = { unit: 'table__group', row: 'table__under', total: 'table__total' };

function TableRow({ row, onRows }: { row: GapTableRow; onRows: GapTableProps['onRows'] }) {
  const { position, title, scope, kind } = row;
  return (
    <tr className={classes[kind]}>
      <th scope="row">{title}</th>
      {columns.map((column) => (
        <Cell key={column.measure} column={column} position={position} title={title} scope={scope} onRows={onRows} />
      ))}
      <td className="number">
        {position.vacancyRate ? (
          <button
            type="button"
            className="link"
            aria-label={`${percentText(position.vacancyRate)}: rows of the vacancy rate, ${title}`}
            onClick={() =>
              onRows({ measure: 'vacancy', title: `Vacancy rate, ${title}`, rate: rateWorked(position), ...scope })
            }
          >
            {percentText(position.vacancyRate)}
          </button>
        ) : (
          '–'
        )}
      </td>
    </tr>
  );
}

/** "vacancy 10.93 ÷ funded 175.60 = 6.22 %". */
function rateWorked({ vacancy, vacancyRate }: GapPosition): string {
  if (vacancyRate === null) return '';
  return `vacancy ${wteText(vacancy.wte)} ÷ funded ${wteText(vacancy.from)} = ${percentText(vacancyRate)}`;
}

interface CellProps {
  column: GapColumn;
  position: GapPosition;
  title: string;
  scope: GapTableRow['scope'];
  onRows: GapTableProps['onRows'];
}

/** A figure as a way to its rows; what was entered by hand beside an import is said under it, not hidden. */
function Cell({ column: { measure, title: name, of }, position, title, scope, onRows }: CellProps) {
  const value = of(position);
  // A sum beside hand entries for some of its bands would compare what is not alike.
  const isLine = scope.unit !== undefined && scope.band !== undefined;
  const beside = measure === 'funded' || measure === 'inPost' ? position[measure] : null;
  if (value === null)
    return (
      <td className="number quiet" title="Not known">
        <span aria-hidden="true">–</span>
        <span className="unseen">not known</span>
      </td>
    );
  return (
    <td className="number">
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
    </td>
  );
}

const differences = ['requiredLessFunded', 'vacancy', 'requiredLessInPost', 'requiredLessAvailable'] as const;

function Gross({ gap: { all }, onRows }: Pick<GapTableProps, 'gap' | 'onRows'>) {
  return (
    <tr className="table__total">
      <th scope="row">All, gross: only what is short</th>
      {columns.map(({ measure, title }) => {
        const key = differences.find((each) => each === measure);
        const gross = key ? all[key].gross : null;
        return (
          <td key={measure} className="number">
            {gross !== null && (
              <button
                type="button"
                className="link"
                aria-label={`${wteText(gross)}: rows of ${title}, gross`}
                onClick={() => onRows({ measure, title: `${title}, gross: only what is short`, gross: true })}
              >
                {wteText(gross)}
              </button>
            )}
          </td>
        );
      })}
      <td className="number">–</td>
    </tr>
  );
}
