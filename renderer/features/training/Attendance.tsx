import { type FormEvent, useState } from 'react';
import type { ConsultantEvent, Supervision } from '#contract';
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
import { percentText } from '../../components/numbers.ts';
import { Status } from '../../components/Status.tsx';
import { typedOrNull, useForm } from '../../components/use-form.ts';
import { fractionText, shortDay } from './words.ts';

const columnsFor = (onOpen: (id: number) => void): Column<ConsultantEvent>[] => [
  {
    key: 'date',
    title: 'Day',
    header: true,
    value: ({ date }) => date,
    show: ({ id, date, situationName }) => (
      <button
        type="button"
        className="link"
        aria-label={`${shortDay(date)}, ${situationName}`}
        onClick={() => onOpen(id)}
      >
        {shortDay(date)}
      </button>
    ),
  },
  {
    key: 'situation',
    title: 'Event',
    value: ({ situationName }) => situationName,
    means: 'The situation in which the guidance asks for a consultant.',
  },
  {
    key: 'attended',
    title: 'Consultant',
    value: ({ attended, asked }) => (attended ? 'Attended' : asked ? 'Did not attend' : 'Not asked for'),
    show: ({ attended, asked }) => (
      <Status
        kind={attended ? 'green' : asked ? 'red' : 'blue'}
        word={attended ? 'Attended' : asked ? 'Did not attend' : 'Signed-off doctor there'}
      />
    ),
    means: 'Whether the consultant attended in person where that is asked for.',
  },
  { key: 'reason', title: 'Why not', value: ({ reason }) => reason },
  {
    key: 'reviewed',
    title: 'Reviewed in the unit',
    value: ({ attended, asked, reviewed }) => (attended || !asked ? '' : reviewed ? 'yes' : 'not yet'),
    means: 'Whether an event without a consultant was reviewed.',
  },
  { key: 'action', title: 'What was done', value: ({ action }) => action },
];

/** Events that ask for a consultant, whether one came, and what was done where not. */
export function Attendance({ data }: { data: Supervision }) {
  const [open, setOpen] = useState<number | 'new' | null>(null);
  const add = (
    <Button kind="main" onClick={() => setOpen('new')}>
      Add an event
    </Button>
  );
  const opened = typeof open === 'number' ? data.events.find(({ id }) => id === open) : undefined;
  const { attendance, reviewed } = data;
  return (
    <>
      {data.events.length === 0 ? (
        <EmptyState title="No events yet" action={add}>
          <p>
            Each event for which the college asks a consultant to come will be here: its day and kind, whether the
            consultant came, and what the unit did where not. Enter nothing about the patient.
          </p>
        </EmptyState>
      ) : (
        <>
          <p>
            {fractionText(attendance.rate)} events attended ({percentText(attendance.rate)}); {attendance.wanted} % is
            wanted. {fractionText(reviewed)} missed events reviewed in the unit.
          </p>
          <DataTable
            caption="Events that ask for a consultant"
            columns={columnsFor(setOpen)}
            rows={data.events}
            rowKey={({ id }) => id}
            tools={add}
          />
        </>
      )}
      {open !== null && <EventDialog data={data} event={opened ?? null} onClose={() => setOpen(null)} />}
    </>
  );
}

const keys = ['date', 'situation', 'attended', 'signedOff', 'reason', 'reviewed', 'action'] as const;
type Key = (typeof keys)[number];
const yesNo = [
  { key: 'yes', name: 'Yes' },
  { key: 'no', name: 'No' },
];
const yes = (flag: boolean | undefined) => (flag ? 'yes' : 'no');

function EventDialog({
  data,
  event,
  onClose,
}: {
  data: Supervision;
  event: ConsultantEvent | null;
  onClose: () => void;
}) {
  const trust = useTrust().code;
  const form = useForm<Key>('event', 'date', () => ({
    date: event?.date ?? data.today,
    situation: event?.situation ?? data.situations[0]?.key ?? '',
    attended: yes(event?.attended ?? true),
    signedOff: yes(event?.signedOff),
    reason: event?.reason ?? '',
    reviewed: yes(event?.reviewed),
    action: event?.action ?? '',
  }));
  const { typed } = form;
  const save = useAct(
    () =>
      planner.training.setConsultantEvent({
        trust,
        ...(event ? { id: event.id } : {}),
        date: typed.date,
        situation: typed.situation,
        attended: typed.attended === 'yes',
        signedOff: typed.signedOff === 'yes',
        reviewed: typed.reviewed === 'yes',
        reason: typedOrNull(typed.reason),
        action: typedOrNull(typed.action),
        aboutNoPatient: form.patients.aboutNoPatient,
      }),
    ({ label }) => label && `Saved: ${label}`,
  );
  const remove = useAct(
    () => planner.training.removeConsultantEvent({ trust, id: event?.id ?? 0 }),
    ({ label }) => label && `${label}. Undo brings it back.`,
  );
  const submit = (submitted: FormEvent) => {
    submitted.preventDefault();
    if (form.judge(typed.date ? {} : { date: 'Enter the day.' }))
      save.mutate(undefined, { onSuccess: onClose, onError: form.failed });
  };
  const allowsSignedOff = data.situations.find(({ key }) => key === typed.situation)?.unlessSignedOff === true;
  return (
    <Dialog title={event ? event.situationName : 'Add an event'} record={event?.id} wide onClose={onClose}>
      <Form onSubmit={submit}>
        <ErrorSummary problems={form.problems} />
        <Fields
          id="event"
          fields={[
            { key: 'date', label: 'Day', kind: 'date' },
            { key: 'situation', label: 'Event', choices: data.situations },
            { key: 'attended', label: 'The consultant came', choices: yesNo },
            ...(allowsSignedOff
              ? [{ key: 'signedOff' as const, label: 'A doctor signed off for it was there', choices: yesNo }]
              : []),
            ...(typed.attended === 'no'
              ? [
                  { key: 'reason' as const, label: 'Why not' },
                  { key: 'reviewed' as const, label: 'Reviewed in the unit', choices: yesNo },
                  { key: 'action' as const, label: 'What was done', kind: 'words' as const },
                ]
              : []),
          ]}
          typed={typed}
          problems={form.problems}
          onType={form.type}
        />
        {form.patients.warning}
        <DialogFoot
          save={event ? 'Save the event' : 'Add the event'}
          isSaving={save.isPending}
          onCancel={onClose}
          history={event && { kind: 'consultant_event', key: String(event.id) }}
        >
          {event && (
            <Button
              kind="warning"
              onClick={() => remove.mutate(undefined, { onSuccess: onClose, onError: form.failed })}
            >
              Remove the event
            </Button>
          )}
        </DialogFoot>
      </Form>
    </Dialog>
  );
}
