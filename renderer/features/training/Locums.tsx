import { useState } from 'react';
import type { LocumEpisode, Supervision } from '#contract';
import { Button } from '../../components/Button.tsx';
import { type Column, DataTable } from '../../components/DataTable.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { Status } from '../../components/Status.tsx';
import { LocumDialog } from './LocumDialog.tsx';
import { nameIn, shortDay } from './words.ts';

const columnsFor = ({ routes, levels }: Supervision, onOpen: (id: number) => void): Column<LocumEpisode>[] => [
  {
    key: 'doctor',
    title: 'Doctor',
    header: true,
    value: ({ doctor }) => doctor,
    show: ({ id, doctor, agency }) => (
      <span className="post-name">
        <button type="button" className="link" onClick={() => onOpen(id)}>
          {doctor}
        </button>
        <small>{agency}</small>
      </span>
    ),
  },
  {
    key: 'first',
    title: 'From',
    value: ({ first }) => first,
    show: ({ first }) => <span className="no-break">{shortDay(first)}</span>,
  },
  {
    key: 'last',
    title: 'To',
    value: ({ last }) => last,
    show: ({ last }) => <span className="no-break">{shortDay(last)}</span>,
  },
  { key: 'days', title: 'Days', number: true, value: ({ days }) => days, means: 'Days of the engagement.' },
  {
    key: 'term',
    title: 'Term',
    value: ({ term }) => (term === 'short' ? 'Short' : 'Long'),
    means: 'Short: up to two weeks; long: more.',
  },
  {
    key: 'route',
    title: 'Route or checks',
    value: (one) =>
      one.term === 'short'
        ? one.route === null
          ? 'none'
          : nameIn(routes, one.route)
        : [
            one.toolComplete === true && 'tool complete',
            one.induction === true && 'induction',
            one.namedConsultant && `named consultant ${one.namedConsultant}`,
          ]
            .filter(Boolean)
            .join(', ') || 'none',
    means: 'How a short-term locum is known to be fit for the duty, or which checks of a long-term one are done.',
  },
  {
    key: 'certificate',
    title: 'Certificate',
    value: ({ certificate, level }) => [certificate, level && nameIn(levels, level)].filter(Boolean).join(', '),
    means: 'Certificate of eligibility, and its level.',
  },
  {
    key: 'checked',
    title: 'Checked',
    value: ({ checkedBy, checkedOn }) => [checkedBy, checkedOn && shortDay(checkedOn)].filter(Boolean).join(', '),
  },
  {
    key: 'status',
    title: 'Status',
    value: ({ compliant, wanting }) => (compliant ? 'Compliant' : wanting.join(', ')),
    show: ({ compliant, wanting, remarks }) => (
      <>
        <Status kind={compliant ? 'green' : 'red'} word={compliant ? 'Compliant' : 'Not compliant'} />
        {wanting.length > 0 && <small className="locums__wanting">{capital(wanting.join(', '))}</small>}
        {remarks.map((remark) => (
          <div key={remark}>
            <Status kind="amber" word={capital(remark)} />
          </div>
        ))}
      </>
    ),
    means: 'Compliant, or what is wanting.',
  },
];

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** Every spell of a locum with its route, certificate and checks. */
export function Locums({ data }: { data: Supervision }) {
  const [open, setOpen] = useState<number | 'new' | null>(null);
  const add = (
    <Button kind="main" onClick={() => setOpen('new')}>
      Add a locum
    </Button>
  );
  const opened = typeof open === 'number' ? data.locums.find(({ id }) => id === open) : undefined;
  return (
    <>
      {data.locums.length === 0 ? (
        <EmptyState title="No locums yet" action={add}>
          <p>
            Each spell of a locum on the middle-grade rota will be here, with the route by which the doctor may work,
            the certificate and its level, and who checked it when. A spell of {data.rules.shortTermDays} days or fewer
            is short-term; a longer one asks for the monitoring tool, an induction and a named consultant.
          </p>
        </EmptyState>
      ) : (
        <div className="locums">
          <DataTable
            caption="Locums on the middle-grade rota"
            columns={columnsFor(data, setOpen)}
            rows={data.locums}
            rowKey={({ id }) => id}
            tools={add}
          />
          <p className="quiet">
            Short-term spells of the audit by route:{' '}
            {data.byRoute.map(({ name, episodes }) => `${name}: ${episodes}`).join('; ')}.
          </p>
        </div>
      )}
      {open !== null && <LocumDialog data={data} locum={opened ?? null} onClose={() => setOpen(null)} />}
    </>
  );
}
