import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { planner } from '../../../client/planner.ts';
import { useTrust } from '../../../client/trust.ts';
import { Answered } from '../../../components/Answered.tsx';
import { Button } from '../../../components/Button.tsx';
import { EmptyState } from '../../../components/EmptyState.tsx';
import { ActionDialog } from '../ActionDialog.tsx';
import { ActionTable } from '../ActionTable.tsx';
import { openPlace } from '../../../client/opened.ts';

const lines = ['5.2', '5.3', '5.13'];

/** Actions of the retention plan that serve the equality plan: by their reference to it, or by a line of the delivery plan. */
export function EqualityActions() {
  const trust = useTrust().code;
  const [adding, setAdding] = useState(false);
  const query = useQuery({
    queryKey: ['retention plan', trust],
    queryFn: () => planner.retention.plan({ trust }),
  });
  const add = (
    <Button kind="main" onClick={() => setAdding(true)}>
      Add an action
    </Button>
  );
  return (
    <Answered query={query}>
      {(plan) => {
        const actions = plan.actions.filter(
          ({ equalityReference, references }) =>
            equalityReference !== null || references.some((line) => lines.includes(line)),
        );
        return (
          <>
            {actions.length === 0 ? (
              <EmptyState title="No action of the equality plan yet" action={add}>
                <p>
                  Actions of the retention plan that name the equality plan, or line 5.2, 5.3 or 5.13 of the delivery
                  plan, are listed here.
                </p>
              </EmptyState>
            ) : (
              <>
                <ActionTable actions={actions} onOpen={(key) => openPlace('action', key)} />
                <p className="not-printed below-table">{add}</p>
              </>
            )}
            {adding && (
              <ActionDialog
                plan={plan}
                action={null}
                start={{ references: '5.2', equalityReference: 'Equality plan', start: plan.on, status: 'not_started' }}
                onSaved={(key) => openPlace('action', key)}
                onClose={() => setAdding(false)}
              />
            )}
          </>
        );
      }}
    </Answered>
  );
}
