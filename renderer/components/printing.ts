import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';

/** True while the page is being printed: what is drawn in part only is then drawn whole. */
export function usePrinting(): boolean {
  const [printing, setPrinting] = useState(false);
  useEffect(() => {
    const before = () => flushSync(() => setPrinting(true));
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

/** Prints one part of the page alone, below the page's title. */
export function printAlone(part: Element): void {
  part.toggleAttribute('data-printed-alone', true);
  document.documentElement.toggleAttribute('data-prints-part', true);
  window.print();
  part.removeAttribute('data-printed-alone');
  document.documentElement.removeAttribute('data-prints-part');
}
