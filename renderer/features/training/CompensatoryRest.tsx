import { type FormEvent, useState } from 'react';
import type { DisturbedOnCall, Supervision } from '#contract';
import { planner } from '../../client/planner.ts';
import { useAct } from '../../client/queries.ts';
import { useTrust } from '../../client/trust.ts';
import { Button } from '../../components/Button.tsx';
import { type Column, DataTable } from '../../components/DataTable.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { DialogFoot } from '../../components/DialogFoot.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorSummary } from '../../components/ErrorSummary.tsx';
import { Fields } from '../../components/Fields.tsx';
import { Form } from '../../components/Form.tsx';
import { hoursText } from '../../components/numbers.ts';
import { Status } from '../../components/Status.tsx';
import { typedOrNull, useForm } from '../../components/use-form.ts';
import { shortDay } from './words.ts';

/** What became of the rest after a night, as a status. */
export function restStatus({ owed, given }: Pick<DisturbedOnCall, 'owed' | 'given'>) {
  if (given === true) return { kind: 'green', word: 'Given' } as const;
  if (!owed) return { kind: 'blue', word: 'Not owed' } as const;
  return given === false
    ? ({ kind: 'red', word: 'Not given' } as const)
    : ({ kind: 'amber', word: 'To come' } as const);
}

const columnsFor = (onOpen: (id: number) => void): Column<DisturbedOnCall>[] => [
  {
    key: 'date',
    title: 'Night of',
    header: true,
    value: ({ date }) => date,
    show: ({ id, date, who }) => (
      <button
        type="button"
        className="link"
        aria-label={`${shortDay(date)}${who ? `, ${who}` : ''}`}
        onClick={() => onOpen(id)}
      >
        {shortDay(date)}
      </button>
    ),
  },
  { key: 'who', title: 'Who', value: ({ who }) => who },
  {
    key: 'left',
    title: 'Rest left, hours',
    number: true,
    value: ({ restMinutes }) => restMinutes,
    show: ({ restMinutes }) => (restMinutes === null ? 'not known' : hoursText(restMinutes)),
    means: 'Hours of rest that were left in the twenty-four of the night on call.',
  },
  {
    key: 'status',
    title: 'Compensatory rest',
    value: (one) => restStatus(one).word,
    show: (one) => <Status {...restStatus(one)} />,
    means: 'Whether rest is owed after the night, given, or still wanting.',
  },
  {
    key: 'given',
    title: 'Given on',
    value: ({ givenOn }) => givenOn,
    show: ({ givenOn }) => shortDay(givenOn, ''),
    means: 'The day on which it was given.',
  },
  { key: 'note', title: 'Note', value: ({ note }) => note },
];

/** Nights on call that were disturbed, and the rest given for them. */
export function CompensatoryRest({ data }: { data: Supervision }) {
  const [open, setOpen] = useState<number | 'new' | null>(null);
  const add = (
    <Button kind="main" onClick={() => setOpen('new')}>
      Add a night
    </Button>
  );
  const opened = typeof open === 'number' ? data.onCall.find(({ id }) => id === open) : undefined;
  const procedure = data.checklists
    .find(({ key }) => key === 'compensatory_rest')
    ?.lines.find(({ key }) => key === 'procedure');
  return (
    <>
      <p>
        {procedure?.state === 'met'
          ? 'A procedure for compensatory rest is in place.'
          : 'No procedure for compensatory rest is entered as in place: say so under “How doctors are supervised”.'}
      </p>
      {data.onCall.length === 0 ? (
        <EmptyState title="No disturbed nights yet" action={add}>
          <p>
            Each night on call from home that was disturbed will be here, how much continuous rest it left, and whether
            compensatory rest was given. Less than {data.rules.restHours} hours in the twenty-four is owed.
          </p>
        </EmptyState>
      ) : (
        <DataTable
          caption="Disturbed nights on call"
          columns={columnsFor(setOpen)}
          rows={data.onCall}
          rowKey={({ id }) => id}
          tools={add}
        />
      )}
      {open !== null && <NightDialog data={data} night={opened ?? null} onClose={() => setOpen(null)} />}
    </>
  );
}

type Key = 'date' | 'who' | 'rest' | 'given' | 'givenOn' | 'note';

function NightDialog({
  data,
  night,
  onClose,
}: {
  data: Supervision;
  night: DisturbedOnCall | null;
  onClose: () => void;
}) {
  const trust = useTrust().code;
  const form = useForm<Key>('night', 'date', () => ({
    date: night?.date ?? data.today,
    who: night?.who ?? '',
    rest: night?.restMinutes == null ? '' : String(night.restMinutes / 60),
    given: night?.given == null ? '' : night.given ? 'yes' : 'no',
    givenOn: night?.givenOn ?? '',
    note: night?.note ?? '',
  }));
  const { typed } = form;
  const hours = typed.rest.trim() === '' ? null : Number(typed.rest.replace(',', '.'));
  const save = useAct(
    () =>
      planner.training.setDisturbedOnCall({
        trust,
        ...(night ? { id: night.id } : {}),
        date: typed.date,
        who: typedOrNull(typed.who),
        restMinutes: hours === null ? null : Math.round(hours * 60),
        given: typed.given === '' ? null : typed.given === 'yes',
        givenOn: typedOrNull(typed.givenOn),
        note: typedOrNull(typed.note),
        aboutNoPatient: form.patients.aboutNoPatient,
      }),
    ({ label }) => label && `Saved: ${label}`,
  );
  const remove = useAct(
    () => planner.training.removeDisturbedOnCall({ trust, id: night?.id ?? 0 }),
    ({ label }) => label && `${label}. Undo brings it back.`,
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const isHours = hours === null || (hours >= 0 && hours <= 24);
    const sound = form.judge({
      ...(typed.date ? {} : { date: 'Enter the day.' }),
      ...(isHours ? {} : { rest: 'Enter hours, such as 7.5.' }),
    });
    if (sound) save.mutate(undefined, { onSuccess: onClose, onError: form.failed });
  };
  return (
    <Dialog
      title={night ? `Night of ${shortDay(night.date)}` : 'Add a night'}
      record={night?.id}
      wide
      onClose={onClose}
    >
      <Form onSubmit={submit}>
        <ErrorSummary problems={form.problems} />
        <Fields
          id="night"
          fields={[
            { key: 'date', label: 'Night of', kind: 'date' },
            { key: 'who', label: 'Who (optional)' },
            { key: 'rest', label: 'Continuous rest left, hours', kind: 'number', hint: 'Empty where nobody knows' },
            {
              key: 'given',
              label: 'Compensatory rest',
              choices: [
                { key: 'yes', name: 'Given' },
                { key: 'no', name: 'Not given' },
              ],
              none: 'Still to come',
            },
            { key: 'givenOn', label: 'Given on', kind: 'date' },
            { key: 'note', label: 'Note (optional)', kind: 'words' },
          ]}
          typed={typed}
          problems={form.problems}
          onType={form.type}
        />
        {form.patients.warning}
        <DialogFoot
          save={night ? 'Save the night' : 'Add the night'}
          isSaving={save.isPending}
          onCancel={onClose}
          history={night && { kind: 'disturbed_on_call', key: String(night.id) }}
        >
          {night && (
            <Button
              kind="warning"
              onClick={() => remove.mutate(undefined, { onSuccess: onClose, onError: form.failed })}
            >
              Remove the night
            </Button>
          )}
        </DialogFoot>
      </Form>
    </Dialog>
  );
}
