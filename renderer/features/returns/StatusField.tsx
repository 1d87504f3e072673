import { type AnswerChange, type ReturnStatus, returnStatus, statusWords } from '#contract';
import { Status } from '../../components/Status.tsx';
import { SaveMark } from './SaveMark.tsx';
import { useSavedField } from './saved-field.ts';

interface StatusFieldProps {
  status: ReturnStatus | null;
  save: (change: AnswerChange) => Promise<unknown>;
}

/** The status: shape, colour and word; the arrow keys go from one to the next. */
export function StatusField({ status, save }: StatusFieldProps) {
  const { value, state, type, flush } = useSavedField(status ?? '', (text) =>
    save({ field: 'status', value: text === '' ? null : returnStatus.parse(text) }),
  );
  return (
    <fieldset
      className="answer__field answer__status"
      aria-describedby={state.kind === 'failed' ? 'status-problem' : undefined}
    >
      <legend className="nhsuk-label">Status</legend>
      {state.kind === 'failed' && (
        <p className="nhsuk-error-message" id="status-problem">
          {state.message}
        </p>
      )}
      <div className="answer__choices">
        {[...returnStatus.options, '' as const].map((option) => (
          <label className="choice" key={option}>
            <input
              type="radio"
              name="status"
              id={value === option ? 'status' : undefined}
              value={option}
              checked={value === option}
              onChange={() => type(option)}
              onBlur={({ relatedTarget: next }) => {
                // From one status to the next is still choosing.
                if (!(next instanceof HTMLInputElement && next.name === 'status')) flush();
              }}
            />
            {option === '' ? 'No status' : <Status kind={option} word={statusWords[option]} />}
          </label>
        ))}
      </div>
      <SaveMark state={state} />
    </fieldset>
  );
}
