import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { IncentiveSchemeHead } from '#contract';
import { planner } from '../../client/planner.ts';
import { Choose } from '../../components/Choose.tsx';
import { Answered } from '../../components/Answered.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { DataTable, type Column } from '../../components/DataTable.tsx';
import { DialogFoot } from '../../components/DialogFoot.tsx';

const changes = { added: 'New', removed: 'No longer asked', changed: 'Changed', same: 'Same' } as const;

type Comparison = Awaited<ReturnType<typeof planner.assurance.compareSchemes>>;
const columns: Column<Comparison['requirements'][number]>[] = [
  { key: 'requirement', title: 'Requirement', header: true, value: ({ reference, title }) => `${reference} ${title}` },
  {
    key: 'change',
    title: 'Change',
    value: ({ change }) => changes[change],
    means: 'Of the later year against the earlier one.',
  },
  { key: 'details', title: 'What differs', value: ({ details }) => details.join(' ') },
];

/** What differs between two years of the scheme. */
export function CompareDialog({ schemes, onClose }: { schemes: IncentiveSchemeHead[]; onClose: () => void }) {
  const years = schemes.map(({ year }) => year).sort((a, b) => a - b);
  const [one, setOne] = useState(years[years.length - 2] ?? years[0] ?? 0);
  const [other, setOther] = useState(years[years.length - 1] ?? 0);
  const comparison = useQuery({
    queryKey: ['assurance', 'compare', one, other],
    queryFn: () => planner.assurance.compareSchemes({ one, other }),
  });
  const dayColumns: Column<Comparison['days'][number]>[] = [
    { key: 'what', title: 'What', header: true, value: ({ what }) => what },
    { key: 'one', title: `Year ${one}`, means: 'As the scheme of that year says.', value: (day) => day.one },
    {
      key: 'other',
      title: `Year ${other}`,
      means: 'As the scheme of that year says.',
      value: (day) => day.other,
      show: (day) => (day.differs ? <strong>{day.other}</strong> : day.other),
    },
  ];
  const choice = (label: string, value: number, onYear: (year: number) => void) => (
    <Choose
      title={label}
      value={value}
      choices={years.map((year) => ({ key: year, name: `Year ${year}` }))}
      onChoose={onYear}
    />
  );
  return (
    <Dialog title="Compare years" wide onClose={onClose}>
      <div className="grid-tools">
        {choice('From', one, setOne)}
        {choice('to', other, setOther)}
      </div>
      <Answered query={comparison}>
        {({ days, requirements }) => (
          <>
            <DataTable caption="Days" columns={dayColumns} rows={days} rowKey={({ what }) => what} />
            <DataTable
              caption="Requirements"
              columns={columns}
              rows={requirements}
              rowKey={({ reference }) => reference}
            />
          </>
        )}
      </Answered>
      <DialogFoot onCancel={onClose} />
    </Dialog>
  );
}
