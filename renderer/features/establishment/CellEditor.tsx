import { useLayoutEffect, useRef } from 'react';

/** How an editor was left: by the key that saves, or by going elsewhere. */
export type LeftBy = 'Enter' | 'Tab' | 'leaving';

export interface CellEditorProps {
  text: string;
  /** Which cell it is, for a screen reader. */
  name: string;
  /** Id of the suggestions, if there are any. */
  list: string | undefined;
  describedBy: string | undefined;
  onCommit: (text: string, by: LeftBy, backwards: boolean) => void;
  onCancel: () => void;
}

/** Edits one cell. Enter and Tab save and go on, Escape gives up; going elsewhere saves. */
export function CellEditor({ text, name, list, describedBy, onCommit, onCancel }: CellEditorProps) {
  const input = useRef<HTMLInputElement>(null);
  const done = useRef(false);
  // At once, so that the next letter typed finds the editor.
  useLayoutEffect(() => {
    done.current = false;
    input.current?.focus();
    input.current?.setSelectionRange(text.length, text.length);
  }, [text]);
  /** Closing takes the focus away, which must not save a second time. */
  const finish = (act: () => void) => {
    if (done.current) return;
    done.current = true;
    act();
  };
  return (
    <input
      ref={input}
      className="grid__editor"
      defaultValue={text}
      aria-label={name}
      aria-invalid={describedBy ? true : undefined}
      aria-describedby={describedBy}
      list={list}
      autoComplete="off"
      spellCheck={false}
      onBlur={(event) => finish(() => onCommit(event.target.value, 'leaving', false))}
      onKeyDown={(event) => {
        const { key, shiftKey, currentTarget } = event;
        if (key === 'Escape') finish(onCancel);
        else if (key === 'Enter' || key === 'Tab') finish(() => onCommit(currentTarget.value, key, shiftKey));
        else return;
        event.preventDefault();
      }}
    />
  );
}
