import { type Command, type CommandId, commands } from '#contract';

/** What an event of the keyboard tells. */
interface Pressed {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}

const LETTER = /^[a-z0-9]$/i;

/** A key with its modifiers as the registry names it: "F8", "Shift F8", "Ctrl K", "?". */
export function keyName({ key, shiftKey, ctrlKey, metaKey, altKey }: Pressed): string {
  const name = key.length === 1 ? key.toUpperCase() : key;
  // Which keys make a sign such as ? is the keyboard's own affair.
  const isSign = key.length === 1 && !LETTER.test(key);
  return [(ctrlKey || metaKey) && 'Ctrl', altKey && 'Alt', shiftKey && !isSign && 'Shift', name]
    .filter(Boolean)
    .join(' ');
}

/** A key that types something into a text field. */
export const types = (name: string): boolean => name.length === 1;

/** The command of a key, in text or out of it; undefined where the key is somebody else's. */
export function commandOf(name: string, inText: boolean): CommandId | undefined {
  const own = (command: Command) => command.keys.includes(name) && (!inText || (command.insideText && !types(name)));
  return commands.find(own)?.id;
}

/** Keys that are not commands: they belong to what has the focus. */
export const keysInFocus: readonly (readonly [keys: string, meaning: string])[] = [
  ['Tab, Shift Tab', 'Next and previous field or button'],
  ['Arrow keys', 'Move by cell where cells are edited, and by line in lists of what is due'],
  ['Enter', 'Edit a cell, or press the button in focus'],
  ['Escape', 'Leave a cell without changing it, or close a dialog'],
];
