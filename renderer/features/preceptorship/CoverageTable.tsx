import type { PreceptorCoverage } from '#contract';
import { type Column, DataTable } from '../../components/DataTable.tsx';
import { Status } from '../../components/Status.tsx';
import { coverageStatus } from './preceptor-words.ts';

const unitText = (unit: string | null) => unit ?? 'No unit entered';
const columns: Column<PreceptorCoverage>[] = [
  { key: 'unit', title: 'Unit', header: true, value: ({ unit }) => unitText(unit) },
  {
    key: 'preceptors',
    title: 'Prepared preceptors',
    number: true,
    value: ({ preceptors }) => preceptors,
    means: 'Preceptors of the unit on the register whose preparation is done.',
  },
  {
    key: 'places',
    title: 'Places',
    number: true,
    value: ({ places }) => places,
    means: 'Preceptees that they may have at once, by their limits.',
  },
  { key: 'load', title: 'Taken', number: true, value: ({ load }) => load, means: 'Preceptees whom they have.' },
  { key: 'spare', title: 'To spare', number: true, value: ({ spare }) => spare, means: 'Places less taken.' },
  {
    key: 'preceptees',
    title: 'Preceptees',
    number: true,
    value: ({ preceptees }) => preceptees,
    means: 'Preceptees of the unit in a programme or about to start.',
  },
  {
    key: 'without',
    title: 'Without a preceptor',
    number: true,
    value: ({ withoutPreceptor }) => withoutPreceptor,
    means: 'Of these, those for whom nobody is named.',
  },
  {
    key: 'status',
    title: 'Status',
    value: (unit) => coverageStatus(unit).word,
    show: (unit) => <Status {...coverageStatus(unit)} />,
    means: 'Whether the places to spare reach for those without a preceptor.',
  },
];

/** Prepared preceptors and their places beside the preceptees of each unit. */
export function CoverageTable({ units, all }: { units: PreceptorCoverage[]; all: PreceptorCoverage }) {
  return (
    <div className="people-table">
      <DataTable
        caption="Coverage by unit"
        columns={columns}
        rows={units}
        rowKey={({ unit }) => unit ?? ''}
        footer={
          <tr className="table__total">
            <th scope="row">All units</th>
            {[all.preceptors, all.places, all.load, all.spare, all.preceptees, all.withoutPreceptor].map(
              (value, place) => (
                <td key={columns[place + 1]?.key} className="number">
                  {value}
                </td>
              ),
            )}
            <td>
              <Status {...coverageStatus(all)} />
            </td>
          </tr>
        }
      />
    </div>
  );
}
