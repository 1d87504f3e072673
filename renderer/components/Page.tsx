import { type ReactNode, useContext, useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { LmnsInView } from '../client/lmns.ts';
import { TrustInView } from '../client/trust.ts';
import { useInsideTrust } from './inside-trust.ts';
import { dateText } from './numbers.ts';
import { filtersInWords } from './table/page-about.ts';
import { WithTerms } from './Term.tsx';

interface PageProps {
  title: string;
  /** What the window is called, where the title names a person: the taskbar and logs of windows tell of nobody. */
  windowTitle?: string;
  /** Of whom, when and by which standard the figures are. */
  subtitle?: ReactNode;
  filters?: ReactNode;
  actions?: ReactNode;
  /** True where what it shows is made to leave the trust. */
  leaves?: boolean;
  children: ReactNode;
}

/** A screen: its title takes the focus when it opens, so that a screen reader starts there. */
export function Page({ title, windowTitle = title, subtitle, filters, actions, leaves = false, children }: PageProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${windowTitle} – Maternity Workforce Planner`;
  }, [windowTitle]);
  useEffect(() => {
    heading.current?.focus({ preventScroll: true });
  }, []);
  return (
    <div className="page" {...(leaves && { 'data-leaves-trust': true })}>
      <h1 className="page__title" ref={heading} tabIndex={-1}>
        {title}
      </h1>
      {subtitle && (
        <p className="page__subtitle">{typeof subtitle === 'string' ? <WithTerms>{subtitle}</WithTerms> : subtitle}</p>
      )}
      <Printed />
      {(filters || actions) && (
        <div className="page__bar">
          <div>{filters}</div>
          <div>{actions}</div>
        </div>
      )}
      {children}
    </div>
  );
}

/** On paper: whose page it is, when it was printed, and by which filters. */
function Printed() {
  const [lmns, trust] = [useContext(LmnsInView), useContext(TrustInView)];
  const [said, setSaid] = useState<string[]>([]);
  const place = useRef<HTMLParagraphElement>(null);
  const mark = useInsideTrust();
  useEffect(() => {
    const say = () => {
      // Swedish writes a day as YYYY-MM-DD.
      const today = dateText(new Date().toLocaleDateString('sv-SE'));
      // A paper to hand on, or a report that leaves small numbers out, says itself what it tells.
      const page = place.current?.closest('.page');
      const leaves = page?.matches('[data-leaves-trust]') || page?.querySelector('.paper, [data-leaves-trust]');
      const marks = mark && !leaves ? [mark] : [];
      flushSync(() => setSaid([...marks, `printed ${today}`, ...filtersInWords(place.current)]));
    };
    window.addEventListener('beforeprint', say);
    return () => window.removeEventListener('beforeprint', say);
  }, [mark]);
  return (
    <p className="printed-only page__printed" ref={place}>
      {[lmns?.name ?? trust?.name, ...said].filter(Boolean).join(' · ')}
    </p>
  );
}
