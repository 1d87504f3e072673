import type { Mend, ProblemGroup } from '#contract';
import type { planner } from '../../client/planner.ts';

type Rows = Awaited<ReturnType<typeof planner.imports.problems>>;

/** Where problems come from: a file that is being imported, or an import that left rows out. */
export interface ProblemSource {
  /** Tells the answers to queries apart. */
  readonly key: readonly unknown[];
  readonly groups: readonly ProblemGroup[];
  /** Sets of code words with what a word of them may mean. */
  readonly words: Readonly<Record<string, readonly { code: string; title: string }[]>>;
  rows(which: { group: string; offset: number; limit: number }, options?: { signal?: AbortSignal }): Promise<Rows>;
}

const page = 1000;

/** One value for the cells of every row of a problem. */
export async function mendsOfAll(source: ProblemSource, group: ProblemGroup, value: string): Promise<Mend[]> {
  if (group.count === 1) return [{ row: group.firstRow, field: group.field, value }];
  const mends: Mend[] = [];
  for (let offset = 0; ; offset += page) {
    const { total, rows } = await source.rows({ group: group.key, offset, limit: page });
    mends.push(...rows.map(({ row }) => ({ row, field: group.field, value })));
    if (offset + page >= total) return mends;
  }
}
