import type { Context } from '../../context.ts';
import { recordChange } from '../../database/history.ts';
import { packWith, replaceableIn, type Replaceable } from '../../reference/own-values.ts';
import type { TrustRow } from './repository.ts';
import { deleteRule, ownRules, putRule } from './rules-repository.ts';

type World = Pick<Context, 'database' | 'reference' | 'now'>;
type Value = Replaceable['published'];

export type RuleOutcome =
  | { readonly kind: 'done'; readonly label: string | null }
  | { readonly kind: 'gone' }
  | { readonly kind: 'refused'; readonly message: string };

/** A value as it is shown, and back as the pack keeps it: 18 % may be kept as 1800 hundredths. */
export const valueShown = (value: Value, per: number): Value => (typeof value === 'number' ? value / per : value);
const keptAs = (value: Value, per: number): Value =>
  typeof value === 'number' ? Math.round(value * per * 1e6) / 1e6 : value;
const inWords = (value: Value): string => (value === true ? 'yes' : value === false ? 'no' : String(value));

export interface NewRule {
  readonly pack: string;
  readonly path: string;
  /** As it is shown; null is the published one. */
  readonly value: Value | null;
  readonly agreedBy: string;
  readonly why: string;
}

/** Uses a value of the trust's own in place of a published one, checked by the pack's own rules, as a change to be undone. */
export function changeRule({ database, reference, now }: World, trust: TrustRow, input: NewRule): RuleOutcome {
  const source = reference.published.sources.find(({ pack }) => pack.id === input.pack);
  const rule = source && replaceableIn(source).find(({ path }) => path === input.path);
  const all = ownRules(database, trust.id).filter(({ pack }) => pack === input.pack);
  const before = all.find(({ path }) => path === input.path);
  const takeBack = (): RuleOutcome => {
    if (!before) return { kind: 'done', label: null };
    const label = `${rule?.name ?? input.path}: as published`;
    recordChange(database, { trustId: trust.id, label, at: now() }, () =>
      deleteRule(database, trust.id, input.pack, input.path),
    );
    return { kind: 'done', label };
  };
  // A place that the pack no longer has can still be taken back.
  if (input.value === null) return rule || before ? takeBack() : { kind: 'gone' };
  if (!source || !rule) return { kind: 'gone' };
  const refuse = (why: string): RuleOutcome => ({
    kind: 'refused',
    message: `${rule.name} cannot be ${inWords(input.value ?? '')}: ${why}. Nothing was changed.`,
  });
  if (typeof input.value !== typeof rule.published)
    return refuse(typeof rule.published === 'number' ? 'enter a number' : 'it is of another kind');
  const value = keptAs(input.value, rule.per);
  if (value === rule.published) return takeBack();
  const others = all
    .filter(({ path }) => path !== rule.path)
    .map(({ path, value: json }) => ({ path, value: JSON.parse(json) as unknown }));
  const tried = packWith(source, [...others, { path: rule.path, value }]);
  if (typeof tried === 'string') return refuse(withoutPlace(tried));
  const { agreedBy, why } = input;
  const json = JSON.stringify(value);
  if (before?.value === json && before.agreedBy === agreedBy && before.why === why)
    return { kind: 'done', label: null };
  const label = `${rule.name}: ${inWords(input.value)} in place of ${inWords(valueShown(rule.published, rule.per))}`;
  recordChange(database, { trustId: trust.id, label, at: now() }, () =>
    putRule(database, {
      trustId: trust.id,
      pack: input.pack,
      path: rule.path,
      value: json,
      published: JSON.stringify(rule.published),
      agreedBy,
      why,
      setAt: now(),
    }),
  );
  return { kind: 'done', label };
}

/** "stages[3].probability: Too big: expected number to be <=100" without its place: "expected number to be <=100". */
function withoutPlace(problem: string): string {
  const said = problem.replace(/^[^:]*: /, '').replace(/^(Too big|Too small|Invalid input): /, '');
  return said
    .replace(/expected (number|int) to be >=(\S+)/, 'use $2 or more')
    .replace(/expected (number|int) to be <=(\S+)/, 'use $2 or less')
    .replace('expected int, received number', 'use a whole number');
}
