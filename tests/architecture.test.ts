import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, test } from 'vitest';

const project = join(import.meta.dirname, '..');
const nouns = [
  'organisation',
  'staff',
  'preceptorship',
  'establishment',
  'rosters',
  'vacancies',
  'forecast',
  'retention',
  'training',
  'assurance',
  'returns',
  'lmns',
  'places',
  'today',
];

interface Source {
  path: string;
  lines: number;
  imports: { target: string; typeOnly: boolean }[];
}

/** Every source file below a folder, with what it imports: project paths for relative imports, package names otherwise. */
function sources(folder: string, kind = /\.tsx?$/): Source[] {
  return readdirSync(join(project, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && kind.test(entry.name))
    .map((entry) => {
      const path = join(entry.parentPath, entry.name).slice(project.length + 1);
      const text = readFileSync(join(project, path), 'utf8');
      const found = text.matchAll(
        /^(?:import|export)(\s+type)?[^;'"]*?from\s+'([^']+)'|^import\s+'([^']+)'|import\('([^']+)'\)/gm,
      );
      const imports = [...found].map(([, type, from, bare, dynamic]) => {
        const target = from ?? bare ?? dynamic ?? '';
        return {
          target: target.startsWith('.') ? normalize(join(dirname(path), target)) : target,
          typeOnly: type !== undefined,
        };
      });
      return { path, lines: text.split('\n').length, imports };
    });
}

const electron = sources('electron');
const renderer = sources('renderer').filter(({ path }) => path !== 'renderer/vite.config.ts');
const everything = [...electron, ...renderer, ...sources('drizzle'), ...sources('tests')];
const offences = (files: Source[], wrong: (target: string, file: Source, typeOnly: boolean) => boolean) =>
  files.flatMap((file) =>
    file.imports
      .filter(({ target, typeOnly }) => wrong(target, file, typeOnly))
      .map(({ target }) => `${file.path} imports ${target}`),
  );
const named = (pattern: RegExp) => electron.filter(({ path }) => pattern.test(path));
const featureOf = (path: string) => /^(?:electron|renderer)\/features\/([^/]+)\//.exec(path)?.[1];

describe('imports run one way', () => {
  test('the check sees the files it speaks of', () => {
    expect(electron.length).toBeGreaterThan(40);
    expect(renderer.length).toBeGreaterThan(20);
    expect(electron.flatMap(({ imports }) => imports).length).toBeGreaterThan(100);
  });

  test('the contract needs zod and oRPC only', () => {
    const files = named(/^electron\/contract\//);
    expect(files.length).toBeGreaterThan(5);
    expect(
      offences(
        files,
        (target) => !target.startsWith('electron/contract/') && !['zod', '@orpc/contract'].includes(target),
      ),
    ).toEqual([]);
  });

  test('core, calculations, parsing and matching are pure: core, the contract, and those of their own noun and earlier ones', () => {
    const files = named(
      /^electron\/(core\/|imports\/clean\/|features\/[^/]+\/(calculations|parse|match|entries)(\/|\.ts))/,
    );
    expect(files.length).toBeGreaterThan(10);
    const allowed = /^(electron\/(core|contract|imports\/clean)\/|#contract$)/;
    const typesOf = /^(electron\/imports\/(row|workbook\/cell)\.ts|#drizzle)$/;
    expect(
      offences(files, (target, file, typeOnly) => {
        const [here, there] = [featureOf(file.path) ?? '', featureOf(target) ?? ''];
        const earlier = nouns.includes(there) && nouns.indexOf(there) < nouns.indexOf(here);
        const own = (here === there || earlier) && /\/(calculations|parse|match|entries)(\/|\.ts)/.test(target);
        const valueOfCell = target === 'electron/imports/workbook/cell.ts';
        return !(allowed.test(target) || own || valueOfCell || (typeOnly && typesOf.test(target)));
      }),
    ).toEqual([]);
  });

  test('a feature uses its own noun and earlier ones', () => {
    const late = offences(named(/^electron\/features\//), (target, file) => {
      const [own, other] = [featureOf(file.path), featureOf(target)];
      if (!own || !other || own === other || !nouns.includes(own)) return false;
      return nouns.indexOf(other) >= nouns.indexOf(own) || !nouns.includes(other);
    });
    expect(late).toEqual([]);
  });

  test('only the shell imports electron', () => {
    const others = everything.filter(
      ({ path }) => !/^electron\/(main|preload)\.ts$|^electron\/shell\/|^tests\//.test(path),
    );
    expect(offences(others, (target, _, typeOnly) => target === 'electron' && !typeOnly)).toEqual([]);
  });

  test('the renderer knows the contract and nothing else of ours', () => {
    expect(
      offences(renderer, (target) => /^(electron|drizzle|tests|scripts)\//.test(target) || target.startsWith('node:')),
    ).toEqual([]);
  });

  test('the features of the renderer never import each other, and what they share knows no feature', () => {
    const crossing = offences(renderer, (target, file) => {
      const other = featureOf(target);
      return other !== undefined && other !== featureOf(file.path) && !file.path.startsWith('renderer/app/');
    });
    expect(crossing).toEqual([]);
  });
});

describe('files stay readable', () => {
  test('no file is longer than 300 lines', () => {
    const readable = [...everything, ...sources('renderer/styles', /\.scss$/), ...sources('scripts', /\.mjs$/)];
    expect(readable.filter(({ lines }) => lines > 300).map(({ path, lines }) => `${path}: ${lines}`)).toEqual([]);
  });

  test('no file hides behind a name that says nothing', () => {
    expect(
      everything
        .filter(({ path }) => /(^|\/)(utils?|helpers?|managers?|common)(\/|\.)/i.test(path))
        .map(({ path }) => path),
    ).toEqual([]);
  });
});
