import { type ClipboardEvent, useId, useState } from 'react';
import { sentence } from '../client/refusal.ts';
import { announce } from './announce.ts';

interface EntryCellProps {
  /** "row:column", by which the table finds the field above and below. */
  readonly place: string;
  /** Which field it is, for a screen reader. */
  readonly name: string;
  readonly stored: string;
  readonly number: boolean;
  readonly options?: readonly { readonly value: string; readonly name: string }[] | undefined;
  readonly isDefault: boolean;
  readonly hint?: string | undefined;
  /** Saves; answers with what is wrong, or null. */
  readonly onSave: (text: string) => Promise<string | null>;
  /** To the field above or below; false where there is none. */
  readonly onGo?: (step: 1 | -1) => boolean;
  /** True where a block was pasted over this and other fields. */
  readonly onPaste?: (event: ClipboardEvent) => boolean;
  readonly date?: boolean;
}

/** A field of a table. What was typed stays until it is saved or given up; what is wrong is said below it. */
export function EntryCell(props: EntryCellProps) {
  const { place, name, stored, number, options, isDefault, hint, onSave, onGo, onPaste, date } = props;
  const [typed, setTyped] = useState<string | null>(null);
  const [wrong, setWrong] = useState<string | null>(null);
  const messageId = useId();

  const save = async (text: string) => {
    if (text === stored) {
      setTyped(null);
      setWrong(null);
      return;
    }
    try {
      const message = await onSave(text);
      setWrong(message);
      if (message === null) setTyped((now) => (now === text ? null : now));
      else announce(`Not saved: ${message}`);
    } catch (error) {
      setWrong(sentence(error));
    }
  };

  const shared = {
    'data-field': place,
    // What was typed and is not saved is kept as a draft.
    'data-unsaved': typed === null ? undefined : '',
    'aria-label': name,
    'aria-invalid': wrong ? true : undefined,
    'aria-describedby': wrong ? messageId : isDefault ? `${messageId}-default` : undefined,
  } as const;
  return (
    <span className="entries__cell">
      {options ? (
        <select
          {...shared}
          className="entries__field"
          value={stored}
          onChange={(event) => void save(event.target.value)}
        >
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.name}
            </option>
          ))}
        </select>
      ) : (
        <input
          {...shared}
          className={`entries__field ${number ? 'entries__field--number' : ''}`}
          type={date ? 'date' : 'text'}
          value={typed ?? stored}
          placeholder={hint}
          autoComplete="off"
          spellCheck={false}
          inputMode={number ? 'decimal' : undefined}
          onChange={(event) => setTyped(event.target.value)}
          onFocus={(event) => !date && event.target.select()}
          onBlur={() => typed !== null && void save(typed)}
          onPaste={(event) => onPaste?.(event)}
          onKeyDown={(event) => {
            const { key } = event;
            if (key === 'Escape') {
              setTyped(null);
              setWrong(null);
            } else if (key === 'Enter') {
              // Leaving the field saves it; where there is no other to go to, it is saved here.
              if (!onGo?.(event.shiftKey ? -1 : 1) && typed !== null) void save(typed);
            } else if (onGo && key === 'ArrowDown') onGo(1);
            else if (onGo && key === 'ArrowUp') onGo(-1);
            else return;
            event.preventDefault();
          }}
        />
      )}
      {isDefault && (
        <span className="entries__default" id={`${messageId}-default`}>
          default
        </span>
      )}
      {wrong && (
        <span className="entries__wrong" id={messageId} role="alert">
          {wrong}
        </span>
      )}
    </span>
  );
}
