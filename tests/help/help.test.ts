import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { commands } from '../../electron/contract/commands.ts';
import { splitAtTerms } from '../../renderer/components/terms.ts';
import { glossary, type GlossaryKey } from '../../renderer/help/glossary.ts';
import { helpPages, pageOfScreen } from '../../renderer/help/pages.ts';
import { linksIn, pathsLedTo } from '../../renderer/help/paths.ts';
import { releases } from '../../renderer/help/releases.ts';
import { plainText, searchPages } from '../../renderer/help/search.ts';

const project = join(import.meta.dirname, '../..');
const renderer = join(project, 'renderer');
const screensFile = join(renderer, 'app/screens.ts');
const sources = readdirSync(renderer, { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.tsx?$/.test(path) && !path.startsWith('help/'))
  .map((path) => readFileSync(join(renderer, path), 'utf8').replace(/\s+/g, ' '));
const paths = [...readFileSync(screensFile, 'utf8').matchAll(/["'](\/[a-z0-9-]+)["']/g)].map(([, path = '']) => path);
const textOf = new Map<string, string>();
const readOnce = (file: string): string => {
  const text = textOf.get(file) ?? readFileSync(file, 'utf8').replace(/\s+/g, ' ');
  textOf.set(file, text);
  return text;
};
/** What is written in a screen's component and in all that it is made of. */
const sourcesOf = (path: string): string[] => {
  const [, component = ''] =
    new RegExp(`'${path}', '[^']*', \\(\\) => import\\('\\.\\./([^']+)'`).exec(readOnce(screensFile)) ?? [];
  const seen = new Set<string>();
  const read = (file: string) => {
    if (seen.has(file) || !/\.tsx?$/.test(file)) return;
    seen.add(file);
    for (const [, from = ''] of readOnce(file).matchAll(/(?:from|import\() ?'(\.[^']+)'/g))
      read(join(dirname(file), from));
  };
  read(join(renderer, component));
  return [...seen].map(readOnce);
};
/** A whole text of the interface, or the beginning of one that goes on with a value; not words amid a sentence. */
const isLabel = (name: string, said: readonly string[]) => {
  const whole = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const label = new RegExp(`[>"'\`}] ?${whole} ?(?:[<"'\`{:]|\\$\\{|…)`);
  return said.some((source) => label.test(source));
};
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
      for (const path of pathsLedTo(page)) expect(paths, page.title).toContain(path);
    }
  });

  it('names buttons, views and fields as they stand on its own screens, on those it leads to, or in the menu', () => {
    const wrong = helpPages.flatMap((page) =>
      textsOf(page).flatMap((text) => {
        const said = page.screens.length === 0 ? sources : [...page.screens, ...linksIn(text)].flatMap(sourcesOf);
        return [...text.matchAll(/\*\*([^*]+)\*\*/g)]
          .map(([, name = '']) => name)
          .filter((name) => !isLabel(name, said) && !commands.some(({ words }) => words === name))
          .map((name) => `${page.title}: ${name}`);
      }),
    );
    expect(wrong).toEqual([]);
  });

  it('tells of every screen what to press there', () => {
    const silent = helpPages.filter(({ screens, steps = [] }) => screens.length > 0 && steps.length === 0);
    expect(silent.map(({ title }) => title)).toEqual([]);
    const vague = helpPages.filter((page) => !textsOf(page).some((text) => /\*\*|Ctrl |\]\(/.test(text)));
    expect(vague.map(({ title }) => title)).toEqual([]);
  });

  it('names keys that there are', () => {
    const keys = new Set(commands.flatMap((command) => command.keys as readonly string[]));
    const named = helpPages.flatMap((page) =>
      textsOf(page).flatMap((text) => text.match(/\bCtrl (?:Shift )?[A-Z/]|\bF\d+/g) ?? []),
    );
    expect(named.length).toBeGreaterThan(8);
    expect(named.filter((key) => !keys.has(key))).toEqual([]);
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

  it('has no term that nothing of the interface leads to: no subtitle, no heading of a column, no word marked as one', () => {
    // Subtitles and headings of columns lead to their terms by themselves; some stand in the data of the sample alone.
    const trees = readFileSync(join(project, 'tests/journeys/__snapshots__/every-screen.test.ts.snap'), 'utf8');
    const shown = [...trees.matchAll(/^ +button "([^"]+)"$/gm)].map(([, words = '']) => words.toLowerCase());
    const texts = sources.flatMap((source) =>
      [...source.matchAll(/subtitle=(?:"[^"]*"|\{.*?\} ?(?:\w+=|>))|title: ?(?:'[^']*'|`[^`]*`)/g)].map(
        ([text]) => text,
      ),
    );
    expect(texts.length).toBeGreaterThan(800);
    const marked = sources.flatMap((source) =>
      [...source.matchAll(/<Term of=["']([^"']+)["']/g)].map(([, key]) => key),
    );
    const led = new Set([...marked, ...texts.flatMap((text) => splitAtTerms(text).map(({ term }) => term))]);
    const isLed = (key: GlossaryKey) =>
      led.has(key) || glossary[key].said.some((words) => shown.includes(words.toLowerCase()));
    expect((Object.keys(glossary) as GlossaryKey[]).filter((key) => !isLed(key))).toEqual([]);
  });

  it('says what is new in this version', () => {
    const { version } = JSON.parse(readFileSync(join(project, 'package.json'), 'utf8')) as { version: string };
    expect(releases[0]?.version).toBe(version);
    for (const { news } of releases) expect(news.length).toBeGreaterThan(0);
  });
});
