import { useMemo } from 'react';
import type { Appointee } from '#contract';
import { Button } from '../../components/Button.tsx';
import { type Column, DataTable } from '../../components/DataTable.tsx';
import { dateText } from '../../components/numbers.ts';
import { bandText } from './mentor-words.ts';

interface AppointeeTableProps {
  rows: Appointee[];
  months: number;
  onEnter: (appointee: Appointee) => void;
}

/** Who is new in a senior band by the staff lists and not entered yet. */
export function AppointeeTable({ rows, months, onEnter }: AppointeeTableProps) {
  const columns = useMemo<Column<Appointee>[]>(
    () => [
      { key: 'name', title: 'Name', header: true, value: ({ name, person }) => name ?? person },
      { key: 'band', title: 'Band', value: ({ band }) => band, show: ({ band }) => bandText(band) },
      {
        key: 'before',
        title: 'Before',
        value: ({ bandBefore }) => (bandBefore === null ? 'not in this trust' : bandText(bandBefore)),
        means: 'The band on the staff list before the appointment.',
      },
      { key: 'post', title: 'Post', value: ({ post }) => post },
      { key: 'unit', title: 'Unit', value: ({ unit }) => unit },
      {
        key: 'since',
        title: 'Since',
        value: ({ appointed }) => appointed,
        show: ({ appointed }) => dateText(appointed),
        means: 'The day of the appointment.',
      },
      {
        key: 'act',
        title: 'Action',
        acts: true,
        value: () => null,
        show: (appointee) => (
          <Button aria-label={`Enter ${appointee.name ?? appointee.person}`} onClick={() => onEnter(appointee)}>
            Enter
          </Button>
        ),
      },
    ],
    [onEnter],
  );
  return (
    <>
      <h2>On the staff list and not entered yet</h2>
      <p>
        Midwives who started in Band 7 or 8, or rose to it, within {months} months by the staff lists that are held.
        “Since” is the start of the assignment: correct it where the appointment was on another day.
      </p>
      <div className="people-table">
        <DataTable caption="Not entered yet" columns={columns} rows={rows} rowKey={({ person }) => person} />
      </div>
    </>
  );
}
