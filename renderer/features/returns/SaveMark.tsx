import type { SaveState } from './saved-field.ts';

const words = { still: '', unsaved: 'Not saved yet', saving: 'Saving…', saved: 'Saved', failed: 'Not saved' } as const;

/** Whether what a field shows is saved. Only how it ends is read out; an error stands beside the field's label too. */
export function SaveMark({ state: { kind } }: { state: SaveState }) {
  const ended = kind === 'saved' || kind === 'failed';
  return (
    <div className={`save-mark ${kind === 'failed' ? 'save-mark--wrong' : ''}`}>
      <span role="status">{ended && words[kind]}</span>
      {!ended && <span aria-hidden="true">{words[kind]}</span>}
    </div>
  );
}
