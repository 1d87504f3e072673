import { useQuery } from '@tanstack/react-query';
import { planner } from '../../client/planner.ts';
import { useTrust } from '../../client/trust.ts';
import { Answered } from '../../components/Answered.tsx';
import { type Column, DataTable } from '../../components/DataTable.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { Page } from '../../components/Page.tsx';
import { clockText, dateText } from '../../components/numbers.ts';

type Entry = Awaited<ReturnType<typeof planner.history.list>>[number];

const columns: Column<Entry>[] = [
  {
    key: 'at',
    title: 'When',
    value: (entry) => entry.at,
    show: (entry) => `${dateText(entry.at)}, ${clockText(entry.at)}`,
  },
  { key: 'label', title: 'Change', value: (entry) => entry.label, header: true },
  { key: 'undone', title: 'State', value: (entry) => (entry.undone ? 'Undone' : 'In force') },
];

/** Every change made by hand in this trust, newest first. */
export default function HistoryScreen() {
  const trust = useTrust();
  const list = useQuery({
    queryKey: ['history list', trust.code],
    queryFn: () => planner.history.list({ trust: trust.code }),
  });
  return (
    <Page title="History" subtitle={`${trust.name} · changes made by hand, newest first · imports have their own list`}>
      <Answered query={list}>
        {(entries) =>
          entries.length === 0 ? (
            <EmptyState title="No changes yet">
              <p>
                Each change that you make by hand is listed here. Ctrl Z undoes the newest one, also after a restart.
              </p>
            </EmptyState>
          ) : (
            <DataTable caption="Changes" columns={columns} rows={entries} rowKey={(entry) => entry.id} />
          )
        }
      </Answered>
    </Page>
  );
}
