import type { TrainingBooking, TrainingSession } from '#contract';
import type { Column } from '../../components/DataTable.tsx';
import { Status } from '../../components/Status.tsx';
import { BookingOutcome } from './BookingOutcome.tsx';
import { bookingWords, nameIn } from './words.ts';

const statusOf = ({ state, place }: TrainingBooking) =>
  place === null ? bookingWords[state].word : `Waiting, place ${place}`;

/** Who is on a session, what clashes, and what came of it; on paper with room to sign. */
export function bookingColumns(
  session: TrainingSession,
  isPast: boolean,
  reasons: { key: string; name: string }[],
): Column<TrainingBooking>[] {
  return [
    { key: 'name', title: 'Name', header: true, value: ({ name, person }) => name ?? person },
    { key: 'group', title: 'Staff group', value: ({ groupName }) => groupName ?? 'not on the staff list' },
    { key: 'unit', title: 'Unit', value: ({ unit }) => unit },
    {
      key: 'status',
      title: 'Status',
      value: statusOf,
      show: (booking) => (
        <>
          <Status kind={bookingWords[booking.state].kind} word={statusOf(booking)} />
          {booking.reason !== null && <small> {nameIn(reasons, booking.reason)}</small>}
        </>
      ),
      means: 'Booked, waiting for a seat, attended, or not, as it was marked.',
    },
    {
      key: 'clashes',
      title: 'Clashes',
      paper: 'never',
      value: ({ clashes }) => clashes.map(({ message }) => message).join('; '),
      show: ({ clashes }) =>
        clashes.length === 0 ? (
          <span className="quiet">none known</span>
        ) : (
          <ul className="clashes">
            {clashes.map(({ kind, message }) => (
              <li key={kind + message}>
                <Status kind="amber" word={message} />
              </li>
            ))}
          </ul>
        ),
      means: 'Duties, absence and other sessions of the same day by the rosters that are held.',
    },
    {
      key: 'came',
      title: 'What came of it',
      acts: true,
      value: () => null,
      show: (booking) => <BookingOutcome booking={booking} session={session} isPast={isPast} reasons={reasons} />,
    },
    { key: 'signature', title: 'Signature', paper: 'only', value: () => null },
  ];
}
