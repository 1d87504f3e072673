import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { type Command, commands } from '../../electron/contract/commands.ts';
import { commandOf, keyName, types } from '../../renderer/app/keys.ts';

const all: readonly Command[] = commands;
/** What the platform or a text field does itself on Ctrl and a key, and what tables of cells take. */
const taken = [
  ...['A', 'C', 'V', 'X', 'N', 'T', 'W', 'R', 'Q', '+', '-', '=', '0', 'Shift I', 'Shift R'].map(
    (key) => `Ctrl ${key}`,
  ),
  'F2',
  'F5',
  'F11',
  'F12',
  'Alt F4',
  'Tab',
  'Enter',
  'Escape',
  'Delete',
  'Backspace',
  'Home',
  'End',
  'ArrowUp',
  'ArrowDown',
  'ArrowLeft',
  'ArrowRight',
  'PageUp',
  'PageDown',
];
const pressed = (name: string) => {
  const parts = name.split(' ');
  const key = parts.at(-1) ?? '';
  return {
    key: key.length === 1 ? key.toLowerCase() : key,
    shiftKey: parts.includes('Shift') || key === '?',
    ctrlKey: parts.includes('Ctrl'),
    metaKey: false,
    altKey: parts.includes('Alt'),
  };
};

it('no two commands share a key, a name or words, and none takes a key that fields, tables or the system need', () => {
  const keys = all.flatMap((command) => command.keys);
  expect(new Set(keys).size).toBe(keys.length);
  expect(keys.filter((key) => taken.includes(key))).toEqual([]);
  expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
  expect(new Set(all.map(({ words }) => words)).size).toBe(all.length);
  for (const under of ['file', 'edit', 'view', 'help']) {
    const letters = all
      .filter(({ menu }) => menu?.under === under)
      .map(({ menu }) => /&(.)/.exec(menu?.label ?? '')?.[1]);
    expect(new Set(letters).size, under).toBe(letters.length);
  }
});

it('each key is known by the press that makes it, on a Mac’s Command too, and with the Shift that a question mark needs', () => {
  for (const command of all)
    for (const key of command.keys) {
      expect(keyName(pressed(key)), key).toBe(key);
      expect(commandOf(keyName(pressed(key)), false)).toBe(command.id);
      if (pressed(key).ctrlKey) expect(keyName({ ...pressed(key), ctrlKey: false, metaKey: true })).toBe(key);
    }
});

it('inside a text field, what must work there works, undo is the field’s own, and nothing takes a key that types', () => {
  const alive = all.filter(({ keys }) => keys.some((key) => commandOf(key, true) !== undefined)).map(({ id }) => id);
  expect(alive).toEqual([
    'go-to',
    'import',
    'lock',
    'print',
    'help',
    'keyboard',
    'next-problem',
    'previous-problem',
    'line-history',
  ]);
  for (const key of all.flatMap((command) => command.keys).filter(types)) expect(commandOf(key, true)).toBeUndefined();
  expect(commandOf('Ctrl Z', true)).toBeUndefined();
  expect(commandOf('Ctrl Z', false)).toBe('undo');
});

it('keys of the whole app are heard in one place only', () => {
  const renderer = join(import.meta.dirname, '../../renderer');
  const hearing = readdirSync(renderer, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path))
    .filter((path) => /(window|document)\.addEventListener\('key/.test(readFileSync(join(renderer, path), 'utf8')));
  expect(hearing).toEqual(['app/commands.ts']);
});
