import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { listedScreens } from '../support/listed-screens.ts';

const renderer = join(import.meta.dirname, '../../renderer');
const read = (path: string) => readFileSync(join(renderer, path), 'utf8');
const sources = readdirSync(renderer, { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.tsx?$/.test(path))
  .map(read)
  .join('\n');
const [, table = ''] = /const screenOf[^{]*\{([^}]*)\}/.exec(read('client/opened.ts')) ?? [];
const places = [...table.matchAll(/(\w+): '([^']+)'/g)].map(([, kind = '', path = '']) => ({ kind, path }));
const paths = listedScreens.map(({ path }) => path);

test.each(places)('$kind opens on $path, which is a screen that opens it', ({ kind, path }) => {
  expect(paths).toContain(path);
  expect(new RegExp(`useOpened\\(\\s*'${kind}'`).test(sources)).toBe(true);
});

test('there are many kinds', () => {
  expect(places.length).toBeGreaterThan(20);
});
