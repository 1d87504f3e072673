// `npm run package`: a folder in release/ that runs on this system, packed again only when it is stale. Electron comes from ELECTRON_PACKAGING_DIST where
// that is set (a folder with its files), and is fetched otherwise.
import './node-version.mjs';
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildOrEnd } from './build.mjs';
import { digestOf, isFresh, keepStamp } from './freshness.mjs';
import { readFuses } from './fuses.mjs';

const project = dirname(dirname(fileURLToPath(import.meta.url)));
const builder = join(project, 'node_modules', 'electron-builder', 'cli.js');
const release = join(project, 'release');

const stamp = join(release, '.stamp');
const INPUTS = [
  'dist',
  'drizzle/migrations',
  'resources',
  'node_modules/better-sqlite3/prebuilds',
  'node_modules/better-sqlite3-multiple-ciphers/prebuilds',
];
const SETTINGS = ['package.json', 'electron-builder.yml', 'scripts/package.mjs', 'scripts/fuses.mjs'];

/** Settings that take Electron from a folder, where one is given, and its version. */
function electronToPack() {
  const folder = process.env.ELECTRON_PACKAGING_DIST;
  if (folder === undefined) return [];
  const version = readFileSync(join(folder, 'version'), 'utf8').trim().replace(/^v/, '');
  return [`-c.electronDist=${folder}`, `-c.electronVersion=${version}`];
}

/** The executable in the folder that was made, which is named after the system. */
function packagedExecutable() {
  const folder = readdirSync(release).find((name) => name.endsWith('-unpacked') || name.startsWith('mac'));
  if (process.platform === 'darwin') return join(release, folder, 'Maternity Workforce Planner.app');
  const name = process.platform === 'win32' ? 'Maternity Workforce Planner.exe' : 'maternity-workforce-planner';
  return join(release, folder, name);
}

function pack(electron) {
  // It prints pages about modules that are not packed; what it says matters when it fails.
  const args = [builder, '--dir', '--publish', 'never', ...electron];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: project, encoding: 'utf8' });
  if (status === 0) return;
  console.error(`${stdout}\n${stderr}`);
  process.exit(1);
}

await buildOrEnd();
await import('./sbom.mjs');
const electron = electronToPack();
const digest = digestOf([...INPUTS, ...SETTINGS].map((input) => join(project, input))) + electron.join(' ');
if (!isFresh(stamp, digest, [stamp])) {
  rmSync(release, { recursive: true, force: true });
  pack(electron);
  keepStamp(stamp, digest);
}
const executable = packagedExecutable();
console.log(`Packaged: ${executable}`);
for (const [name, on] of Object.entries(await readFuses(executable)))
  console.log(`  fuse ${name}: ${on ? 'on' : 'off'}`);
