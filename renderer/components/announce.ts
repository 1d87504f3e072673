import { create } from 'zustand';

interface Announcement {
  message: string;
  /** Rises with each message, so that the same words twice are read twice. */
  turn: number;
}

/** The newest message for the status line and for screen readers. */
export const useAnnouncement = create<Announcement>(() => ({ message: '', turn: 0 }));

/** What is saved often closes its dialog at the same moment, and nothing outside a dialog is read while it is open. */
const AFTER_CLOSING_MS = 100;

/** Says in the status line what was done, and reads it out to a screen reader. */
export function announce(message: string): void {
  setTimeout(() => useAnnouncement.setState(({ turn }) => ({ message, turn: turn + 1 })), AFTER_CLOSING_MS);
}

/** What is announced after a save: the label of the change, or that there was none. */
export const savedWords = (label: string | null): string => (label ? `Saved: ${label}` : 'Nothing was changed');
