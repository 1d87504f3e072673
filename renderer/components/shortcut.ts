import { useEffect, useRef } from 'react';

/** A key with its modifiers as the list of keys names it: "F8", "Shift F8", "Ctrl K". */
export function keyName({ key, shiftKey, ctrlKey, metaKey, altKey }: KeyboardEvent): string {
  const name = key.length === 1 ? key.toUpperCase() : key;
  return [(ctrlKey || metaKey) && 'Ctrl', altKey && 'Alt', shiftKey && 'Shift', name].filter(Boolean).join(' ');
}

/** What the screen in view does on which key; the newest comes first. */
const registry: { readonly name: string; readonly perform: () => void }[] = [];

/** What the screen in view does on a key; undefined where it does nothing. */
export function shortcutFor(event: KeyboardEvent): (() => void) | undefined {
  const name = keyName(event);
  return registry.find((shortcut) => shortcut.name === name)?.perform;
}

/** Does something on a key while the component is there, in text fields too: use keys that a field does not. */
export function useShortcut(name: string, perform: () => void): void {
  const newest = useRef(perform);
  useEffect(() => {
    newest.current = perform;
  });
  useEffect(() => {
    const shortcut = { name, perform: () => newest.current() };
    registry.unshift(shortcut);
    return () => void registry.splice(registry.indexOf(shortcut), 1);
  }, [name]);
}
