import { type FormEvent, useState } from 'react';
import type { EqualityCheckLine, WorkforceEquality } from '#contract';
import { planner } from '../../../client/planner.ts';
import { useAct } from '../../../client/queries.ts';
import { useTrust } from '../../../client/trust.ts';
import { Dialog } from '../../../components/Dialog.tsx';
import { DialogFoot } from '../../../components/DialogFoot.tsx';
import { ErrorSummary } from '../../../components/ErrorSummary.tsx';
import { Fields } from '../../../components/Fields.tsx';
import { Form } from '../../../components/Form.tsx';
import { dateText } from '../../../components/numbers.ts';
import { Status, type StatusKind } from '../../../components/Status.tsx';
import { typedCells, useForm } from '../../../components/use-form.ts';
import { DataTable, type Column } from '../../../components/DataTable.tsx';

const kinds: Readonly<Record<string, StatusKind>> = { not_started: 'red', under_way: 'amber', in_place: 'green' };

/** The anti-racism checklist: how far the trust is with each line, and what proves it. */
export function Checklist({ data }: { data: WorkforceEquality }) {
  const [open, setOpen] = useState<EqualityCheckLine | null>(null);
  const stateOf = (state: string | null) => {
    const word = data.states.find(({ key }) => key === state)?.name ?? state;
    const kind = kinds[state ?? ''];
    return word === null ? 'Not said' : kind ? <Status kind={kind} word={word} /> : word;
  };
  const columns: Column<EqualityCheckLine>[] = [
    {
      key: 'line',
      title: 'Line',
      header: true,
      value: ({ name }) => name,
      show: (line) => (
        <>
          <button type="button" className="link" onClick={() => setOpen(line)}>
            {line.name}
          </button>
          <span className="equality-table__how">{line.sentence}</span>
        </>
      ),
    },
    {
      key: 'state',
      title: 'State',
      value: ({ state }) =>
        state === null ? 'Not said' : (data.states.find(({ key }) => key === state)?.name ?? state),
      show: ({ state }) => stateOf(state),
      means: 'How far the trust is with the line, as it says itself.',
    },
    { key: 'evidence', title: 'Evidence', value: ({ evidence }) => evidence, means: 'What proves it.' },
    { key: 'lead', title: 'Lead', value: ({ lead }) => lead },
    { key: 'day', title: 'As on', value: ({ day }) => day, show: ({ day }) => day && dateText(day) },
  ];
  return (
    <>
      <DataTable
        className="equality-table"
        caption="Anti-racism checklist"
        columns={columns}
        rows={data.checklist}
        rowKey={({ key }) => key}
      />
      <p className="below-table">
        Lines in the planner’s own words, after the national resource on combatting racial discrimination against
        minority ethnic nurses, midwives and nursing associates.
      </p>
      {open && <CheckDialog line={open} states={data.states} onClose={() => setOpen(null)} />}
    </>
  );
}

const keys = ['state', 'lead', 'day', 'evidence'] as const;
type Key = (typeof keys)[number];

function CheckDialog({
  line,
  states,
  onClose,
}: {
  line: EqualityCheckLine;
  states: WorkforceEquality['states'];
  onClose: () => void;
}) {
  const trust = useTrust().code;
  const form = useForm<Key>(
    'check',
    'state',
    () => Object.fromEntries(keys.map((key) => [key, line[key] ?? ''])) as Record<Key, string>,
  );
  const save = useAct(
    () =>
      planner.retention.setEqualityCheck({
        trust,
        line: line.key,
        ...typedCells(keys, form.typed),
        aboutNoPatient: form.patients.aboutNoPatient,
      }),
    ({ label }) => (label ? `Saved: ${label}` : 'Nothing was changed'),
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate(undefined, { onSuccess: onClose, onError: form.failed });
  };
  return (
    <Dialog title={line.name} wide onClose={onClose}>
      <Form onSubmit={submit}>
        <ErrorSummary problems={form.problems} />
        <p>{line.sentence}</p>
        <Fields
          id="check"
          fields={[
            { key: 'state', label: 'State', choices: states, none: 'Not said' },
            { key: 'lead', label: 'Lead (role)' },
            { key: 'day', label: 'As on', kind: 'date' },
            { key: 'evidence', label: 'Evidence', kind: 'words' },
          ]}
          typed={form.typed}
          problems={form.problems}
          onType={form.type}
        />
        {form.patients.warning}
        <DialogFoot
          save="Save the line"
          isSaving={save.isPending}
          onCancel={onClose}
          history={{ kind: 'equality_check', fields: { line: line.key } }}
        />
      </Form>
    </Dialog>
  );
}
