import type { ActionEntry } from '../entries.ts';
import type { ActionGroups, RetentionFigures } from './figures.ts';
import { colours, statuses } from './statuses.ts';

const blank = '(blank)';
const wholeNumber = /^\d{1,9}$/u;

/** The figures of a retention plan under their printed names: numbers of actions, and counts of them. */
export function retentionAsExpected(figures: RetentionFigures, elements: ReadonlyMap<string, string>) {
  return {
    today: figures.today,
    by_status: counts(figures.byStatus, (status) => statuses[status] ?? status),
    by_rag: counts(figures.byRag, (colour) => colours[colour] ?? colour),
    by_theme: counts(figures.byTheme, (theme) => elements.get(theme) ?? theme),
    overdue_action_numbers: figures.overdue.map(numberOf),
    due_within_28_days_action_numbers: figures.dueSoon.map(numberOf),
    escalated: figures.escalated.length,
    by_theme2_ref: counts(figures.byReference, (reference) => reference),
  };
}

/** The number of an action, as a number where it is a whole one; its row where it has none. */
function numberOf({ number, row }: ActionEntry): number | string {
  if (number === null) return `row ${row}`;
  return wholeNumber.test(number) ? Number(number) : number;
}

function counts(groups: ActionGroups, nameOf: (word: string) => string): Record<string, number> {
  const entries = [...groups].map(([word, actions]): [string, number] => [
    word === null ? blank : nameOf(word),
    actions.length,
  ]);
  return Object.fromEntries(entries.sort(([one], [other]) => (one < other ? -1 : 1)));
}
