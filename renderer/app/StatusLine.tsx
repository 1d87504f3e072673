import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { useDrafts } from '../client/drafts.ts';
import { useSignedIn } from '../client/session.ts';
import { Announced } from '../components/Announced.tsx';
import { clockText, counted, weekdayText } from '../components/numbers.ts';
import { useUndo } from './undo.ts';
import { useSavingWaits } from './saving-waits.ts';

/** What was just done, what is saved, and what Undo would undo. */
export function StatusLine() {
  const { state, undo, redo } = useUndo();
  const waits = useSavingWaits();
  const notSaved = useNotSaved();
  const { isOn, who } = useSignedIn();
  return (
    <footer className="frame__status">
      <Announced after={0} />
      <span>
        {who.role === 'viewer'
          ? 'This profile looks at figures and changes nothing: ask an editor for a change'
          : (waits ?? (state?.savedAt ? `Saved ${clockText(state.savedAt)}` : 'Everything is saved as you work'))}
        {notSaved > 0 && (
          <>
            {' · '}
            {isOn('history') ? (
              <Link href="/history" className="link">
                {counted(notSaved, 'form')} typed and not saved
              </Link>
            ) : (
              `${counted(notSaved, 'form')} typed and not saved`
            )}
          </>
        )}
        {state?.undo && (
          <>
            {' · '}
            <button type="button" className="link" onClick={undo}>
              Undo “{state.undo}”{state.undoAt && `, ${weekdayText(state.undoAt)} ${clockText(state.undoAt)}`}
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

/** How many forms were typed into and not saved. */
function useNotSaved(): number {
  const drafts = useDrafts();
  const list = useQuery({
    queryKey: ['drafts', drafts.owner],
    queryFn: () => drafts.list(),
    enabled: drafts.may,
  });
  return list.data?.length ?? 0;
}
