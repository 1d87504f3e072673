import type { OpenRefusal } from '../database/open.ts';

/** From the window's process to the backend. A page's port travels beside `serve`. */
export type Order =
  | { readonly kind: 'serve' }
  | { readonly kind: 'write'; readonly call: number; readonly path: string; readonly bytes: Uint8Array }
  | { readonly kind: 'stop' }
  /** What was asked for by `key wanted`: by the system's store of secrets, and as typed on the plain page. */
  | { readonly kind: 'key'; readonly bySystem: Uint8Array | null; readonly typed: string | null }
  | { readonly kind: 'sealed'; readonly call: number; readonly sealed: string | null };

/** From the backend. It says `ready` or a refusal once, before anything else; a refusal also where damage is found later. */
export type Answer =
  /** `newestBackup` is when the newest backup was made that can be put in the place of a damaged store. */
  | (OpenRefusal & { readonly newestBackup: string | null })
  | { readonly kind: 'ready' }
  /** The store is encrypted; `sealed` is its key as the system's store of secrets wrapped it. */
  | { readonly kind: 'key wanted'; readonly sealed: string | null }
  /** A key for the system's store of secrets to wrap. */
  | { readonly kind: 'seal'; readonly call: number; readonly secret: Uint8Array }
  /** `problem` is a sentence for the person, or null when the file is written. */
  | { readonly kind: 'written'; readonly call: number; readonly problem: string | null };
