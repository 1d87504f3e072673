import type { ReactNode } from 'react';

/** An empty screen: what will be here, and the first step. */
export function EmptyState({ title, children, action }: { title: string; children: ReactNode; action?: ReactNode }) {
  return (
    <section className="empty">
      <h2>{title}</h2>
      {children}
      {action}
    </section>
  );
}
