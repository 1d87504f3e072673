import { mkdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { digestOf, isFresh, keepStamp } from '../../scripts/freshness.mjs';
import { temporaryFolder } from '../support/database.ts';

let folder: string;
let source: string;
let built: string;
let stamp: string;
const fresh = () => isFresh(stamp, digestOf([join(folder, 'source')]), [built]);

beforeEach(() => {
  folder = temporaryFolder();
  source = join(folder, 'source', 'deep', 'page.ts');
  built = join(folder, 'page.js');
  stamp = join(folder, 'dist', '.stamp');
  mkdirSync(join(folder, 'source', 'deep'), { recursive: true });
  writeFileSync(source, 'one');
  writeFileSync(built, 'ONE');
  keepStamp(stamp, digestOf([join(folder, 'source')]));
});

test('what was built from these very files is fresh, whatever their dates say', () => {
  expect(fresh()).toBe(true);
  utimesSync(source, new Date(), new Date(Date.now() + 60_000));
  expect(fresh()).toBe(true);
});

test('a file that changed, came, went or moved makes it stale', () => {
  writeFileSync(source, 'two');
  expect(fresh()).toBe(false);
  writeFileSync(source, 'one');
  expect(fresh()).toBe(true);
  writeFileSync(join(folder, 'source', 'new.ts'), '');
  expect(fresh()).toBe(false);
  rmSync(join(folder, 'source', 'new.ts'));
  rmSync(source);
  expect(fresh()).toBe(false);
  writeFileSync(join(folder, 'source', 'page.ts'), 'one');
  expect(fresh()).toBe(false);
});

test('without its output or its stamp nothing is fresh', () => {
  rmSync(built);
  expect(fresh()).toBe(false);
  writeFileSync(built, 'ONE');
  rmSync(stamp);
  expect(fresh()).toBe(false);
});
