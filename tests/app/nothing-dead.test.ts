import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { procedures } from '../support/roles.ts';

const project = join(import.meta.dirname, '../..');
const textOf = (folder: string, kind: RegExp) =>
  readdirSync(join(project, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => kind.test(path))
    .map((path) => readFileSync(join(project, folder, path), 'utf8'))
    .join('\n');
const page = textOf('renderer', /\.(tsx?|html)$/);
const everywhere = page + textOf('electron', /\.ts$/) + textOf('resources/sample', /\.json$/);

test('every verb is called by a screen, a command or the sample', () => {
  expect(procedures.length).toBeGreaterThan(400);
  const called = ({ noun, verb }: { noun: string; verb: string }) =>
    new RegExp(`\\b(planner|client|calls?)\\??\\s*\\.${noun}\\s*\\.${verb}\\b|"${noun}\\.${verb}"`).test(everywhere) ||
    new RegExp(`\\b${noun}\\.${verb}\\(`).test(page) ||
    // Which of its verbs is chosen as it is called.
    page.includes(`planner.${noun}[`);
  expect(procedures.filter((one) => !called(one)).map(({ name }) => name)).toEqual([]);
});

test('every class that is styled is given to something', () => {
  const styles = textOf('renderer/styles', /\.scss$/).replace(/\/\/.*$|\/\*[^]*?\*\//gm, '');
  const classes = new Set([...styles.matchAll(/\.([a-z][\w-]*)(?=[^{};]*\{)/g)].map(([, name = '']) => name));
  expect(classes.size).toBeGreaterThan(200);
  // One that says how something is may be put together: `status--${state}`.
  const isGiven = (name: string) =>
    page.includes(name) ||
    page.includes(`${name.slice(0, name.lastIndexOf('-') + 1)}\${`) ||
    page.includes(`${name.split('--')[0]}--\${`) ||
    /^(nhsuk|recharts)/.test(name);
  expect([...classes].filter((name) => !isGiven(name))).toEqual([]);
});
