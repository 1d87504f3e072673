import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const renderer = join(import.meta.dirname, '..', '..', 'renderer');
const tokens = readFileSync(join(renderer, 'styles', '_tokens.scss'), 'utf8');
const sources = readdirSync(renderer, { recursive: true, encoding: 'utf8' }).filter((path) =>
  /\.(scss|tsx?|html)$/.test(path),
);

/** A colour written out in a style, or in a page: as a number, by a function, or by its name. */
const inStyle =
  /#[0-9a-f]{3,8}\b|%23[0-9a-f]{3,6}|\b(?:rgb|hsl)a?\(|:.*\b(?:white|black|red|green|blue|gr[ae]y|orange|yellow);/i;
const inPage =
  /#[0-9a-f]{6}\b|\b(?:rgb|hsl)a?\(|(?:fill|stroke|color|background)[=:] ?["'](?:white|black|red|gr[ae]y)/i;

test('no style and no screen names a colour of its own: all are in one place', () => {
  expect(sources.length).toBeGreaterThan(200);
  const raw = sources
    .filter((path) => !path.endsWith('_tokens.scss'))
    .flatMap((path) =>
      readFileSync(join(renderer, path), 'utf8')
        .split('\n')
        .filter((line) => (path.endsWith('.scss') ? inStyle : inPage).test(line))
        .map((line) => `${path}: ${line.trim()}`),
    );
  expect(raw).toEqual([]);
});

/** The colours of one block of the tokens, by name. */
const block = (start: string) => {
  const text = tokens.slice(tokens.indexOf(start), tokens.indexOf('}', tokens.indexOf(start)));
  return Object.fromEntries(
    [...text.matchAll(/--([a-z0-9-]+): (#[0-9a-f]{6});/g)].map(([, name, value]) => [name!, value!]),
  );
};
const both = block(':root {');
const themes = {
  light: { ...block('@mixin light'), ...both },
  dark: { ...block('@mixin dark'), ...both, bar: '#0b3a66' },
};

/** Relative luminance as WCAG 2.2 defines it. */
function luminance(colour: string): number {
  const [red, green, blue] = [1, 3, 5]
    .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}
function contrast(one: string, other: string): number {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light! + 0.05) / (dark! + 0.05);
}

const grounds = [
  'page surface chosen picked wrong-surface note-surface attention-surface met-surface near-surface far-surface',
].flatMap((names) => names.split(' '));

test.each(['light', 'dark'] as const)('every text can be read on every ground of the %s theme', (theme) => {
  const colours: Record<string, string | undefined> = themes[theme];
  const of = (name: string) => colours[name] ?? expect.fail(`${name} is not among the colours of ${theme}`);
  const faint = (texts: string[], on: string[], least: number) =>
    texts.flatMap((text) =>
      on
        .filter((ground) => contrast(of(text), of(ground)) < least)
        .map((ground) => `${text} on ${ground}: ${contrast(of(text), of(ground)).toFixed(2)}`),
    );
  const words = [
    ...faint(['text'], grounds, 7),
    ...faint(
      ['text-quiet', 'act', 'act-dark'],
      grounds.filter((ground) => ground !== 'picked'),
      4.5,
    ),
    ...faint(['wrong-text'], ['surface', 'page', 'wrong-surface'], 4.5),
    ...faint(['on-fill'], ['bar', 'main-action', 'main-action-dark'], 4.5),
  ];
  // Marks, lines of charts and edges: 3 to 1 (WCAG 1.4.11); names at their ends are text.
  const series = Array.from({ length: 8 }, (_, index) => `series-${index + 1}`);
  const marks = [
    ...faint(['good', 'at-risk', 'wrong', 'act', 'axis'], ['surface', 'page'], 3),
    ...faint(series, ['surface', 'page'], 4.5),
  ];
  expect([...words, ...marks]).toEqual([]);
});
