import { useEffect, useRef } from 'react';

export interface Problem {
  /** Id of the field, which a press on the problem takes the focus to. */
  field: string;
  message: string;
}

/** "There is a problem": takes the focus when it appears, and each problem leads to its field. */
export function ErrorSummary({ problems }: { problems: Problem[] }) {
  const summary = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (problems.length > 0) summary.current?.focus();
  }, [problems]);
  if (problems.length === 0) return null;
  return (
    <div className="nhsuk-error-summary" role="alert" tabIndex={-1} ref={summary} aria-labelledby="problems-title">
      <h2 className="nhsuk-error-summary__title" id="problems-title">
        There is a problem
      </h2>
      <ul className="nhsuk-list nhsuk-error-summary__list">
        {problems.map(({ field, message }) => (
          <li key={field + message}>
            <a
              href={`#${field}`}
              onClick={(event) => {
                event.preventDefault();
                document.getElementById(field)?.focus();
              }}
            >
              {message}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
