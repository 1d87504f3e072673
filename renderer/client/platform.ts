import type { ClientContext, ClientLink } from '@orpc/client';
import type { CommandId, SaveOutcome } from '#contract';
import { browser } from './browser.ts';
import { desktop } from './desktop.ts';

export interface FileToSave {
  /** With its extension, which also names the kind of file in the dialog. */
  readonly suggestedName: string;
  readonly bytes: Uint8Array;
}

/** Ends what was begun. */
export type Unsubscribe = () => void;

/** What surrounds the page. Both kinds offer the same, so that no screen asks which one it is in. */
export interface Platform {
  readonly link: ClientLink<ClientContext>;
  /** Save As in the desktop app; in browser mode a download, where `path` is the name that was offered. */
  saveFile(file: FileToSave): Promise<SaveOutcome>;
  /** Hears the menu. Keys are the page's own in both kinds. */
  onCommand(listener: (command: CommandId) => void): Unsubscribe;
  /** Hears of files that were opened from outside, earlier ones included. */
  onFile(listener: (file: File) => void): Unsubscribe;
  /** Hears that the backend was lost, and that it is back. Calls fail with `ConnectionLost` between the two. */
  onConnection(listener: (state: 'lost' | 'back') => void): Unsubscribe;
}

export const platform: Platform = window.plannerWindow === undefined ? browser() : desktop();
