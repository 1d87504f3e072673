import type { FormEvent } from 'react';
import type { RetentionPlan } from '#contract';
import { planner } from '../../client/planner.ts';
import { useAct } from '../../client/queries.ts';
import { useTrust } from '../../client/trust.ts';
import { Dialog } from '../../components/Dialog.tsx';
import { DialogFoot } from '../../components/DialogFoot.tsx';
import { ErrorSummary } from '../../components/ErrorSummary.tsx';
import { type Field, Fields } from '../../components/Fields.tsx';
import { Form } from '../../components/Form.tsx';
import { typedOrNull, useForm } from '../../components/use-form.ts';

type Key = 'name' | 'approvedBy' | 'approvedOn' | 'lmnsOn' | 'covers' | 'nextReview';

const fields: Field<Key>[] = [
  { key: 'name', label: 'Name of the version', hint: 'such as 2026/27, version 3' },
  { key: 'approvedBy', label: 'Approved by', hint: 'such as Trust Board' },
  { key: 'approvedOn', label: 'Approved on', kind: 'date' },
  { key: 'lmnsOn', label: 'Seen by the LMNS on (optional)', kind: 'date' },
  { key: 'covers', label: 'Staff groups and units covered (optional)' },
  { key: 'nextReview', label: 'Next review of the plan (optional)', kind: 'date' },
];

/** Keeps the plan as it stands as a version that somebody approved. */
export function ApproveDialog({ plan, onClose }: { plan: RetentionPlan; onClose: () => void }) {
  const trust = useTrust().code;
  const form = useForm<Key>('version', 'name', () => ({
    name: '',
    approvedBy: '',
    approvedOn: plan.on,
    lmnsOn: '',
    covers: plan.versions[0]?.covers ?? '',
    nextReview: '',
  }));
  const { typed } = form;
  const save = useAct(
    () =>
      planner.retention.approve({
        trust,
        name: typed.name,
        approvedBy: typed.approvedBy,
        approvedOn: typed.approvedOn,
        lmnsOn: typedOrNull(typed.lmnsOn),
        covers: typedOrNull(typed.covers),
        nextReview: typedOrNull(typed.nextReview),
        aboutNoPatient: form.patients.aboutNoPatient,
      }),
    ({ label }) => `Kept: ${label}`,
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const sound = form.judge({
      ...(typed.name.trim() ? {} : { name: 'Enter a name for the version.' }),
      ...(typed.approvedBy.trim() ? {} : { approvedBy: 'Enter who approved it.' }),
      ...(typed.approvedOn ? {} : { approvedOn: 'Enter the day on which it was approved.' }),
    });
    if (sound) save.mutate(undefined, { onSuccess: onClose, onError: form.failed });
  };
  return (
    <Dialog title="Keep the plan as it stands" wide onClose={onClose}>
      <Form onSubmit={submit}>
        <ErrorSummary problems={form.problems} />
        <p>
          All {plan.actions.filter(({ gone }) => !gone).length} actions are kept as they are now. Later changes leave
          the version as it is.
        </p>
        <Fields id="version" fields={fields} typed={typed} problems={form.problems} onType={form.type} />
        {form.patients.warning}
        <DialogFoot save="Keep the version" isSaving={save.isPending} onCancel={onClose} />
      </Form>
    </Dialog>
  );
}
