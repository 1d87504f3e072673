import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { TrainingSession, TrainingSessions } from '#contract';
import { NEW, useOpened } from '../../client/opened.ts';
import { planner } from '../../client/planner.ts';
import { useTrust } from '../../client/trust.ts';
import { Answered } from '../../components/Answered.tsx';
import { Button } from '../../components/Button.tsx';
import { Choose } from '../../components/Choose.tsx';
import { type Column, DataTable } from '../../components/DataTable.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ExportButton } from '../../components/ExportButton.tsx';
import { Figure, Figures } from '../../components/Figure.tsx';
import { total } from '../../components/numbers.ts';
import { Page } from '../../components/Page.tsx';
import { Status } from '../../components/Status.tsx';
import { PrintPage } from '../../components/PrintPage.tsx';
import { SessionDialog } from './SessionDialog.tsx';
import { SessionPage } from './SessionPage.tsx';
import { sessionsExport } from './sessions-export.ts';
import { clockOf, nameIn, shortDay } from './words.ts';
import { sessionsMade } from './figures.ts';

const columnsFor = (onOpen: (id: number) => void): Column<TrainingSession>[] => [
  {
    key: 'date',
    title: 'Date',
    header: true,
    value: ({ date }) => date,
    show: ({ id, date, courseNames }) => (
      <button
        type="button"
        className="link"
        aria-label={`${shortDay(date)}, ${courseNames.join(' and ')}`}
        onClick={() => onOpen(id)}
      >
        {shortDay(date)}
      </button>
    ),
  },
  { key: 'time', title: 'Time', value: ({ start, end }) => `${clockOf(start)}–${clockOf(end)}` },
  { key: 'courses', title: 'Course', value: ({ courseNames }) => courseNames.join(' and ') },
  { key: 'room', title: 'Room', value: ({ room }) => room },
  { key: 'faculty', title: 'Faculty', value: ({ faculty }) => faculty },
  { key: 'capacity', title: 'Seats', number: true, value: ({ capacity }) => capacity, means: 'People who can come.' },
  { key: 'booked', title: 'Booked', number: true, value: ({ booked }) => booked, means: 'People with a seat.' },
  { key: 'attended', title: 'Attended', number: true, value: ({ attended }) => attended, means: 'People who came.' },
  {
    key: 'dna',
    title: 'Did not',
    number: true,
    value: ({ didNotAttend }) => didNotAttend,
    means: 'People who were booked and did not come.',
  },
  {
    key: 'waiting',
    title: 'Waiting',
    number: true,
    value: ({ waiting }) => waiting,
    means: 'People who wait for a seat.',
  },
  {
    key: 'state',
    title: 'Status',
    value: ({ state, free }) => (state === 'planned' ? `${free} free` : state),
    show: ({ state, free }) =>
      state === 'cancelled' ? (
        <Status kind="red" word="Cancelled" />
      ) : state === 'held' ? (
        <Status kind="green" word="Held" />
      ) : free > 0 ? (
        <Status kind="blue" word={`${free} free`} />
      ) : (
        <Status kind="amber" word="Full" />
      ),
    means: 'Seats that are free; afterwards whether attendance is recorded.',
  },
];

/** Days of training: seats, waiting lists, attendance, what clashes, sign-in sheets and the duties to fill. */
export default function SessionsScreen() {
  const trust = useTrust();
  const [course, setCourse] = useState('');
  const [past, setPast] = useState(false);
  const [open, setOpen] = useState<number | null>(null);
  const [adding, setAdding] = useState(false);
  useOpened('session', (key) => (key === NEW ? setAdding(true) : setOpen(Number(key))));
  const sessions = useQuery({
    queryKey: ['training sessions', trust.code, ''],
    queryFn: () => planner.training.sessions({ trust: trust.code }),
  });
  const data = sessions.data;
  const columns = useMemo(() => columnsFor(setOpen), []);
  if (open !== null) return <SessionPage id={open} onBack={() => setOpen(null)} />;
  const isEmpty = data !== undefined && data.sessions.length === 0;
  const shown = (data?.sessions ?? []).filter(
    ({ date, courses }) => (past || date >= (data?.today ?? '')) && (course === '' || courses.includes(course)),
  );
  const add = (
    <Button kind="main" onClick={() => setAdding(true)}>
      Plan a session
    </Button>
  );
  return (
    <Page
      title="Training sessions"
      subtitle={`${trust.name} · seats, waiting lists and attendance; what clashes is told by roster, leave and absence`}
      filters={
        data &&
        !isEmpty && (
          <>
            <Choose title="Course" all="All courses" value={course} choices={data.courses} onChoose={setCourse} />
            <label className="filter">
              <input type="checkbox" checked={past} onChange={({ target }) => setPast(target.checked)} />
              Past sessions too
            </label>
          </>
        )
      }
      actions={
        data &&
        !isEmpty && (
          <>
            <ExportButton table={() => sessionsExport(shown, trust.name)} />
            <PrintPage />
            {add}
          </>
        )
      }
    >
      <Answered query={sessions}>
        {(answer) =>
          isEmpty ? (
            <EmptyState title="No sessions yet" action={add}>
              <p>
                Days of training with their seats, waiting lists and attendance will be here. Plan the first session:
                seats can then be booked from compliance, and the date of 90 % follows.
              </p>
            </EmptyState>
          ) : (
            <>
              <Headlines data={answer} shown={shown} of={course ? nameIn(answer.courses, course) : 'all courses'} />
              <DataTable caption="Sessions" columns={columns} rows={shown} rowKey={({ id }) => id} />
            </>
          )
        }
      </Answered>
      {adding && data && (
        <SessionDialog
          data={data}
          session={null}
          onSaved={(id) => {
            setAdding(false);
            setOpen(id);
          }}
          onClose={() => setAdding(false)}
        />
      )}
    </Page>
  );
}

function Headlines({ data, shown, of }: { data: TrainingSessions; shown: readonly TrainingSession[]; of: string }) {
  const made = sessionsMade(shown, data.sessions, data.today);
  const sum = (seats: 'capacity' | 'booked' | 'waiting' | 'free') => total(shown, (one) => one[seats]);
  const came = total(data.sessions, ({ attended }) => attended);
  const absent = total(data.sessions, ({ didNotAttend }) => didNotAttend);
  return (
    <Figures>
      <Figure name="Sessions in view" value={String(shown.length)} making={made.inView} remark={of} />
      <Figure
        name="Seats taken"
        value={`${sum('booked')} of ${sum('capacity')}`}
        making={made.taken}
        remark={`${sum('free')} free`}
      />
      <Figure
        name="Waiting"
        value={`${sum('waiting')} people`}
        making={made.waiting}
        remark="they take the first seat that is given up"
      />
      <Figure
        name="Did not attend"
        value={`${absent} of ${came + absent}`}
        making={made.notAttended}
        remark="of all seats whose attendance was entered"
      />
    </Figures>
  );
}
