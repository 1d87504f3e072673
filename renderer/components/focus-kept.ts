import { type RefObject, useEffect } from 'react';

/** So long whoever took the focused control away has to put the focus elsewhere, in milliseconds. */
const PATIENCE = 60;

/**
 * Where the control that has the focus goes from `area`, and nobody says where to go on, the focus goes to `start`: else it
 * would be nowhere, and the keyboard would begin again at the top of the window.
 */
export function useFocusKept(area: RefObject<HTMLElement | null>, start: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = area.current;
    if (!element) return undefined;
    let last: Element | null = null;
    let waiting: ReturnType<typeof setTimeout> | undefined;
    const remember = ({ target }: FocusEvent) => {
      last = target as Element;
    };
    const look = () => {
      waiting = undefined;
      if (last === null || last.isConnected || document.activeElement !== document.body) return;
      last = null;
      // Not from the start: a dialog would give its title the focus when it opens.
      start.current?.setAttribute('tabindex', '-1');
      start.current?.focus({ preventScroll: true });
    };
    const observer = new MutationObserver(() => {
      waiting ??= setTimeout(look, PATIENCE);
    });
    observer.observe(element, { childList: true, subtree: true });
    element.addEventListener('focusin', remember);
    return () => {
      observer.disconnect();
      clearTimeout(waiting);
      element.removeEventListener('focusin', remember);
    };
  }, [area, start]);
}
