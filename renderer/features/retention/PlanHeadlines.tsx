import type { RetentionPlan } from '#contract';
import { Figure, Figures } from '../../components/Figure.tsx';
import type { Show } from './PlanFilters.tsx';
import { planMade } from './figures.ts';

/** Open, overdue, unmeasured and escalated actions, each with its rows. */
export function PlanHeadlines({ plan, onShow }: { plan: RetentionPlan; onShow: (show: Show) => void }) {
  const made = planMade(plan);
  const actions = plan.actions.filter(({ gone }) => !gone);
  const open = actions.filter(({ closed }) => !closed);
  const complete = actions.filter(({ status }) => status === 'complete').length;
  return (
    <Figures>
      <Figure
        name="Open actions"
        value={`${open.length} of ${actions.length}`}
        making={made.open}
        remark={`${complete} complete · ${plan.dueSoon.length} due soon`}
        onRows={() => onShow('open')}
      />
      <Figure
        name="Overdue"
        value={String(plan.overdue.length)}
        making={made.overdue}
        remark="due before today, neither complete nor cancelled"
        onRows={() => onShow('overdue')}
      />
      <Figure
        name="Unmeasured"
        value={String(plan.unmeasured.length)}
        making={made.unmeasured}
        remark="open, without a figure and without a value"
        onRows={() => onShow('unmeasured')}
      />
      <Figure
        name="Escalated"
        value={String(plan.escalated)}
        making={made.escalated}
        remark="to the LMNS or NHS England, whatever the status"
        onRows={() => onShow('escalated')}
      />
    </Figures>
  );
}
