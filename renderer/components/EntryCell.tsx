import { type ClipboardEvent, type KeyboardEvent, useId, useState } from 'react';
import { sentence } from '../client/refusal.ts';
import { announce } from './announce.ts';

interface EntryCellProps {
  /** Which field it is among those of its table or form. */
  readonly place: string;
  /** Which field it is, for a screen reader. */
  readonly name: string;
  readonly stored: string;
  readonly number: boolean;
  readonly options?: readonly { readonly value: string; readonly name: string }[] | undefined;
  readonly isDefault: boolean;
  readonly hint?: string | undefined;
  /** What else is said of it, below the field. */
  readonly beside?: string | null | undefined;
  /** Saves; answers with what is wrong, or null. */
  readonly onSave: (text: string) => Promise<string | null>;
  /** To the field so many rows down, or so many columns across; false where there is none. */
  readonly onGo?: (from: Element, down: number, across: number) => boolean;
  /** True where a block was pasted over this and other fields. */
  readonly onPaste?: (event: ClipboardEvent) => boolean;
  readonly date?: boolean;
}

/** A field of a table. What was typed stays until it is saved or given up; what is wrong is said below it. */
export function EntryCell(props: EntryCellProps) {
  const { place, name, stored, number, options, isDefault, hint, beside, onSave, onGo, onPaste, date } = props;
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
    'aria-label': beside ? `${name}, ${beside}` : name,
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
            if (event.key === 'Escape') {
              setTyped(null);
              setWrong(null);
            } else if (event.key === 'Enter') {
              // Leaving the field saves it; where there is no other to go to, it is saved here.
              if (!onGo?.(event.currentTarget, event.shiftKey ? -1 : 1, 0) && typed !== null) void save(typed);
            } else {
              const to = onGo && stepOf(event, number);
              if (!to) return;
              onGo(event.currentTarget, to.down, to.across);
            }
            event.preventDefault();
          }}
        />
      )}
      {isDefault && (
        <span className="entries__default" id={`${messageId}-default`}>
          default
        </span>
      )}
      {beside && (
        <small className="entries__beside" aria-hidden="true">
          {beside}
        </small>
      )}
      {wrong && (
        <span className="entries__wrong" id={messageId} role="alert">
          {wrong}
        </span>
      )}
    </span>
  );
}

/** Where an arrow key leads to: up and down, to the ends with Ctrl, and from the ends of a number left and right. */
function stepOf(event: KeyboardEvent<HTMLInputElement>, number: boolean): { down: number; across: number } | null {
  const { key, ctrlKey, altKey, shiftKey, currentTarget: field } = event;
  if (altKey || shiftKey) return null;
  const far = ctrlKey ? Infinity : 1;
  if (key === 'ArrowDown') return { down: far, across: 0 };
  if (key === 'ArrowUp') return { down: -far, across: 0 };
  if (!number || ctrlKey) return null;
  const { selectionStart: from, selectionEnd: to } = field;
  const all = from === 0 && to === field.value.length;
  if (key === 'ArrowLeft' && (all || to === 0)) return { down: 0, across: -1 };
  if (key === 'ArrowRight' && (all || from === field.value.length)) return { down: 0, across: 1 };
  return null;
}
