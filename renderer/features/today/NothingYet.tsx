import { planner } from '../../client/planner.ts';
import { useAct } from '../../client/queries.ts';
import { useSignedIn } from '../../client/session.ts';
import { sentence } from '../../client/refusal.ts';
import { Button } from '../../components/Button.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { Term } from '../../components/Term.tsx';
import { ScreenLink } from '../../components/ScreenLink.tsx';

/** What a new trust sees: what will be here, and the first step. */
export function NothingYet() {
  const { isOn } = useSignedIn();
  const look = useAct(
    () => planner.sample.load(),
    () => 'The sample service is open',
  );
  return (
    <EmptyState
      title="Start with a file that you have"
      action={
        <p className="actions">
          <ScreenLink to="/imports" look="main">
            Import your first file
          </ScreenLink>
          <ScreenLink to="/establishment" look="button">
            Enter the establishment by hand
          </ScreenLink>
          {isOn('sample') && (
            <Button onClick={() => look.mutate()} disabled={look.isPending}>
              Look around with a sample service
            </Button>
          )}
        </p>
      }
    >
      <p>
        What is due, the figures that you keep in sight and what changed will be here. The staff list from{' '}
        <Term of="esr">ESR</Term> and the finance ledger give the gap at once; any other list can come first, and
        everything can be undone.
      </p>
      {look.isError && <p role="alert">{sentence(look.error)}</p>}
    </EmptyState>
  );
}
