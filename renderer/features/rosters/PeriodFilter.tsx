import { daysText } from '../../components/numbers.ts';

type Period = { first: string; last: string };

interface PeriodFilterProps {
  imports: { id: number; fileName: string; first: string; last: string }[];
  period: Period;
  onChange: (period: Period) => void;
}

/** The days of one import, or any days. */
export function PeriodFilter({ imports, period, onChange }: PeriodFilterProps) {
  const periods = new Map(imports.map(({ first, last }) => [`${first} ${last}`, { first, last }]));
  const key = `${period.first} ${period.last}`;
  const set = (part: Partial<Period>) => {
    const next = { first: period.first, last: period.last, ...part };
    // The other day follows one that passes it.
    if (next.first > next.last)
      onChange(part.first ? { first: next.first, last: next.first } : { first: next.last, last: next.last });
    else onChange(next);
  };
  return (
    <>
      <label className="filter">
        Period
        <select
          value={periods.has(key) ? key : 'own'}
          onChange={(event) => onChange(periods.get(event.target.value) ?? period)}
        >
          {[...periods].map(([value, { first, last }]) => (
            <option key={value} value={value}>
              {daysText({ first, last })}
            </option>
          ))}
          {!periods.has(key) && <option value="own">Own days</option>}
        </select>
      </label>
      <label className="filter">
        from
        <input
          aria-label="Period from"
          type="date"
          value={period.first}
          onChange={(event) => event.target.value && set({ first: event.target.value })}
        />
      </label>
      <label className="filter">
        to
        <input
          aria-label="Period to"
          type="date"
          value={period.last}
          onChange={(event) => event.target.value && set({ last: event.target.value })}
        />
      </label>
    </>
  );
}
