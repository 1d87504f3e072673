import type { FormEvent } from 'react';
import type { RoleHolder, RolePerson, TrainingRole } from '#contract';
import { planner } from '../../client/planner.ts';
import { useAct } from '../../client/queries.ts';
import { useTrust } from '../../client/trust.ts';
import { Button } from '../../components/Button.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { DialogFoot } from '../../components/DialogFoot.tsx';
import { ErrorSummary } from '../../components/ErrorSummary.tsx';
import { type Field, Fields } from '../../components/Fields.tsx';
import { Form } from '../../components/Form.tsx';
import { typedOrNull, useForm } from '../../components/use-form.ts';

type Key =
  | 'person'
  | 'level'
  | 'competencies'
  | 'since'
  | 'oriented'
  | 'done'
  | 'by'
  | 'protectedHours'
  | 'ended'
  | 'note';

const fieldsOf = (competencies: number): Record<TrainingRole, Field<Key>[]> => ({
  support: [
    {
      key: 'level',
      label: 'Level of the framework',
      choices: [2, 3, 4].map((level) => ({ key: String(level), name: `Level ${level}` })),
      none: 'Not set',
    },
    { key: 'competencies', label: `Competencies signed, of ${competencies}`, kind: 'number' },
    { key: 'done', label: 'Passport signed off on', kind: 'date' },
    { key: 'by', label: 'Signed by' },
    { key: 'note', label: 'Note (optional)', kind: 'words' },
  ],
  coordinator: [
    { key: 'since', label: 'Coordinator since', kind: 'date' },
    { key: 'oriented', label: 'Orientation done on', kind: 'date' },
    { key: 'done', label: 'Module done on', kind: 'date' },
    { key: 'by', label: 'Given by' },
    { key: 'ended', label: 'Ended on', kind: 'date' },
    { key: 'note', label: 'Note (optional)', kind: 'words' },
  ],
  pma: [
    { key: 'done', label: 'Qualified on', kind: 'date' },
    { key: 'since', label: 'In the role since', kind: 'date' },
    { key: 'protectedHours', label: 'Protected hours a month', kind: 'number' },
    { key: 'ended', label: 'Ended on', kind: 'date' },
    { key: 'note', label: 'Note (optional)', kind: 'words' },
  ],
});

const titles = {
  support: 'Add a support worker',
  coordinator: 'Add a coordinator',
  pma: 'Add an advocate',
} as const;

interface RoleDialogProps {
  of: TrainingRole;
  /** Null for somebody who is chosen here. */
  holder: RoleHolder | null;
  candidates: RolePerson[];
  competencies: number;
  onClose: () => void;
}

/** What somebody has of a role or framework. */
export function RoleDialog({ of: role, holder, candidates, competencies, onClose }: RoleDialogProps) {
  const trust = useTrust().code;
  const fields = fieldsOf(competencies)[role];
  const text = (value: number | null | undefined) => (value == null ? '' : String(value));
  const form = useForm<Key>('role', holder ? (fields[0]?.key ?? 'note') : 'person', () => ({
    person: holder?.person ?? candidates[0]?.person ?? '',
    level: text(holder?.level),
    competencies: text(holder?.competencies),
    since: holder?.since ?? '',
    oriented: holder?.oriented ?? '',
    done: holder?.done ?? '',
    by: holder?.by ?? '',
    protectedHours: holder?.protectedMinutes == null ? '' : String(holder.protectedMinutes / 60),
    ended: holder?.ended ?? '',
    note: holder?.note ?? '',
  }));
  const { typed } = form;
  const number = (words: string) => (words.trim() === '' ? null : Number(words.replace(',', '.')));
  const hours = number(typed.protectedHours);
  const save = useAct(
    () =>
      planner.training.setRole({
        trust,
        role,
        person: typed.person,
        level: number(typed.level),
        competencies: number(typed.competencies),
        since: typedOrNull(typed.since),
        oriented: typedOrNull(typed.oriented),
        done: typedOrNull(typed.done),
        by: typedOrNull(typed.by),
        protectedMinutes: hours === null ? null : Math.round(hours * 60),
        ended: typedOrNull(typed.ended),
        note: typedOrNull(typed.note),
        aboutNoPatient: form.patients.aboutNoPatient,
      }),
    ({ label }) => label && `Saved: ${label}`,
  );
  const remove = useAct(
    () => planner.training.removeRole({ trust, role, person: typed.person }),
    ({ label }) => label && `${label}. Undo brings it back.`,
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const signed = number(typed.competencies);
    const sound = form.judge({
      ...(hours === null || hours >= 0 ? {} : { protectedHours: 'Enter hours, such as 7.5.' }),
      ...(signed === null || (Number.isInteger(signed) && signed >= 0 && signed <= competencies)
        ? {}
        : { competencies: `Enter a whole number up to ${competencies}.` }),
    });
    if (sound) save.mutate(undefined, { onSuccess: onClose, onError: form.failed });
  };
  const whom: Field<Key> = {
    key: 'person',
    label: 'Who',
    choices: candidates.map(({ person, name, unit, band }) => ({
      key: person,
      name: [name ?? person, band && `Band ${band}`, unit].filter(Boolean).join(', '),
    })),
  };
  return (
    <Dialog title={holder ? (holder.name ?? holder.person) : titles[role]} wide onClose={onClose}>
      <Form onSubmit={submit}>
        <ErrorSummary problems={form.problems} />
        <Fields
          id="role"
          fields={holder ? fields : [whom, ...fields]}
          typed={typed}
          problems={form.problems}
          onType={form.type}
        />
        {form.patients.warning}
        <DialogFoot
          save="Save"
          isSaving={save.isPending}
          onCancel={onClose}
          history={holder && { kind: 'role_record', fields: { role, person: holder.person } }}
        >
          {holder?.entered && (
            <Button
              kind="warning"
              onClick={() => remove.mutate(undefined, { onSuccess: onClose, onError: form.failed })}
            >
              Remove what is entered
            </Button>
          )}
        </DialogFoot>
      </Form>
    </Dialog>
  );
}
