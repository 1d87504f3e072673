import type { ProblemGroup } from '#contract';
import { counted } from '../../components/numbers.ts';
import { type Answered, type Answers, isSettled } from './answers.ts';

/** A problem on the list, with its answer where it has one. */
export interface Problem {
  readonly group: ProblemGroup;
  readonly answered: Answered | null;
}

export interface View {
  /** '' for all. */
  readonly column: string;
  readonly reason: string;
  readonly state: 'open' | 'answered' | 'all';
  readonly order: 'rows' | 'file' | 'column';
}

export const firstView: View = { column: '', reason: '', state: 'all', order: 'rows' };

/** Problems that are there now and those that were answered, each once. */
export function problemsOf(groups: readonly ProblemGroup[], answers: Answers): Problem[] {
  const open = groups.map((group) => {
    const answered = answers[group.key];
    return { group, answered: answered && isSettled(answered) ? answered : null };
  });
  const there = new Set(open.filter(({ answered }) => answered).map(({ group }) => group.key));
  const gone = Object.values(answers).filter(({ group }) => !there.has(group.key));
  const keys = new Set(groups.map(({ key }) => key));
  return [
    ...open,
    ...gone
      .filter((answered) => isSettled(answered) || !keys.has(answered.group.key))
      .map((answered) => ({ group: answered.group, answered })),
  ];
}

const orders: Record<View['order'], (one: ProblemGroup, other: ProblemGroup) => number> = {
  rows: (one, other) => other.count - one.count || one.firstRow - other.firstRow,
  file: (one, other) => one.firstRow - other.firstRow,
  column: (one, other) => one.column.localeCompare(other.column) || one.firstRow - other.firstRow,
};

/** What a view shows of the problems, in its order; answered ones keep their place. */
export function viewed(problems: readonly Problem[], { column, reason, state, order }: View): Problem[] {
  return problems
    .filter(
      ({ group, answered }) =>
        (column === '' || group.column === column) &&
        (reason === '' || group.reason === reason) &&
        (state === 'all' || (answered === null) === (state === 'open')),
    )
    .sort((one, other) => orders[order](one.group, other.group));
}

/** "12 problems to answer in 25 rows; 3 answered". */
export function countText(problems: readonly Problem[]): string {
  const open = problems.filter(({ answered }) => answered === null);
  const rows = open.reduce((sum, { group }) => sum + group.count, 0);
  const answered = problems.length - open.length;
  const left =
    open.length === 0
      ? 'No problem is left to answer'
      : `${counted(open.length, 'problem')} to answer in ${counted(rows, 'row')}`;
  return answered > 0 ? `${left}; ${answered} answered` : left;
}
