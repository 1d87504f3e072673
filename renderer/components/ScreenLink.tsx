import type { ReactNode } from 'react';
import { partOfPath } from '../client/screen-parts.ts';
import { useSignedIn } from '../client/session.ts';

interface ScreenLinkProps {
  /** The screen's path. */
  to: string;
  /** Drawn as a button, or as the main one; without it as words of a sentence. */
  look?: 'button' | 'main';
  /** Called as it is followed. */
  onLeave?: () => void;
  children: ReactNode;
}

/**
 * Leads to a screen of another part. Where the policy of the PC switches that off, no button is drawn, and words say so and
 * lead nowhere.
 */
export function ScreenLink({ to, look, onLeave, children }: ScreenLinkProps) {
  const { isOn } = useSignedIn();
  if (!isOn(partOfPath(to))) return look === undefined ? <>{children} (switched off on this PC)</> : null;
  const className = look === 'main' ? 'button button--main' : look;
  return (
    <a href={`#${to}`} className={className} onClick={onLeave}>
      {children}
    </a>
  );
}
