import type { PeriodOfReturn } from '#contract';
import { stateText } from './words.ts';

interface PeriodSelectProps {
  period: string;
  periods: PeriodOfReturn[];
  onPeriod: (period: string) => void;
}

const kinds = [
  { kind: 'quarter', name: 'Quarters' },
  { kind: 'month', name: 'Months' },
] as const;

/** Quarters, then months, each with how far its return is. */
export function PeriodSelect({ period, periods, onPeriod }: PeriodSelectProps) {
  return (
    <label className="filter">
      Period
      <select value={period} onChange={(event) => onPeriod(event.target.value)}>
        {kinds.map(({ kind, name }) => (
          <optgroup label={name} key={kind}>
            {periods
              .filter((own) => own.kind === kind)
              .map((own) => (
                <option key={own.period} value={own.period}>
                  {own.title} ({stateText(own)})
                </option>
              ))}
          </optgroup>
        ))}
      </select>
    </label>
  );
}
