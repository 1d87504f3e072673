import { create } from 'zustand';

/** How often the screen in view was asked for again. */
export const useAgain = create<{ readonly times: number }>()(() => ({ times: 0 }));

/** Shows a screen from its start, also where it is in view already with a page of one record. */
export const again = () => useAgain.setState(({ times }) => ({ times: times + 1 }));
