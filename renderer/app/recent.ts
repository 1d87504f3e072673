import { useEffect } from 'react';
import { useLocation } from 'wouter';
import { create } from 'zustand';
import type { PlaceKind } from '#contract';
import { useInView } from '../client/lmns.ts';

/** A screen by its path, or a record on one. */
export interface Visited {
  readonly title: string;
  readonly detail: string;
  readonly to: string | { readonly kind: PlaceKind; readonly key: string };
}

const MOST = 8;

/**
 * Where the person has been since the start, the newest first, and of which trust or LMNS. Kept in memory only: names of
 * people belong in the store and nowhere else.
 */
export const useVisited = create<{ visited: readonly (Visited & { readonly of: string })[] }>(() => ({ visited: [] }));

export function visit(place: Visited, of: string): void {
  useVisited.setState(({ visited }) => ({
    visited: [{ ...place, of }, ...visited.filter((one) => one.title !== place.title || one.of !== of)].slice(0, MOST),
  }));
}

/** Remembers each screen that is left, until the planner is locked or somebody else signs in. */
export function useVisits(screens: readonly { path: string; title: string; section: string }[]): void {
  const [path] = useLocation();
  const { name } = useInView();
  const screen = screens.find((one) => one.path === path);
  useEffect(
    () => () => {
      if (screen) visit({ title: screen.title, detail: screen.section, to: screen.path }, name);
    },
    [screen, name],
  );
  useEffect(() => () => useVisited.setState({ visited: [] }), []);
}
