import type { RetentionAction, RetentionPlan } from '#contract';

export type By = 'status' | 'due';

interface BoardColumn {
  key: string;
  name: string;
  cards: RetentionAction[];
}

const byDue = (one: RetentionAction, other: RetentionAction) => ((one.due ?? '~') < (other.due ?? '~') ? -1 : 1);

/** The columns of the board: statuses in their order, with those of the file that are none first; or what is due when. */
export function boardColumns(plan: RetentionPlan, actions: readonly RetentionAction[], by: By): BoardColumn[] {
  const column = (key: string, name: string, has: (action: RetentionAction) => boolean) => ({
    key,
    name,
    cards: actions.filter(has).sort(byDue),
  });
  if (by === 'due')
    return [
      column('overdue', 'Overdue', ({ overdueDays }) => overdueDays !== null),
      column('soon', 'Due soon', ({ dueSoon }) => dueSoon),
      column('later', 'Later', ({ closed, overdueDays, dueSoon, due }) => {
        return !closed && due !== null && overdueDays === null && !dueSoon;
      }),
      column('none', 'No due date', ({ closed, due }) => !closed && due === null),
      column('closed', 'Complete or cancelled', ({ closed }) => closed),
    ];
  const known = new Set(plan.statuses.map(({ key }) => key));
  const strange = [...new Set(actions.map(({ status }) => status ?? ''))].filter((status) => !known.has(status)).sort();
  return [
    ...strange.map((key) => column(key, key || 'No status', ({ status }) => (status ?? '') === key)),
    ...plan.statuses
      .map(({ key, name }) => column(key, name, ({ status }) => status === key))
      .filter(({ key, cards }) => key !== 'on_hold' || cards.length > 0),
  ];
}
