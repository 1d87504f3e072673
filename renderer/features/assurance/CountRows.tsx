import { useQuery } from '@tanstack/react-query';
import type { ReadCount } from '#contract';
import { planner } from '../../client/planner.ts';
import { useTrust } from '../../client/trust.ts';
import { Answered } from '../../components/Answered.tsx';
import { type Column, DataTable } from '../../components/DataTable.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { monthText } from './months.ts';
import { DialogFoot } from '../../components/DialogFoot.tsx';

const columns: Column<ReadCount>[] = [
  {
    key: 'source',
    title: 'File and row',
    value: ({ fileName, sheet, row }) => `${fileName}, ${sheet}, row ${row}`,
    header: true,
  },
  { key: 'month', title: 'Month', value: ({ month }) => month, show: ({ month }) => monthText(month) },
  { key: 'unit', title: 'Unit', value: ({ unit }) => unit },
  { key: 'name', title: 'Counted', value: ({ name }) => name },
  {
    key: 'count',
    title: 'File says',
    number: true,
    value: ({ count }) => count,
    means: 'The count of the row in the imported file.',
  },
  {
    key: 'byHand',
    title: 'Entered by hand, counts instead',
    number: true,
    value: ({ byHand }) => byHand,
    means: 'Where a count was typed for the unit and month, it counts in place of the file’s.',
  },
];

interface CountRowsProps {
  unit: number | null;
  unitName: string;
  first: string;
  last: string;
  onClose: () => void;
}

/** The rows of files behind the counts that are shown. */
export function CountRows({ unit, unitName, first, last, onClose }: CountRowsProps) {
  const trust = useTrust().code;
  const rows = useQuery({
    queryKey: ['assurance', trust, 'count rows', unit, first, last],
    queryFn: () => planner.assurance.countRows({ trust, unit, first, last }),
  });
  return (
    <Dialog title={`Where the counts of ${unitName} were read`} wide onClose={onClose}>
      <Answered query={rows}>
        {(found) =>
          found.length === 0 ? (
            <p>No file has counts of these months: they were entered by hand, or are not known.</p>
          ) : (
            <DataTable
              caption="Rows of files behind the counts"
              columns={columns}
              rows={found}
              rowKey={({ batch, row, month, counted }) => `${batch} ${row} ${month} ${counted}`}
            />
          )
        }
      </Answered>
      <DialogFoot onCancel={onClose} />
    </Dialog>
  );
}
