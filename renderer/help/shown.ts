import { create } from 'zustand';
import type { GlossaryKey } from './glossary.ts';

/** What of help is shown: a page, the glossary, at a term where one is meant, the release notes, or nothing. */
export type Shown =
  | { readonly kind: 'page'; readonly id: string }
  | { readonly kind: 'term'; readonly key: GlossaryKey | null }
  | { readonly kind: 'releases' };

export const useHelp = create<{ shown: Shown | null }>(() => ({ shown: null }));

export const showHelp = (shown: Shown | null): void => useHelp.setState({ shown });
