import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const project = join(import.meta.dirname, '../..');
const load = createRequire(createRequire(import.meta.url).resolve('electron-builder'));

interface Builder {
  getConfig(folder: string, file: string | null, from: object | null, packages: object): Promise<Settings>;
  validateConfiguration(settings: Settings, log: { isEnabled: boolean; add(): void }): Promise<void>;
}
type Settings = Record<string, unknown> & {
  win: { target: { target: string; arch: string }[] };
  msi: Record<string, unknown>;
  nsis: Record<string, unknown>;
  publish: unknown;
};

/** electron-builder's own reading and checking of the settings: what only Windows can build is proven as far as can be here. */
const builder = load('app-builder-lib/out/util/config/config.js') as Builder;
const silent = { isEnabled: false, add: () => undefined };
const settings = () => builder.getConfig(project, 'electron-builder.yml', null, { value: Promise.resolve({}) });

describe('what a trust deploys on Windows', () => {
  test('is made by settings that electron-builder takes, and it does refuse others', async () => {
    const made = await settings();
    await expect(builder.validateConfiguration(made, silent)).resolves.toBeUndefined();
    const wrong = { ...made, msi: { ...made.msi, perMachin: true } };
    await expect(builder.validateConfiguration(wrong, silent)).rejects.toThrow(/Invalid configuration/u);
  });

  test('is an MSI for the whole machine, an installer, and a portable program, all for x64', async () => {
    const { win, msi, nsis } = await settings();
    expect(win.target).toEqual(['msi', 'nsis', 'portable'].map((target) => ({ target, arch: 'x64' })));
    expect(msi).toMatchObject({ perMachine: true, oneClick: true, runAfterFinish: false });
    // Ties later versions to earlier ones: changed, Windows would install both beside each other.
    expect(msi['upgradeCode']).toBe('6F0B7C1E-3C1B-4E0A-9C7E-5D1F2A8B4C63');
    expect(nsis).toMatchObject({ runAfterFinish: false, deleteAppDataOnUninstall: false });
  });

  test('has no updater and no publisher', async () => {
    expect((await settings()).publish).toBeNull();
    const { dependencies, devDependencies } = JSON.parse(readFileSync(join(project, 'package.json'), 'utf8')) as Record<
      string,
      object
    >;
    expect(Object.keys({ ...dependencies, ...devDependencies })).not.toContain('electron-updater');
  });

  test('holds both SQLites with what only this system needs of them, and the list of licences', async () => {
    const text = readFileSync(join(project, 'electron-builder.yml'), 'utf8');
    // oxlint-disable-next-line no-template-curly-in-string -- as electron-builder writes it
    // As electron-builder writes it.
    const binary = ['$', '{platform}-$', '{arch}.node'].join('');
    for (const name of ['better-sqlite3', 'better-sqlite3-multiple-ciphers'])
      expect(text).toContain(`node_modules/${name}/prebuilds/${binary}`);
    expect(text).toContain('dist/licences.txt');
    expect(text).toContain('dist/sbom.cdx.json');
  });
});
