import type { RulePack, RuleShown } from '#contract';
import { implementation } from '../../context.ts';
import { replaceableIn, type Replaceable } from '../../reference/own-values.ts';
import type { PackSource } from '../../reference/load.ts';
import { ownRules, type StoredRule } from './rules-repository.ts';
import { changeRule, valueShown } from './rules-service.ts';
import { requireTrust } from './trust.ts';

const on = implementation.organisation;

type Value = Replaceable['published'];

const isDate = (value: Value) => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value);
const kindOf = (value: Value): RuleShown['kind'] =>
  typeof value === 'number' ? 'number' : typeof value === 'boolean' ? 'yes_no' : isDate(value) ? 'date' : 'text';

export const rulesHandlers = {
  rules: on.rules.handler(({ input, context: { database, reference } }) => {
    const own = ownRules(database, requireTrust(database, input.trust).id);
    return reference.published.sources.map((source) => {
      const inForce = reference.sources.find(({ pack }) => pack.id === source.pack.id) ?? source;
      return packShown(source, inForce, own);
    });
  }),

  setRule: on.setRule.handler(({ input, context, errors }) => {
    const { trust, ...rule } = input;
    const outcome = changeRule(context, requireTrust(context.database, trust), rule);
    if (outcome.kind === 'gone') throw errors.NOT_THERE();
    if (outcome.kind === 'refused') throw errors.NOT_ALLOWED({ message: outcome.message });
    return { label: outcome.label };
  }),

  resetRule: on.resetRule.handler(({ input: { trust, pack, path }, context, errors }) => {
    const published = { pack, path, value: null, agreedBy: '', why: '' };
    const outcome = changeRule(context, requireTrust(context.database, trust), published);
    if (outcome.kind !== 'done') throw errors.NOT_THERE();
    return { label: outcome.label };
  }),
};

function packShown(published: PackSource, inForce: PackSource, own: readonly StoredRule[]): RulePack {
  const { id, title, version, validFrom, source, confidence, notes } = published.pack;
  const used = new Map(replaceableIn(inForce).map((rule) => [rule.path, rule.published]));
  const known = replaceableIn(published);
  const ofPack = own.filter((rule) => rule.pack === id);
  const gone = ofPack.filter(({ path }) => !known.some((rule) => rule.path === path)).map(goneRule);
  return {
    id,
    title,
    version,
    validFrom,
    source,
    confidence,
    notes,
    values: [...known, ...gone].map(({ path, name, unit, mark, per, choices = null, published: value }): RuleShown => {
      const row = ofPack.find((rule) => rule.path === path);
      const ownValue = row && (JSON.parse(row.value) as Value);
      return {
        path,
        name,
        unit,
        kind: kindOf(value),
        mark,
        choices,
        published: valueShown(value, per),
        own:
          row && ownValue !== undefined
            ? {
                id: row.id,
                value: valueShown(ownValue, per),
                agreedBy: row.agreedBy,
                why: row.why,
                setAt: row.setAt,
                publishedThen: valueShown(JSON.parse(row.published) as Value, per),
                used: used.get(path) === ownValue,
              }
            : null,
      };
    }),
  };
}

/** A value whose place the pack of today does not have: shown, so that it can be taken back. */
const goneRule = ({ path, published }: StoredRule): Replaceable => ({
  path,
  name: `${path} (no longer in this pack)`,
  unit: '',
  mark: 'K-low',
  per: 1,
  published: JSON.parse(published) as Value,
});
