import { create } from 'zustand';

/** How often the screen in view was asked for again. */
export const useAgain = create<{ readonly times: number }>()(() => ({ times: 0 }));

/** Shows the screen in view from its start, also where it has a page of one record open; a file that is being taken in stays. */
export function again(path: string): void {
  if (path !== '/imports') useAgain.setState(({ times }) => ({ times: times + 1 }));
}
