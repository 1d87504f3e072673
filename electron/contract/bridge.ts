import type { CommandId } from './commands.ts';

/**
 * What passes between the page and the window that shows it in the desktop app, beside the calls of the contract.
 * Browser mode has no such window: there the page does these things itself.
 */

export type SaveOutcome =
  | { readonly kind: 'saved'; readonly path: string }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'failed'; readonly message: string };

/** From the page, first of all: what the window has to tell is told over the port that this came over. */
export interface HereMessage {
  readonly kind: 'here';
}

/** From the page. `call` pairs an answer with its question. */
export interface SaveRequest {
  readonly kind: 'save';
  readonly call: number;
  readonly suggestedName: string;
  readonly bytes: Uint8Array;
}

/** To the page. */
export type WindowMessage =
  /** Chosen in the menu. The page decides what it means where the person is. */
  | { readonly kind: 'command'; readonly command: CommandId }
  /** A file that was opened from outside: by double click, or as an argument of a second start. */
  | { readonly kind: 'file'; readonly name: string; readonly bytes: Uint8Array }
  | { readonly kind: 'save-answer'; readonly call: number; readonly outcome: SaveOutcome }
  /** The backend stopped unexpectedly: calls under way will not be answered. */
  | { readonly kind: 'backend-lost' }
  /** It runs again: connect anew. */
  | { readonly kind: 'backend-back' };
