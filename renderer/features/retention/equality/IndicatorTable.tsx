import type { EqualityIndicator, WorkforceEquality } from '#contract';
import { Button } from '../../../components/Button.tsx';
import { dateText } from '../../../components/numbers.ts';
import { HowMade } from '../../../components/HowMade.tsx';
import { Status } from '../../../components/Status.tsx';
import { ofText, pointsText, ratioText, shareText, verdictText } from './words.ts';
import { DataTable, type Column } from '../../../components/DataTable.tsx';
import { indicatorMade } from './figures.ts';

interface IndicatorTableProps {
  data: WorkforceEquality;
  onCount: (indicator: EqualityIndicator) => void;
  /** Shows staff by band. */
  onBands: () => void;
}

/** Every indicator with its counts by group, its ratio and that of the snapshot before. */
export function IndicatorTable({ data, onCount, onBands }: IndicatorTableProps) {
  const { earlier, fair } = data;
  const workforce = data.indicators.find(({ kind }) => kind === 'bands');
  /** Of the snapshot itself, or of the earlier one of that place. */
  const result = (indicator: EqualityIndicator, place?: number) => {
    const of = (one: EqualityIndicator | undefined) => (place === undefined ? one?.now : one?.earlier[place]);
    const standing = of(indicator);
    if (!standing) return null;
    if (indicator.kind === 'relative') return standing.relative ? ratioText(standing.relative) : 'not known';
    if (indicator.kind === 'board') return pointsText(standing, of(workforce), 'bme') ?? 'not known';
    const bme = standing.groups.find(({ group }) => group === 'bme');
    return bme ? shareText(bme) : 'not known';
  };
  const columns: Column<EqualityIndicator>[] = [
    { key: 'indicator', title: 'Indicator', header: true, value: ({ number, name }) => `${number}. ${name}` },
    ...data.groups.map(({ key, name }): Column<EqualityIndicator> => {
      const groupOf = ({ now }: EqualityIndicator) => now.groups.find(({ group }) => group === key);
      return {
        key,
        title: name,
        number: true,
        means: 'Of the group, by the formula of the indicator.',
        value: (indicator) => {
          const group = groupOf(indicator);
          return group ? [shareText(group), ofText(group)].filter(Boolean).join(', ') : null;
        },
        show: (indicator) => {
          const group = groupOf(indicator);
          return (
            <>
              {group && shareText(group)}
              <span className="equality-table__how">{group && ofText(group)}</span>
            </>
          );
        },
      };
    }),
    {
      key: 'result',
      title: 'Result',
      number: true,
      value: (indicator) => result(indicator),
      show: (indicator) => (
        <>
          {result(indicator)}{' '}
          <HowMade
            name={`${indicator.number}. ${indicator.name}`}
            value={result(indicator) ?? 'not known'}
            making={indicatorMade(data, indicator)}
            remark={verdictText(indicator, indicator.now, fair)?.word ?? saidOf(indicator)}
            {...(indicator.kind === 'bands' && { onRows: onBands })}
          />
        </>
      ),
      means: 'A share, a ratio or percentage points, by the formula of the indicator.',
    },
    ...earlier.map(
      ({ id, day }, place): Column<EqualityIndicator> => ({
        key: `earlier ${id}`,
        title: dateText(day),
        number: true,
        value: (indicator) => result(indicator, place),
        means: 'The result of the snapshot of that day.',
      }),
    ),
    {
      key: 'says',
      title: 'What it says',
      value: (indicator) => verdictText(indicator, indicator.now, fair)?.word ?? saidOf(indicator),
      show: (indicator) => {
        const verdict = verdictText(indicator, indicator.now, fair);
        return verdict ? <Status {...verdict} /> : saidOf(indicator);
      },
      means: 'What the result means for equality, or why it says nothing yet.',
    },
    {
      key: 'counts',
      title: 'Counts',
      acts: true,
      value: () => null,
      show: (indicator) =>
        (indicator.kind !== 'bands' || data.list === null) && (
          <Button
            aria-label={`Enter the counts of indicator ${indicator.number}, ${indicator.name}`}
            onClick={() => onCount(indicator)}
          >
            Enter
          </Button>
        ),
    },
  ];
  return (
    <DataTable
      className="equality-table"
      caption="Indicators of workforce race equality"
      columns={columns}
      rows={data.indicators}
      rowKey={({ key }) => key}
      definitions={data.indicators.map(({ number, name, formula }) => ({
        term: `${number}. ${name}`,
        meaning: formula,
      }))}
    />
  );
}

/** How each indicator is made. */
export function IndicatorFormulas({ data }: { data: WorkforceEquality }) {
  return (
    <details className="effect-method">
      <summary>How these figures are made</summary>
      {data.indicators.map(({ number, name, formula }) => (
        <p key={number}>
          {number}. {name}: {formula}.
        </p>
      ))}
    </details>
  );
}

/** What stands beside the result of an indicator without a ratio. */
function saidOf({ kind, now }: EqualityIndicator): string {
  const white = now.groups.find(({ group }) => group === 'white');
  switch (kind) {
    case 'bands':
      return 'share of Black and minority ethnic staff';
    case 'survey':
      return white && white.counted !== null
        ? `of Black and minority ethnic staff, against ${shareText(white)} of white staff`
        : 'share of Black and minority ethnic staff who said so';
    case 'board':
      return 'Black and minority ethnic members, against the workforce';
    default:
      return '';
  }
}
