import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { isAllowed, licenceOf, shippedPackages } from '../../scripts/shipped.mjs';

const project = join(import.meta.dirname, '../..');

describe('what is shipped', () => {
  const packages = shippedPackages();
  const names = packages.map(({ about }) => about.name);

  test('is known: what the backend needs, what is built into the page, and Electron', () => {
    for (const name of ['better-sqlite3', 'better-sqlite3-multiple-ciphers', 'zod', 'react', 'recharts', 'electron'])
      expect(names).toContain(name);
    for (const name of ['vitest', 'typescript', 'electron-builder', 'playwright']) expect(names).not.toContain(name);
    const { dependencies } = JSON.parse(readFileSync(join(project, 'package.json'), 'utf8')) as {
      dependencies: Record<string, string>;
    };
    for (const name of Object.keys(dependencies)) expect(names).toContain(name);
  });

  test('is under licences that ask for no more than to be named', () => {
    const refused = packages.filter((one) => !isAllowed(licenceOf(one)));
    expect(refused.map((one) => `${one.about.name}: ${licenceOf(one)}`)).toEqual([]);
  });

  test('would not be let through under a copyleft licence, or none that is known', () => {
    for (const licence of [
      'GPL-3.0-only',
      'AGPL-3.0',
      'LGPL-2.1',
      'MPL-2.0',
      '(MIT AND GPL-2.0)',
      'SEE LICENSE IN X',
      null,
    ])
      expect(isAllowed(licence)).toBe(false);
    for (const licence of ['MIT', '(MIT OR GPL-3.0-or-later)', '(MIT AND Zlib)']) expect(isAllowed(licence)).toBe(true);
  });

  test('holds no updater and nothing that reports', () => {
    const wrong = names.filter((name: string) => /updater|sentry|telemetry|analytics|segment|mixpanel/iu.test(name));
    expect(wrong).toEqual([]);
    expect(readFileSync(join(project, 'electron-builder.yml'), 'utf8')).toMatch(/^publish: null$/mu);
  });
});
