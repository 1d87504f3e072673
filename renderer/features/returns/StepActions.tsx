import { useEffect, useState } from 'react';
import type { Register } from '#contract';
import { planner } from '../../client/planner.ts';
import { useAct } from '../../client/queries.ts';
import { sentence } from '../../client/refusal.ts';
import { announce } from '../../components/announce.ts';
import { Button } from '../../components/Button.tsx';
import { StepDialog } from './StepDialog.tsx';
import { next } from './steps.ts';

const NEXT_STEP = 'next-step';

interface StepActionsProps {
  register: Register;
  onChecks: () => void;
}

/** The next step of the return, and the one that takes the last step back. */
export function StepActions({ register, onChecks }: StepActionsProps) {
  const [open, setOpen] = useState(false);
  const of = { trust: register.trust.code, period: register.period };
  const back = useAct(
    () => planner.returns.takeBack(of),
    ({ state }) => `Taken back: the return is ${state === 'submitted' ? 'as it was submitted' : `${state} again`}`,
  );
  const correct = useAct(
    () => planner.returns.correct(of),
    ({ title }) =>
      `The return of ${title} can be corrected. What was submitted counts until you submit the correction.`,
  );
  const fail = { onError: (error: Error) => announce(sentence(error)) };
  const step = next(register.state);
  // After a step its button is gone: the focus goes on to the one that comes next, not to nowhere.
  useEffect(() => {
    if (document.activeElement === document.body) document.getElementById(NEXT_STEP)?.focus();
  }, []);
  if (register.state === 'submitted')
    return (
      <Button id={NEXT_STEP} disabled={correct.isPending} onClick={() => correct.mutate(undefined, fail)}>
        Start a correction
      </Button>
    );
  return (
    <>
      {register.state !== 'draft' && (
        <Button disabled={back.isPending} onClick={() => back.mutate(undefined, fail)}>
          {register.state === 'correction'
            ? 'Give up the correction'
            : register.state === 'checked'
              ? 'Take the check back'
              : 'Take the sign-off back'}
        </Button>
      )}
      {step && (
        <Button id={NEXT_STEP} kind="main" onClick={() => setOpen(true)}>
          {step.button}
        </Button>
      )}
      {open && step && (
        <StepDialog register={register} step={step} onChecks={onChecks} onClose={() => setOpen(false)} />
      )}
    </>
  );
}
