import type { EqualityIndicator, WorkforceEquality } from '#contract';
import { Button } from '../../../components/Button.tsx';
import { dateText } from '../../../components/numbers.ts';
import { Status } from '../../../components/Status.tsx';
import { ofText, pointsText, ratioText, shareText, verdictText } from './words.ts';

interface IndicatorTableProps {
  data: WorkforceEquality;
  onCount: (indicator: EqualityIndicator) => void;
}

/** Every indicator with its counts by group, its ratio and that of the snapshot before. */
export function IndicatorTable({ data, onCount }: IndicatorTableProps) {
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
  return (
    <div className="table-scroll">
      <table className="table equality-table">
        <caption className="unseen">Indicators of workforce race equality</caption>
        <thead>
          <tr>
            <th scope="col">Indicator</th>
            {data.groups.map(({ key, name }) => (
              <th scope="col" key={key} className="number">
                {name}
              </th>
            ))}
            <th scope="col" className="number">
              Result
            </th>
            {earlier.map(({ id, day }) => (
              <th scope="col" className="number" key={id}>
                {dateText(day)}
              </th>
            ))}
            <th scope="col">What it says</th>
            <th scope="col">Counts</th>
          </tr>
        </thead>
        <tbody>
          {data.indicators.map((indicator) => {
            const verdict = verdictText(indicator, indicator.now, fair);
            return (
              <tr key={indicator.key}>
                <th scope="row">
                  {indicator.number}. {indicator.name}
                </th>
                {data.groups.map(({ key }) => {
                  const group = indicator.now.groups.find((one) => one.group === key);
                  return (
                    <td key={key} className="number">
                      {group && shareText(group)}
                      <span className="equality-table__how">{group && ofText(group)}</span>
                    </td>
                  );
                })}
                <td className="number">{result(indicator)}</td>
                {earlier.map(({ id }, place) => (
                  <td className="number" key={id}>
                    {result(indicator, place)}
                  </td>
                ))}
                <td>{verdict ? <Status {...verdict} /> : saidOf(indicator)}</td>
                <td>
                  {(indicator.kind !== 'bands' || data.list === null) && (
                    <Button
                      aria-label={`Enter the counts of indicator ${indicator.number}, ${indicator.name}`}
                      onClick={() => onCount(indicator)}
                    >
                      Enter
                    </Button>
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
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
