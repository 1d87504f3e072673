import { createContext, useContext } from 'react';
import type { Trust } from '#contract';

export const TrustInView = createContext<Trust | null>(null);

/** The trust that every screen inside the frame is about. */
export function useTrust(): Trust {
  const trust = useContext(TrustInView);
  if (!trust) throw new Error('A screen about a trust was drawn outside the frame.');
  return trust;
}
