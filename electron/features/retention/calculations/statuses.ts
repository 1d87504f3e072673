/** Statuses of an action by their codes in the import format, under the names that figures give them. */
export const statuses: Readonly<Record<string, string>> = {
  not_started: 'Not started',
  in_progress: 'In progress',
  on_hold: 'On hold',
  complete: 'Complete',
  cancelled: 'Cancelled',
};

export const colours: Readonly<Record<string, string>> = {
  red: 'Red',
  amber: 'Amber',
  green: 'Green',
  blue: 'Blue',
  grey: 'Grey',
};

/** Nothing falls due any more. An action without a status, or with one that we do not know, is open. */
export function isClosed(status: string | null): boolean {
  return status === 'complete' || status === 'cancelled';
}
