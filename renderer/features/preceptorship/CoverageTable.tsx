import type { PreceptorCoverage } from '#contract';
import { type Column, DataTable } from '../../components/DataTable.tsx';
import { Status } from '../../components/Status.tsx';
import { coverageStatus } from './preceptor-words.ts';

const unitText = (unit: string | null) => unit ?? 'No unit entered';
const columns: Column<PreceptorCoverage>[] = [
  { key: 'unit', title: 'Unit', header: true, value: ({ unit }) => unitText(unit) },
  { key: 'preceptors', title: 'Prepared preceptors', number: true, value: ({ preceptors }) => preceptors },
  { key: 'places', title: 'Places', number: true, value: ({ places }) => places },
  { key: 'load', title: 'Taken', number: true, value: ({ load }) => load },
  { key: 'spare', title: 'To spare', number: true, value: ({ spare }) => spare },
  { key: 'preceptees', title: 'Preceptees', number: true, value: ({ preceptees }) => preceptees },
  { key: 'without', title: 'Without a preceptor', number: true, value: ({ withoutPreceptor }) => withoutPreceptor },
  {
    key: 'status',
    title: 'Status',
    value: (unit) => coverageStatus(unit).word,
    show: (unit) => <Status {...coverageStatus(unit)} />,
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
