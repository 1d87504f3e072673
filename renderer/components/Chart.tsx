import { lazy, type ReactNode, Suspense, useState } from 'react';
import { Button } from './Button.tsx';
import type { Series } from './LineChart.tsx';

// Charts are large to load and are looked at last.
const LineChart = lazy(() => import('./LineChart.tsx'));

interface ChartProps {
  title: string;
  /** What the chart shows, in a sentence. */
  sentence: string;
  points: string[];
  series: Series[];
  text: (value: number) => string;
  fromZero?: boolean;
  /** The same figures as a table. */
  table: ReactNode;
}

/** A line chart under a sentence that says what it shows, with its table behind one button. */
export function Chart({ title, sentence, points, series, text, fromZero, table }: ChartProps) {
  const [asTable, setAsTable] = useState(false);
  return (
    <section className="chart-section" aria-label={title}>
      <div className="chart-section__head">
        <h2>{title}</h2>
        <Button aria-pressed={asTable} onClick={() => setAsTable(!asTable)}>
          {asTable ? 'Show the chart' : 'Show as a table'}
        </Button>
      </div>
      <p>{sentence}</p>
      {asTable ? (
        table
      ) : (
        <Suspense fallback={<p role="status">Drawing the chart…</p>}>
          <LineChart label={`Chart: ${title}`} points={points} series={series} text={text} fromZero={fromZero} />
        </Suspense>
      )}
    </section>
  );
}
