import {
  CartesianGrid,
  ComposedChart,
  Line,
  ReferenceArea,
  ReferenceLine,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';

export interface Drawn {
  /** "Mar 2026". */
  name: string;
  value: number | null;
  /** Beyond a limit, or part of what is more than ordinary variation. */
  marked: boolean;
}

interface VariationChartProps {
  /** What the chart shows, in a sentence, for a screen reader. */
  label: string;
  points: Drawn[];
  /** Place of the first point after the start; -1 where there is none. */
  startAt: number;
  limits: { mean: number; lower: number; upper: number } | null;
  text: (value: number) => string;
  /** People: no parts of one at the axis. */
  whole: boolean;
}

const HEIGHT = 280;
const quiet = 'var(--text-quiet)';

/** Values over time with the range of ordinary variation shaded, its mean and the start drawn. Its table stands beside it. */
export default function VariationChart({ label, points, startAt, limits, text, whole }: VariationChartProps) {
  const known = points.flatMap(({ value }) => (value === null ? [] : [value]));
  const high = Math.max(...known, limits?.upper ?? 0, 1);
  const low = Math.min(...known, limits?.lower ?? 0);
  const room = (high - low) * 0.08;
  const [first, last] = [points[0]?.name, points[points.length - 1]?.name];
  const start = points[startAt]?.name;
  const beside = (value: string) => ({ value, position: 'right' as const, fill: quiet, fontSize: 13 });
  return (
    <div className="chart" role="img" aria-label={label}>
      <ResponsiveContainer width="100%" height={HEIGHT}>
        <ComposedChart data={points} margin={{ top: 20, right: 130, bottom: 4, left: 0 }} accessibilityLayer={false}>
          <CartesianGrid stroke="var(--grid)" vertical={false} />
          {limits && (
            <ReferenceArea
              x1={first}
              x2={last}
              y1={limits.lower}
              y2={limits.upper}
              fill="var(--series-1)"
              fillOpacity={0.1}
            />
          )}
          <XAxis dataKey="name" tick={{ fill: quiet, fontSize: 13 }} stroke="var(--axis)" minTickGap={24} />
          <YAxis
            tick={{ fill: quiet, fontSize: 13 }}
            stroke="var(--axis)"
            width={64}
            domain={[low < 0 ? low - room : Math.max(0, low - room), whole ? Math.ceil(high + room) : high + room]}
            tickCount={6}
            allowDecimals={!whole}
            tickFormatter={(value: number) => text(value)}
          />
          <Tooltip formatter={(value) => text(Number(value))} isAnimationActive={false} />
          {limits && (
            <>
              <ReferenceLine
                y={limits.upper}
                stroke={quiet}
                strokeDasharray="6 4"
                label={beside(`upper limit ${text(limits.upper)}`)}
              />
              <ReferenceLine y={limits.mean} stroke={quiet} label={beside(`mean ${text(limits.mean)}`)} />
              <ReferenceLine
                y={limits.lower}
                stroke={quiet}
                strokeDasharray="6 4"
                {...(limits.mean - limits.lower > (high - low) * 0.08
                  ? { label: beside(`lower limit ${text(limits.lower)}`) }
                  : {})}
              />
            </>
          )}
          {start !== undefined && (
            <ReferenceLine
              x={start}
              stroke="var(--text)"
              strokeWidth={2}
              label={{ value: 'the action starts', position: 'top', fill: 'var(--text)', fontSize: 13 }}
            />
          )}
          <Line
            name="value"
            dataKey="value"
            type="linear"
            stroke="var(--series-1)"
            strokeWidth={2.5}
            isAnimationActive={false}
            dot={({ index, cx, cy }: { index?: number; cx?: number; cy?: number }) => {
              const point = points[index ?? -1];
              if (!point || point.value === null) return <g key={index} />;
              const [x, y] = [Number(cx), Number(cy)];
              return point.marked ? (
                <path
                  key={index}
                  d={`M${x} ${y - 7}L${x + 7} ${y}L${x} ${y + 7}L${x - 7} ${y}Z`}
                  fill="var(--at-risk)"
                  stroke="var(--surface)"
                />
              ) : (
                <circle key={index} cx={x} cy={y} r={3.5} fill="var(--series-1)" />
              );
            }}
          />
        </ComposedChart>
      </ResponsiveContainer>
    </div>
  );
}
