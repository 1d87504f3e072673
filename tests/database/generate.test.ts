import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { migrationsFolder } from '../support/database.ts';

const generate = join(dirname(fileURLToPath(import.meta.url)), '../../drizzle/generate.mjs');

test.each([[[]], [['Funded-Posts']], [['posts2']], [['funded posts']], [['two', 'names']]])(
  'a migration is not made without a name in plain words (%j)',
  (words: string[]) => {
    const before = readdirSync(migrationsFolder);
    const { status, stderr } = spawnSync(process.execPath, [generate, ...words], { encoding: 'utf8' });
    expect(status).toBe(1);
    expect(stderr).toContain('plain words');
    expect(readdirSync(migrationsFolder)).toEqual(before);
  },
);
