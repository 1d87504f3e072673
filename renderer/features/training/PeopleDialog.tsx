import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { TrainingCompliance, TrainingCoursePerson } from '#contract';
import { planner } from '../../client/planner.ts';
import { useAct } from '../../client/queries.ts';
import { sentence } from '../../client/refusal.ts';
import { useTrust } from '../../client/trust.ts';
import { Choose } from '../../components/Choose.tsx';
import { Answered } from '../../components/Answered.tsx';
import { Button } from '../../components/Button.tsx';
import { type Column, DataTable } from '../../components/DataTable.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { Status } from '../../components/Status.tsx';
import { nameIn, shortDay, stateWords } from './words.ts';
import { DialogFoot } from '../../components/DialogFoot.tsx';

/** Which people of which figure. */
export interface Behind {
  course: string;
  group: string;
  unit?: string;
  which: 'counted' | 'in_date' | 'missing' | 'lapsing' | 'attended' | 'bank' | 'new_starters';
  title: string;
}

interface PeopleDialogProps {
  data: TrainingCompliance;
  behind: Behind;
  onPerson: (person: string) => void;
  onClose: () => void;
}

/** The people behind a figure, and seats for those who need one. */
export function PeopleDialog({ data, behind, onPerson, onClose }: PeopleDialogProps) {
  const trust = useTrust().code;
  const { title, ...which } = behind;
  const asked = { trust, on: data.census, ...which };
  const [session, setSession] = useState<number | null>(null);
  const [refused, setRefused] = useState<{ person: string; message: string } | null>(null);
  const people = useQuery({ queryKey: ['training people', asked], queryFn: () => planner.training.people(asked) });
  const open = useQuery({
    queryKey: ['training sessions', trust, behind.course],
    queryFn: () => planner.training.sessions({ trust, course: behind.course }),
  });
  const planned = (open.data?.sessions ?? []).filter(
    ({ state, date }) => state === 'planned' && date >= open.data!.today,
  );
  const chosen = planned.find(({ id }) => id === session) ?? planned.find(({ free }) => free > 0) ?? planned[0];
  const book = useAct(
    ({ person, despite }: { person: string; despite: boolean }) =>
      planner.training.book({ trust, session: chosen?.id ?? 0, people: [person], despite }),
    ({ label }) => label && `Saved: ${label}`,
  );
  const bookSeat = (person: string, despite = false) =>
    book.mutate(
      { person, despite },
      { onSuccess: () => setRefused(null), onError: (error) => setRefused({ person, message: sentence(error) }) },
    );
  const columns: Column<TrainingCoursePerson>[] = [
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
    { key: 'unit', title: 'Unit', value: ({ unit }) => unit },
    { key: 'started', title: 'Started', value: ({ started }) => started, show: ({ started }) => shortDay(started) },
    {
      key: 'achieved',
      title: 'Done on',
      value: ({ achieved }) => achieved,
      show: ({ achieved }) => shortDay(achieved),
      means: 'The day on which the course was done last.',
    },
    {
      key: 'until',
      title: 'Counts until',
      value: ({ until }) => until,
      show: ({ until }) => shortDay(until),
      means: 'The last day on which the person counts as in date.',
    },
    {
      key: 'state',
      title: 'Status',
      value: ({ state }) => stateWords[state].word,
      show: ({ state }) => <Status {...stateWords[state]} />,
      means: 'In date, lapsing, or wanting the course.',
    },
    {
      key: 'booked',
      title: 'Seat',
      value: ({ booked }) => booked?.date ?? null,
      show: ({ booked, person, name }) =>
        booked ? (
          `${booked.waiting ? 'waiting, ' : ''}${shortDay(booked.date)}`
        ) : chosen ? (
          <Button
            aria-label={`Book a seat for ${name ?? person}`}
            disabled={book.isPending}
            onClick={() => bookSeat(person)}
          >
            Book
          </Button>
        ) : (
          ''
        ),
      means: 'The session that the person is booked on.',
    },
  ];
  return (
    <Dialog title={title} wide onClose={onClose}>
      {planned.length > 0 ? (
        <Choose
          title="Seats are booked on"
          value={chosen?.id ?? ''}
          choices={planned.map(({ id, date, free, courseNames }) => ({
            key: id,
            name: `${shortDay(date)}, ${courseNames.join(' and ')}: ${free > 0 ? `${free} free` : 'full, waiting list'}`,
          }))}
          onChoose={setSession}
        />
      ) : (
        <p>
          No session of {nameIn(data.courses, behind.course)} is planned. Plan one under{' '}
          <a href="#/training-sessions">Training sessions</a> to book seats.
        </p>
      )}
      {refused && (
        <div className="note note--wrong" role="alert">
          <p>{refused.message}</p>
          <Button onClick={() => bookSeat(refused.person, true)}>Book all the same</Button>
        </div>
      )}
      <Answered query={people}>
        {({ rows }) => <DataTable caption={title} columns={columns} rows={rows} rowKey={({ person }) => person} />}
      </Answered>
      <DialogFoot onCancel={onClose} />
    </Dialog>
  );
}
