import type { SystemCompile } from '../../../contract/index.ts';
import { isProtected } from './protect-table.ts';

type Measures = SystemCompile['measures'];

/**
 * Lines of the plan on which a trust's words could tell a number of people that a period's compile leaves out, by the code of
 * the trust: sentences and corrections were protected by the trust for itself alone, and not beside the sums of the system.
 */
export function untoldLines(measures: Measures, period: string): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  for (const { definition, groups } of measures) {
    if (!isProtected(definition)) continue;
    for (const { tables } of groups)
      for (const { trust, numeratorState, denominatorState } of tables.find((one) => one.period === period)?.cells ??
        []) {
        const states = [numeratorState, denominatorState];
        if (!states.includes('small') && !states.includes('withheld')) continue;
        const lines = found.get(trust) ?? new Set<string>();
        found.set(trust, lines);
        for (const reference of definition.references) lines.add(reference);
      }
  }
  return found;
}

/** What trusts say that they corrected, without the numbers of a trust of which the compile leaves some out. */
export function saidWithoutNumbers(
  restatements: SystemCompile['restatements'],
  measures: Measures,
): SystemCompile['restatements'] {
  const untold = new Map<string, ReturnType<typeof untoldLines>>();
  const isUntold = (period: string, trust: string) => {
    const known = untold.get(period) ?? untoldLines(measures, period);
    untold.set(period, known);
    return known.has(trust);
  };
  const plain = (text: string) => (/\d/.test(text) ? '*' : text);
  return restatements.map((one) =>
    one.kind === 'said' && isUntold(one.period, one.trust) ? { ...one, from: plain(one.from), to: plain(one.to) } : one,
  );
}
