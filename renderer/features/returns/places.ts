import { useEffect } from 'react';
import type { ReturnFinding } from '#contract';

/** A line to open, and the id of the element of it that takes the focus. */
export interface Place {
  readonly reference: string;
  readonly field: string | null;
}

/** Id of the button that opens a line, so that the focus can go back to it. */
export const lineButtonId = (reference: string) => `line-${reference.replace('.', '-')}`;

/** Id of a figure that is offered beside a line. */
export const figureId = (key: string) => `figure-${key.replace(/[^a-z0-9]+/gi, '-')}`;

/** Where something that was found is mended. */
export const placeOf = ({ reference, field, figure }: ReturnFinding): Place => ({
  reference,
  field: field === 'figure' && figure !== null ? figureId(figure) : field,
});

const EVERY = 100;
const TRIES = 100;

/** Puts the focus on an element as soon as it is there: figures come after the rest of a line. */
export function useFocusOn(id: string | null): void {
  useEffect(() => {
    if (id === null) return;
    let tries = 0;
    const timer = window.setInterval(() => {
      const element = document.getElementById(id);
      tries += 1;
      if (element === null && tries < TRIES) return;
      window.clearInterval(timer);
      element?.focus();
      element?.scrollIntoView?.({ block: 'center' });
    }, EVERY);
    return () => window.clearInterval(timer);
  }, [id]);
}
