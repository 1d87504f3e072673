import type { CompiledRestatement, SystemCompile } from '#contract';
import { type Column, DataTable } from '../../components/DataTable.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { figureText, numberText, rateOf } from '../../components/measure-words.ts';
import { momentText } from './words.ts';

/** What trusts corrected after their first return, and what each correction did to the system's figure. */
export function RestatementsView({ system: { restatements, measures, trusts, hideBelow } }: { system: SystemCompile }) {
  if (restatements.length === 0)
    return (
      <EmptyState title="Nothing was restated">
        <p>
          Where a trust corrects a return that it had submitted, this lists what changed, why, and what it did to the
          system.
        </p>
      </EmptyState>
    );
  const nameOf = (code: string) => trusts.find((trust) => trust.code === code)?.name ?? code;
  const ripple = ({ measure, systemBefore, systemAfter }: CompiledRestatement) => {
    const definition = measures.find((one) => one.definition.id === measure)?.definition;
    if (!definition || !systemBefore || !systemAfter) return '–';
    return `${figureText(systemBefore, definition, hideBelow)} → ${figureText(systemAfter, definition, hideBelow)}`;
  };
  /** A measure's number as it may be shown, with what it was made of; anything else in the trust's words. */
  const said = (row: CompiledRestatement, pair: CompiledRestatement['first'], words: string) => {
    const definition = measures.find((one) => one.definition.id === row.measure)?.definition;
    if (!definition || !pair) return words;
    const figure = figureText(pair, definition, hideBelow);
    if (definition.denominator === null) return figure;
    const [above, below] = (['numerator', 'denominator'] as const).map((part) =>
      numberText(pair, part, definition.unit, hideBelow),
    );
    return rateOf(pair, definition) === null ? `${above} of ${below}` : `${figure} (${above} of ${below})`;
  };
  const columns: Column<CompiledRestatement>[] = [
    { key: 'trust', title: 'Trust', value: ({ trust }) => nameOf(trust), header: true },
    { key: 'period', title: 'Period', value: ({ title }) => title },
    { key: 'place', title: 'What', value: ({ place, group }) => (group ? `${place}, ${group}` : place) },
    {
      key: 'from',
      title: 'Was',
      value: (row) => said(row, row.first, row.from),
      means: 'The figure as first submitted.',
    },
    { key: 'to', title: 'Is', value: (row) => said(row, row.latest, row.to), means: 'The figure as restated last.' },
    { key: 'ripple', title: 'System’s figure', value: ripple, means: 'The figure of all trusts before and after.' },
    { key: 'reason', title: 'Why', value: ({ reason }) => reason ?? 'no reason given' },
    { key: 'by', title: 'By', value: ({ by, at }) => `${by ?? 'not said'}, ${momentText(at)}` },
  ];
  return (
    <DataTable
      caption="Restatements"
      columns={columns}
      rows={restatements}
      rowKey={({ trust, period, place, group, kind }) => `${trust} ${period} ${kind} ${place} ${group ?? ''}`}
    />
  );
}
