import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const project = join(import.meta.dirname, '../..');
const documents = ['security.md', 'deployment.md', 'dpia.md', 'dtac.md'];

/** `tests/FILE.test.ts`: the name of a test, as documents give it: in code marks, the path, a colon, the name. */
const NAMED = /`(tests\/[\w/.-]+\.test\.ts): ([^`]+)`/gu;

for (const document of documents)
  test(`every test that docs/${document} names is there, under that name`, () => {
    const text = readFileSync(join(project, 'docs', document), 'utf8');
    const named = [...text.matchAll(NAMED)];
    expect(named.length).toBeGreaterThan(4);
    const missing = named.filter(([, path = '', name = '']) => {
      const file = join(project, path);
      return !existsSync(file) || !readFileSync(file, 'utf8').includes(name);
    });
    expect(missing.map(([whole]) => whole)).toEqual([]);
    const paths = [...text.matchAll(/`((?:electron|renderer|scripts|docs|drizzle|resources|tests)\/[\w/.-]+)`/gu)];
    expect(paths.filter(([, path = '']) => !existsSync(join(project, path))).map(([, path]) => path)).toEqual([]);
  });

test('docs/security.md names a test for each of Electron’s 20 points and each of its nine fuses', () => {
  const text = readFileSync(join(project, 'docs', 'security.md'), 'utf8');
  const rows = text.split('\n').filter((line) => /^\| \d+ /u.test(line));
  expect(rows.map((row) => Number(/^\| (\d+)/u.exec(row)?.[1]))).toEqual(Array.from({ length: 20 }, (_, at) => at + 1));
  expect(rows.filter((row) => !row.includes('`tests/'))).toEqual([]);
  const fuses = text.split('\n').filter((line) => /^\| `\w+`\s+\| (on|off)\s/u.test(line));
  expect(fuses).toHaveLength(9);
});
