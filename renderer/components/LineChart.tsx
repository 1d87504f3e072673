import { CartesianGrid, Line, LineChart as Chart, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import { axisOf } from './axis.ts';

export interface Series {
  name: string;
  /** One for each point of the axis; null where it is not known. */
  values: (number | null)[];
}

interface LineChartProps {
  /** What the chart shows, in a sentence, for a screen reader. */
  label: string;
  points: string[];
  series: Series[];
  /** A value as a reader expects it, with its unit. */
  text: (value: number) => string;
  /** True for amounts that are held against each other: the axis starts at nothing. */
  fromZero?: boolean | undefined;
}

const HEIGHT = 240;
/** Of which the lines have this, the axis and the margins the rest. */
const PLOT = 198;

/** Told apart in black and white too: by dashes, and by the name that stands at the end of each line. */
const strokes = [
  { stroke: 'var(--series-1)', strokeDasharray: '0' },
  { stroke: 'var(--series-2)', strokeDasharray: '6 3' },
  { stroke: 'var(--series-3)', strokeDasharray: '2 3' },
  { stroke: 'var(--series-4)', strokeDasharray: '10 3 2 3' },
  { stroke: 'var(--series-5)', strokeDasharray: '4 4' },
  { stroke: 'var(--series-6)', strokeDasharray: '12 4' },
];

/** Lines over time with their names at their ends. Its table stands beside it: see `Chart`. */
export default function LineChart({ label, points, series, text, fromZero = false }: LineChartProps) {
  const data = points.map((point, index) =>
    Object.assign({ point }, ...series.map(({ values }, line) => ({ [`line${line}`]: values[index] }))),
  );
  // The last point that is known: the name stands there.
  const last = series.map(({ values }) => values.reduce((found, value, at) => (value === null ? found : at), -1));
  const known = series.flatMap(({ values }) => values).filter((value) => value !== null);
  const { from, to, ticks } = axisOf(known.length === 0 ? [0, 1] : fromZero ? [0, ...known] : known, 4);
  const places = spread(
    series.map(({ values }) => values[points.length - 1] ?? null),
    [from, to],
  );
  return (
    <div className="chart" role="img" aria-label={label}>
      <ResponsiveContainer width="100%" height={HEIGHT}>
        <Chart data={data} margin={{ top: 8, right: 230, bottom: 4, left: 0 }} accessibilityLayer={false}>
          <CartesianGrid stroke="var(--grid)" vertical={false} />
          <XAxis
            dataKey="point"
            tick={{ fill: 'var(--text-quiet)', fontSize: 13 }}
            stroke="var(--axis)"
            minTickGap={24}
          />
          <YAxis
            tick={{ fill: 'var(--text-quiet)', fontSize: 13 }}
            stroke="var(--axis)"
            width={76}
            domain={[from, to]}
            ticks={[...ticks]}
            interval={0}
            tickFormatter={(value: number) => text(value)}
          />
          <Tooltip formatter={(value) => text(Number(value))} isAnimationActive={false} />
          {series.map(({ name, values }, line) => (
            <Line
              key={name}
              name={name}
              dataKey={`line${line}`}
              type="linear"
              strokeWidth={2.5}
              dot={values.filter((value) => value !== null).length < 3}
              isAnimationActive={false}
              {...strokes[line % strokes.length]}
              label={({ index, x, y }: { index?: number; x?: number | string; y?: number | string }) =>
                index !== undefined && index === last[line] && values[index] != null ? (
                  <text
                    x={Number(x) + 8}
                    // Amid the chart above the point, where another line may go on.
                    y={Number(y) + (index === points.length - 1 ? 4 + (places[line] ?? 0) : -10)}
                    fontSize={13}
                    fill={strokes[line % strokes.length]?.stroke}
                  >
                    {name} {text(values[index])}
                  </text>
                ) : (
                  <g />
                )
              }
            />
          ))}
        </Chart>
      </ResponsiveContainer>
    </div>
  );
}

/** How far down a name moves so that those of lines with nearly the same end do not lie on one another. */
function spread(ends: (number | null)[], [low, high]: [number, number]): number[] {
  const height = (end: number | null) => (end === null ? 0 : ((high - end) / (high - low)) * PLOT);
  const order = ends.map((_, index) => index).sort((one, other) => height(ends[one]!) - height(ends[other]!));
  const moved = ends.map(() => 0);
  let free = -Infinity;
  for (const index of order) {
    const wanted = height(ends[index] ?? null);
    const at = Math.max(wanted, free);
    moved[index] = at - wanted;
    free = at + 15;
  }
  return moved;
}
