import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { commands } from '../../electron/contract/commands.ts';
import { glossary, type GlossaryKey } from '../../renderer/help/glossary.ts';
import { helpPages, pageOfScreen } from '../../renderer/help/pages.ts';
import { releases } from '../../renderer/help/releases.ts';
import { plainText, searchPages } from '../../renderer/help/search.ts';

const project = join(import.meta.dirname, '../..');
const renderer = join(project, 'renderer');
const sources = readdirSync(renderer, { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.tsx?$/.test(path) && !path.startsWith('help/'))
  .map((path) => readFileSync(join(renderer, path), 'utf8').replace(/\s+/g, ' '));
const paths = [...readFileSync(join(renderer, 'app/screens.ts'), 'utf8').matchAll(/["'](\/[a-z0-9-]+)["']/g)].map(
  ([, path = '']) => path,
);
const textsOf = ({ text, steps = [], notes = [] }: (typeof helpPages)[number]) => [text, ...steps, ...notes];

describe('help', () => {
  it('opens at a page of its own from every screen', () => {
    expect(paths.length).toBeGreaterThan(40);
    const own = new Map(helpPages.flatMap(({ id, screens }) => screens.map((path) => [path, id] as const)));
    expect(paths.filter((path) => !own.has(path))).toEqual([]);
    expect([...own.keys()].filter((path) => !paths.includes(path))).toEqual([]);
    for (const path of paths) expect(pageOfScreen(path).id).toBe(own.get(path));
    expect(pageOfScreen('/gap/somewhere').id).toBe(pageOfScreen('/gap').id);
  });

  it('has pages of one name each, short enough to be read, and leads to screens that there are', () => {
    expect(new Set(helpPages.map(({ id }) => id)).size).toBe(helpPages.length);
    expect(new Set(helpPages.map(({ title }) => title)).size).toBe(helpPages.length);
    for (const page of helpPages) {
      expect(plainText(page).split(' ').length, page.title).toBeLessThan(200);
      for (const text of textsOf(page))
        for (const [, path] of text.matchAll(/\]\((\/[^)]*)\)/g)) expect(paths, page.title).toContain(path);
    }
  });

  it('names buttons and fields as they stand on the screen', () => {
    const said = [...sources, ...commands.map(({ words }) => words)];
    const named = helpPages.flatMap((page) => textsOf(page).flatMap((text) => [...text.matchAll(/\*\*([^*]+)\*\*/g)]));
    expect(named.length).toBeGreaterThan(40);
    const missing = named.map(([, name = '']) => name).filter((name) => !said.some((source) => source.includes(name)));
    expect(missing).toEqual([]);
  });

  it('finds a page by words of its title or text, those of the title first', () => {
    expect(searchPages(helpPages, 'undo import')[0]?.title).toBe('Undo an import');
    expect(searchPages(helpPages, 'BACKUP passphrase').map(({ id }) => id)).toContain('backups');
    expect(searchPages(helpPages, 'supernumerary').length).toBeGreaterThan(1);
    expect(searchPages(helpPages, 'xylophone')).toEqual([]);
    expect(searchPages(helpPages, '')).toHaveLength(helpPages.length);
  });

  it('explains every term that the interface or a page of help links to, and each word of the interface leads to one term', () => {
    const used = [
      ...helpPages.flatMap((page) => textsOf(page).flatMap((text) => [...text.matchAll(/\[\[([^|\]]+)\|/g)])),
      ...sources.flatMap((source) => [...source.matchAll(/<Term of=["']([^"']+)["']/g)]),
    ].map(([, key = '']) => key);
    expect(used.length).toBeGreaterThan(10);
    expect(used.filter((key) => !(key in glossary))).toEqual([]);
    const said = (Object.keys(glossary) as GlossaryKey[]).flatMap((key) => glossary[key].said);
    expect(new Set(said.map((words) => words.toLowerCase())).size).toBe(said.length);
  });

  it('says what is new in this version', () => {
    const { version } = JSON.parse(readFileSync(join(project, 'package.json'), 'utf8')) as { version: string };
    expect(releases[0]?.version).toBe(version);
  });
});
