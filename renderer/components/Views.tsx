import type { ReactNode } from 'react';
import { Button } from './Button.tsx';

interface ViewsProps<View extends string> {
  /** Views by key, in their order. */
  views: Readonly<Record<View, string>>;
  view: View;
  onView: (view: View) => void;
  /** What stands beside them. */
  children?: ReactNode;
}

/** The ways in which a screen can show what it has, one of them pressed. */
export function Views<View extends string>({ views, view, onView, children }: ViewsProps<View>) {
  return (
    <div className="grid-tools view-choice" role="group" aria-label="View">
      {(Object.keys(views) as View[]).map((key) => (
        <Button key={key} aria-pressed={view === key} onClick={() => onView(key)}>
          {views[key]}
        </Button>
      ))}
      {children}
    </div>
  );
}
