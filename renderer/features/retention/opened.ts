/** The action that another screen asks the plan to open. */
let wanted: string | null = null;

/** Opens an action in the plan. */
export function openAction(key: string): void {
  wanted = key;
  window.location.hash = '#/retention';
}

/** The action that was asked for, once. */
export function takeWanted(): string | null {
  const key = wanted;
  wanted = null;
  return key;
}
