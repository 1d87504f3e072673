import { useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useInsideTrust } from './inside-trust.ts';
import { dateText } from './numbers.ts';
import { useWhose } from './save-table.ts';
import { filtersInWords, leavesTrust } from './table/page-about.ts';

/** On paper: whose page it is, when it was printed, and by which filters. */
export function Printed() {
  const whose = useWhose();
  const [said, setSaid] = useState<string[]>([]);
  const place = useRef<HTMLParagraphElement>(null);
  const mark = useInsideTrust();
  useEffect(() => {
    const say = () => {
      // Swedish writes a day as YYYY-MM-DD.
      const today = dateText(new Date().toLocaleDateString('sv-SE'));
      // A paper to hand on, or a report that leaves small numbers out, says itself what it tells.
      const marks = mark && !leavesTrust(place.current) ? [mark] : [];
      flushSync(() => setSaid([...marks, `printed ${today}`, ...filtersInWords(place.current)]));
    };
    window.addEventListener('beforeprint', say);
    return () => window.removeEventListener('beforeprint', say);
  }, [mark]);
  return (
    <p className="printed-only page__printed" ref={place}>
      {[whose, ...said].filter(Boolean).join(' · ')}
    </p>
  );
}
