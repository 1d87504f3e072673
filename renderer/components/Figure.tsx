import { type ReactNode, useRef, useState } from 'react';
import { MadeDialog } from './MadeDialog.tsx';
import { pageAbout } from './table/page-about.ts';

interface FigureProps {
  name: string;
  /** The figure with its unit, or a word such as "Not known". */
  value: string;
  /** The formula in words with its numbers. */
  how: ReactNode;
  /** Opens the rows behind the figure. */
  onRows?: () => void;
  /** False where `how` itself leads to how it was made. */
  made?: boolean;
}

/** A headline figure that says how it was made. */
export function Figure({ name, value, how, onRows, made = true }: FigureProps) {
  const section = useRef<HTMLDivElement>(null);
  const [about, setAbout] = useState<ReturnType<typeof pageAbout> | null>(null);
  return (
    <div className="figure" role="group" aria-label={name} ref={section}>
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
        {made && (
          <span className="not-printed">
            {' · '}
            <button
              type="button"
              className="link"
              onClick={() => setAbout(pageAbout(section.current))}
              aria-label={`How was this made: ${name}`}
            >
              how
            </button>
          </span>
        )}
      </p>
      {about && (
        <MadeDialog
          name={name}
          value={value}
          formula={how}
          source={`${about.title}, of what was imported and entered`}
          of={about.about}
          onRows={onRows}
          onClose={() => setAbout(null)}
        />
      )}
    </div>
  );
}

/** At most four headline figures side by side. */
export function Figures({ children }: { children: ReactNode }) {
  return <div className="figures">{children}</div>;
}
