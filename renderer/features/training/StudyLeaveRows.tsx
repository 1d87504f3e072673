import { useQuery } from '@tanstack/react-query';
import type { StudyLeaveRow } from '#contract';
import { planner } from '../../client/planner.ts';
import { useTrust } from '../../client/trust.ts';
import { Answered } from '../../components/Answered.tsx';
import { type Column, DataTable } from '../../components/DataTable.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { hoursText } from '../../components/numbers.ts';
import { shortDay } from './words.ts';
import { DialogFoot } from '../../components/DialogFoot.tsx';

const columns: Column<StudyLeaveRow>[] = [
  { key: 'date', title: 'Day', header: true, value: ({ date }) => date, show: ({ date }) => shortDay(date) },
  { key: 'who', title: 'Who', value: ({ name, person }) => name ?? person ?? 'nobody named' },
  { key: 'unit', title: 'Unit', value: ({ unit }) => unit },
  {
    key: 'kind',
    title: 'On the roster as',
    value: ({ kind }) => (kind === 'leave' ? 'Study leave' : 'Duty'),
    means: 'Study leave, or a duty that counts as study.',
  },
  { key: 'reason', title: 'Reason or shift', value: ({ reason }) => reason },
  {
    key: 'hours',
    title: 'Hours',
    sum: 2,
    number: true,
    value: ({ minutes }) => minutes / 60,
    show: ({ minutes }) => hoursText(minutes),
    means: 'Hours of the row that count.',
  },
  { key: 'file', title: 'File', value: ({ fileName, row }) => `${fileName}, row ${row}` },
];

/** The rows of rosters behind the study of a month. */
export function StudyLeaveRows({ month, unit, onClose }: { month: string; unit?: string; onClose: () => void }) {
  const trust = useTrust().code;
  const asked = { trust, month, ...(unit === undefined ? {} : { unit }) };
  const rows = useQuery({
    queryKey: ['study leave rows', asked],
    queryFn: () => planner.training.studyLeaveRows(asked),
  });
  return (
    <Dialog
      title={`Study in ${shortDay(`${month}-01`).replace(/^1 /, '')}: ${unit ?? 'all units'}`}
      wide
      onClose={onClose}
    >
      <Answered query={rows}>
        {(answer) => (
          <DataTable
            caption="Rows behind the hours of study"
            columns={columns}
            rows={answer}
            rowKey={({ fileName, kind, row }) => `${fileName} ${kind} ${row}`}
          />
        )}
      </Answered>
      <DialogFoot onCancel={onClose} />
    </Dialog>
  );
}
