import type { SystemCompile } from '#contract';
import { disclosureFor } from '../../core/small-numbers.ts';
import type { Context } from '../../context.ts';
import { compiler } from './calculations/compile.ts';
import type { CompileOptions } from './calculations/options.ts';
import { documentOf, receiptsOf } from './receipt-repository.ts';
import { expectedTrusts, type LmnsRow } from './repository.ts';

/**
 * The system compiled from every accepted return of the trusts that are expected: of several for a trust and period the
 * latest stands, and those before it tell what was restated. Undefined where no return of the period was accepted.
 */
export function compileSystem(context: Context, lmns: LmnsRow, period: string): SystemCompile | undefined {
  const { database } = context;
  const trusts = expectedTrusts(database, lmns.id);
  const isExpected = new Set(trusts.map(({ code }) => code));
  const accepted = receiptsOf(database, lmns.id).filter(
    ({ state, code }) => state === 'accepted' && isExpected.has(code),
  );
  if (!accepted.some((receipt) => receipt.period === period)) return undefined;
  const own = compiler();
  // One at a time: a national store holds more returns than fit beside each other.
  for (const receipt of accepted) own.add(documentOf(database, receipt));
  return own.compile({ period, trusts, ...compileRules(context) });
}

/** What a compile goes by beside its period and trusts: small numbers as an LMNS shows them, and what is not compared. */
export function compileRules({
  reference,
}: Pick<Context, 'reference'>): Pick<CompileOptions, 'hideBelow' | 'assessmentYears' | 'censusDays'> {
  return {
    hideBelow: disclosureFor(reference.smallNumbers, 'lmns').hideBelow,
    assessmentYears: reference.theme2Return.assessmentYears,
    censusDays: reference.theme2Return.censusDays,
  };
}
