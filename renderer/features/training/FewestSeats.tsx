import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { TrainingSeats } from '#contract';
import { planner } from '../../client/planner.ts';
import { useAct } from '../../client/queries.ts';
import { sentence } from '../../client/refusal.ts';
import { useTrust } from '../../client/trust.ts';
import { Answered } from '../../components/Answered.tsx';
import { announce } from '../../components/announce.ts';
import { Button } from '../../components/Button.tsx';
import { Status } from '../../components/Status.tsx';
import { shortDay } from './words.ts';
import { DataTable, type Column } from '../../components/DataTable.tsx';

/** The fewest seats that get every group to the threshold, worked out when it is asked for, and booked with one press. */
export function FewestSeats({ from }: { from: string }) {
  const trust = useTrust().code;
  const [wanted, setWanted] = useState(false);
  const asked = { trust, ...(from ? { from } : {}) };
  const seats = useQuery({
    queryKey: ['training seats', asked],
    queryFn: () => planner.training.seats(asked),
    enabled: wanted,
  });
  return (
    <section aria-label="The fewest seats">
      <div className="section-head">
        <h2>The fewest seats</h2>
        {!wanted && (
          <Button kind="main" onClick={() => setWanted(true)}>
            Work out the fewest seats
          </Button>
        )}
      </div>
      {wanted ? (
        <Answered query={seats}>{(answer) => <SeatsShown answer={answer} />}</Answered>
      ) : (
        <p>
          The fewest seats, and on which planned sessions, that get every group to the threshold on the scheme’s date.
        </p>
      )}
    </section>
  );
}

function SeatsShown({ answer }: { answer: TrainingSeats }) {
  const trust = useTrust().code;
  const book = useAct(
    ({ session, people }: { session: number; people: string[] }) =>
      planner.training.book({ trust, session, people, despite: true }),
    ({ label }) => label && `Saved: ${label}`,
  );
  const columns: Column<TrainingSeats['sessions'][number]>[] = [
    {
      key: 'session',
      title: 'Session',
      header: true,
      value: ({ date, courseNames }) => `${date} ${courseNames.join(' and ')}`,
      show: ({ date, courseNames }) => `${shortDay(date)}, ${courseNames.join(' and ')}`,
    },
    {
      key: 'seats',
      title: 'Seats',
      number: true,
      sum: 0,
      value: ({ seats }) => seats,
      means: 'Seats to take on this session: the fewest in all that get every group to the threshold.',
    },
    { key: 'free', title: 'Free', number: true, value: ({ free }) => free, means: 'Seats that nobody is booked on.' },
    {
      key: 'for',
      title: 'For',
      value: ({ groups }) => groups.map((one) => `${one.seats} ${one.name}`).join(', '),
      means: 'The staff groups that the seats are meant for.',
    },
    {
      key: 'people',
      title: 'People who lack it and can come',
      value: ({ people }) => people.map(({ name, person }) => name ?? person).join('; '),
    },
    {
      key: 'book',
      title: 'Book',
      acts: true,
      value: () => null,
      show: ({ session, date, courseNames, people }) => (
        <Button
          aria-label={`Book these seats on ${shortDay(date)}, ${courseNames.join(' and ')}`}
          disabled={book.isPending}
          onClick={() =>
            book.mutate(
              { session, people: people.map(({ person }) => person) },
              { onError: (error) => announce(sentence(error)) },
            )
          }
        >
          Book these
        </Button>
      ),
    },
  ];
  return (
    <>
      <p>
        <Status
          kind={answer.enough ? 'green' : 'red'}
          word={answer.enough ? 'Every group gets there' : 'Not every group can get there'}
        />
      </p>
      <ul className="remarks">
        {answer.words.map((one) => (
          <li key={one}>{one}</li>
        ))}
        {!answer.proven && <li>The search was stopped: fewer seats may do.</li>}
      </ul>
      {answer.missing.length > 0 && (
        <div className="note note--wrong">
          <ul className="remarks">
            {answer.missing.map(({ course, group, courseName, groupName, heads, why }) => (
              <li key={`${course} ${group}`}>
                <strong>
                  {courseName}, {groupName}: {heads} short.
                </strong>{' '}
                {why}
              </li>
            ))}
          </ul>
          <a href="#/training-sessions">Plan a session</a>
        </div>
      )}
      {answer.sessions.length > 0 && (
        <DataTable
          caption="Seats on each session"
          columns={columns}
          rows={answer.sessions}
          rowKey={({ session }) => session}
        />
      )}
    </>
  );
}
