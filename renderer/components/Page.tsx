import { type ReactNode, useEffect, useRef } from 'react';
import { useLocation } from 'wouter';
import { PageHistory } from './changes/PageHistory.tsx';
import { useDraft } from './draft/use-draft.tsx';
import { useFocusKept } from './focus-kept.ts';
import { Printed } from './Printed.tsx';
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
  const page = useRef<HTMLDivElement>(null);
  const [path] = useLocation();
  const earlier = useDraft(page, {
    title: 'Fields that are saved when they are left',
    fields: 'page',
    record: title,
    path,
  });
  useEffect(() => {
    document.title = `${windowTitle} – Maternity Workforce Planner`;
  }, [windowTitle]);
  useFocusKept(page, heading);
  useEffect(() => {
    heading.current?.focus({ preventScroll: true });
  }, []);
  return (
    <div className="page" ref={page} {...(leaves && { 'data-leaves-trust': true })}>
      <h1 className="page__title" ref={heading} tabIndex={-1}>
        {title}
      </h1>
      {subtitle && (
        <p className="page__subtitle">{typeof subtitle === 'string' ? <WithTerms>{subtitle}</WithTerms> : subtitle}</p>
      )}
      <Printed />
      {earlier}
      {(filters || actions) && (
        <div className="page__bar">
          <div>{filters}</div>
          <div>{actions}</div>
        </div>
      )}
      {children}
      <PageHistory path={path} />
    </div>
  );
}
