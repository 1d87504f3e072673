// `npm run build`: builds what is stale, into dist/renderer (the page) and dist/electron (main, preload and backend).
// Each part is built beside its place and moved there when it is complete, so a failed build leaves the last one whole.
import { chmodSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { stripVTControlCharacters } from 'node:util';
import { digestOf, isFresh, keepStamp } from './freshness.mjs';

const project = dirname(dirname(fileURLToPath(import.meta.url)));
const dist = join(project, 'dist');

const buildPage = async (folder) => {
  // Whoever builds it, tests too: with another value the page would bring React as it is for development, which is slower.
  process.env.NODE_ENV = 'production';
  const { build } = await import('vite');
  const configFile = join(project, 'renderer', 'vite.config.ts');
  await build({ configFile, build: { outDir: folder } });
};

const buildProcesses = async (folder) => {
  const { build } = await import('rolldown');
  // One bundle each: a sandboxed preload can load nothing beside itself, and neither process waits for the other's code.
  for (const name of ['main', 'preload', 'backend', 'imports-worker', 'backups-worker']) {
    await build({
      cwd: project,
      input: join('electron', `${name}.ts`),
      platform: 'node',
      // The last is a part of unzipper that nobody calls.
      external: ['electron', 'better-sqlite3', 'better-sqlite3-multiple-ciphers', '@aws-sdk/client-s3'],
      transform: { target: 'es2022' },
      logLevel: 'warn',
      // What the backend loads late is in its bundle from the start where another part of it asks at once.
      checks: { ineffectiveDynamicImport: false },
      output: {
        dir: folder,
        format: 'cjs',
        dynamicImportInCjs: false,
        entryFileNames: '[name].cjs',
        chunkFileNames: `${name}-[name].cjs`,
      },
    });
  }
};

const parts = [
  {
    name: 'renderer',
    inputs: [
      'renderer',
      'electron/contract',
      'resources/icons',
      'package.json',
      'package-lock.json',
      'scripts/build.mjs',
    ],
    outputs: ['index.html'],
    build: buildPage,
  },
  {
    name: 'electron',
    inputs: ['electron', 'drizzle/schema', 'package.json', 'package-lock.json', 'scripts/build.mjs'],
    outputs: ['main.cjs', 'preload.cjs', 'backend.cjs', 'imports-worker.cjs', 'backups-worker.cjs'],
    build: buildProcesses,
  },
];

async function buildPart({ name, inputs, outputs, build }) {
  const place = join(dist, name);
  const stamp = join(dist, `.${name}.stamp`);
  const digest = digestOf(inputs.map((input) => join(project, input)));
  if (
    isFresh(
      stamp,
      digest,
      outputs.map((output) => join(place, output)),
    )
  )
    return false;
  mkdirSync(dist, { recursive: true });
  const beside = mkdtempSync(join(dist, `.${name}-`));
  try {
    await build(beside);
    chmodSync(beside, 0o755);
    rmSync(stamp, { force: true });
    if (existsSync(place)) rmSync(place, { recursive: true });
    renameSync(beside, place);
    keepStamp(stamp, digest);
  } finally {
    rmSync(beside, { recursive: true, force: true });
  }
  return true;
}

/** Builds what is stale; the names of the parts that were. */
async function buildStale() {
  const built = [];
  for (const part of parts) if (await buildPart(part)) built.push(part.name);
  return built;
}

/** Builds what is stale, or says why that cannot be done and ends. */
export async function buildOrEnd() {
  try {
    return await buildStale();
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    console.error(process.stderr.isTTY ? message : stripVTControlCharacters(message));
    process.exit(1);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const started = performance.now();
  const built = await buildOrEnd();
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(built.length === 0 ? 'Everything is built.' : `Built ${built.join(' and ')} in ${seconds} s.`);
}
