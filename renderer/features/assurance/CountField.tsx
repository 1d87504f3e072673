import { useId, useState } from 'react';

interface CountFieldProps {
  /** "row:column", by which the keyboard finds the field. */
  place: string;
  name: string;
  stored: number | null;
  /** What an import has to do with it, shown under the field. */
  beside?: string | null;
  /** Answers what is wrong, or null. */
  save: (text: string) => Promise<string | null>;
}

/** One count: saved when it is left; what is wrong stays in the field and is said below it. */
export function CountField({ place, name, stored, beside = null, save }: CountFieldProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const problemId = useId();
  const shown = stored === null ? '' : String(stored);
  const leave = async () => {
    if (typed === null) return;
    if (typed.trim() === shown) {
      setTyped(null);
      return setProblem(null);
    }
    const wrong = await save(typed);
    setProblem(wrong);
    if (wrong === null) setTyped(null);
  };
  return (
    <span className="entries__cell">
      <input
        className="entries__field entries__field--number"
        data-place={place}
        data-stored={shown}
        aria-label={beside ? `${name}, ${beside}` : name}
        aria-invalid={problem !== null || undefined}
        aria-describedby={problem === null ? undefined : problemId}
        inputMode="numeric"
        autoComplete="off"
        value={typed ?? shown}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={() => void leave()}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          setTyped(null);
          setProblem(null);
        }}
      />
      {beside && <small className="by-hand">{beside}</small>}
      {problem && (
        <span className="entries__wrong" id={problemId} role="alert">
          {problem}
        </span>
      )}
    </span>
  );
}
