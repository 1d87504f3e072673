import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { writeFileWhole } from '../../electron/exports/write-file.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'planner-write-'));
});
afterEach(() => {
  chmodSync(folder, 0o700);
  rmSync(folder, { recursive: true });
});

const bytes = (text: string) => new TextEncoder().encode(text);

test('a new file is written whole and leaves nothing else behind', async () => {
  expect(await writeFileWhole(join(folder, 'a.xlsx'), bytes('new'), false)).toEqual({ kind: 'written' });
  expect(readFileSync(join(folder, 'a.xlsx'), 'utf8')).toBe('new');
  expect(readdirSync(folder)).toEqual(['a.xlsx']);
});

test('a file that is there is replaced only when that was asked for', async () => {
  const path = join(folder, 'a.xlsx');
  writeFileSync(path, 'old');
  expect(await writeFileWhole(path, bytes('new'), false)).toMatchObject({ kind: 'exists' });
  expect(readFileSync(path, 'utf8')).toBe('old');
  expect(await writeFileWhole(path, bytes('new'), true)).toEqual({ kind: 'written' });
  expect(readFileSync(path, 'utf8')).toBe('new');
  expect(readdirSync(folder)).toEqual(['a.xlsx']);
});

test('of several writers that all found the name free only one gets it', async () => {
  const path = join(folder, 'a.xlsx');
  const outcomes = await Promise.all(['one', 'two', 'six'].map((text) => writeFileWhole(path, bytes(text), false)));
  expect(outcomes.map(({ kind }) => kind).sort()).toEqual(['exists', 'exists', 'written']);
  expect(readdirSync(folder)).toEqual(['a.xlsx']);
});

test('a folder that is not there, and a name that is a folder, are said in words', async () => {
  const nowhere = await writeFileWhole(join(folder, 'none', 'a.xlsx'), bytes('new'), true);
  expect(nowhere).toMatchObject({ kind: 'failed', message: expect.stringContaining('is not there') });
  mkdirSync(join(folder, 'b.xlsx'));
  const onFolder = await writeFileWhole(join(folder, 'b.xlsx'), bytes('new'), true);
  expect(onFolder).toMatchObject({ kind: 'failed', message: expect.stringContaining('Nothing was changed.') });
  expect(readdirSync(folder)).toEqual(['b.xlsx']);
});

test.skipIf(process.getuid?.() === 0)(
  'where nothing may be written the old file stays whole (root may write anywhere)',
  async () => {
    const path = join(folder, 'a.xlsx');
    writeFileSync(path, 'old');
    chmodSync(folder, 0o500);
    expect(await writeFileWhole(path, bytes('new'), true)).toMatchObject({ kind: 'failed' });
    expect(readFileSync(path, 'utf8')).toBe('old');
  },
);
