interface FileFieldProps {
  id: string;
  label: string;
  hint: string;
  /** Endings of the files to choose from, such as ".xlsx,.csv". */
  accept: string;
  /** What is wrong with what was chosen. */
  problem: string | undefined;
  onChoose: (file: File | null) => void;
}

/** A field that takes one file, with what is wrong with it said beside it. */
export function FileField({ id, label, hint, accept, problem, onChoose }: FileFieldProps) {
  return (
    <div className={`nhsuk-form-group ${problem ? 'nhsuk-form-group--error' : ''}`}>
      <label className="nhsuk-label" htmlFor={id}>
        {label}
      </label>
      <p className="nhsuk-hint" id={`${id}-hint`}>
        {hint}
      </p>
      {problem && (
        <p className="nhsuk-error-message" id={`${id}-problem`} role="alert">
          {problem}
        </p>
      )}
      <input
        id={id}
        type="file"
        accept={accept}
        aria-describedby={problem ? `${id}-hint ${id}-problem` : `${id}-hint`}
        onChange={({ target }) => onChoose(target.files?.[0] ?? null)}
      />
    </div>
  );
}
