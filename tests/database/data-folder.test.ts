import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { defaultDataFolder } from '../../electron/data-folder.ts';
import { temporaryFolder } from '../support/database.ts';

const inside = ['Maternity Workforce Planner', 'data'];

function onWindows(isRemote: (folder: string) => boolean) {
  const home = temporaryFolder();
  const [APPDATA, LOCALAPPDATA] = [join(home, 'Roaming'), join(home, 'Local')];
  const folder = () => defaultDataFolder('win32', { APPDATA, LOCALAPPDATA }, isRemote);
  return { APPDATA, LOCALAPPDATA, folder };
}

test('on Windows the store lies with what roams, and on the PC where that is kept on a share', () => {
  const local = onWindows(() => false);
  expect(local.folder()).toBe(join(local.APPDATA, ...inside));
  const redirected = onWindows((folder) => folder.includes('Roaming'));
  expect(redirected.folder()).toBe(join(redirected.LOCALAPPDATA, ...inside));
});

test('a store that was put on the share is not passed over for an empty one', () => {
  const redirected = onWindows(() => true);
  const there = join(redirected.APPDATA, ...inside);
  mkdirSync(there, { recursive: true });
  writeFileSync(join(there, 'planner.sqlite'), '');
  expect(redirected.folder()).toBe(there);
});
