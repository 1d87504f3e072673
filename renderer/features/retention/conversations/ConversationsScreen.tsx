import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Conversations, ListedConversation } from '#contract';
import { NEW, useOpened } from '../../../client/opened.ts';
import { planner } from '../../../client/planner.ts';
import { useTrust } from '../../../client/trust.ts';
import { Answered } from '../../../components/Answered.tsx';
import { Button } from '../../../components/Button.tsx';
import { Choose, titled } from '../../../components/Choose.tsx';
import { DataTable } from '../../../components/DataTable.tsx';
import { EmptyState } from '../../../components/EmptyState.tsx';
import { ExportButton } from '../../../components/ExportButton.tsx';
import { Figure, Figures } from '../../../components/Figure.tsx';
import { dateText, total } from '../../../components/numbers.ts';
import { Page } from '../../../components/Page.tsx';
import { PrintPage } from '../../../components/PrintPage.tsx';
import { ConversationDialog } from './ConversationDialog.tsx';
import { ConversationTable } from './ConversationTable.tsx';
import { exportOf } from './export.ts';
import { RoleDialog } from './RoleDialog.tsx';
import { timeText } from './words.ts';
import { conversationsMade } from '../figures.ts';

type Show = 'all' | 'reminders' | 'open' | 'held';
const shows: Record<Show, { title: string; has: (one: ListedConversation) => boolean }> = {
  all: { title: 'All', has: () => true },
  reminders: { title: 'To see to', has: ({ reminder }) => reminder !== null },
  open: { title: 'Offered or planned', has: ({ state }) => state === 'offered' || state === 'planned' },
  held: { title: 'Held', has: ({ state }) => state === 'held' },
};

/** What is open: a new conversation, one to be opened, or a confidential one whose role has to be said first. */
type Open = { of: ListedConversation | null; role?: string };

/** Conversations about staying and leaving: offered, held, declined, what they were about, and what is to be seen to. */
export default function ConversationsScreen() {
  const trust = useTrust();
  const [show, setShow] = useState<Show>('all');
  const [kind, setKind] = useState('');
  const [open, setOpen] = useState<Open | null>(null);
  const query = useQuery({
    queryKey: ['conversations', trust.code],
    queryFn: () => planner.retention.conversations({ trust: trust.code }),
  });
  const data = query.data;
  useOpened(
    'conversation',
    (wanted) => {
      const of = data?.list.find(({ id }) => id === Number(wanted));
      if (of || wanted === NEW) setOpen({ of: of ?? null });
    },
    data !== undefined,
  );
  const has = data !== undefined && data.list.length > 0;
  const shown = data?.list.filter((one) => shows[show].has(one) && (kind === '' || one.kind === kind)) ?? [];
  return (
    <Page
      title="Conversations"
      subtitle={
        data
          ? `${trust.name} · figures from ${dateText(data.period.first)} to ${dateText(data.period.last)} · notes are in no list and in no file that is saved`
          : trust.name
      }
      filters={
        has && (
          <>
            <Choose title="Show" value={show} choices={titled(shows)} onChoose={setShow} />
            <Choose title="Kind" all="All" value={kind} choices={data.choices.kinds} onChoose={setKind} />
          </>
        )
      }
      actions={
        has && (
          <>
            <ExportButton table={() => exportOf(data, shown, trust.name)} />
            <PrintPage />
            <Button kind="main" onClick={() => setOpen({ of: null })}>
              Add a conversation
            </Button>
          </>
        )
      }
    >
      <Answered query={query}>
        {(answer) =>
          answer.list.length === 0 ? (
            <EmptyState
              title="No conversations yet"
              action={
                <Button kind="main" onClick={() => setOpen({ of: null })}>
                  Add a conversation
                </Button>
              }
            >
              <p>
                Stay, itchy feet, career, wellbeing, return, exit and return-to-practice conversations will be here,
                with reminders, what they were about and the time they take. Enter the first one that was offered.
              </p>
            </EmptyState>
          ) : (
            <>
              <Headlines data={answer} onShow={setShow} />
              <ConversationTable data={answer} rows={shown} onOpen={(of) => setOpen({ of })} />
              <div className="action-records">
                <section aria-labelledby="themes-title">
                  <h2 id="themes-title">What they were about</h2>
                  <DataTable
                    caption="Themes"
                    columns={[
                      { key: 'name', title: 'Theme', header: true, value: ({ name }) => name },
                      {
                        key: 'all',
                        title: 'Conversations',
                        number: true,
                        value: ({ conversations }) => conversations,
                        means: 'Conversations in which the theme was spoken about.',
                      },
                      {
                        key: 'exits',
                        title: 'of them exit',
                        number: true,
                        value: ({ exits }) => exits,
                        means: 'Of these, exit conversations.',
                      },
                    ]}
                    rows={answer.themes
                      .filter(({ conversations }) => conversations > 0)
                      .sort((one, other) => other.conversations - one.conversations)}
                    rowKey={({ key }) => key}
                  />
                </section>
                <section aria-labelledby="caseload-title">
                  <h2 id="caseload-title">Caseload and time</h2>
                  <DataTable
                    caption="Caseload and time"
                    columns={[
                      { key: 'role', title: 'Role', header: true, value: ({ role }) => role },
                      { key: 'people', title: 'People', number: true, value: ({ people }) => people },
                      {
                        key: 'reminders',
                        title: 'To see to',
                        number: true,
                        value: ({ reminders }) => reminders,
                        means: 'Agreements and conversations that are due.',
                      },
                      {
                        key: 'held',
                        title: 'Held',
                        number: true,
                        value: ({ held }) => held,
                        means: 'Conversations held in the days chosen.',
                      },
                      {
                        key: 'time',
                        title: 'Time',
                        number: true,
                        value: ({ minutes }) => minutes,
                        show: ({ minutes }) => timeText(minutes),
                        means: 'Time that they took, as recorded.',
                      },
                    ]}
                    rows={answer.caseload}
                    rowKey={({ role }) => role}
                  />
                </section>
              </div>
            </>
          )
        }
      </Answered>
      {data &&
        open &&
        (open.of?.confidential && open.role === undefined ? (
          <RoleDialog onRole={(role) => setOpen({ ...open, role })} onClose={() => setOpen(null)} />
        ) : (
          <ConversationDialog data={data} of={open.of} role={open.role} onClose={() => setOpen(null)} />
        ))}
    </Page>
  );
}

function Headlines({ data, onShow }: { data: Conversations; onShow: (show: Show) => void }) {
  const made = conversationsMade(data);
  return (
    <Figures>
      <Figure
        name="Held"
        value={String(data.held)}
        making={made.held}
        remark={`${data.offered} offered, ${data.declined} declined in twelve months`}
        onRows={() => onShow('held')}
      />
      <Figure
        name="To see to"
        value={String(data.list.filter(({ reminder }) => reminder !== null).length)}
        making={made.toSee}
        remark="without an answer, past the planned day, or to be followed up"
        onRows={() => onShow('reminders')}
      />
      <Figure
        name="Caseload"
        value={String(total(data.caseload, ({ people }) => people))}
        making={made.caseload}
        remark="people with a conversation offered, planned or to be followed up, role by role"
      />
      <Figure
        name="Time spent"
        value={timeText(total(data.caseload, ({ minutes }) => minutes))}
        making={made.time}
        remark={`in conversations held · ${total(data.caseload, ({ untimed }) => untimed)} without minutes`}
      />
    </Figures>
  );
}
