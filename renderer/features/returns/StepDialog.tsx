import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { PeriodOfReturn, Register } from '#contract';
import { planner } from '../../client/planner.ts';
import { useAct } from '../../client/queries.ts';
import { sentence } from '../../client/refusal.ts';
import { Answered } from '../../components/Answered.tsx';
import { Button } from '../../components/Button.tsx';
import { Choose } from '../../components/Choose.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { DialogFoot } from '../../components/DialogFoot.tsx';
import { type Field, Fields } from '../../components/Fields.tsx';
import { Form } from '../../components/Form.tsx';
import { counted } from '../../components/numbers.ts';
import { useForm } from '../../components/use-form.ts';
import { ChangeTable } from './ChangesView.tsx';
import { StepRoles } from './StepRoles.tsx';
import type { NextStep } from './steps.ts';

interface StepDialogProps {
  register: Register;
  step: NextStep;
  onChecks: () => void;
  onClose: () => void;
}

type Of = { trust: string; period: string };
const ID = 'step';
const whyField: Field<'reason'>[] = [
  {
    key: 'reason',
    label: 'Why it is corrected',
    kind: 'words',
    most: 500,
    hint: 'Goes with the return to the LMNS. Name nobody.',
  },
];

function take(of: Of, { key }: NextStep, role: string, reason: string, figuresAnew: boolean): Promise<PeriodOfReturn> {
  const { returns } = planner;
  if (key === 'check') return returns.check({ ...of, role });
  if (key === 'signOff') return returns.signOff({ ...of, role });
  if (key === 'submit') return returns.submit({ ...of, role });
  return returns.restate({ ...of, role, reason, figuresAnew }).then(({ period }) => period);
}

/** Takes the next step by a role, once what is to be looked at has been seen. */
export function StepDialog({ register, step, onChecks, onClose }: StepDialogProps) {
  const of = { trust: register.trust.code, period: register.period };
  const roles = register.roles.find((own) => own.step === step.key)?.roles ?? [];
  const [chosen, setRole] = useState(roles[0] ?? '');
  const [listing, setListing] = useState(false);
  const role = roles.includes(chosen) ? chosen : (roles[0] ?? '');
  const [figuresAnew, setFiguresAnew] = useState(false);
  const form = useForm<'reason'>(ID, 'reason', () => ({ reason: '' }));
  const isCorrection = step.key === 'restate';
  const act = useAct(
    () => take(of, step, role, form.typed.reason, figuresAnew),
    () => `${step.done} the return of ${register.title}`,
  );
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (isCorrection && !form.judge({ reason: form.typed.reason.trim() === '' ? 'Say why it is corrected.' : '' }))
      return;
    act.mutate(undefined, { onSuccess: onClose });
  };
  return (
    <Dialog title={`${step.button}: ${register.title}`} wide={isCorrection} onClose={onClose}>
      <Form className="step-dialog" onSubmit={send}>
        <Looked of={of} step={step} onChecks={onChecks} />
        <p>{step.means}</p>
        <Choose title="Role" value={role} choices={roles.map((name) => ({ key: name, name }))} onChoose={setRole} />
        <Button onClick={() => setListing(true)}>Other roles…</Button>
        {isCorrection && (
          <>
            <Fields id={ID} fields={whyField} typed={form.typed} problems={form.problems} onType={form.type} />
            <label className="choice">
              <input type="checkbox" checked={figuresAnew} onChange={(event) => setFiguresAnew(event.target.checked)} />
              Work the figures out again as they are now, too
            </label>
          </>
        )}
        {act.isError && (
          <p className="nhsuk-error-message" role="alert">
            {sentence(act.error)}
          </p>
        )}
        <DialogFoot save={step.button} isSaving={act.isPending} onCancel={onClose} />
      </Form>
      {listing && <StepRoles register={register} step={step.key} onAdded={setRole} onClose={() => setListing(false)} />}
    </Dialog>
  );
}

/** What to look at first: what the checks found, or what differs from what was signed off or submitted. */
function Looked({ of, step, onChecks }: { of: Of; step: NextStep; onChecks: () => void }) {
  const isKept = step.key === 'submit' || step.key === 'restate';
  const checks = useQuery({
    queryKey: ['returns', of.trust, of.period, 'checks'],
    queryFn: () => planner.returns.checks(of),
    enabled: !isKept,
  });
  const changes = useQuery({
    queryKey: ['returns', of.trust, of.period, 'changes'],
    queryFn: () => planner.returns.changes(of),
    enabled: isKept,
  });
  if (!isKept)
    return (
      <Answered query={checks}>
        {(found) =>
          found.length === 0 ? (
            <p>The checks found nothing to look at.</p>
          ) : (
            <div className="note note--attention">
              <p>
                The checks found {counted(found.length, 'thing')} to look at. The step can be taken all the same.{' '}
                <button type="button" className="link" onClick={onChecks}>
                  See the checks
                </button>
              </p>
            </div>
          )
        }
      </Answered>
    );
  return (
    <Answered query={changes}>
      {({ kept }) =>
        kept === null || kept.changes.length === 0 ? (
          <p>
            {step.key === 'restate'
              ? 'No answer and no figure in the evidence differs from what was submitted.'
              : 'Nothing has changed since it was signed off.'}
          </p>
        ) : (
          <>
            <p>
              {step.key === 'restate'
                ? 'What differs from what was submitted:'
                : 'These have moved since it was signed off. What was signed off is what will be submitted; to send them, take the sign-off back.'}
            </p>
            <ChangeTable caption="What differs" changes={kept.changes} />
          </>
        )
      }
    </Answered>
  );
}
