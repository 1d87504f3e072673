import type { Forecast, ForecastReached } from '#contract';
import { Figure, Figures } from '../../components/Figure.tsx';
import { wteText } from '../../components/numbers.ts';
import { monthText, rangeText, reachedText, reachedWhy, reachedWithin } from './words.ts';
import { forecastMade } from './figures.ts';

/** When funded and required are reached, in post at the end, and what one more starter a month changes. */
export function Headlines({ data }: { data: Forecast }) {
  const { to, fundedReached, requiredReached, fundedRange, requiredRange, months, now, oneMore } = data;
  const last = months[months.length - 1];
  const made = forecastMade(data);
  const join = (...parts: (string | null)[]) => parts.filter(Boolean).join(' · ');
  const gain = oneMore.inPostMore - oneMore.inPost;
  return (
    <Figures>
      <Figure
        name="Funded level reached"
        value={reachedText(fundedReached, to)}
        making={made.funded}
        remark={join(reachedWhy(fundedReached, to), isOpen(fundedReached) ? rangeText(fundedRange, to) : null)}
      />
      <Figure
        name="Required level reached"
        value={reachedText(requiredReached, to)}
        making={made.required}
        remark={join(reachedWhy(requiredReached, to), isOpen(requiredReached) ? rangeText(requiredRange, to) : null)}
      />
      <Figure
        name={`In post, ${monthText(to)}`}
        value={`${wteText(last?.inPost ?? now.inPost)} WTE`}
        making={made.inPost}
        remark={join(
          `now ${wteText(now.inPost)}`,
          last && last.low !== null && last.high !== null
            ? `range ${wteText(last.low)} to ${wteText(last.high)}`
            : null,
        )}
      />
      <Figure
        name="One more starter a month"
        value={`+${wteText(gain)} WTE`}
        making={made.oneMore}
        remark={`by ${monthText(to)}, with 1.00 WTE more every month, ${oneMore.groupName} ${oneMore.band} · funded level: ${reachedWithin(oneMore.funded, to)}`}
      />
    </Figures>
  );
}

/** True where it is known and not reached yet: only then there is a month to range over. */
const isOpen = ({ known, already }: ForecastReached) => known && !already;
