import type { SaveState } from './saved-field.ts';

const words = { still: '', unsaved: 'Not saved yet', saving: 'Saving…', saved: 'Saved' } as const;

/** Whether what a field shows is saved. An error stands beside the field's label instead. */
export function SaveMark({ state }: { state: SaveState }) {
  if (state.kind === 'failed') return <p className="save-mark save-mark--wrong">Not saved</p>;
  return <p className="save-mark">{words[state.kind]}</p>;
}
