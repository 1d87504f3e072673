import { type AnswerChange, type Register, type ReturnStatus, returnStatus } from '#contract';
import { Status } from '../../components/Status.tsx';
import { SaveMark } from './SaveMark.tsx';
import { useSavedField } from './saved-field.ts';

interface StatusFieldProps {
  status: ReturnStatus | null;
  statuses: Register['statuses'];
  open: boolean;
  save: (change: AnswerChange) => Promise<unknown>;
}

/** The status: shape, colour and word, with what it means; the arrow keys go from one to the next. */
export function StatusField({ status, statuses, open, save }: StatusFieldProps) {
  const { value, state, type, flush } = useSavedField(status ?? '', (text) =>
    save({ field: 'status', value: text === '' ? null : returnStatus.parse(text) }),
  );
  const choices = [...statuses, { status: '' as const, word: 'No status', meaning: 'Not answered yet.' }];
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
        {choices.map(({ status: option, word, meaning }) => (
          <label className="choice answer__choice" key={option}>
            <input
              type="radio"
              name="status"
              id={value === option ? 'status' : undefined}
              value={option}
              checked={value === option}
              disabled={!open}
              aria-describedby={`status-${option || 'none'}`}
              onChange={() => type(option)}
              onBlur={({ relatedTarget: next }) => {
                // From one status to the next is still choosing.
                if (!(next instanceof HTMLInputElement && next.name === 'status')) flush();
              }}
            />
            <span>
              {option === '' ? word : <Status kind={option} word={word} />}
              <span className="answer__meaning" id={`status-${option || 'none'}`}>
                {meaning}
              </span>
            </span>
          </label>
        ))}
      </div>
      <SaveMark state={state} />
    </fieldset>
  );
}
