import type { OpenRefusal } from '../database/open.ts';

/** From the window's process to the backend. A page's port travels beside `serve`. */
export type Order =
  | { readonly kind: 'serve' }
  | { readonly kind: 'write'; readonly call: number; readonly path: string; readonly bytes: Uint8Array }
  | { readonly kind: 'stop' };

/** From the backend. It says `ready` or a refusal once, before anything else. */
export type Answer =
  /** `newestBackup` is when the newest backup was made that can be put in the place of a damaged store. */
  | (OpenRefusal & { readonly newestBackup: string | null })
  | { readonly kind: 'ready' }
  /** `problem` is a sentence for the person, or null when the file is written. */
  | { readonly kind: 'written'; readonly call: number; readonly problem: string | null };
