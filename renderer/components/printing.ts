import { useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';

const always = () => true;

/** True while the page is being printed, and `when` said so as that began: what is drawn in part only is then drawn whole. */
export function usePrinting(when: () => boolean = always): boolean {
  const [printing, setPrinting] = useState(false);
  const asked = useRef(when);
  useEffect(() => {
    asked.current = when;
  });
  useEffect(() => {
    const before = () => {
      const said = asked.current();
      flushSync(() => setPrinting(said));
    };
    const after = () => setPrinting(false);
    window.addEventListener('beforeprint', before);
    window.addEventListener('afterprint', after);
    return () => {
      window.removeEventListener('beforeprint', before);
      window.removeEventListener('afterprint', after);
    };
  }, []);
  return printing;
}

/** Whether one part of the page is printed alone. */
export const printsPart = (): boolean => document.documentElement.hasAttribute('data-prints-part');

/** Draws the rest of what is drawn in part only. Settles to whether all of it is there: false where that was taken back. */
type DrawRest = () => Promise<boolean>;
const rests = new Set<DrawRest>();

/** Has what is long drawn before the page is printed, in parts, as only what is there already is drawn for paper at once. */
export function useDrawnToPrint(drawRest: DrawRest): void {
  const newest = useRef(drawRest);
  useEffect(() => {
    newest.current = drawRest;
  });
  useEffect(() => {
    const one = () => newest.current();
    rests.add(one);
    return () => void rests.delete(one);
  }, []);
}

/** Prints the page, once all of it is there. */
export async function printPage(): Promise<void> {
  const isThere = await Promise.all([...rests].map((drawRest) => drawRest()));
  if (isThere.every(Boolean)) window.print();
}

/** Prints one part of the page alone, below the page's title. */
export function printAlone(part: Element): void {
  part.toggleAttribute('data-printed-alone', true);
  document.documentElement.toggleAttribute('data-prints-part', true);
  window.print();
  part.removeAttribute('data-printed-alone');
  document.documentElement.removeAttribute('data-prints-part');
}
