import { daysBetween } from '../../../core/dates.ts';
import type { ActionEntry } from '../entries.ts';
import { isClosed } from './statuses.ts';

/** Actions that are counted together, by a word of theirs; null for those without one. */
export type ActionGroups<Action extends ActionEntry = ActionEntry> = ReadonlyMap<string | null, readonly Action[]>;

export interface RetentionFigures<Action extends ActionEntry = ActionEntry> {
  readonly today: string;
  readonly byStatus: ActionGroups<Action>;
  readonly byRag: ActionGroups<Action>;
  readonly byTheme: ActionGroups<Action>;
  /** An action that names several lines of the plan counts once for each. */
  readonly byReference: ActionGroups<Action>;
  /** Due before today, and neither complete nor cancelled. */
  readonly overdue: readonly Action[];
  /** Due today or within the days of warning, and neither complete nor cancelled. */
  readonly dueSoon: readonly Action[];
  readonly escalated: readonly Action[];
}

/** The figures of a retention plan as on a day. The order of its rows is of no matter. */
export function retentionFigures<Action extends ActionEntry>(
  actions: readonly Action[],
  { dueSoonDays }: { readonly dueSoonDays: number },
  today: string,
): RetentionFigures<Action> {
  const dueIn = ({ due, status }: Action) => (due === null || isClosed(status) ? undefined : daysBetween(today, due));
  return {
    today,
    byStatus: groupsBy(actions, ({ status }) => [status]),
    byRag: groupsBy(actions, ({ rag }) => [rag]),
    byTheme: groupsBy(actions, ({ theme }) => [theme]),
    byReference: groupsBy(actions, ({ references }) => (references.length > 0 ? references : [null])),
    overdue: inOrder(actions.filter((action) => (dueIn(action) ?? 0) < 0)),
    dueSoon: inOrder(actions.filter((action) => isWithin(dueIn(action), dueSoonDays))),
    escalated: inOrder(actions.filter(({ escalated }) => escalated)),
  };
}

function isWithin(days: number | undefined, most: number): boolean {
  return days !== undefined && days >= 0 && days <= most;
}

/** Words are compared blind to case; of several spellings the last in the alphabet stands for all. */
function groupsBy<Action>(actions: readonly Action[], wordsOf: (action: Action) => readonly (string | null)[]) {
  const groups = new Map<string | null, { word: string | null; members: Action[] }>();
  for (const action of actions) {
    for (const word of wordsOf(action)) {
      const key = word?.toLowerCase() ?? null;
      const group = groups.get(key) ?? { word, members: [] };
      if (word !== null && word > (group.word ?? '')) group.word = word;
      group.members.push(action);
      groups.set(key, group);
    }
  }
  return new Map([...groups.values()].map(({ word, members }) => [word, members]));
}

/** By number, "2" before "10"; those without one last, by their rows. */
function inOrder<Action extends ActionEntry>(actions: readonly Action[]): Action[] {
  return [...actions].sort((one, other) => {
    if (one.number === null || other.number === null) {
      return Number(one.number === null) - Number(other.number === null) || one.row - other.row;
    }
    return compareNumbers(one.number, other.number) || one.row - other.row;
  });
}

function compareNumbers(one: string, other: string): number {
  const [theirs, others] = [partsOf(one), partsOf(other)];
  for (let at = 0; at < Math.min(theirs.length, others.length); at += 1) {
    const [a, b] = [theirs[at]!, others[at]!];
    if (a === b) continue;
    if (/^\d/.test(a) && /^\d/.test(b)) return Number(a) - Number(b) || (a < b ? -1 : 1);
    return a < b ? -1 : 1;
  }
  return theirs.length - others.length;
}

function partsOf(number: string): string[] {
  return number.match(/\d+|\D+/gu) ?? [];
}
