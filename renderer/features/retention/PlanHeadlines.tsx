import type { RetentionPlan } from '#contract';
import { Figure, Figures } from '../../components/Figure.tsx';
import type { Show } from './PlanFilters.tsx';

/** Open, overdue, unmeasured and escalated actions, each with its rows. */
export function PlanHeadlines({ plan, onShow }: { plan: RetentionPlan; onShow: (show: Show) => void }) {
  const actions = plan.actions.filter(({ gone }) => !gone);
  const open = actions.filter(({ closed }) => !closed);
  const complete = actions.filter(({ status }) => status === 'complete').length;
  return (
    <Figures>
      <Figure
        name="Open actions"
        value={`${open.length} of ${actions.length}`}
        how={`${complete} complete · ${plan.dueSoon.length} due soon`}
        onRows={() => onShow('open')}
      />
      <Figure
        name="Overdue"
        value={String(plan.overdue.length)}
        how="due before today, neither complete nor cancelled"
        onRows={() => onShow('overdue')}
      />
      <Figure
        name="Unmeasured"
        value={String(plan.unmeasured.length)}
        how="open, without a figure and without a value"
        onRows={() => onShow('unmeasured')}
      />
      <Figure
        name="Escalated"
        value={String(plan.escalated)}
        how="to the LMNS or NHS England, whatever the status"
        onRows={() => onShow('escalated')}
      />
    </Figures>
  );
}
