import { solve } from 'yalps';
import type { PublishedTables } from '../../electron/core/protected-tables.ts';
import type { ProtectedCount } from '../../electron/core/small-numbers.ts';

/**
 * The least and the most that each count left out can be, by everything that is published: whole numbers that fit all sums,
 * found by solving, with no look at how they were protected.
 */
export function attack(
  tables: PublishedTables,
  shown: ReadonlyMap<string, ProtectedCount>,
  hideBelow: number,
): Map<string, [number, number]> {
  // Of what goes with another, or has changed by few, it is not told whether it is small.
  const follows = new Set(
    [...(tables.goWith?.values() ?? []), ...(tables.changed ?? []), ...(tables.unknown ?? [])].flat(),
  );
  const hidden = [...shown].filter(([, { kind }]) => kind === 'small' || kind === 'withheld');
  // Who knows the method knows too that what is withheld, and goes with nothing, is no small count by itself.
  const knowsAll = hidden.every(
    ([key, { kind }]) => kind === 'small' || follows.has(key) || (tables.counts.get(key) ?? 0) >= hideBelow,
  );
  const isHidden = new Set(hidden.map(([key]) => key));
  const answer = new Map<string, [number, number]>();
  for (const { keys, sums } of unsolved(tables, isHidden)) {
    const constraints: Record<string, { equal?: number; min?: number; max?: number }> = {};
    const variables: Record<string, Record<string, number>> = Object.fromEntries(keys.map((key) => [key, {}]));
    for (const key of keys) {
      const isSmall = shown.get(key)?.kind === 'small';
      const low = isSmall ? 1 : knowsAll && !follows.has(key) ? hideBelow : 0;
      constraints[`of ${key}`] = { min: low, max: isSmall ? hideBelow - 1 : 500 };
      variables[key]![`of ${key}`] = 1;
    }
    const known = (key: string) => {
      const one = shown.get(key);
      return one?.kind === 'shown' ? one.count : 0;
    };
    for (const [index, { total, parts }] of sums.entries()) {
      const rest = known(total) - parts.reduce((sum, part) => sum + known(part), 0);
      constraints[`sum ${index}`] = { equal: rest };
      for (const part of parts) if (isHidden.has(part)) variables[part]![`sum ${index}`] = 1;
      if (isHidden.has(total)) variables[total]![`sum ${index}`] = -1;
    }
    const extreme = (key: string, direction: 'minimize' | 'maximize') => {
      for (const [name, of] of Object.entries(variables)) of['asked'] = name === key ? 1 : 0;
      return Math.round(solve({ direction, objective: 'asked', constraints, variables, integers: true }).result);
    };
    // What nobody was told and nobody can be told by may come out.
    for (const key of keys.filter((one) => !tables.unknown?.has(one)))
      answer.set(key, [extreme(key, 'minimize'), extreme(key, 'maximize')]);
  }
  return answer;
}

/** Counts left out that sums bind to one another, with these sums: each a puzzle by itself. */
function unsolved({ sums }: PublishedTables, isHidden: ReadonlySet<string>) {
  const open = sums.map((sum) => ({ sum, keys: [sum.total, ...sum.parts].filter((key) => isHidden.has(key)) }));
  const puzzles: { keys: string[]; sums: PublishedTables['sums'][number][] }[] = [];
  const left = new Set(isHidden);
  for (const start of isHidden) {
    if (!left.delete(start)) continue;
    const keys = new Set([start]);
    for (const one of keys)
      for (const { keys: bound } of open) if (bound.includes(one)) for (const other of bound) keys.add(other);
    for (const key of keys) left.delete(key);
    const own = open.filter(({ keys: [first] }) => first !== undefined && keys.has(first));
    puzzles.push({ keys: [...keys], sums: own.map(({ sum }) => sum) });
  }
  return puzzles;
}
