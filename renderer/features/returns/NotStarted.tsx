import type { PeriodOfReturn, Register } from '#contract';
import { planner } from '../../client/planner.ts';
import { useAct } from '../../client/queries.ts';
import { sentence } from '../../client/refusal.ts';
import { Button } from '../../components/Button.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';

/** A period without a return yet: what will be here, what it takes over, and the button that starts it. */
export function NotStarted({ register, periods }: { register: Register; periods: PeriodOfReturn[] }) {
  const earlier = periods.find(
    ({ period, kind, state }) => kind === register.kind && period < register.period && state !== 'not started',
  );
  const start = useAct(
    () => planner.returns.start({ trust: register.trust.code, period: register.period }),
    ({ title }) => `Started the return of ${title}`,
  );
  return (
    <EmptyState
      title={`The return of ${register.title} has not been started`}
      action={
        <Button kind="main" disabled={start.isPending} onClick={() => start.mutate(undefined)}>
          Start this return
        </Button>
      }
    >
      <p>
        Here the trust answers its twelve lines of Theme 2: status, progress, next steps, evidence, lead, due date, risk
        with its mitigation, help needed, and whether it will share. What the app knows is offered beside each line.
      </p>
      <p>
        {earlier
          ? `From ${earlier.title} it takes over each lead, due date, risk, mitigation and help needed, and every line that is complete and embedded.`
          : `There is no earlier ${register.kind} to take anything over from.`}
      </p>
      {start.isError && (
        <p className="nhsuk-error-message" role="alert">
          {sentence(start.error)}
        </p>
      )}
    </EmptyState>
  );
}
