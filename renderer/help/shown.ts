import { create } from 'zustand';
import type { GlossaryKey } from './glossary.ts';

/** What of help is shown: a page, a term, the release notes, or nothing. */
export type Shown =
  | { readonly kind: 'page'; readonly id: string }
  | { readonly kind: 'term'; readonly key: GlossaryKey }
  | { readonly kind: 'releases' };

export const useHelp = create<{ shown: Shown | null }>(() => ({ shown: null }));

export const showHelp = (shown: Shown | null): void => useHelp.setState({ shown });
