import { useQuery } from '@tanstack/react-query';
import type { StaffListRow } from '#contract';
import { planner } from '../../client/planner.ts';
import { useTrust } from '../../client/trust.ts';
import { Answered } from '../../components/Answered.tsx';
import { type Column, DataTable } from '../../components/DataTable.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { MadeLine } from '../../components/MadeLine.tsx';
import { wteText } from '../../components/numbers.ts';
import type { Rows } from './sums.ts';
import { statusText } from './words.ts';
import { DialogFoot } from '../../components/DialogFoot.tsx';

const columns: Column<StaffListRow>[] = [
  {
    key: 'source',
    title: 'File and row',
    value: ({ fileName, sheet, row, given }) => `${fileName}, ${sheet}, row ${row}${given ? ` (${given})` : ''}`,
    header: true,
  },
  { key: 'name', title: 'Name', value: ({ name, person }) => name ?? person },
  { key: 'position', title: 'Post', value: ({ position }) => position },
  { key: 'unit', title: 'Unit', value: ({ unit }) => unit },
  { key: 'costCentre', title: 'Cost centre', value: ({ costCentre }) => costCentre },
  { key: 'band', title: 'Band', value: ({ band }) => band },
  { key: 'code', title: 'Code', value: ({ occupationCode }) => occupationCode },
  { key: 'status', title: 'Status', value: ({ status }) => statusText(status), means: 'As the staff list says.' },
  {
    key: 'fte',
    title: 'WTE',
    number: true,
    value: ({ fte }) => fte / 100_000,
    show: ({ fte }) => wteText(fte),
    means: 'WTE of the row as it counts.',
  },
];

/** Rows of the staff list behind a figure: they add up to it. */
export function RowsBehind({ rows, on, onClose }: { rows: Rows; on: string; onClose: () => void }) {
  const trust = useTrust().code;
  const { title, value, making, ...filter } = rows;
  const people = useQuery({
    queryKey: ['staff rows', trust, on, filter],
    queryFn: () => planner.staff.people({ trust, on, ...filter, limit: 1000 }),
  });
  return (
    <Dialog title={title} wide onClose={onClose}>
      <Answered query={people}>
        {({ total, rows: found }) => (
          <>
            <MadeLine name={title} value={value} making={making} />
            {total > found.length && (
              <p>
                The first {found.length} of {total} rows. The list of people has them all.
              </p>
            )}
            <DataTable
              caption={`Rows of ${title}`}
              columns={columns}
              rows={found}
              rowKey={({ batch, row }) => `${batch} ${row}`}
              footer={
                <tr className="table__total">
                  <th scope="row" colSpan={columns.length - 1}>
                    All {found.length} rows
                  </th>
                  <td className="number">{wteText(found.reduce((sum, { fte }) => sum + fte, 0))}</td>
                </tr>
              }
            />
          </>
        )}
      </Answered>
      <DialogFoot onCancel={onClose} />
    </Dialog>
  );
}
