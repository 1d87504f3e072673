import { dateText } from '../../components/numbers.ts';

type Period = { first: string; last: string };

interface PeriodFilterProps {
  imports: { id: number; fileName: string; first: string; last: string }[];
  period: Period | undefined;
  onChange: (period: Period | undefined) => void;
}

/** All days that imports cover, the days of one import, or any days. */
export function PeriodFilter({ imports, period, onChange }: PeriodFilterProps) {
  const periods = new Map(imports.map(({ first, last }) => [`${first} ${last}`, { first, last }]));
  const key = period ? `${period.first} ${period.last}` : '';
  const set = (part: Partial<Period>) => {
    const next = { first: '', last: '', ...period, ...part };
    if (next.first && !next.last) next.last = next.first;
    if (next.last && !next.first) next.first = next.last;
    if (next.first <= next.last) onChange(next);
  };
  return (
    <>
      <label className="filter">
        Period
        <select
          value={periods.has(key) || !key ? key : 'own'}
          onChange={(event) => onChange(periods.get(event.target.value))}
        >
          <option value="">All days imported</option>
          {[...periods].map(([value, { first, last }]) => (
            <option key={value} value={value}>
              {dateText(first)} to {dateText(last)}
            </option>
          ))}
          {key && !periods.has(key) && <option value="own">Own days</option>}
        </select>
      </label>
      <label className="filter">
        from
        <input
          type="date"
          value={period?.first ?? ''}
          onChange={(event) => event.target.value && set({ first: event.target.value })}
        />
      </label>
      <label className="filter">
        to
        <input
          type="date"
          value={period?.last ?? ''}
          onChange={(event) => event.target.value && set({ last: event.target.value })}
        />
      </label>
    </>
  );
}
