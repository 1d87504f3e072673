import { useId, useState } from 'react';
import type { IncentiveRequirementShown } from '#contract';
import { dateText } from '../../components/numbers.ts';

interface TypedFieldProps {
  label: string;
  kind: IncentiveRequirementShown['fields'][number]['kind'] | 'prose';
  value: string;
  /** What the planner knows, as it would be typed: offered where the field says otherwise. */
  known?: string | null;
  /** Answers what is wrong, or null. */
  save: (text: string) => Promise<string | null>;
}

/** A field that is saved when it is left; what is wrong stays in it and is said below. */
export function TypedField({ label, kind, value, known = null, save }: TypedFieldProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const problemId = useId();
  const take = async (text: string | null) => {
    if (text === null) return;
    const wrong = text === value ? null : await save(text);
    setProblem(wrong);
    if (wrong === null) setTyped(null);
  };
  const shared = {
    value: typed ?? value,
    // What was typed and is not saved is kept as a draft.
    'data-stored': value,
    'aria-invalid': problem !== null || undefined,
    'aria-describedby': problem ? problemId : undefined,
    onBlur: () => void take(typed),
  } as const;
  const offered = known !== null && known !== value ? known : null;
  const field = (
    <label className={kind === 'prose' ? 'assurance__wide' : undefined}>
      {label}
      {kind === 'yes_no' ? (
        <select
          {...shared}
          onChange={(event) => {
            setTyped(event.target.value);
            void take(event.target.value);
          }}
        >
          <option value="">Not entered</option>
          <option value="yes">Yes</option>
          <option value="no">No</option>
        </select>
      ) : kind === 'prose' ? (
        <textarea {...shared} rows={3} onChange={(event) => setTyped(event.target.value)} />
      ) : (
        <input
          {...shared}
          type={kind === 'date' ? 'date' : 'text'}
          inputMode={kind === 'count' ? 'numeric' : kind === 'wte' ? 'decimal' : undefined}
          autoComplete="off"
          onChange={(event) => setTyped(event.target.value)}
          onKeyDown={(event) => event.key === 'Enter' && void take(typed)}
        />
      )}
      {problem && (
        <span className="nhsuk-error-message" id={problemId} role="alert">
          {problem}
        </span>
      )}
    </label>
  );
  if (offered === null) return field;
  return (
    <div>
      {field}
      <p className="table__why">
        {kind === 'yes_no'
          ? 'The report that the planner makes has it. '
          : `The planner knows ${kind === 'date' ? dateText(offered) : offered}. `}
        <button type="button" className="link" aria-label={`Use it for ${label}`} onClick={() => void take(offered)}>
          Use it
        </button>
      </p>
    </div>
  );
}
