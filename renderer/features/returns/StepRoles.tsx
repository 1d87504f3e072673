import type { FormEvent } from 'react';
import type { Register, ReturnStep } from '#contract';
import { planner } from '../../client/planner.ts';
import { useAct } from '../../client/queries.ts';
import { Button } from '../../components/Button.tsx';
import { DialogFoot } from '../../components/DialogFoot.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { type Field, Fields } from '../../components/Fields.tsx';
import { Form } from '../../components/Form.tsx';
import { useForm } from '../../components/use-form.ts';

interface StepRolesProps {
  register: Register;
  step: ReturnStep;
  onAdded: (role: string) => void;
  onClose: () => void;
}

const field: Field<'role'>[] = [
  { key: 'role', label: 'Role', most: 120, hint: 'Such as Deputy Chief Nurse. A role, never a name.' },
];

/** Roles that the trust has added to those that take a step: one more, or one fewer. */
export function StepRoles({ register, step, onAdded, onClose }: StepRolesProps) {
  const of = { trust: register.trust.code, step };
  const own = register.roles.find((one) => one.step === step)?.own ?? [];
  const form = useForm<'role'>('own-role', 'role', () => ({ role: '' }));
  const said = ({ label }: { label: string | null }) => label;
  const add = useAct((role: string) => planner.returns.addRole({ ...of, role }), said);
  const remove = useAct((role: string) => planner.returns.removeRole({ ...of, role }), said);
  const send = (event: FormEvent) => {
    event.preventDefault();
    const role = form.typed.role.trim();
    if (!form.judge({ role: role === '' ? 'Enter a role.' : '' })) return;
    add.mutate(role, {
      onSuccess: () => {
        onAdded(role);
        onClose();
      },
      onError: form.failed,
    });
  };
  return (
    <Dialog title="Roles that may take this step" onClose={onClose}>
      <Form onSubmit={send}>
        <p>Those of the rules stay. What you add here holds for every return of {register.trust.name}.</p>
        {own.length > 0 && (
          <ul>
            {own.map((role) => (
              <li key={role}>
                {role}{' '}
                <Button
                  onClick={() => remove.mutate(role, { onError: form.failed })}
                  aria-label={`Take off the list: ${role}`}
                >
                  Take off
                </Button>
              </li>
            ))}
          </ul>
        )}
        <Fields id="own-role" fields={field} typed={form.typed} problems={form.problems} onType={form.type} />
        <DialogFoot save="Add the role" isSaving={add.isPending} onCancel={onClose} />
      </Form>
    </Dialog>
  );
}
