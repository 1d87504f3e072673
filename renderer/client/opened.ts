import { useLayoutEffect } from 'react';
import { create } from 'zustand';
import type { Opened } from '#contract';

type OpenedKind = Opened['kind'];

/** The screen that each kind opens on. */
const screenOf: Record<OpenedKind, string> = {
  person: '/staff',
  preceptee: '/preceptorship',
  preceptor: '/preceptors',
  mentoring: '/mentors',
  unit: '/organisation',
  post: '/vacancies',
  session: '/training-sessions',
  course: '/training-courses',
  action: '/retention',
  line: '/returns',
  import: '/imports',
  lmns_trust: '/lmns',
  receipt: '/lmns',
  record: '/lmns-actions',
  system_line: '/lmns-compiled',
  system_measure: '/lmns-compiled',
  own_line: '/lmns-lines',
  due: '/due',
  conversation: '/conversations',
  request: '/later-careers',
  missing: '/training-compliance',
  return: '/returns',
  change: '/history',
};

/** What a screen is asked to open, until it has. */
const useWanted = create<{ kind: OpenedKind | null; key: string }>(() => ({ kind: null, key: '' }));

/** Opens a place: its screen, and the record on it. */
export function openPlace(kind: OpenedKind, key: string): void {
  useWanted.setState({ kind, key });
  window.location.hash = `#${screenOf[kind]}`;
}

/** Of something that there is not yet. */
export const NEW = 'new';

/** Opens the form for a new one. */
export const openNew = (kind: OpenedKind): void => openPlace(kind, NEW);

/** Opens what the screen is asked to open, before it is first drawn and while it is there; once it is ready where that takes time. */
export function useOpened(kind: OpenedKind, open: (key: string) => void, isReady = true): void {
  const wanted = useWanted();
  const isWanted = wanted.kind === kind && isReady;
  useLayoutEffect(() => {
    const { kind: asked, key } = useWanted.getState();
    if (!isWanted || asked !== kind) return;
    useWanted.setState({ kind: null, key: '' });
    open(key);
  });
}
