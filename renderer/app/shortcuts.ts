import { useEffect } from 'react';
import { shortcutFor } from '../components/shortcut.ts';
import { useUndo } from './undo.ts';

const inText = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName));

/** The screen's own keys; Ctrl K goes anywhere; Ctrl Z and Ctrl Y undo and redo, except inside text, where they are the field's own. */
export function useShortcuts(goTo: () => void): void {
  const { undo, redo } = useUndo();
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const ofScreen = event.defaultPrevented ? undefined : shortcutFor(event);
      if (ofScreen) {
        event.preventDefault();
        ofScreen();
        return;
      }
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.defaultPrevented) return;
      const key = event.key.toLowerCase();
      const perform =
        key === 'k'
          ? goTo
          : inText(event.target)
            ? null
            : key === 'z'
              ? event.shiftKey
                ? redo
                : undo
              : key === 'y'
                ? redo
                : null;
      if (!perform) return;
      event.preventDefault();
      perform();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  });
}
