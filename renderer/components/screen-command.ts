import { useEffect, useRef } from 'react';
import type { CommandId, ScreenCommandId } from '#contract';

/** What the screen in view does on which command; the newest comes first. */
const performed: { readonly id: ScreenCommandId; readonly perform: () => void }[] = [];

/** What the screen in view does on a command; undefined where it does nothing. */
export function performedByScreen(id: CommandId): (() => void) | undefined {
  return performed.find((one) => one.id === id)?.perform;
}

/** Does a command of the registry while the component is there. */
export function useScreenCommand(id: ScreenCommandId, perform: () => void): void {
  const newest = useRef(perform);
  useEffect(() => {
    newest.current = perform;
  });
  useEffect(() => {
    const one = { id, perform: () => newest.current() };
    performed.unshift(one);
    return () => void performed.splice(performed.indexOf(one), 1);
  }, [id]);
}
