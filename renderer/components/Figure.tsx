import type { ReactNode } from 'react';
import { HowMade } from './HowMade.tsx';
import type { Making } from './making.ts';

interface FigureProps {
  name: string;
  /** The figure with its unit, or a word such as "Not known". */
  value: string;
  /** How it was made: formula, inputs, source and packs. */
  making: Making;
  /** What is to be known beside it at a glance. */
  remark: ReactNode;
  /** Of whom and when, where that is not what the page says of itself. */
  of?: string;
  /** Opens the rows behind the figure. */
  onRows?: () => void;
}

/** Words to read, which would fill the card in the letters of a figure: neither short nor a number with its unit. */
const isInWords = (value: string) => value.length > 11 && !/^\S+ \S{1,4}$/.test(value);

/** A headline figure that says how it was made. */
export function Figure({ name, value, making, remark, of, onRows }: FigureProps) {
  return (
    <div className="figure" role="group" aria-label={name}>
      <h2 className="figure__name">{name}</h2>
      <p className={`figure__value ${isInWords(value) ? 'figure__value--words' : ''}`}>{value}</p>
      <p className="figure__how">
        {remark}
        {onRows && (
          <span className="not-printed">
            {' · '}
            <button type="button" className="link" onClick={onRows} aria-label={`Rows behind ${name}`}>
              rows
            </button>
          </span>
        )}
        <span className="not-printed">
          {remark ? ' · ' : ''}
          <HowMade
            name={name}
            value={value}
            making={making}
            remark={remark}
            onRows={onRows}
            {...(of !== undefined && { of })}
          />
        </span>
      </p>
    </div>
  );
}

/** At most four headline figures side by side. */
export function Figures({ children }: { children: ReactNode }) {
  return <div className="figures">{children}</div>;
}
