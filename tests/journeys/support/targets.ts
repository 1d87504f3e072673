import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { hasDisplay, isInstalled } from './display.ts';

/** Where a journey runs: in Electron from the project's folder, in the packaged app, and in a browser without Electron. */
export const targets = ['desktop', 'packaged', 'browser'] as const;
export type Target = (typeof targets)[number];

export const project = join(import.meta.dirname, '..', '..', '..');

const EXECUTABLES: Partial<Record<NodeJS.Platform, string>> = {
  darwin: 'Electron.app/Contents/MacOS/Electron',
  win32: 'electron.exe',
};

/** Electron's executable: the one that ELECTRON_OVERRIDE_DIST_PATH points at, or the one that was fetched. */
export function electronExecutable(): string {
  const folder = process.env['ELECTRON_OVERRIDE_DIST_PATH'] ?? join(project, 'node_modules', 'electron', 'dist');
  return join(folder, EXECUTABLES[process.platform] ?? 'electron');
}

const CHROMIUMS = [
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
];

export const chromiumExecutable = () => CHROMIUMS.find((path) => existsSync(path));

/** Chromium refuses its sandbox to root, and says so instead of starting. */
export const withoutSandbox = process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : [];

function canPackage(): boolean {
  const folder = process.env['ELECTRON_PACKAGING_DIST'];
  if (folder !== undefined) return existsSync(join(folder, 'version'));
  const fetched = join(project, 'node_modules', 'electron', 'dist', 'version');
  return existsSync(fetched) && readFileSync(fetched, 'utf8').length > 0;
}

/**
 * Why journeys cannot run in `target` on this machine, in a sentence; null where they can. PLANNER_REQUIRE lists the
 * targets that must not be missing, as on the build machine: a reason not to run is then a failure.
 */
export function why(target: Target): string | null {
  const reason = obstacle(target);
  const isRequired = (process.env['PLANNER_REQUIRE'] ?? '').split(',').includes(target);
  if (reason !== null && isRequired) throw new Error(`Journeys in ${target} are required here. ${reason}`);
  return reason;
}

function obstacle(target: Target): string | null {
  if (target === 'browser') return chromiumExecutable() === undefined ? 'There is no Chromium on this machine.' : null;
  if (!hasDisplay()) return 'There is neither a display nor Xvfb on this machine.';
  if (target === 'packaged' && process.platform !== 'linux') return 'The packaged folder is tried on Linux only.';
  if (target === 'packaged' && !isInstalled('xdotool'))
    return 'There is no xdotool on this machine, to type into its dialogs.';
  const there = target === 'desktop' ? existsSync(electronExecutable()) : canPackage();
  return there ? null : 'Electron is not on this machine.';
}
