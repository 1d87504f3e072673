import { useState } from 'react';
import { monthText, readMonth } from './months.ts';

interface MonthFieldProps {
  label: string;
  /** 'YYYY-MM'. */
  value: string;
  onMonth: (month: string) => void;
}

/** A month that is typed, such as Oct 2026 or 10/2026, and taken when the field is left or Enter is pressed. */
export function MonthField({ label, value, onMonth }: MonthFieldProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const month = typed === null ? value : readMonth(typed);
  const take = () => {
    if (typed === null || month === undefined) return;
    setTyped(null);
    if (month !== value) onMonth(month);
  };
  return (
    <label className="filter">
      {label}
      <input
        className="assurance__month"
        value={typed ?? monthText(value)}
        aria-invalid={month === undefined || undefined}
        title={month === undefined ? 'Enter a month, such as Oct 2026 or 10/2026.' : undefined}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={take}
        onKeyDown={(event) => event.key === 'Enter' && take()}
      />
      {month === undefined && <span role="alert">Enter a month, such as Oct 2026.</span>}
    </label>
  );
}
