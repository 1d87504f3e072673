import { useAnnouncement } from '../components/announce.ts';
import { clockText } from '../components/numbers.ts';
import { useUndo } from './undo.ts';
import { useSavingWaits } from './saving-waits.ts';

/** What was just done, what is saved, and what Undo would undo. */
export function StatusLine() {
  const { message, turn } = useAnnouncement();
  const { state, undo, redo } = useUndo();
  const waits = useSavingWaits();
  return (
    <footer className="frame__status">
      <span role="status" key={turn}>
        {message}
      </span>
      <span>
        {waits ?? (state?.savedAt ? `Saved ${clockText(state.savedAt)}` : 'Everything is saved as you work')}
        {state?.undo && (
          <>
            {' · '}
            <button type="button" className="link" onClick={undo}>
              Undo “{state.undo}”
            </button>{' '}
            <kbd>Ctrl Z</kbd>
          </>
        )}
        {state?.redo && (
          <>
            {' · '}
            <button type="button" className="link" onClick={redo}>
              Redo “{state.redo}”
            </button>{' '}
            <kbd>Ctrl Y</kbd>
          </>
        )}
      </span>
    </footer>
  );
}
