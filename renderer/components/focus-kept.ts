import { type RefObject, useEffect } from 'react';

/** So long whoever took the focused control away has to put the focus elsewhere, in milliseconds. */
const PATIENCE = 60;

/** A field beside which something wrong is said. */
const WRONG = '.nhsuk-form-group--error :is(input, select, textarea)';

/**
 * Where the control that has the focus goes from `area`, and nobody says where to go on, the focus goes to `start`: else it
 * would be nowhere, and the keyboard would begin again at the top of the window. A button that could not be pressed while it
 * worked lost the focus too: once it can be, the focus goes to the field that it was refused for, or else back to it.
 */
export function useFocusKept(area: RefObject<HTMLElement | null>, start: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = area.current;
    if (!element) return undefined;
    let last: HTMLElement | null = null;
    let isAtWork = false;
    let waiting: ReturnType<typeof setTimeout> | undefined;
    const remember = ({ target }: FocusEvent) => {
      last = target as HTMLElement;
      isAtWork = false;
    };
    const look = () => {
      waiting = undefined;
      const { activeElement } = document;
      if (last === null || (activeElement !== document.body && activeElement !== last)) return;
      if (last.isConnected) {
        if (!isAtWork || last.matches(':disabled')) return;
        isAtWork = false;
        (last.closest('form')?.querySelector<HTMLElement>(WRONG) ?? last).focus();
        return;
      }
      last = null;
      // Not from the start: a dialog would give its title the focus when it opens.
      start.current?.setAttribute('tabindex', '-1');
      start.current?.focus({ preventScroll: true });
    };
    const observer = new MutationObserver(() => {
      if (last?.matches(':disabled')) isAtWork = true;
      waiting ??= setTimeout(look, PATIENCE);
    });
    observer.observe(element, { childList: true, subtree: true, attributeFilter: ['disabled'] });
    element.addEventListener('focusin', remember);
    return () => {
      observer.disconnect();
      clearTimeout(waiting);
      element.removeEventListener('focusin', remember);
    };
  }, [area, start]);
}
