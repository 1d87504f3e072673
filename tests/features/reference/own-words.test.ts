import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadReference } from '../../../electron/reference/load.ts';
import { publishedTable, skipNote } from './seed.ts';

const root = join(import.meta.dirname, '../../..');
const { plan } = loadReference(join(root, 'resources'));
const facts = JSON.parse(readFileSync(join(root, 'tests/fixtures/three-year-delivery-plan.facts.json'), 'utf8'));

const longestRun = 6;
const bare = (text: string) =>
  text
    .toLowerCase()
    .replace(/['’]/gu, '')
    .replace(/[^a-z0-9]+/gu, ' ')
    .trim();
const names = (facts.properNames as string[]).map(bare);

/** Words in small letters; a listed proper name counts as one word. */
function wordsOf(text: string): string[] {
  let words = ` ${bare(text)} `;
  for (const [index, name] of names.entries()) words = words.replaceAll(` ${name} `, ` name${index} `);
  return words.trim().split(' ');
}

function runsOf(text: string): string[] {
  const words = wordsOf(text);
  return words.slice(longestRun).map((_, index) => words.slice(index, index + longestRun + 1).join(' '));
}

test('finds a run of 7 words in a sentence that was copied', () => {
  expect(runsOf('a b c d e f g h')).toEqual(['a b c d e f g', 'b c d e f g h']);
  expect(runsOf('Each Baby Counts: Learn and Support b c d e f')).toEqual([]);
});

test.skipIf(publishedTable === null)(
  `shares no run of more than 6 words with any published sentence or heading${skipNote}`,
  () => {
    const published = new Set((publishedTable ?? '').split(/[\t\n]/).flatMap(runsOf));
    expect(published.size).toBeGreaterThan(1000);
    const ours = [
      ...plan.lines.flatMap(({ title, sentence }) => [title, sentence]),
      ...plan.themes.map(({ title }) => title),
      ...plan.objectives.map(({ title }) => title),
      ...plan.notes,
    ];
    expect(ours.flatMap(runsOf).filter((run) => published.has(run))).toEqual([]);
  },
);

test.skipIf(publishedTable === null)(`uses no published heading or sentence whole, however short${skipNote}`, () => {
  const published = new Set(
    (publishedTable ?? '').split(/[\t\n]/).map((cell) => bare(cell.replace(/^(Theme|Objective) \d+:/u, ''))),
  );
  const ours = [...plan.lines.flatMap(({ title, sentence }) => [title, sentence]), ...plan.themes, ...plan.objectives];
  const texts = ours.map((entry) => bare(typeof entry === 'string' ? entry : entry.title));
  expect(texts.filter((text) => published.has(text))).toEqual([]);
});
