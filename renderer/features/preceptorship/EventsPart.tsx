import { useState } from 'react';
import type { PrecepteeEvent, PrecepteePage } from '#contract';
import { Button } from '../../components/Button.tsx';
import { dateText } from '../../components/numbers.ts';
import { EventDialog } from './EventDialog.tsx';
import { eventWords } from './event-ways.ts';

/** What happened: pauses, changes of WTE, preceptors, units, rotations, extension, sign-off, leaving; the log's own first. */
export function EventsPart({ page }: { page: PrecepteePage }) {
  const [open, setOpen] = useState<PrecepteeEvent | 'new' | null>(null);
  const { cells, leftByList } = page;
  const { pauseStart, pauseEnd, pauseReason, extendedTo, extensionReason, signedOff, preceptor, preceptorNamedOn } =
    cells;
  const ofLog = [
    ...(preceptor
      ? [
          {
            what: `Preceptor ${preceptor}`,
            when: preceptorNamedOn ? `from ${dateText(preceptorNamedOn)}` : 'no day given',
            more: '',
          },
        ]
      : []),
    ...(pauseStart
      ? [
          {
            what: 'Pause',
            when: `${dateText(pauseStart)} to ${pauseEnd ? dateText(pauseEnd) : 'no day of return yet'}`,
            more: pauseReason ?? '',
          },
        ]
      : []),
    ...(extendedTo ? [{ what: `Extended to ${dateText(extendedTo)}`, when: '', more: extensionReason ?? '' }] : []),
    ...(signedOff ? [{ what: 'Signed off', when: dateText(signedOff), more: '' }] : []),
  ];
  const events = page.events.map((event) => ({ event, ...eventWords(event) }));
  return (
    <section aria-labelledby="events-title">
      <div className="grid-head">
        <h2 id="events-title">What happened</h2>
        <Button onClick={() => setOpen('new')}>Record an event</Button>
      </div>
      {ofLog.length + events.length === 0 && leftByList === null ? (
        <p>Nothing is recorded: no pause, change, rotation, extension or sign-off.</p>
      ) : (
        <div className="table-scroll">
          <table className="table">
            <caption className="unseen">What happened</caption>
            <thead>
              <tr>
                <th scope="col">What</th>
                <th scope="col">When</th>
                <th scope="col">Why and by whom</th>
                <th scope="col">From</th>
                <th scope="col">
                  <span className="unseen">Actions</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {ofLog.map(({ what, when, more }) => (
                <tr key={what}>
                  <th scope="row">{what}</th>
                  <td>{when}</td>
                  <td>{more}</td>
                  <td>{page.from ? 'log' : 'by hand'}</td>
                  <td className="table__why">by “Change”, above</td>
                </tr>
              ))}
              {leftByList && (
                <tr>
                  <th scope="row">Left</th>
                  <td>{dateText(leftByList.on)}</td>
                  <td>{leftByList.reason ?? 'no reason given'}</td>
                  <td>list of leavers</td>
                  <td className="table__why">an event recorded here wins</td>
                </tr>
              )}
              {events.map(({ event, what, when, more }) => (
                <tr key={event.id}>
                  <th scope="row">{what}</th>
                  <td>{when}</td>
                  <td>{more}</td>
                  <td>by hand</td>
                  <td>
                    <Button aria-label={`Correct: ${what}, ${when}`} onClick={() => setOpen(event)}>
                      Correct
                    </Button>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {open !== null && <EventDialog page={page} event={open === 'new' ? null : open} onClose={() => setOpen(null)} />}
    </section>
  );
}
