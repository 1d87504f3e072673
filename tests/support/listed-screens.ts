import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const source = readFileSync(join(import.meta.dirname, '../../renderer/app/screens.ts'), 'utf8');

/** Every screen as the registry lists it: its section, its path ("/gap"), its title, and its file below `renderer/`. */
export const listedScreens = [
  ...source.matchAll(/screen\(\s*'([^']+)',\s*'([^']+)',\s*'([^']+)',\s*\(\) => import\('\.\.\/([^']+)'\)/g),
].map(([, section = '', path = '', title = '', file = '']) => ({ section, path, title, file }));
