// Finds the Electron to run the desktop app with, or says in one line why there is none.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const PROBE_MS = 5_000;
const FETCH_MS = 15 * 60_000;
const EXECUTABLES = { darwin: 'Electron.app/Contents/MacOS/Electron', win32: 'electron.exe' };
const executable = EXECUTABLES[process.platform] ?? 'electron';

const packageFolder = () => dirname(createRequire(import.meta.url).resolve('electron/package.json'));

function present() {
  const folder = process.env.ELECTRON_OVERRIDE_DIST_PATH ?? join(packageFolder(), 'dist');
  const path = join(folder, executable);
  return existsSync(path) ? path : null;
}

/** Whether anything answers where Electron's binaries lie; behind a proxy only the fetch itself can tell. */
async function isReachable() {
  const { HTTPS_PROXY, https_proxy, ELECTRON_MIRROR, npm_config_electron_mirror } = process.env;
  if (HTTPS_PROXY ?? https_proxy) return true;
  const address = ELECTRON_MIRROR ?? npm_config_electron_mirror ?? 'https://github.com/electron/electron/releases/';
  try {
    await fetch(address, { method: 'HEAD', redirect: 'manual', signal: AbortSignal.timeout(PROBE_MS) });
    return true;
  } catch {
    return false;
  }
}

/** Runs the electron package's own fetch, quietly. */
function fetchOnce() {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [join(packageFolder(), 'install.js')], {
      stdio: 'ignore',
      timeout: FETCH_MS,
    });
    child.once('error', () => resolve());
    child.once('exit', () => resolve());
  });
}

/** The executable, fetched once where it can be; or `{ missing }`, a sentence. `say` is told what takes time. */
export async function findElectron(say) {
  if (process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) {
    return { missing: 'There is no display here for a window.' };
  }
  const found = present();
  if (found !== null) return { found };
  if (process.env.ELECTRON_OVERRIDE_DIST_PATH) return { missing: 'ELECTRON_OVERRIDE_DIST_PATH holds no Electron.' };
  const { version } = JSON.parse(readFileSync(join(packageFolder(), 'package.json'), 'utf8'));
  if (!(await isReachable()))
    return { missing: `Electron ${version} is not on this machine and cannot be fetched from here.` };
  say(`Fetching Electron ${version} (about 110 MB), once.`);
  await fetchOnce();
  const fetched = present();
  return fetched === null ? { missing: `Electron ${version} could not be fetched.` } : { found: fetched };
}
