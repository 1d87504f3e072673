import { useEffect, useRef } from 'react';
import type { CompiledCell, MeasureDefinition, SystemCompile } from '#contract';
import { Chart } from '../../components/Chart.tsx';
import { type Column, DataTable } from '../../components/DataTable.tsx';
import { Figure, Figures } from '../../components/Figure.tsx';
import { counted, dateText, decimal } from '../../components/numbers.ts';
import { Page } from '../../components/Page.tsx';
import { daysOf, drawnValue, figureText, measureName, numberText, unitWords } from '../../components/measure-words.ts';
import { besides } from './compile-words.ts';
import { TrendTable } from './TrendTable.tsx';
import { systemMeasureMade } from './figures.ts';

interface MeasurePageProps {
  system: SystemCompile;
  id: string;
  group: string | null;
  onBack: () => void;
}

const MOST_LINES = 6;

/** A measure across the trusts: how each figure was made, the sums, what to read beside it, and its trend. */
export function MeasurePage({ system, id, group, onBack }: MeasurePageProps) {
  const back = useRef<HTMLButtonElement>(null);
  useEffect(() => back.current?.focus(), []);
  const found = system.measures.find(({ definition }) => definition.id === id);
  const tables = found?.groups.find((one) => one.group === group)?.tables ?? [];
  const table = tables[tables.length - 1];
  if (!found || !table) return null;
  const { definition } = found;
  const { hideBelow, trusts } = system;
  const nameOf = (code: string) => trusts.find((trust) => trust.code === code)?.name ?? code;
  const names = (codes: readonly string[]) => codes.map(nameOf).join(', ');
  const all = table.system;
  const made = systemMeasureMade(system, definition, table);
  const text = (value: number) =>
    definition.denominator !== null ? `${decimal(value, 2)} %` : decimal(value, definition.unit === 'wte' ? 2 : 0);
  const series = [
    { name: 'System', values: tables.map((one) => drawnValue(one.system, definition)) },
    ...trusts.slice(0, MOST_LINES - 1).map(({ code, name }) => ({
      name,
      values: tables.map((one) => {
        const cell = one.cells.find(({ trust }) => trust === code);
        return cell ? drawnValue(cell, definition) : null;
      }),
    })),
  ].filter(({ values }) => values.some((value) => value !== null));
  const points = tables.map(({ title }) => title);
  const name = measureName(definition, group);
  const said = besides(table);
  return (
    <Page
      title={name}
      subtitle={`${system.title} · ${definition.description} · ${definition.source}`}
      actions={
        <button type="button" className="button" ref={back} onClick={onBack}>
          Back to the system
        </button>
      }
    >
      <Figures>
        <Figure
          name="System"
          value={figureText(all, definition, hideBelow)}
          making={made.system}
          remark={howOf(all, definition, hideBelow)}
        />
        <Figure
          name="In the sum"
          value={`${all.summed.length} of ${counted(trusts.length, 'trust')}`}
          making={made.inSum}
          remark={
            [
              all.missing.length > 0 && `no figure: ${names(all.missing)}`,
              all.leftOut.length > 0 && `left out: ${names(all.leftOut)}`,
            ]
              .filter(Boolean)
              .join(' · ') || 'every trust'
          }
        />
        {all.gross !== null && (
          <Figure
            name="Gross"
            value={`${decimal(all.gross / 100_000, 2)} WTE`}
            making={made.gross}
            remark="values above nought alone, none set against another"
          />
        )}
        <Figure
          name="Ranking"
          value={table.comparable ? 'Comparable' : 'Not ranked'}
          making={made.ranking}
          remark={table.comparable ? better(definition) : table.reasons.join(' ')}
        />
      </Figures>
      {said.length > 0 && (
        <div className="note note--attention">
          <ul className="findings">
            {said.map((one) => (
              <li key={one}>{one}</li>
            ))}
          </ul>
        </div>
      )}
      <DataTable
        caption={`${name} by trust`}
        columns={trustColumns(definition, hideBelow, nameOf)}
        rows={table.cells}
        rowKey={({ trust }) => trust}
      />
      {points.length > 1 && series.length > 0 && (
        <Chart
          title="By period"
          sentence={`${name}, ${points[0]} to ${points[points.length - 1]}${trusts.length >= MOST_LINES ? '; the first trusts by name are drawn' : ''}.`}
          points={points}
          series={series}
          text={text}
          table={<TrendTable points={points} series={series} text={text} />}
        />
      )}
      <dl className="formulas">
        {(
          [
            ['Numerator', definition.numerator],
            ['Denominator', definition.denominator ?? 'none: it is a sum'],
            ['Exclusions', definition.exclusions || 'none'],
            ['Standardisation', definition.standardisation || 'none'],
            ['Unit', unitWords[definition.unit]],
          ] as const
        ).map(([term, meaning]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </Page>
  );
}

const better = ({ direction }: MeasureDefinition) =>
  direction === 'none' ? 'neither way is better' : `${direction === 'up' ? 'higher' : 'lower'} is better; 1 is best`;

function howOf(pair: Parameters<typeof numberText>[0], definition: MeasureDefinition, hideBelow: number): string {
  const { unit, denominator, denominatorPer } = definition;
  const above = numberText(pair, 'numerator', unit, hideBelow);
  if (denominator === null) return `sum of ${definition.numerator}, ${unitWords[unit]}`;
  const below = numberText(pair, 'denominator', unit, hideBelow);
  return `${above} / ${below}${denominatorPer > 1 ? ` × ${denominatorPer}` : ''}, both summed over trusts`;
}

function trustColumns(
  definition: MeasureDefinition,
  hideBelow: number,
  nameOf: (code: string) => string,
): Column<CompiledCell>[] {
  const part = (key: 'numerator' | 'denominator', title: string): Column<CompiledCell> => ({
    key,
    title,
    number: true,
    value: (cell) => (cell.returned ? numberText(cell, key, definition.unit, hideBelow) : 'no figure'),
    means: key === 'numerator' ? definition.numerator : (definition.denominator ?? 'none: it is a sum'),
  });
  return [
    { key: 'trust', title: 'Trust', value: ({ trust }) => nameOf(trust), header: true },
    {
      key: 'figure',
      title: 'Figure',
      number: true,
      value: (cell) => (cell.returned ? figureText(cell, definition, hideBelow) : 'no figure'),
      means: 'The trust’s figure as it returned it, small numbers left out.',
    },
    part('numerator', `Numerator, ${unitWords[definition.unit]}`),
    ...(definition.denominator === null ? [] : [part('denominator', `Denominator, ${unitWords[definition.unit]}`)]),
    {
      key: 'rank',
      title: 'Rank',
      number: true,
      value: ({ rank }) => rank,
      show: ({ rank }) => rank ?? '–',
      means: '1 is best; equal figures share a rank. None where the trusts are not comparable.',
    },
    { key: 'days', title: 'Of', value: (cell) => daysOf(cell, dateText), means: 'The days that the figure is about.' },
    { key: 'formula', title: 'Formula', value: ({ formula }) => formula ?? '–' },
    {
      key: 'pack',
      title: 'Pack',
      value: ({ pack }) => pack ?? '–',
      means: 'The published values that the trust’s planner counted by.',
    },
    {
      key: 'restated',
      title: 'Restated',
      value: ({ restated }) => (restated ? 'Restated' : '–'),
      means: 'Changed by the trust after it had submitted the return.',
    },
  ];
}
