import { useState } from 'react';
import type { TrainingBooking, TrainingSession } from '#contract';
import { planner } from '../../client/planner.ts';
import { useAct } from '../../client/queries.ts';
import { sentence } from '../../client/refusal.ts';
import { useTrust } from '../../client/trust.ts';
import { announce } from '../../components/announce.ts';
import { Button } from '../../components/Button.tsx';

interface BookingOutcomeProps {
  booking: TrainingBooking;
  session: TrainingSession;
  isPast: boolean;
  reasons: { key: string; name: string }[];
}

/** What came of a seat: given up, attended or not, with what was reached. */
export function BookingOutcome({ booking, session, isPast, reasons }: BookingOutcomeProps) {
  const trust = useTrust().code;
  const [score, setScore] = useState(booking.score === null ? '' : String(booking.score));
  const [certificate, setCertificate] = useState(booking.certificate ?? '');
  const { person, state, outcome, reason } = booking;
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
  return (
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
  );
}
