import type { ContinuityBlock } from '#contract';
import { planner } from '../../../client/planner.ts';
import { useAct } from '../../../client/queries.ts';
import { useTrust } from '../../../client/trust.ts';
import { Status } from '../../../components/Status.tsx';
import { type EntryColumn, EntryTable } from '../../../components/EntryTable.tsx';

const statuses = [
  { value: '', name: 'not said' },
  { value: 'not_started', name: 'not started' },
  { value: 'under_way', name: 'under way' },
  { value: 'in_place', name: 'in place' },
];
const marks = {
  not_started: <Status kind="blue" word="Not started" />,
  under_way: <Status kind="amber" word="Under way" />,
  in_place: <Status kind="green" word="In place" />,
};

const columns: EntryColumn<ContinuityBlock>[] = [
  { key: 'name', title: 'Building block', show: ({ name }) => name },
  {
    key: 'mark',
    title: 'Stands',
    means: 'How far the building block of continuity of carer is, as shape and word.',
    value: ({ status }) => statuses.find(({ value }) => value === status)?.name ?? null,
    inOrder: statuses.map(({ name }) => name),
    show: ({ status }) => (status ? marks[status] : '–'),
  },
  {
    key: 'status',
    title: 'Status',
    means: 'As the trust judges it.',
    text: ({ status }) => status ?? '',
    options: () => statuses,
    inOrder: statuses.map(({ name }) => name),
  },
  { key: 'date', title: 'On', date: true, text: ({ date }) => date ?? '' },
  { key: 'note', title: 'Note', wide: true, text: ({ note }) => note },
];

/** The building blocks of continuity of carer, with how far each is. */
export function BlocksTable({ blocks }: { blocks: readonly ContinuityBlock[] }) {
  const trust = useTrust().code;
  const set = useAct(
    ({ block, change }: { block: string; change: Partial<Pick<ContinuityBlock, 'status' | 'date' | 'note'>> }) =>
      planner.establishment.setContinuityBlock({ trust, block, ...change }),
    ({ label }) => label && `Saved: ${label}`,
  );
  return (
    <section>
      <h2>Building blocks</h2>
      <EntryTable
        caption="Building blocks of continuity of carer"
        columns={columns}
        rows={blocks}
        rowKey={({ key }) => key}
        rowName={({ name }) => name}
        recordOf={({ key }) => ({ kind: 'continuity_block', fields: { block: key } })}
        onEnter={async (cells) => {
          for (const { row, column, text } of cells)
            await set.mutateAsync({ block: row, change: { [column]: column === 'note' ? text : text || null } });
          return [];
        }}
      />
    </section>
  );
}
