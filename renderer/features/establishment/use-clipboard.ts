import { type RefObject, useEffect } from 'react';

type Act = (event: ClipboardEvent) => void;

/**
 * Copy and paste while a cell of the grid has the focus, and not its editor. Listened for on the document: where no text
 * is selected, older browsers tell the page's body of it and not the element in focus.
 */
export function useClipboard(grid: RefObject<HTMLElement | null>, onCopy: Act, onPaste: Act): void {
  useEffect(() => {
    const inCells = (act: Act) => (event: ClipboardEvent) => {
      const focus = document.activeElement;
      if (!event.defaultPrevented && grid.current?.contains(focus) && !(focus instanceof HTMLInputElement)) act(event);
    };
    const copy = inCells(onCopy);
    const paste = inCells(onPaste);
    document.addEventListener('copy', copy);
    document.addEventListener('paste', paste);
    return () => {
      document.removeEventListener('copy', copy);
      document.removeEventListener('paste', paste);
    };
  });
}
