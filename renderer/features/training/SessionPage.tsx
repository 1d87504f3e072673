import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { TrainingSessionShown } from '#contract';
import { planner } from '../../client/planner.ts';
import { useAct } from '../../client/queries.ts';
import { sentence } from '../../client/refusal.ts';
import { useTrust } from '../../client/trust.ts';
import { Answered } from '../../components/Answered.tsx';
import { announce } from '../../components/announce.ts';
import { Button } from '../../components/Button.tsx';
import { ExportButton } from '../../components/ExportButton.tsx';
import { dateText, hoursText } from '../../components/numbers.ts';
import { Page } from '../../components/Page.tsx';
import { AddPeople } from './AddPeople.tsx';
import { bookingColumns } from './booking-columns.tsx';
import { SessionDialog } from './SessionDialog.tsx';
import { backfillExport } from './sessions-export.ts';
import { clockOf } from './words.ts';
import { DataTable, type Column } from '../../components/DataTable.tsx';
import { PrintPage } from '../../components/PrintPage.tsx';

const dutyColumns: Column<TrainingSessionShown['backfill'][number]>[] = [
  { key: 'date', title: 'Duty', header: true, value: ({ date }) => date, show: ({ date }) => dateText(date) },
  { key: 'unit', title: 'Unit', value: ({ unit }) => unit },
  { key: 'band', title: 'Band', value: ({ band }) => band },
  { key: 'times', title: 'Times', value: ({ start, end }) => `${clockOf(start)}–${clockOf(end)}` },
  {
    key: 'hours',
    title: 'Hours',
    number: true,
    sum: 2,
    value: ({ minutes }) => minutes / 60,
    show: ({ minutes }) => hoursText(minutes),
    means: 'Hours of the rostered duty without its breaks: what has to be filled.',
  },
  { key: 'person', title: 'In place of', value: ({ name, person }) => name ?? person },
  {
    key: 'why',
    title: 'Why',
    value: ({ why }) => why,
    means: 'A duty on the day of the session, or a night before or after it.',
  },
];

/** One session: who is on it, who waits, what clashes, who came, and the duties that somebody else has to work. */
export function SessionPage({ id, onBack }: { id: number; onBack: () => void }) {
  const trust = useTrust();
  const [dialog, setDialog] = useState<'change' | 'people' | null>(null);
  const shown = useQuery({
    queryKey: ['training session', trust.code, id],
    queryFn: () => planner.training.session({ trust: trust.code, id }),
  });
  const all = useQuery({
    queryKey: ['training sessions', trust.code, ''],
    queryFn: () => planner.training.sessions({ trust: trust.code }),
  });
  const failed = { onError: (error: Error) => announce(sentence(error)) };
  const said = ({ label }: { label: string | null }) => label && `Saved: ${label}`;
  const remove = useAct(() => planner.training.removeSession({ trust: trust.code, id }), said);
  const everybody = useAct(
    (people: string[]) => planner.training.mark({ trust: trust.code, session: id, people, state: 'attended' }),
    said,
  );
  return (
    <Answered query={shown}>
      {(answer) => {
        const { session, bookings, backfill, rosterKnown } = answer;
        const isPast = session.date <= (all.data?.today ?? '');
        const toCome = bookings.filter(({ state }) => state === 'booked').map(({ person }) => person);
        return (
          <Page
            title={session.courseNames.join(' and ')}
            subtitle={[
              dateText(session.date),
              `${clockOf(session.start)} to ${clockOf(session.end)}`,
              session.room,
              session.faculty && `with ${session.faculty}`,
              session.state === 'planned' ? null : session.state,
            ]
              .filter(Boolean)
              .join(' · ')}
            filters={<Button onClick={onBack}>Back to the sessions</Button>}
            actions={
              <>
                <PrintPage>Print the sign-in sheet</PrintPage>
                <Button onClick={() => setDialog('change')}>Change</Button>
                <Button onClick={() => remove.mutate(undefined, { onSuccess: onBack, ...failed })}>Remove</Button>
                {isPast && toCome.length > 0 && (
                  <Button onClick={() => everybody.mutate(toCome, failed)}>All who are booked attended</Button>
                )}
                <Button kind="main" onClick={() => setDialog('people')}>
                  Book people
                </Button>
              </>
            }
          >
            <p>
              {session.capacity} seats, {session.free} free
              {session.waiting > 0 && `, ${session.waiting} waiting`}
              {session.groups.length > 0 &&
                ` · ${session.groups
                  .map(({ name, held, meant }) => `${name} ${held}${meant > 0 ? ` of ${meant}` : ''}`)
                  .join(', ')}`}
              {!rosterKnown && ' · No roster is held around this day: duties and nights cannot be told.'}
            </p>
            {bookings.length === 0 ? (
              <p>Nobody is booked yet. Book people here, or from compliance.</p>
            ) : (
              <DataTable
                caption="People on this session"
                className="sign-in"
                columns={bookingColumns(session, isPast, all.data?.absenceReasons ?? [])}
                rows={bookings}
                rowKey={({ person }) => person}
                steady
              />
            )}
            <section className="not-printed">
              <div className="section-head">
                <h2>Duties to fill</h2>
                {backfill.length > 0 && <ExportButton table={() => backfillExport(answer, trust.name)} />}
              </div>
              {backfill.length === 0 ? (
                <p>No roster that is held has a duty of the people booked on this day or the night around it.</p>
              ) : (
                <DataTable
                  caption="Duties to fill"
                  columns={dutyColumns}
                  rows={backfill}
                  rowKey={({ person, date, start }) => `${person} ${date} ${start}`}
                />
              )}
            </section>
            {dialog === 'change' && all.data && (
              <SessionDialog
                data={all.data}
                session={session}
                onSaved={() => setDialog(null)}
                onClose={() => setDialog(null)}
              />
            )}
            {dialog === 'people' && <AddPeople shown={answer} onClose={() => setDialog(null)} />}
          </Page>
        );
      }}
    </Answered>
  );
}
