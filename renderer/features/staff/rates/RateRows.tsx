import { useQuery } from '@tanstack/react-query';
import type { LeaverEvent, SickPerson } from '#contract';
import { planner } from '../../../client/planner.ts';
import { Answered } from '../../../components/Answered.tsx';
import { type Column, DataTable } from '../../../components/DataTable.tsx';
import { Dialog } from '../../../components/Dialog.tsx';
import { MadeLine } from '../../../components/MadeLine.tsx';
import type { Making } from '../../../components/making.ts';
import { dateText, percentText, wteText } from '../../../components/numbers.ts';
import { RowsBehind } from '../RowsBehind.tsx';
import { Heads } from './Heads.tsx';
import { DialogFoot } from '../../../components/DialogFoot.tsx';

export interface Behind {
  of: 'leavers' | 'stability' | 'headsStart' | 'headsEnd' | 'sickness' | 'people';
  title: string;
  /** The figure that they make, and how. */
  value: string;
  making: Making;
  ageBand?: string;
  service?: string;
}

interface RateRowsProps {
  scope: { trust: string; period: { first: string; last: string }; groups: string[] };
  behind: Behind;
  onClose: () => void;
}

/** The rows behind a rate, each with its file, sheet and row, and what became of it. */
export function RateRows({ scope, behind, onClose }: RateRowsProps) {
  const { of, title, ...filter } = behind;
  if (of === 'people')
    return (
      <RowsBehind
        rows={{ title, which: 'in_post', groups: scope.groups, ...filter }}
        on={scope.period.last}
        onClose={onClose}
      />
    );
  return (
    <Dialog title={title} wide onClose={onClose}>
      <MadeLine name={title} value={behind.value} making={behind.making} />
      {of === 'leavers' && <Leavers scope={scope} />}
      {of === 'sickness' && <Sickness scope={scope} />}
      {of === 'stability' && <Heads scope={scope} at="start" />}
      {of === 'headsStart' && <Heads scope={scope} at="start" />}
      {of === 'headsEnd' && <Heads scope={scope} at="end" />}
      <DialogFoot onCancel={onClose} />
    </Dialog>
  );
}

const place = ({ fileName, sheet, row }: { fileName: string; sheet: string; row: number }) =>
  `${fileName}, ${sheet}, row ${row}`;
const whys: Record<NonNullable<LeaverEvent['notCounted']>, string> = {
  bank: 'not counted: bank',
  merged_duplicate: 'not counted: duplicate of a merger',
  not_substantive: 'not counted: not substantive',
  still_in_post: 'not counted: still in post',
  same_person: 'not counted: same person',
};

const leaverColumns: Column<LeaverEvent>[] = [
  { key: 'source', title: 'File and row', value: place, header: true },
  { key: 'name', title: 'Name', value: ({ name, person }) => name ?? person },
  { key: 'position', title: 'Post', value: ({ position }) => position },
  { key: 'unit', title: 'Unit', value: ({ unit }) => unit },
  { key: 'leaving', title: 'Left on', value: ({ leaving }) => leaving, show: ({ leaving }) => dateText(leaving) },
  { key: 'reason', title: 'Reason', value: ({ reason }) => reason ?? 'not given' },
  {
    key: 'counts',
    title: 'Counts',
    value: ({ notCounted }) => (notCounted === null ? 'a leaver' : whys[notCounted]),
    means: 'Whether the row counts in the rate, and why not.',
  },
  {
    key: 'fte',
    title: 'WTE',
    number: true,
    value: ({ fte }) => fte / 100_000,
    show: ({ fte }) => wteText(fte),
    means: 'WTE of the assignment.',
  },
];

function Leavers({ scope }: Pick<RateRowsProps, 'scope'>) {
  const rows = useQuery({
    queryKey: ['leaver rows', scope],
    queryFn: () => planner.staff.leaverEvents({ ...scope, limit: 1000 }),
  });
  return (
    <Answered query={rows}>
      {({ rows: found }) => (
        <>
          <p>A person counts once, and who is still in post, on the bank or a duplicate of a merger does not.</p>
          <DataTable
            caption="Leavers"
            columns={leaverColumns}
            rows={found}
            rowKey={({ batch, row }) => `${batch} ${row}`}
          />
        </>
      )}
    </Answered>
  );
}

const sickColumns: Column<SickPerson>[] = [
  { key: 'name', title: 'Person', value: ({ name, person }) => name ?? person, header: true },
  {
    key: 'episodes',
    title: 'Episodes',
    value: ({ episodes }) =>
      episodes
        .map((each) => `${dateText(each.start)} to ${each.end ? dateText(each.end) : 'open'} (${place(each)})`)
        .join('; '),
    means: 'Days of sickness absence in the period.',
  },
  {
    key: 'lost',
    title: 'WTE days lost',
    number: true,
    value: ({ days }) => days.numerator / 100_000,
    show: ({ days }) => wteText(days.numerator),
    means: 'Calendar days of sickness × WTE.',
  },
  {
    key: 'available',
    title: 'WTE days in post',
    number: true,
    value: ({ days }) => days.denominator / 100_000,
    show: ({ days }) => wteText(days.denominator),
    means: 'Calendar days in post × WTE.',
  },
  {
    key: 'rate',
    title: 'Rate',
    number: true,
    share: true,
    value: ({ days }) => days.numerator / (days.denominator || 1),
    show: ({ days }) => percentText(days),
    means: 'WTE days lost ÷ WTE days in post.',
  },
];

function Sickness({ scope }: Pick<RateRowsProps, 'scope'>) {
  const rows = useQuery({
    queryKey: ['sickness rows', scope],
    queryFn: () => planner.staff.sicknessPeople({ ...scope, limit: 1000 }),
  });
  return (
    <Answered query={rows}>
      {({ rows: found }) => (
        <>
          <p>
            A day counts once for each person. People without a day of sickness are in the days in post and not listed
            here.
          </p>
          <DataTable
            caption="Sickness"
            columns={sickColumns}
            rows={found}
            rowKey={({ person, group }) => `${person} ${group}`}
          />
        </>
      )}
    </Answered>
  );
}
