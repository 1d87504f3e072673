import { useQuery } from '@tanstack/react-query';
import type { FigureRow } from '#contract';
import { planner } from '../../client/planner.ts';
import { Answered } from '../../components/Answered.tsx';
import { type Column, DataTable } from '../../components/DataTable.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { DialogFoot } from '../../components/DialogFoot.tsx';
import { MadeLine } from '../../components/MadeLine.tsx';
import type { Making } from '../../components/making.ts';

/** A figure whose rows are wanted: its names from the outside in, what it is, and how it was made. */
export interface Figured {
  figure: string[];
  title: string;
  value: string;
  making: Making;
}

export interface Behind extends Figured {
  of: 'roster' | 'bookings';
}

const clock = (minutes: number) =>
  `${String(Math.floor(minutes / 60) % 24).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
const span = (times: FigureRow['planned']) => (times ? `${clock(times.start)} to ${clock(times.end)}` : '');

const columns: Column<FigureRow>[] = [
  {
    key: 'source',
    title: 'File and row',
    value: (row) =>
      `${row.fileName}${row.sheet ? `, ${row.sheet}` : ''}, row ${row.row}${row.given ? ` (${row.given})` : ''}`,
    header: true,
  },
  { key: 'date', title: 'Date', value: (row) => row.date },
  { key: 'unit', title: 'Unit', value: (row) => row.unit },
  { key: 'who', title: 'Who', value: (row) => [row.name, row.person].filter(Boolean).join(', ') },
  { key: 'band', title: 'Band', value: (row) => row.band },
  { key: 'what', title: 'What', value: (row) => row.what },
  { key: 'planned', title: 'Planned', value: (row) => span(row.planned), means: 'The duty as it was planned.' },
  { key: 'actual', title: 'Actual', value: (row) => span(row.actual), means: 'The duty as it was worked.' },
  {
    key: 'part',
    title: 'Part',
    value: (row) => (row.part === 'numerator' ? 'above the line' : 'below the line'),
    means: 'Above or below the line of the figure’s division.',
  },
  {
    key: 'counts',
    title: 'Minutes or count',
    value: (row) => row.counts,
    number: true,
    means: 'What the row adds to that part.',
  },
];

/** How a figure was made, and every row in it with the file and row that it came from. */
export function RowsDialog({
  scope,
  behind,
  onClose,
}: {
  scope: { trust: string; period?: { first: string; last: string } };
  behind: Behind;
  onClose: () => void;
}) {
  const { of, figure, title, value, making } = behind;
  const rows = useQuery({
    queryKey: ['roster rows', scope, of, figure],
    queryFn: () => planner.rosters.rows({ ...scope, of, figure, limit: 1000 }),
  });
  return (
    <Dialog title={title} wide onClose={onClose}>
      <Answered query={rows}>
        {({ total, rows: found }) => (
          <>
            <MadeLine name={title} value={value} making={making} />
            {total > found.length && (
              <p>
                The first {found.length.toLocaleString('en-GB')} of {total.toLocaleString('en-GB')} rows. Choose a
                shorter period to see the others.
              </p>
            )}
            <DataTable
              caption={`Rows of ${title}`}
              columns={columns}
              rows={found}
              rowKey={(row) => `${row.table} ${row.batch} ${row.row} ${row.part}`}
            />
          </>
        )}
      </Answered>
      <DialogFoot onCancel={onClose} />
    </Dialog>
  );
}
