import { useEffect, useRef } from 'react';
import type { CommandId, ScreenCommandId } from '#contract';

/** What the screen in view does on a command. */
interface Performed {
  readonly id: ScreenCommandId;
  /** To what, where the screen may have several such, as it has tables. */
  readonly to: string | undefined;
  readonly perform: () => void;
}

/** The newest comes first. */
const performed: Performed[] = [];

/** What the screen in view does on a command, once for each thing that it can be done to, in their order. */
export const allPerformedByScreen = (id: CommandId): readonly Performed[] =>
  performed.filter((one) => one.id === id).reverse();

/** What the screen in view does on a command; undefined where it does nothing. */
export function performedByScreen(id: CommandId): (() => void) | undefined {
  return performed.find((one) => one.id === id)?.perform;
}

/** Does a command of the registry while the component is there; where that is null, it cannot be done now. */
export function useScreenCommand(id: ScreenCommandId, perform: (() => void) | null, to?: string): void {
  const newest = useRef(perform);
  useEffect(() => {
    newest.current = perform;
  });
  const can = perform !== null;
  useEffect(() => {
    if (!can) return undefined;
    const one = { id, to, perform: () => newest.current?.() };
    performed.unshift(one);
    return () => void performed.splice(performed.indexOf(one), 1);
  }, [id, to, can]);
}
