import { useState } from 'react';
import type { TrainingBooking, TrainingSession } from '#contract';
import { planner } from '../../client/planner.ts';
import { useAct } from '../../client/queries.ts';
import { sentence } from '../../client/refusal.ts';
import { useTrust } from '../../client/trust.ts';
import { announce } from '../../components/announce.ts';
import { Button } from '../../components/Button.tsx';
import { Status } from '../../components/Status.tsx';
import { bookingWords, nameIn } from './words.ts';

interface BookingRowProps {
  booking: TrainingBooking;
  session: TrainingSession;
  isPast: boolean;
  reasons: { key: string; name: string }[];
}

/** One seat: who, what clashes, and what came of it. */
export function BookingRow({ booking, session, isPast, reasons }: BookingRowProps) {
  const trust = useTrust().code;
  const [score, setScore] = useState(booking.score === null ? '' : String(booking.score));
  const [certificate, setCertificate] = useState(booking.certificate ?? '');
  const { person, state, place, outcome, reason } = booking;
  const name = booking.name ?? person;
  const said = ({ label }: { label: string | null }) => label && `Saved: ${label}`;
  const failed = { onError: (error: Error) => announce(sentence(error)) };
  const of = { trust, session: session.id };
  const unbook = useAct(() => planner.training.unbook({ ...of, person }), said);
  const mark = useAct(
    (cells: {
      state: 'booked' | 'attended' | 'did_not_attend';
      reason?: string;
      outcome?: 'passed' | 'failed' | null;
    }) =>
      planner.training.mark({
        ...of,
        people: [person],
        outcome,
        ...cells,
        score: /^\d{1,3}$/.test(score) ? Number(score) : null,
        certificate: certificate || null,
      }),
    said,
  );
  const status = bookingWords[state];
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>{booking.groupName ?? 'not on the staff list'}</td>
      <td>{booking.unit}</td>
      <td>
        <Status kind={status.kind} word={place === null ? status.word : `Waiting, place ${place}`} />
        {reason !== null && <small> {nameIn(reasons, reason)}</small>}
      </td>
      <td className="not-printed">
        {booking.clashes.length === 0 ? (
          <span className="quiet">none known</span>
        ) : (
          <ul className="clashes">
            {booking.clashes.map(({ kind, message }) => (
              <li key={kind + message}>
                <Status kind="amber" word={message} />
              </li>
            ))}
          </ul>
        )}
      </td>
      <td className="not-printed">
        <span className="actions">
          {isPast && state !== 'waiting' && (
            <>
              <Button
                aria-label={`${name} attended`}
                aria-pressed={state === 'attended'}
                onClick={() => mark.mutate({ state: 'attended' }, failed)}
              >
                Attended
              </Button>
              <select
                className="in-row"
                aria-label={`${name} did not attend, why`}
                value={reason ?? ''}
                onChange={({ target }) =>
                  mark.mutate(
                    target.value ? { state: 'did_not_attend', reason: target.value } : { state: 'booked' },
                    failed,
                  )
                }
              >
                <option value="">Did not attend: why</option>
                {reasons.map(({ key, name: word }) => (
                  <option key={key} value={key}>
                    {word}
                  </option>
                ))}
              </select>
            </>
          )}
          {state === 'attended' && (
            <>
              <select
                className="in-row"
                aria-label={`Outcome of ${name}`}
                value={outcome ?? ''}
                onChange={({ target }) =>
                  mark.mutate({ state, outcome: (target.value || null) as 'passed' | 'failed' | null }, failed)
                }
              >
                <option value="">No assessment</option>
                <option value="passed">Passed</option>
                <option value="failed">Not passed</option>
              </select>
              <input
                className="cell-number"
                data-stored={booking.score === null ? '' : String(booking.score)}
                aria-label={`Score of ${name} in percent`}
                placeholder="%"
                value={score}
                onChange={({ target }) => setScore(target.value.replace(/\D/g, ''))}
                onBlur={() => score !== String(booking.score ?? '') && mark.mutate({ state }, failed)}
              />
              <input
                className="in-row"
                data-stored={booking.certificate ?? ''}
                aria-label={`Certificate of ${name}`}
                placeholder="Certificate"
                value={certificate}
                onChange={({ target }) => setCertificate(target.value)}
                onBlur={() => certificate !== (booking.certificate ?? '') && mark.mutate({ state }, failed)}
              />
            </>
          )}
          {(state === 'booked' || state === 'waiting') && (
            <Button aria-label={`Give up the seat of ${name}`} onClick={() => unbook.mutate(undefined, failed)}>
              Give up
            </Button>
          )}
        </span>
      </td>
      <td className="sign-in__only">&nbsp;</td>
    </tr>
  );
}
