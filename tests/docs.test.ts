import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const project = join(import.meta.dirname, '..');
const read = (path: string) => readFileSync(join(project, path), 'utf8');
const documents = [
  'README.md',
  ...readdirSync(join(project, 'docs'), { recursive: true, encoding: 'utf8' }).map(
    (name) => `docs/${name.replaceAll('\\', '/')}`,
  ),
].filter((path) => path.endsWith('.md'));

/** Folders of the project; what is made lies in others. */
const OWN = /^(?:electron|renderer|drizzle|resources|tests|scripts|docs|\.ci)\//;
/** Source files are named by their whole path: two may have one name. */
const SOURCE = /^[\w./-]+\.(?:tsx?|mjs|cjs|scss)$/;

/** Paths of the project that a document names; those with a part that stands for many, such as NOUN, are left out. */
function pathsIn(text: string): string[] {
  const named = [...text.matchAll(/`([^`\s]+)`/g)].map(([, path = '']) => path);
  return named.filter((path) => (OWN.test(path) || SOURCE.test(path)) && !/[A-Z]{4}|[*…{]/.test(path));
}

describe('documents', () => {
  test.each(documents)('%s names no file that is not there', (path) => {
    expect(pathsIn(read(path)).filter((named) => !existsSync(join(project, named)))).toEqual([]);
  });

  test('a source file that is named without its folder is one that is not there', () => {
    expect(
      pathsIn('`imports/jobs.ts`, `electron/imports/jobs.ts` and `schedule.ts`; `policy.json`, `tests/NOUN.ts`'),
    ).toEqual(['imports/jobs.ts', 'electron/imports/jobs.ts', 'schedule.ts']);
    expect(existsSync(join(project, 'imports/jobs.ts'))).toBe(false);
    expect(documents.filter((path) => path.startsWith('docs/decisions/')).length).toBeGreaterThan(25);
  });

  test('the tour and the architecture name files at all', () => {
    expect(pathsIn(read('docs/tour.md')).length).toBeGreaterThan(20);
    expect(pathsIn(read('docs/architecture.md')).length).toBeGreaterThan(15);
  });

  test('every dependency has its reason, and none that is gone', () => {
    const { dependencies, devDependencies, optionalDependencies } = JSON.parse(read('package.json')) as Record<
      string,
      Record<string, string>
    >;
    const rows = read('docs/dependencies.md').matchAll(/^\| (`[^|]+) \| [^|]+ \|$/gm);
    const explained = [...rows].flatMap(([, names]) =>
      [...(names ?? '').matchAll(/`([^`]+)`/g)].map(([, name]) => name),
    );
    const used = Object.keys({ ...dependencies, ...devDependencies, ...optionalDependencies });
    expect(explained.sort()).toEqual(used.sort());
  });

  test('the nouns of the architecture are those of the code', () => {
    const explained = [...read('docs/architecture.md').matchAll(/^\| `([a-z]+)` +\|/gm)].map(([, noun]) => noun);
    const folders = readdirSync(join(project, 'electron/features'));
    expect(explained.sort()).toEqual(folders.filter((name) => name !== 'planner').sort());
  });

  test('the README shows each picture that a journey takes, and none is kept that none takes', () => {
    const journeys = readdirSync(join(project, 'tests/journeys')).filter((name) => name.endsWith('.test.ts'));
    const taken = journeys.flatMap((name) =>
      [...read(`tests/journeys/${name}`).matchAll(/picture\(\w+, '([^']+)'\)/g)].map(([, picture]) => `${picture}.png`),
    );
    expect(taken.length).toBeGreaterThan(5);
    expect(readdirSync(join(project, 'docs/screens')).sort()).toEqual(taken.sort());
    const shown = [...read('README.md').matchAll(/\]\(docs\/screens\/([^)]+)\)/g)].map(([, picture]) => picture);
    expect(shown.sort()).toEqual(taken);
  });

  test('every command that the README names is there', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    const named = [...read('README.md').matchAll(/npm run (?:-s )?([a-z:-]+)/g)].map(([, name]) => name ?? '');
    expect(named.length).toBeGreaterThan(5);
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
  });
});
