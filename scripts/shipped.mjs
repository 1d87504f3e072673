// Which packages the app ships: those that the backend needs, those that are built into the page, and Electron itself.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const project = dirname(dirname(fileURLToPath(import.meta.url)));
const read = (file) => JSON.parse(readFileSync(file, 'utf8'));

/** `@scope/name/part` and `name/part` as the name of their package. */
const packageOf = (specifier) =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');

/** Packages that the page's code and styles name. */
function namedByPage() {
  const files = readdirSync(join(project, 'renderer'), { recursive: true, withFileTypes: true }).filter(
    (entry) => entry.isFile() && /\.(tsx?|scss)$/u.test(entry.name) && entry.name !== 'vite.config.ts',
  );
  const names = files.flatMap((entry) => {
    const text = readFileSync(join(entry.parentPath, entry.name), 'utf8');
    const found = text.matchAll(/(?:from|import|import\(|@use|@forward|@import)\s*["']([^."'#][^"']*)["']/gu);
    return [...found].map(([, specifier]) => packageOf(specifier));
  });
  return [...new Set(names)].filter((name) => existsSync(join(project, 'node_modules', name, 'package.json')));
}

/** The folder of a package as Node finds it from another's folder; undefined for an optional one that is not installed. */
function folderOf(name, from) {
  for (let folder = from; ; folder = dirname(folder)) {
    const found = join(folder, 'node_modules', name);
    if (existsSync(join(found, 'package.json'))) return found;
    if (folder === project || folder === dirname(folder)) return undefined;
  }
}

/** Every shipped package once for each version: its folder and what its package.json says, by name. */
export function shippedPackages() {
  const { dependencies } = read(join(project, 'package.json'));
  const found = new Map();
  const visit = (name, from) => {
    const folder = folderOf(name, from);
    if (folder === undefined || found.has(folder)) return;
    const about = read(join(folder, 'package.json'));
    found.set(folder, { folder, about });
    // Electron's own dependencies fetch it; none of them is in what it fetches.
    if (name === 'electron') return;
    const optional = about.peerDependenciesMeta ?? {};
    const peers = Object.keys(about.peerDependencies ?? {}).filter((peer) => !optional[peer]?.optional);
    const needed = [...Object.keys({ ...about.dependencies, ...about.optionalDependencies }), ...peers];
    for (const other of needed) visit(other, folder);
  };
  for (const name of [...Object.keys(dependencies), ...namedByPage(), 'electron']) visit(name, project);
  return [...found.values()].sort((a, b) => (a.about.name < b.about.name ? -1 : 1));
}

/** Licences that ask for no more than to be named: what is shipped may have these and no other. */
const ALLOWED = [
  'MIT',
  'ISC',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  '0BSD',
  'Zlib',
  'CC0-1.0',
  'BlueOak-1.0.0',
  'Unlicense',
  'Python-2.0',
];

/** Packages that name no licence in package.json, and what the text beside it says. */
const IN_WORDS = {
  'png-js': { licence: 'MIT', file: 'LICENSE', words: 'Permission is hereby granted, free of charge' },
};

/** The licence that a package is under, as an SPDX expression; null where it names none that can be known. */
export function licenceOf({ folder, about }) {
  const named = about.license ?? about.licenses?.map(({ type }) => type).join(' OR ');
  if (typeof named === 'object') return named.type ?? null;
  if (named !== undefined && named !== '') return named;
  const known = IN_WORDS[about.name];
  const file = known && join(folder, known.file);
  return known && existsSync(file) && readFileSync(file, 'utf8').includes(known.words) ? known.licence : null;
}

/** Whether an SPDX expression leaves a way that is allowed: one of those joined by OR, and all that are joined by AND. */
export function isAllowed(expression) {
  if (expression === null) return false;
  const plain = expression.replace(/[()]/gu, '').trim();
  return plain.split(/\s+OR\s+/u).some((way) => way.split(/\s+AND\s+/u).every((one) => ALLOWED.includes(one)));
}
