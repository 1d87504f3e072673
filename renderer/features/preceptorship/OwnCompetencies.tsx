import { useQuery } from '@tanstack/react-query';
import type { FormEvent } from 'react';
import { planner } from '../../client/planner.ts';
import { useAct } from '../../client/queries.ts';
import { useTrust } from '../../client/trust.ts';
import { Answered } from '../../components/Answered.tsx';
import { Button } from '../../components/Button.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { ErrorSummary } from '../../components/ErrorSummary.tsx';
import { Fields } from '../../components/Fields.tsx';
import { Form } from '../../components/Form.tsx';
import { useForm } from '../../components/use-form.ts';
import { DialogFoot } from '../../components/DialogFoot.tsx';

/** Competencies that the trust follows beside the published lists: number and title. */
export function OwnCompetencies({ onClose }: { onClose: () => void }) {
  const trust = useTrust().code;
  const form = useForm<'number' | 'title'>('own', 'number', () => ({ number: '', title: '' }));
  const own = useQuery({
    queryKey: ['preceptorship', trust, 'own competencies'],
    queryFn: () => planner.preceptorship.ownCompetencies({ trust }),
  });
  const said = ({ label }: { label: string | null }) => label && `Saved: ${label}`;
  const add = useAct(
    () =>
      planner.preceptorship.addOwnCompetency({ trust, ...form.typed, aboutNoPatient: form.patients.aboutNoPatient }),
    said,
  );
  const remove = useAct((id: number) => planner.preceptorship.removeOwnCompetency({ trust, id }), said);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const blank = () => {
      form.type('number', '');
      form.type('title', '');
    };
    if (form.judge({})) add.mutate(undefined, { onSuccess: blank, onError: form.failed });
  };
  return (
    <Dialog title="Competencies of our own" onClose={onClose}>
      <p>Followed for every preceptee of this trust, beside the published lists.</p>
      <Answered query={own}>
        {(rows) =>
          rows.length === 0 ? (
            <p>None yet.</p>
          ) : (
            <ul>
              {rows.map(({ id, number, title }) => (
                <li key={id}>
                  {number} {title}{' '}
                  <Button
                    aria-label={`Remove ${number} ${title}`}
                    onClick={() => remove.mutate(id, { onError: form.failed })}
                  >
                    Remove
                  </Button>
                </li>
              ))}
            </ul>
          )
        }
      </Answered>
      <Form onSubmit={submit}>
        <ErrorSummary problems={form.problems} />
        <Fields
          id="own"
          fields={[
            { key: 'number', label: 'Number', hint: 'such as T1' },
            { key: 'title', label: 'Title', hint: 'no text of the competency' },
          ]}
          typed={form.typed}
          problems={form.problems}
          onType={form.type}
        />
        {form.patients.warning}
        <DialogFoot save="Add the competency" isSaving={add.isPending} onCancel={onClose} cancel="Close" />
      </Form>
    </Dialog>
  );
}
