import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const renderer = join(import.meta.dirname, '../../renderer');

/** Where nothing is to be done, or the step stands right above: a filter that nothing fits, or a part of a page that others fill. */
const noStep = [
  'This screen is not for your profile',
  'No entry',
  'No backup yet',
  'Nothing was imported yet',
  'No such rows',
  'Nothing is left out',
  'Nothing to mend',
  'No establishment',
  'No lines',
  'No measures',
  'Nothing was restated',
  'Nothing travels yet',
  'No workbook yet',
  'One editor, without a PIN',
];

it('every empty page says what will be here, and leads to the first step', () => {
  const states = readdirSync(renderer, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.tsx'))
    .flatMap((path) => {
      const text = readFileSync(join(renderer, path), 'utf8');
      return [...text.matchAll(/<EmptyState\b[\s\S]*?<\/EmptyState>/g)].map(([state]) => ({ path, state }));
    });
  expect(states.length).toBeGreaterThan(40);
  const without = states
    .filter(({ state }) => !/action=|href=|<Button/.test(state))
    // A title that is worked out tells of a filter.
    .filter(({ state }) => !/title=\{/.test(state))
    .filter(({ state }) => !noStep.some((title) => state.includes(`title="${title}"`)));
  expect(without.map(({ path, state }) => `${path}: ${/title="([^"]*)"/.exec(state)?.[1]}`)).toEqual([]);
  for (const { path, state } of states) expect(state, path).toMatch(/<p\b|\{/);
});
