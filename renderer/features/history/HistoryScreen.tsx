import { useQuery } from '@tanstack/react-query';
import { planner } from '../../client/planner.ts';
import { useInView } from '../../client/lmns.ts';
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

/** Every change made by hand in this trust or LMNS, newest first. */
export default function HistoryScreen() {
  const inView = useInView();
  const list = useQuery({
    queryKey: ['history list', inView],
    queryFn: () =>
      inView.kind === 'trust'
        ? planner.history.list({ trust: inView.code })
        : planner.lmns.changes({ lmns: inView.id }),
  });
  const more = inView.kind === 'trust' ? ' · imports have their own list' : '';
  return (
    <Page title="History" subtitle={`${inView.name} · changes made by hand, newest first${more}`}>
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
