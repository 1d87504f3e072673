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
import { Form } from '../../components/Form.tsx';
import { typedOrNull, useForm } from '../../components/use-form.ts';
import { hoursOf, hoursOfMinutes } from './words.ts';
import { DataTable, type Column } from '../../components/DataTable.tsx';

type Kind = PrecepteePage['given'][number]['kind'];
const kinds: Record<Kind, string> = {
  supernumerary: 'Supernumerary',
  orientation: 'of these at orientation',
  protected_preceptee: 'Protected, preceptee',
  protected_preceptor: 'Protected, preceptor',
};
type Key = 'kind' | 'day' | 'hours' | 'purpose' | 'note';

const givenColumns = ({ logged }: PrecepteePage): Column<PrecepteePage['given'][number]>[] => [
  { key: 'kind', title: 'Hours', header: true, value: ({ kind }) => kinds[kind] },
  {
    key: 'given',
    title: 'Given',
    number: true,
    value: ({ given }) => given / 60,
    show: ({ given }) => hoursOfMinutes(given),
    means: 'Hours up to today: supernumerary shifts of the rosters and entries made by hand.',
  },
  {
    key: 'booked',
    title: 'Booked',
    number: true,
    value: ({ booked }) => booked / 60,
    show: ({ booked }) => hoursOfMinutes(booked),
    means: 'Hours on days after today.',
  },
  {
    key: 'owed',
    title: 'Owed',
    number: true,
    value: ({ owed }) => (owed === null ? null : owed.numerator / owed.denominator / 60),
    show: ({ kind, owed }) => (owed === null ? (kind === 'orientation' ? 'none set' : 'not known') : hoursOf(owed)),
    means: 'Hours that the programme asks for at the WTE of the preceptee.',
  },
  {
    key: 'logged',
    title: 'Of the log',
    number: true,
    value: ({ kind }) => (logged?.[kind] == null ? null : logged[kind] / 60),
    show: ({ kind }) => (logged?.[kind] == null ? '' : hoursOfMinutes(logged[kind])),
    means: 'Hours that the imported log says, beside those counted here.',
  },
];

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
  const columns: Column<(typeof rows)[number]>[] = [
    {
      key: 'day',
      title: 'Day',
      header: true,
      value: ({ day }) => day,
      show: ({ day }) => `${dateText(day)}${day > page.on ? ', booked' : ''}`,
    },
    {
      key: 'kind',
      title: 'Kind',
      value: ({ kind }) => kinds[kind],
      means:
        'Supernumerary hours, of these those at orientation, and protected hours of the preceptee or the preceptor.',
    },
    {
      key: 'hours',
      title: 'Hours',
      means: 'Hours of the entry or the shift.',
      number: true,
      value: ({ minutes }) => minutes / 60,
      show: ({ minutes }) => hoursOfMinutes(minutes),
    },
    {
      key: 'from',
      title: 'From',
      value: (row) =>
        row.from === 'roster'
          ? `roster, ${row.unit}`
          : ['by hand', purposeOf(row), row.note].filter(Boolean).join(' · '),
      means: 'A supernumerary shift of a roster that was imported, or an entry made by hand with its purpose and note.',
    },
    {
      key: 'act',
      title: 'Actions',
      acts: true,
      value: () => null,
      show: (row) =>
        row.from === 'entry' && (
          <Button
            aria-label={`Remove ${hoursOfMinutes(row.minutes)} hours of ${dateText(row.day)} of ${name}`}
            onClick={() => remove.mutate(row.id, { onError: (error) => announce(sentence(error)) })}
          >
            Remove
          </Button>
        ),
    },
  ];
  return (
    <section aria-labelledby="hours-title">
      <h2 id="hours-title">Hours</h2>
      <DataTable
        caption="Hours given, booked and owed"
        columns={givenColumns(page)}
        rows={page.given}
        rowKey={({ kind }) => kind}
      />
      <Pace hours={hours} today={page.on} />
      <HoursForm page={page} />
      {rows.length > 0 && (
        <DataTable
          caption="Entries and supernumerary shifts"
          columns={columns}
          rows={rows}
          rowKey={({ from, id }) => `${from} ${id}`}
        />
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
      {behind && (
        <>
          <Status kind="red" word="Behind" />
          {' · '}
        </>
      )}
      {hoursOf(hours.unbooked)} h are neither given nor booked
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
    <Form record={page.row.key} onSubmit={submit} className="not-printed hours-form" aria-label="Record hours">
      <ErrorSummary problems={form.problems} />
      <Fields id="hours" fields={fields} typed={form.typed} problems={form.problems} onType={form.type} />
      {form.patients.warning}
      <Button type="submit" disabled={save.isPending}>
        Record hours
      </Button>
    </Form>
  );
}
