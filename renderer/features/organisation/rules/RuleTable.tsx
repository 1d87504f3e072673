import { useMemo } from 'react';
import type { RulePack, RuleShown } from '#contract';
import { Button } from '../../../components/Button.tsx';
import { type Column, DataTable } from '../../../components/DataTable.tsx';
import { dateText } from '../../../components/numbers.ts';
import { Status } from '../../../components/Status.tsx';
import { markShort, markWords, valueText } from './words.ts';

/** A value with the pack that it is of. */
export interface Rule extends RuleShown {
  readonly pack: RulePack;
}

interface RuleTableProps {
  rules: Rule[];
  onChange: (rule: Rule) => void;
}

const agreedText = ({ own }: Rule) =>
  own ? [dateText(own.setAt), own.agreedBy, own.why].filter(Boolean).join(', ') : '';

/** Values of packs: the published one and the trust's own side by side, with who agreed it, when and why. */
export function RuleTable({ rules, onChange }: RuleTableProps) {
  const columns = useMemo(
    (): Column<Rule>[] => [
      { key: 'name', title: 'Value', value: ({ name }) => name, header: true },
      {
        key: 'published',
        title: 'Published',
        number: true,
        value: ({ published }) => (typeof published === 'number' ? published : String(published)),
        show: (rule) => valueText(rule.published, rule),
        means: 'The value of the published pack.',
      },
      {
        key: 'own',
        title: 'Own',
        number: true,
        value: ({ own }) => (own ? (typeof own.value === 'number' ? own.value : String(own.value)) : null),
        show: (rule) => rule.own && <strong>{valueText(rule.own.value, rule)}</strong>,
        means: 'The trust’s own value, which counts in place of the published one.',
      },
      { key: 'unit', title: 'Unit', value: ({ unit, kind }) => (kind === 'date' ? '' : unit) },
      {
        key: 'agreed',
        title: 'Agreed',
        value: agreedText,
        show: (rule) => <Agreed rule={rule} />,
        means: 'Who agreed the trust’s own value, on which day and why.',
      },
      {
        key: 'mark',
        title: 'How sure',
        value: ({ mark }) => markShort[mark],
        means: 'Whether the value was checked against the publication, or is a default to check.',
      },
      { key: 'pack', title: 'Pack', value: ({ pack }) => pack.title },
      {
        key: 'act',
        title: 'Change',
        acts: true,
        value: () => '',
        show: (rule) => (
          <button type="button" className="link" onClick={() => onChange(rule)} aria-label={`Change ${rule.name}`}>
            Change
          </button>
        ),
      },
    ],
    [onChange],
  );
  return (
    <div className="rules">
      <DataTable
        caption="Rules and defaults"
        columns={columns}
        rows={rules}
        rowKey={({ pack, path }) => `${pack.id} ${path}`}
      />
    </div>
  );
}

/** Who agreed a value of the trust's own and when, and whether it still stands. */
function Agreed({ rule }: { rule: Rule }) {
  const { own, published } = rule;
  if (!own) return null;
  return (
    <>
      {agreedText(rule)} {!own.used && <Status kind="red" word="Not used: the pack does not take it" />}
      {own.used && own.publishedThen !== published && (
        <Status kind="amber" word={`${valueText(own.publishedThen, rule)} was published then`} />
      )}
    </>
  );
}

/** What a pack is, from whom, since when and how sure. */
export function PackHead({ pack }: { pack: RulePack }) {
  const { title, version, validFrom, source, confidence, notes } = pack;
  return (
    <section aria-label={title}>
      <p>
        {source.title}, {source.publisher} · published {source.published} · version {version} · in force from{' '}
        {dateText(validFrom)}
      </p>
      <details>
        <summary>How sure, and notes</summary>
        <ul>
          {confidence.map(({ of, mark, basis }) => (
            <li key={of}>
              {of}: {markWords[mark].toLowerCase()}. {basis}
            </li>
          ))}
          {notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      </details>
    </section>
  );
}

/** Every pack in force; one is chosen to see its values alone. */
export function PackTable({ packs, onChoose }: { packs: RulePack[]; onChoose: (id: string) => void }) {
  const columns = useMemo(
    (): Column<RulePack>[] => [
      { key: 'title', title: 'Pack', value: ({ title }) => title, header: true },
      { key: 'version', title: 'Version', value: ({ version }) => version },
      {
        key: 'from',
        title: 'In force from',
        value: ({ validFrom }) => validFrom,
        show: ({ validFrom }) => dateText(validFrom),
      },
      { key: 'source', title: 'Source', value: ({ source }) => `${source.title}, ${source.publisher}` },
      {
        key: 'values',
        title: 'Values',
        number: true,
        value: ({ values }) => values.length,
        means: 'Values of the pack.',
      },
      {
        key: 'own',
        title: 'Own',
        number: true,
        value: ({ values }) => values.filter(({ own }) => own !== null).length,
        means: 'Values of the pack that the trust has set itself.',
      },
      {
        key: 'act',
        title: 'Open',
        acts: true,
        value: () => '',
        show: ({ id, title }) => (
          <Button onClick={() => onChoose(id)} aria-label={`Open ${title}`}>
            Open
          </Button>
        ),
      },
    ],
    [onChoose],
  );
  return <DataTable caption="Packs in force" columns={columns} rows={packs} rowKey={({ id }) => id} />;
}
