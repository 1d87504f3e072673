import type { ReactNode } from 'react';

interface FigureProps {
  name: string;
  /** The figure with its unit, or a word such as "Not known". */
  value: string;
  /** The formula in words with its numbers. */
  how: ReactNode;
  /** Opens the rows behind the figure. */
  onRows?: () => void;
}

/** A headline figure that says how it was made. */
export function Figure({ name, value, how, onRows }: FigureProps) {
  return (
    <section className="figure" aria-label={name}>
      <h2 className="figure__name">{name}</h2>
      <p className="figure__value">{value}</p>
      <p className="figure__how">
        {how}
        {onRows && (
          <span className="not-printed">
            {' · '}
            <button type="button" className="link" onClick={onRows} aria-label={`Rows behind ${name}`}>
              rows
            </button>
          </span>
        )}
      </p>
    </section>
  );
}

/** At most four headline figures side by side. */
export function Figures({ children }: { children: ReactNode }) {
  return <div className="figures">{children}</div>;
}
