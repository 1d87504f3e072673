import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { commands, contract } from '#contract';
import { SWITCHABLE } from '../../electron/policy/policy.ts';
import { partOfScreen } from '../../renderer/app/screen-parts.ts';

const app = join(import.meta.dirname, '../../renderer/app');
const read = (file: string) => readFileSync(join(app, file), 'utf8');

/** Screens whose folder is called otherwise than the part of the contract that they are of. */
const otherwise: Record<string, string> = { security: 'session', about: 'planner' };

test('every screen is of a part that the policy of a PC may switch off, or of one that cannot be', () => {
  const screens = [
    ...read('screens.ts').matchAll(/'(\/[a-z-]+)',[^/]*?'[^']+',\s*\(\) => import\('\.\.\/features\/([a-z]+)\//g),
  ];
  expect(screens.length).toBeGreaterThan(45);
  for (const [, path = '', folder = ''] of screens) {
    const part = otherwise[folder] ?? folder;
    expect(Object.keys(contract)).toContain(part);
    expect([path, partOfScreen[path]]).toEqual([path, SWITCHABLE.includes(part) ? part : undefined]);
  }
  expect(Object.keys(partOfScreen).filter((path) => !screens.some(([, there]) => there === path))).toEqual([]);
});

test('every command that works on a part says which, so that it goes with it from menu, keys and palette', () => {
  for (const command of commands) if ('part' in command) expect(SWITCHABLE).toContain(command.part);
  const without = commands.filter((command) => !('part' in command)).map(({ id }) => id);
  expect(without).toEqual(['go-to', 'backup', 'lock', 'print', 'help', 'keyboard', 'release-notes', 'add-unit']);
});

test('navigation, palette and routes take the screens from one list, which leaves out what is switched off', () => {
  expect(read('screens-in-view.ts')).toMatch(/useScreens[\s\S]*isOn\(partOfScreen\[screen\.path\]\)/);
  for (const file of ['Navigation.tsx', 'offers.ts', 'Frame.tsx']) expect(read(file)).toContain('useScreens()');
  expect(read('Frame.tsx')).toContain('<SwitchedOff title={title} />');
  expect(read('offers.ts')).toContain('isOn(part)');
});
