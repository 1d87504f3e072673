import { type FormEvent } from 'react';
import type { PrecepteePage } from '#contract';
import { planner } from '../../client/planner.ts';
import { useAct } from '../../client/queries.ts';
import { sentence } from '../../client/refusal.ts';
import { useTrust } from '../../client/trust.ts';
import { announce } from '../../components/announce.ts';
import { Button } from '../../components/Button.tsx';
import { ErrorSummary } from '../../components/ErrorSummary.tsx';
import { dateText } from '../../components/numbers.ts';
import { Status } from '../../components/Status.tsx';
import { type Field, Fields } from '../../components/Fields.tsx';
import { typedOrNull, useForm } from '../../components/use-form.ts';
import { hoursOf, hoursOfMinutes } from './words.ts';

type Kind = PrecepteePage['given'][number]['kind'];
const kinds: Record<Kind, string> = {
  supernumerary: 'Supernumerary',
  orientation: 'of these at orientation',
  protected_preceptee: 'Protected, preceptee',
  protected_preceptor: 'Protected, preceptor',
};
type Key = 'kind' | 'day' | 'hours' | 'purpose' | 'note';

/** Hours given, booked and owed, with the entries and shifts behind them. */
export function HoursPart({ page }: { page: PrecepteePage }) {
  const trust = useTrust().code;
  const { key, hours, name } = page.row;
  const remove = useAct(
    (id: number) => planner.preceptorship.removeHours({ trust, key, id }),
    ({ label }) => label && `${label}. Undo brings it back.`,
  );
  const rows = [
    ...page.entries.map((entry) => ({ ...entry, from: 'entry' as const })),
    ...page.shifts.map((shift, at) => ({ ...shift, id: -at, kind: 'supernumerary' as const, from: 'roster' as const })),
  ].sort((one, other) => (one.day < other.day ? 1 : -1));
  const purposeOf = (row: (typeof rows)[number]) =>
    'purpose' in row ? page.programme.purposes.find((one) => one.key === row.purpose)?.name : undefined;
  return (
    <section aria-labelledby="hours-title">
      <h2 id="hours-title">Hours</h2>
      <div className="table-scroll">
        <table className="table">
          <caption className="unseen">Hours given, booked and owed</caption>
          <thead>
            <tr>
              <th scope="col">Hours</th>
              <th scope="col" className="number">
                Given
              </th>
              <th scope="col" className="number">
                Booked
              </th>
              <th scope="col" className="number">
                Owed
              </th>
              <th scope="col" className="number">
                Of the log
              </th>
            </tr>
          </thead>
          <tbody>
            {page.given.map(({ kind, given, booked, owed }) => (
              <tr key={kind}>
                <th scope="row">{kinds[kind]}</th>
                <td className="number">{hoursOfMinutes(given)}</td>
                <td className="number">{hoursOfMinutes(booked)}</td>
                <td className="number">
                  {owed === null ? (kind === 'orientation' ? 'none set' : 'not known') : hoursOf(owed)}
                </td>
                <td className="number">
                  {page.logged === null || page.logged[kind] === null ? '' : hoursOfMinutes(page.logged[kind])}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Pace hours={hours} today={page.on} />
      <HoursForm page={page} />
      {rows.length > 0 && (
        <div className="table-scroll">
          <table className="table">
            <caption className="unseen">Entries and supernumerary shifts</caption>
            <thead>
              <tr>
                <th scope="col">Day</th>
                <th scope="col">Kind</th>
                <th scope="col" className="number">
                  Hours
                </th>
                <th scope="col">From</th>
                <th scope="col">
                  <span className="unseen">Actions</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={`${row.from} ${row.id}`}>
                  <th scope="row">
                    {dateText(row.day)}
                    {row.day > page.on ? ', booked' : ''}
                  </th>
                  <td>{kinds[row.kind]}</td>
                  <td className="number">{hoursOfMinutes(row.minutes)}</td>
                  <td>
                    {row.from === 'roster'
                      ? `roster, ${row.unit}`
                      : ['by hand', purposeOf(row), row.note].filter(Boolean).join(' · ')}
                  </td>
                  <td>
                    {row.from === 'entry' && (
                      <Button
                        aria-label={`Remove ${hoursOfMinutes(row.minutes)} hours of ${dateText(row.day)} of ${name}`}
                        onClick={() => remove.mutate(row.id, { onError: (error) => announce(sentence(error)) })}
                      >
                        Remove
                      </Button>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}

/** Whether the supernumerary hours keep up, and until when a gap can still be filled. */
function Pace({ hours, today }: { hours: PrecepteePage['row']['hours']; today: string }) {
  if (hours.owed === null || hours.unbooked === null)
    return (
      <p className="note note--attention">No WTE is given, so the hours that are owed are not known. Enter the WTE.</p>
    );
  if (hours.unbooked.numerator === 0) return <p>All supernumerary hours are given or booked.</p>;
  const behind = hours.behindFrom !== null && hours.behindFrom <= today;
  return (
    <p className={behind ? 'note note--attention' : undefined}>
      {behind && <Status kind="red" word="Behind" />} {hoursOf(hours.unbooked)} h are neither given nor booked
      {hours.behindFrom &&
        ` · too far behind the even pace ${behind ? 'since' : 'from'} ${dateText(hours.behindFrom)}${behind ? '' : ' on'}`}
      {hours.lastStart && ` · to be begun by ${dateText(hours.lastStart)} at the latest`}
    </p>
  );
}

function HoursForm({ page }: { page: PrecepteePage }) {
  const trust = useTrust().code;
  const blank = () => ({ kind: 'supernumerary', day: page.on, hours: '', purpose: '', note: '' });
  const form = useForm<Key>('hours', 'hours', blank);
  const isProtected = form.typed.kind.startsWith('protected');
  const fields: Field<Key>[] = [
    {
      key: 'kind',
      label: 'Kind',
      choices: (Object.keys(kinds) as Kind[]).map((each) => ({
        key: each,
        name: each === 'orientation' ? 'Supernumerary, at orientation' : kinds[each],
      })),
    },
    { key: 'day', label: 'Day', kind: 'date' },
    { key: 'hours', label: 'Hours, such as 7.5', kind: 'number' },
    ...(isProtected
      ? [{ key: 'purpose' as const, label: 'For', none: 'Not said', choices: page.programme.purposes }]
      : []),
    { key: 'note', label: 'Note', most: 300 },
  ];
  const save = useAct(
    () => {
      const { kind, day, hours, purpose, note } = form.typed;
      return planner.preceptorship.addHours({
        trust,
        key: page.row.key,
        kind: kind as Kind,
        day,
        minutes: Math.round(Number(hours.replace(',', '.')) * 60),
        purpose: isProtected ? typedOrNull(purpose) : null,
        note: typedOrNull(note),
        aboutNoPatient: form.patients.aboutNoPatient,
      });
    },
    ({ label }) => label && `Saved: ${label}`,
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const { day, hours } = form.typed;
    const sound = form.judge({
      ...(day === '' ? { day: 'Enter the day.' } : {}),
      ...(Number(hours.replace(',', '.')) > 0 ? {} : { hours: 'Enter the hours, such as 7.5.' }),
    });
    if (sound) save.mutate(undefined, { onSuccess: () => form.type('hours', ''), onError: form.failed });
  };
  return (
    <form onSubmit={submit} noValidate className="not-printed hours-form" aria-label="Record hours">
      <ErrorSummary problems={form.problems} />
      <Fields id="hours" fields={fields} typed={form.typed} problems={form.problems} onType={form.type} />
      {form.patients.warning}
      <Button type="submit" disabled={save.isPending}>
        Record hours
      </Button>
    </form>
  );
}
