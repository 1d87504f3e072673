import { implementation } from '../../context.ts';
import { trustCode } from '../../contract/values.ts';
import { rulesInForce } from './rules-in-force.ts';

/**
 * Every call about a trust reckons by the rules as that trust has them: `context.reference` is theirs, so that no
 * calculation has to ask. What speaks of several trusts takes `rulesInForce` for each.
 */
export const ownRules = implementation.middleware(({ context, next }, input) => {
  const code = trustCode.safeParse((input as { readonly trust?: unknown } | null | undefined)?.trust);
  return code.success ? next({ context: { reference: rulesInForce(context, code.data) } }) : next();
});
