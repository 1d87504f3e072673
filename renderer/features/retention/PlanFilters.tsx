import type { RetentionAction, RetentionPlan } from '#contract';
import { asNamed, Choose, titled } from '../../components/Choose.tsx';

export type Show = 'open' | 'all' | 'overdue' | 'due_soon' | 'unmeasured' | 'escalated' | 'edited' | 'gone';

export interface Filter {
  readonly show: Show;
  readonly theme: string | null;
  readonly owner: string | null;
  readonly line: string | null;
}

export const everything: Filter = { show: 'open', theme: null, owner: null, line: null };

const shows: Record<Show, { title: string; has: (action: RetentionAction) => boolean }> = {
  open: { title: 'Open actions', has: ({ closed, gone }) => !closed && !gone },
  all: { title: 'All actions', has: ({ gone }) => !gone },
  overdue: { title: 'Overdue', has: ({ overdueDays, gone }) => overdueDays !== null && !gone },
  due_soon: { title: 'Due soon', has: ({ dueSoon, gone }) => dueSoon && !gone },
  unmeasured: { title: 'Unmeasured', has: ({ unmeasured, gone }) => unmeasured !== null && !gone },
  escalated: { title: 'Escalated', has: ({ escalateTo, gone }) => escalateTo !== null && !gone },
  edited: { title: 'Changed or entered by hand', has: ({ edited, from }) => edited.length > 0 || from === null },
  gone: { title: 'No longer in the newest plan', has: ({ gone }) => gone },
};

/** The actions that a filter leaves. */
export function filtered(actions: readonly RetentionAction[], { show, theme, owner, line }: Filter): RetentionAction[] {
  return actions.filter(
    (action) =>
      shows[show].has(action) &&
      (theme === null || action.theme === theme) &&
      (owner === null || action.owner === owner) &&
      (line === null || action.references.includes(line)),
  );
}

interface PlanFiltersProps {
  plan: RetentionPlan;
  filter: Filter;
  onFilter: (filter: Filter) => void;
}

/** Chooses the actions in view by state, element, owner and line of the delivery plan. */
export function PlanFilters({ plan, filter, onFilter }: PlanFiltersProps) {
  const themes = new Map(plan.actions.map(({ theme, themeName }) => [theme, themeName]));
  const known = (words: (string | null)[]) => [...new Set(words)].filter((word) => word !== null).sort();
  const owners = known(plan.actions.map(({ owner }) => owner));
  const lines = known(plan.actions.flatMap(({ references }) => references));
  const set = (part: Partial<Filter>) => onFilter({ ...filter, ...part });
  const shown = titled(shows).filter(({ key }) => key !== 'gone' || plan.actions.some(({ gone }) => gone));
  return (
    <span className="vacancy-filters">
      <Choose title="Show" value={filter.show} choices={shown} onChoose={(show) => set({ show })} />
      <Choose
        title="Element"
        all="All"
        value={filter.theme ?? ''}
        choices={[...themes].flatMap(([key, name]) => (key === null ? [] : [{ key, name }]))}
        onChoose={(theme) => set({ theme: theme || null })}
      />
      <Choose
        title="Owner"
        all="All"
        value={filter.owner ?? ''}
        choices={asNamed(owners)}
        onChoose={(owner) => set({ owner: owner || null })}
      />
      <Choose
        title="Line"
        all="All"
        value={filter.line ?? ''}
        choices={asNamed(lines)}
        onChoose={(line) => set({ line: line || null })}
      />
    </span>
  );
}
