import { type ReactNode, useEffect, useRef } from 'react';

interface PageProps {
  title: string;
  /** Of whom, when and by which standard the figures are. */
  subtitle?: ReactNode;
  filters?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
}

/** A screen: its title takes the focus when it opens, so that a screen reader starts there. */
export function Page({ title, subtitle, filters, actions, children }: PageProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} – Maternity Workforce Planner`;
  }, [title]);
  useEffect(() => {
    heading.current?.focus({ preventScroll: true });
  }, []);
  return (
    <div className="page">
      <h1 className="page__title" ref={heading} tabIndex={-1}>
        {title}
      </h1>
      {subtitle && <p className="page__subtitle">{subtitle}</p>}
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
