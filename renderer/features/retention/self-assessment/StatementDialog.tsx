import type { FormEvent } from 'react';
import type { SelfAssessmentRound } from '#contract';
import { planner } from '../../../client/planner.ts';
import { useAct } from '../../../client/queries.ts';
import { useTrust } from '../../../client/trust.ts';
import { Dialog } from '../../../components/Dialog.tsx';
import { DialogFoot } from '../../../components/DialogFoot.tsx';
import { ErrorSummary } from '../../../components/ErrorSummary.tsx';
import { Fields } from '../../../components/Fields.tsx';
import { Form } from '../../../components/Form.tsx';
import { typedOrNull, useForm } from '../../../components/use-form.ts';

export type Statement = SelfAssessmentRound['elements'][number]['statements'][number];
type Named = { key: string; name: string };
type Key = 'rating' | 'evidence' | 'gap' | 'priority';

interface StatementDialogProps {
  round: number;
  statement: Statement;
  ratings: Named[];
  priorities: Named[];
  onClose: () => void;
}

/** Rates one statement, with evidence, gap and priority. */
export function StatementDialog({ round, statement, ratings, priorities, onClose }: StatementDialogProps) {
  const trust = useTrust().code;
  const form = useForm<Key>('statement', 'rating', () => ({
    rating: statement.rating ?? '',
    evidence: statement.evidence ?? '',
    gap: statement.gap ?? '',
    priority: statement.priority ?? '',
  }));
  const save = useAct(
    () =>
      planner.retention.rate({
        trust,
        id: round,
        statement: statement.key,
        rating: typedOrNull(form.typed.rating),
        evidence: typedOrNull(form.typed.evidence),
        gap: typedOrNull(form.typed.gap),
        priority: typedOrNull(form.typed.priority),
        aboutNoPatient: form.patients.aboutNoPatient,
      }),
    ({ label }) => `Saved: ${label}`,
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate(undefined, { onSuccess: onClose, onError: form.failed });
  };
  return (
    <Dialog title={statement.statement} record={round} wide onClose={onClose}>
      <Form onSubmit={submit}>
        <ErrorSummary problems={form.problems} />
        <Fields
          id="statement"
          fields={[
            { key: 'rating', label: 'Rating', choices: ratings, none: 'Not rated' },
            { key: 'priority', label: 'Priority', choices: priorities, none: 'Not said' },
            { key: 'evidence', label: 'Evidence', kind: 'words' },
            { key: 'gap', label: 'Gap', kind: 'words' },
          ]}
          typed={form.typed}
          problems={form.problems}
          onType={form.type}
        />
        {form.patients.warning}
        <DialogFoot
          save="Save the rating"
          isSaving={save.isPending}
          onCancel={onClose}
          history={{ kind: 'self_assessment_answer', fields: { self_assessment_id: round, statement: statement.key } }}
        />
      </Form>
    </Dialog>
  );
}
