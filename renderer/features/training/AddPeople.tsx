import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { TrainingCoursePerson, TrainingSessionShown } from '#contract';
import { planner } from '../../client/planner.ts';
import { useAct } from '../../client/queries.ts';
import { sentence } from '../../client/refusal.ts';
import { useTrust } from '../../client/trust.ts';
import { Answered } from '../../components/Answered.tsx';
import { Button } from '../../components/Button.tsx';
import { type Column, DataTable } from '../../components/DataTable.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { Status } from '../../components/Status.tsx';
import { shortDay, stateWords } from './words.ts';
import { DialogFoot } from '../../components/DialogFoot.tsx';

/** Chooses people for a session: those who are not in date come first, then those who lapse soonest. */
export function AddPeople({ shown, onClose }: { shown: TrainingSessionShown; onClose: () => void }) {
  const trust = useTrust().code;
  const { session, bookings } = shown;
  const course = session.courses[0] ?? '';
  const [chosen, setChosen] = useState<string[]>([]);
  const people = useQuery({
    queryKey: ['training people', trust, course, 'session'],
    queryFn: () => planner.training.people({ trust, course, which: 'counted' }),
  });
  const book = useAct(
    (despite: boolean) => planner.training.book({ trust, session: session.id, people: chosen, despite }),
    ({ label, waiting }) => label && `Saved: ${label}${waiting > 0 ? `, ${waiting} of them waiting` : ''}`,
  );
  const onIt = new Set(bookings.map(({ person }) => person));
  const rows = (people.data?.rows ?? [])
    .filter(({ person }) => !onIt.has(person))
    .sort((one, other) => ((one.until ?? '') < (other.until ?? '') ? -1 : 1));
  const columns = useMemo(
    (): Column<TrainingCoursePerson>[] => [
      {
        key: 'name',
        title: 'Name',
        header: true,
        value: ({ name, person }) => name ?? person,
        show: ({ name, person }) => (
          <label>
            <input
              type="checkbox"
              checked={chosen.includes(person)}
              onChange={({ target }) =>
                setChosen(target.checked ? [...chosen, person] : chosen.filter((one) => one !== person))
              }
            />{' '}
            {name ?? person}
          </label>
        ),
      },
      { key: 'unit', title: 'Unit', value: ({ unit }) => unit },
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
        title: 'Other seat',
        value: ({ booked }) => booked?.date ?? null,
        show: ({ booked }) => (booked ? shortDay(booked.date) : ''),
        means: 'A session of the same course that the person is booked on.',
      },
    ],
    [chosen],
  );
  return (
    <Dialog title={`Book people on ${shortDay(session.date)}`} record={session.id} wide onClose={onClose}>
      {book.isError && (
        <div className="note note--wrong" role="alert">
          <p>{sentence(book.error)}</p>
          <Button onClick={() => book.mutate(true, { onSuccess: onClose })}>Book all the same</Button>
        </div>
      )}
      <Answered query={people}>
        {() => (
          <DataTable
            caption="People who are counted for this course"
            columns={columns}
            rows={rows}
            rowKey={({ person }) => person}
          />
        )}
      </Answered>
      <DialogFoot
        save={
          <>
            Book {chosen.length} {chosen.length === 1 ? 'person' : 'people'}
          </>
        }
        isSaving={chosen.length === 0 || book.isPending}
        onSave={() => book.mutate(false, { onSuccess: onClose })}
        onCancel={onClose}
      />
    </Dialog>
  );
}
