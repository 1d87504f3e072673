import { lazy, memo, Suspense, useDeferredValue, useMemo } from 'react';
import type { Forecast, ForecastAssumptions, ForecastScenario } from '#contract';
import { wteText } from '../../components/numbers.ts';
import { Assumptions } from './Assumptions.tsx';
import { Headlines } from './Headlines.tsx';
import { HistoryTable } from './HistoryTable.tsx';
import { MonthTable } from './MonthTable.tsx';
import { PartTable } from './PartTable.tsx';
import { monthText, reachedText, runsText } from './words.ts';

const Chart = lazy(() => import('./Chart.tsx'));

interface ForecastViewProps {
  data: Forecast;
  scenario: ForecastScenario | null;
  tried: ForecastAssumptions | null;
  onTry: (tried: ForecastAssumptions | null) => void;
  onScenario: (id: number | null) => void;
  onGroup: (group: string) => void;
}

/** One forecast: its headlines, the line with what is assumed beside it, then the tables. */
export function ForecastView({ data, scenario, tried, onTry, onScenario, onGroup }: ForecastViewProps) {
  // The line and the headlines follow each key at once; the tables, and what the fields say beside, come a moment later.
  const later = useDeferredValue(data);
  return (
    <>
      <Shown data={data} />
      <div className="forecast">
        <Drawn data={data} />
        <Assumptions data={later} scenario={scenario} tried={tried} onTry={onTry} onScenario={onScenario} />
      </div>
      <Tables data={later} onGroup={onGroup} />
    </>
  );
}

const Shown = memo(Headlines);
const Past = memo(HistoryTable);

/** The chart with its sentence; drawn anew only where the forecast is another. */
const Drawn = memo(function Drawn({ data }: { data: Forecast }) {
  const lines = useMemo(() => linesOf(data), [data]);
  const sentence = sentenceOf(data);
  return (
    <section className="forecast__chart" aria-labelledby="forecast-line">
      <h2 id="forecast-line">
        {data.groupName} to {monthText(data.to)}
      </h2>
      <p>{sentence}</p>
      <Suspense
        fallback={
          <div className="chart-place" role="status">
            Drawing the chart…
          </div>
        }
      >
        <Chart label={sentence} {...lines} />
      </Suspense>
    </section>
  );
});

const Tables = memo(function Tables({ data, onGroup }: { data: Forecast; onGroup: (group: string) => void }) {
  return (
    <>
      {data.remarks.length > 0 && (
        <ul className="note note--attention forecast-remarks">
          {data.remarks.map(({ code, message }) => (
            <li key={code}>{message}</li>
          ))}
        </ul>
      )}
      <MonthTable data={data} />
      <PartTable data={data} onGroup={onGroup} />
      <Past history={data.history} />
      <details className="forecast-method">
        <summary>How the forecast is worked out</summary>
        <ul>
          {data.method.map((line) => (
            <li key={line}>{line}</li>
          ))}
          {data.formulas.map(({ figure, formula }) => (
            <li key={figure}>{formula}</li>
          ))}
        </ul>
      </details>
    </>
  );
});

/** What the chart shows, in a sentence. */
function sentenceOf({ now, months, to, groupName, fundedReached, fundedRange, leftOut }: Forecast): string {
  const last = months[months.length - 1];
  const reached = !fundedReached.known
    ? ''
    : fundedReached.month === null
      ? fundedReached.already
        ? ' The funded level is reached now.'
        : ' The funded level is not reached.'
      : ` The funded level is reached in ${reachedText(fundedReached, to)}.`;
  const runs = fundedRange && !fundedReached.already ? ` By then ${runsText(fundedRange.runs)}.` : '';
  const without = leftOut.length > 0 ? ` Without ${leftOut.join(', ')}, whose funded posts are not known.` : '';
  return `In post goes from ${wteText(now.inPost)} to ${wteText(last?.inPost ?? now.inPost)} WTE, ${groupName.toLowerCase()}.${reached}${runs}${without}`;
}

/** The lines and the range of the chart, in WTE. */
function linesOf({ census, now, months }: Forecast) {
  const at = (value: number | null) => (value === null ? null : value / 100_000);
  const rows = [
    { month: census.slice(0, 7), ...now, low: now.inPost, high: now.inPost },
    ...months.map((month) => month),
  ].map(({ month, inPost, available, funded, required, low, high }) => ({
    month,
    inPost: at(inPost),
    available: at(available),
    funded: at(funded),
    required: at(required),
    range: low === null || high === null ? null : ([low / 100_000, high / 100_000] as [number, number]),
  }));
  return {
    rows,
    lines: [
      { key: 'required', name: 'Required', style: 'required' as const },
      { key: 'funded', name: 'Funded', style: 'funded' as const },
      { key: 'inPost', name: 'In post', style: 'main' as const },
      { key: 'available', name: 'Available', style: 'quiet' as const },
    ],
  };
}
