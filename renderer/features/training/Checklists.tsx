import { type FormEvent, useState } from 'react';
import type { Supervision, SupervisionChecklist } from '#contract';
import { planner } from '../../client/planner.ts';
import { useAct } from '../../client/queries.ts';
import { sentence } from '../../client/refusal.ts';
import { useTrust } from '../../client/trust.ts';
import { announce } from '../../components/announce.ts';
import { Button } from '../../components/Button.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { DialogFoot } from '../../components/DialogFoot.tsx';
import { ErrorSummary } from '../../components/ErrorSummary.tsx';
import { Fields } from '../../components/Fields.tsx';
import { Form } from '../../components/Form.tsx';
import { Status } from '../../components/Status.tsx';
import { typedCells, useForm } from '../../components/use-form.ts';
import { fractionText, shortDay } from './words.ts';
import { DataTable, type Column } from '../../components/DataTable.tsx';

type Line = SupervisionChecklist['lines'][number];

export const stateWords = {
  met: 'Met',
  partly: 'Partly met',
  not_met: 'Not met',
  not_applicable: 'Does not apply',
} as const;
const kinds = { met: 'green', partly: 'amber', not_met: 'red', not_applicable: 'blue' } as const;

/** How each group of doctors is supervised: the statement, and line by line what stands behind it. */
export function Checklists({ data }: { data: Supervision }) {
  const [chosen, setChosen] = useState(data.checklists[0]?.key ?? '');
  const [isStating, setStating] = useState(false);
  const [line, setLine] = useState<Line | null>(null);
  const list = data.checklists.find(({ key }) => key === chosen);
  if (list === undefined) return null;
  const columns: Column<Line>[] = [
    {
      key: 'asked',
      title: 'What is asked',
      header: true,
      value: ({ text }) => text,
      show: ({ text, mark }) => (
        <>
          {text} <small className="quiet">{mark === 'V' ? '' : 'default, check it'}</small>
        </>
      ),
    },
    {
      key: 'state',
      title: 'Where we are',
      value: ({ state }) => (state === null ? null : stateWords[state]),
      show: (one) => <State list={list.key} line={one} />,
      means: 'As the trust says: met, partly met, not met, or not applicable.',
    },
    { key: 'evidence', title: 'Evidence', value: (one) => one.evidence, means: 'Where it is proven.' },
    {
      key: 'checked',
      title: 'Checked',
      value: ({ checkedOn }) => checkedOn,
      show: ({ checkedOn }) => shortDay(checkedOn, ''),
    },
    {
      key: 'act',
      title: 'Action',
      acts: true,
      value: () => null,
      show: (one) => (
        <Button aria-label={`Evidence: ${one.text}`} onClick={() => setLine(one)}>
          Evidence
        </Button>
      ),
    },
  ];
  return (
    <>
      <div className="grid-tools" role="group" aria-label="Staff group">
        {data.checklists.map(({ key, name, met, answered, lines }) => (
          <Button key={key} aria-pressed={key === chosen} onClick={() => setChosen(key)}>
            {name} <small>{answered === 0 ? `0 of ${lines.length} answered` : `${fractionText(met)} met`}</small>
          </Button>
        ))}
      </div>
      <div className="section-head">
        <h2>{list.name}</h2>
        <Button onClick={() => setStating(true)}>
          {list.statement === null ? 'State how they are supervised' : 'Change the statement'}
        </Button>
      </div>
      <p>
        {list.statement ?? 'No statement yet: say in a few sentences how this group is supervised, and who leads it.'}
      </p>
      <p className="quiet">
        {[
          list.lead && `Lead: ${list.lead}`,
          list.agreedOn && `agreed on ${shortDay(list.agreedOn)}`,
          list.reviewOn && `review on ${shortDay(list.reviewOn)}`,
          `by ${list.guidance}`,
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <DataTable
        caption={`What the guidance asks, ${list.name}`}
        columns={columns}
        rows={list.lines}
        rowKey={({ key }) => key}
      />
      {isStating && <StatementDialog list={list} onClose={() => setStating(false)} />}
      {line && <EvidenceDialog list={list} line={line} onClose={() => setLine(null)} />}
    </>
  );
}

function State({ list, line }: { list: string; line: Line }) {
  const trust = useTrust().code;
  const set = useAct(
    (state: Line['state']) => planner.training.setCheck({ trust, checklist: list, line: line.key, state }),
    ({ label }) => label && `Saved: ${label}`,
  );
  return (
    <span className="actions">
      {line.state !== null && <Status kind={kinds[line.state]} word="" />}
      <select
        className="in-row"
        aria-label={`Where we are: ${line.text}`}
        value={line.state ?? ''}
        onChange={({ target }) =>
          set.mutate((target.value || null) as Line['state'], { onError: (error) => announce(sentence(error)) })
        }
      >
        <option value="">Not answered</option>
        {Object.entries(stateWords).map(([key, word]) => (
          <option key={key} value={key}>
            {word}
          </option>
        ))}
      </select>
    </span>
  );
}

function EvidenceDialog({ list, line, onClose }: { list: SupervisionChecklist; line: Line; onClose: () => void }) {
  const trust = useTrust().code;
  const form = useForm<'evidence'>('check', 'evidence', () => ({ evidence: line.evidence ?? '' }));
  const save = useAct(
    () =>
      planner.training.setCheck({
        trust,
        checklist: list.key,
        line: line.key,
        ...typedCells(['evidence'], form.typed),
        aboutNoPatient: form.patients.aboutNoPatient,
      }),
    ({ label }) => label && `Saved: ${label}`,
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate(undefined, { onSuccess: onClose, onError: form.failed });
  };
  return (
    <Dialog title="Evidence" record={`${list.key} ${line.key}`} wide onClose={onClose}>
      <Form onSubmit={submit}>
        <ErrorSummary problems={form.problems} />
        <p>{line.text}</p>
        <Fields
          id="check"
          fields={[{ key: 'evidence', label: 'What proves it, and where it is kept', kind: 'words' }]}
          typed={form.typed}
          problems={form.problems}
          onType={form.type}
        />
        {form.patients.warning}
        <DialogFoot
          save="Save the evidence"
          isSaving={save.isPending}
          onCancel={onClose}
          history={{ kind: 'supervision_check', fields: { checklist: list.key, line: line.key } }}
        />
      </Form>
    </Dialog>
  );
}

const statementKeys = ['statement', 'lead', 'agreedOn', 'reviewOn'] as const;

function StatementDialog({ list, onClose }: { list: SupervisionChecklist; onClose: () => void }) {
  const trust = useTrust().code;
  const form = useForm<(typeof statementKeys)[number]>('statement', 'statement', () => ({
    statement: list.statement ?? '',
    lead: list.lead ?? '',
    agreedOn: list.agreedOn ?? '',
    reviewOn: list.reviewOn ?? '',
  }));
  const save = useAct(
    () =>
      planner.training.setStatement({
        trust,
        checklist: list.key,
        ...typedCells(statementKeys, form.typed),
        aboutNoPatient: form.patients.aboutNoPatient,
      }),
    ({ label }) => label && `Saved: ${label}`,
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate(undefined, { onSuccess: onClose, onError: form.failed });
  };
  return (
    <Dialog
      title={`How ${list.name.charAt(0).toLowerCase()}${list.name.slice(1)} are supervised`}
      wide
      onClose={onClose}
    >
      <Form onSubmit={submit}>
        <ErrorSummary problems={form.problems} />
        <Fields
          id="statement"
          fields={[
            { key: 'statement', label: 'Statement', kind: 'words' },
            { key: 'lead', label: 'Lead' },
            { key: 'agreedOn', label: 'Agreed on', kind: 'date' },
            { key: 'reviewOn', label: 'Review on', kind: 'date' },
          ]}
          typed={form.typed}
          problems={form.problems}
          onType={form.type}
        />
        {form.patients.warning}
        <DialogFoot
          save="Save the statement"
          isSaving={save.isPending}
          onCancel={onClose}
          history={{ kind: 'supervision_statement', fields: { checklist: list.key } }}
        />
      </Form>
    </Dialog>
  );
}
