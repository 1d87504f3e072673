import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
};

export interface BuiltFile {
  readonly type: string;
  readonly bytes: Buffer<ArrayBuffer>;
}

function list(folder: string, under: string, found: Map<string, string>): Map<string, string> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = `${under}/${entry.name}`;
    if (entry.isDirectory()) list(join(folder, entry.name), path, found);
    else if (entry.isFile() && extname(entry.name) in TYPES) found.set(path, join(folder, entry.name));
  }
  return found;
}

/**
 * The files of the built page, by the path that a URL asks for. The list is made once and only what is in it is ever
 * read, so no spelling of a path can reach anything else. `/` is the page itself.
 */
export function builtFiles(folder: string): (path: string) => BuiltFile | undefined {
  const found = list(folder, '', new Map());
  const page = found.get('/index.html');
  if (page !== undefined) found.set('/', page);
  return (path) => {
    const file = found.get(path);
    return file === undefined ? undefined : { type: TYPES[extname(file)] ?? '', bytes: readFileSync(file) };
  };
}
