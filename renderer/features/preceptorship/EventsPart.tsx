import { type ReactNode, useState } from 'react';
import type { PrecepteeEvent, PrecepteePage } from '#contract';
import { Button } from '../../components/Button.tsx';
import { dateText } from '../../components/numbers.ts';
import { EventDialog } from './EventDialog.tsx';
import { eventWords } from './event-ways.ts';
import { DataTable, type Column } from '../../components/DataTable.tsx';

interface EventLine {
  key: string;
  what: string;
  when: string;
  more: ReactNode;
  from: string;
  act: ReactNode;
}
const columns: Column<EventLine>[] = [
  { key: 'what', title: 'What', header: true, value: ({ what }) => what },
  { key: 'when', title: 'When', value: ({ when }) => when },
  {
    key: 'more',
    title: 'Why and by whom',
    value: ({ more }) => (typeof more === 'string' ? more : ''),
    show: ({ more }) => more,
  },
  {
    key: 'from',
    title: 'From',
    value: ({ from }) => from,
    means: 'The log of preceptees that was imported, the list of leavers, or an entry made by hand, which wins.',
  },
  { key: 'act', title: 'Actions', acts: true, value: () => null, show: ({ act }) => act },
];

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
  const rows: EventLine[] = [
    ...ofLog.map((one) => ({
      ...one,
      key: one.what,
      from: page.from ? 'log' : 'by hand',
      act: <span className="table__why">by “Change”, above</span>,
    })),
    ...(leftByList
      ? [
          {
            key: 'left',
            what: 'Left',
            when: dateText(leftByList.on),
            more: leftByList.reason ?? 'no reason given',
            from: 'list of leavers',
            act: <span className="table__why">an event recorded here wins</span>,
          },
        ]
      : []),
    ...page.events.map((event) => {
      const { what, when, more } = eventWords(event);
      const correct = (
        <Button aria-label={`Correct: ${what}, ${when}`} onClick={() => setOpen(event)}>
          Correct
        </Button>
      );
      return { key: String(event.id), what, when, more, from: 'by hand', act: correct };
    }),
  ];
  return (
    <section aria-labelledby="events-title">
      <div className="grid-head">
        <h2 id="events-title">What happened</h2>
        <Button onClick={() => setOpen('new')}>Record an event</Button>
      </div>
      {rows.length === 0 ? (
        <p>Nothing is recorded: no pause, change, rotation, extension or sign-off.</p>
      ) : (
        <DataTable caption="What happened" columns={columns} rows={rows} rowKey={({ key }) => key} />
      )}
      {open !== null && <EventDialog page={page} event={open === 'new' ? null : open} onClose={() => setOpen(null)} />}
    </section>
  );
}
