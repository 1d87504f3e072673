import { type OwnValue, withOwnValues } from '../reference/own-values.ts';
import type { Reference } from '../reference/load.ts';
import type { Policy } from './policy.ts';

/** The values of small numbers that a policy decides. */
function decidedValues(policy: Policy | null): OwnValue[] {
  const { lmnsBelow, publicBelow } = policy?.smallNumbers ?? {};
  const value = (key: string, below: number | undefined) =>
    below === undefined ? [] : [{ pack: 'small-numbers', path: `profiles[${key}].hideBelow`, value: below }];
  return [...value('lmns', lmnsBelow), ...value('public', publicBelow)];
}

/** The published rules with what a policy decides of small numbers in their place, which no trust's own value changes. */
export function asDecided(reference: Reference, policy: Policy | null): Reference {
  const values = decidedValues(policy);
  if (values.length === 0) return reference;
  const paths = new Set(values.map(({ pack, path }) => `${pack} ${path}`));
  const made = { ...withOwnValues(reference.published, values), decided: paths };
  return Object.assign(made, { published: made });
}
