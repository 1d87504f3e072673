import { useMemo } from 'react';
import type { TrainingCompliance, TrainingExcluded } from '#contract';
import { type Column, DataTable } from '../../components/DataTable.tsx';
import { nameIn, shortDay, whyText } from './words.ts';

/** Everybody who is not counted, by name, with the reason and its days. */
export function LeftOut({ data, onPerson }: { data: TrainingCompliance; onPerson: (person: string) => void }) {
  const columns = useMemo(
    (): Column<TrainingExcluded>[] => [
      {
        key: 'name',
        title: 'Name',
        header: true,
        value: ({ name, person }) => name ?? person,
        show: ({ name, person }) => (
          <button type="button" className="link" onClick={() => onPerson(person)}>
            {name ?? person}
          </button>
        ),
      },
      { key: 'group', title: 'Staff group', value: ({ group }) => nameIn(data.groups, group) },
      { key: 'unit', title: 'Unit', value: ({ unit }) => unit },
      { key: 'why', title: 'Reason', value: (one) => whyText(one, data.reasons) },
      { key: 'first', title: 'From', value: ({ first }) => first, show: ({ first }) => shortDay(first, 'not stated') },
      { key: 'last', title: 'To', value: ({ last }) => last, show: ({ last }) => shortDay(last, 'open or not stated') },
    ],
    [data, onPerson],
  );
  return (
    <>
      <p>
        These people are in no denominator on this day. The staff list says who is not active, the absences who has been
        sick for longer; open a person to leave somebody out by hand, or to count somebody all the same.
      </p>
      <DataTable caption="People left out" columns={columns} rows={data.excluded} rowKey={({ person }) => person} />
    </>
  );
}
