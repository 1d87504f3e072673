import type { RetentionAction, RetentionPlan } from '#contract';

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
  const choice = (
    field: 'theme' | 'owner' | 'line',
    title: string,
    choices: readonly (readonly [string, string])[],
  ) => (
    <label className="filter">
      {title}
      <select value={filter[field] ?? ''} onChange={({ target }) => set({ [field]: target.value || null })}>
        <option value="">All</option>
        {choices.map(([key, name]) => (
          <option key={key} value={key}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
  return (
    <span className="vacancy-filters">
      <label className="filter">
        Show
        <select value={filter.show} onChange={({ target }) => set({ show: target.value as Show })}>
          {Object.entries(shows)
            .filter(([key]) => key !== 'gone' || plan.actions.some(({ gone }) => gone))
            .map(([key, { title }]) => (
              <option key={key} value={key}>
                {title}
              </option>
            ))}
        </select>
      </label>
      {choice(
        'theme',
        'Element',
        [...themes].flatMap(([key, name]) => (key === null ? [] : [[key, name] as const])),
      )}
      {choice(
        'owner',
        'Owner',
        owners.map((owner) => [owner, owner] as const),
      )}
      {choice(
        'line',
        'Line',
        lines.map((line) => [line, line] as const),
      )}
    </span>
  );
}
