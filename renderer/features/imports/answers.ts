import type { Mapping, Mend, ProblemGroup } from '#contract';

/** What a person said of a problem: what its word means, its cells mended, or that its rows stay out. */
export type Answer =
  | { readonly kind: 'word'; readonly code: string; readonly title: string }
  | { readonly kind: 'cells'; readonly mends: readonly Mend[] }
  | { readonly kind: 'leave' };

/** A problem as it was when it was answered. */
export interface Answered {
  readonly group: ProblemGroup;
  readonly answer: Answer;
}

export type Answers = Readonly<Record<string, Answered>>;

/** True where an answer settles all rows of its problem. */
export function isSettled({ group, answer }: Answered): boolean {
  return answer.kind !== 'cells' || answer.mends.length >= group.count;
}

/** The answers with one more; cells mended before stay mended. */
export function withAnswer(answers: Answers, group: ProblemGroup, answer: Answer): Answers {
  const before = answers[group.key];
  if (answer.kind !== 'cells' || before?.answer.kind !== 'cells') return { ...answers, [group.key]: { group, answer } };
  const others = before.answer.mends.filter(
    (old) => !answer.mends.some(({ row, field }) => row === old.row && field === old.field),
  );
  const mends = [...others, ...answer.mends];
  return { ...answers, [group.key]: { group: before.group, answer: { kind: 'cells', mends } } };
}

export function withoutAnswer(answers: Answers, key: string): Answers {
  const { [key]: _gone, ...others } = answers;
  return others;
}

/** The answers as a mapping says them; of two values typed for a cell the later one counts. */
export function mappingOf(answers: Answers): Pick<Mapping, 'codes'> & { mends: Mend[] } {
  const codes: Record<string, Record<string, string>> = {};
  const mends = new Map<string, Mend>();
  for (const { group, answer } of Object.values(answers)) {
    if (answer.kind === 'word' && group.words !== null) (codes[group.words] ??= {})[group.read] = answer.code;
    if (answer.kind === 'cells') for (const mend of answer.mends) mends.set(`${mend.row} ${mend.field}`, mend);
  }
  return { ...(Object.keys(codes).length > 0 && { codes }), mends: [...mends.values()] };
}

/** An answer in words. */
export function answerText({ group, answer }: Answered): string {
  if (answer.kind === 'leave') return group.count === 1 ? 'this row is left out' : 'these rows are left out';
  if (answer.kind === 'word') return `means ${answer.title}`;
  const values = [...new Set(answer.mends.map(({ value }) => value || '(empty)'))];
  const shown = values.slice(0, 3).join(', ') + (values.length > 3 ? ' and others' : '');
  return answer.mends.length === 1 ? `mended to ${shown}` : `${answer.mends.length} cells mended to ${shown}`;
}
