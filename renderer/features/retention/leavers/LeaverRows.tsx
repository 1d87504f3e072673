import type { LeaverRow, RetentionLeavers } from '#contract';
import { type Column, DataTable } from '../../../components/DataTable.tsx';
import { Dialog } from '../../../components/Dialog.tsx';
import { MadeLine } from '../../../components/MadeLine.tsx';
import { leaversMade } from '../figures.ts';
import { dateText, wteText } from '../../../components/numbers.ts';
import { DialogFoot } from '../../../components/DialogFoot.tsx';

/** Which leavers are asked for. */
export interface Which {
  title: string;
  has: (row: LeaverRow) => boolean;
}

const columns: Column<LeaverRow>[] = [
  { key: 'name', title: 'Name', header: true, value: ({ name, person }) => name ?? person },
  { key: 'position', title: 'Post', value: ({ position }) => position },
  { key: 'unit', title: 'Unit', value: ({ unit }) => unit },
  { key: 'leaving', title: 'Left on', value: ({ leaving }) => leaving, show: ({ leaving }) => dateText(leaving) },
  {
    key: 'years',
    title: 'Years here',
    number: true,
    value: ({ years }) => years,
    means: 'Whole years from the start with this employer to the day of leaving.',
  },
  { key: 'age', title: 'Age band', value: ({ ageBand }) => ageBand, means: 'By the list of leavers.' },
  { key: 'reason', title: 'Reason', value: ({ reason }) => reason ?? 'not given' },
  { key: 'destination', title: 'Destination', value: ({ destination }) => destination },
  {
    key: 'fte',
    title: 'WTE',
    number: true,
    sum: 2,
    value: ({ fte }) => fte / 100_000,
    show: ({ fte }) => wteText(fte),
    means: 'WTE of the assignment on leaving.',
  },
  { key: 'place', title: 'File and row', value: ({ fileName, sheet, row }) => `${fileName}, ${sheet}, row ${row}` },
];

/** The leavers behind a figure, each with file, sheet and row. */
export function LeaverRows({ data, which, onClose }: { data: RetentionLeavers; which: Which; onClose: () => void }) {
  const rows = data.rows.filter(which.has);
  return (
    <Dialog title={which.title} wide onClose={onClose}>
      <MadeLine
        name={which.title}
        value={rows.length === 1 ? '1 leaver' : `${rows.length} leavers`}
        making={leaversMade(data).listed(which.title)}
      />
      <DataTable caption={which.title} columns={columns} rows={rows} rowKey={({ batch, row }) => `${batch} ${row}`} />
      <DialogFoot onCancel={onClose} />
    </Dialog>
  );
}
