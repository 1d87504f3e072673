import { createContext, useContext } from 'react';
import type { LmnsOverview } from '#contract';
import { TrustInView } from './trust.ts';

export const LmnsInView = createContext<LmnsOverview | null>(null);

/** The LMNS that every screen of the LMNS's side is about. */
export function useLmns(): LmnsOverview {
  const lmns = useContext(LmnsInView);
  if (!lmns) throw new Error('A screen about an LMNS was drawn while a trust is in view.');
  return lmns;
}

/** Whose screens are shown: a trust's, or an LMNS's. */
export type InView =
  | { readonly kind: 'trust'; readonly code: string; readonly name: string }
  | { readonly kind: 'lmns'; readonly id: number; readonly name: string };

export function useInView(): InView {
  const [lmns, trust] = [useContext(LmnsInView), useContext(TrustInView)];
  if (lmns) return { kind: 'lmns', id: lmns.id, name: lmns.name };
  if (!trust) throw new Error('The frame was drawn around nothing.');
  return { kind: 'trust', code: trust.code, name: trust.name };
}
