import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { noteAsking } from './asking.ts';
import { project } from './targets.ts';

/** A started planner. */
export interface Running {
  readonly page: Page;
  readonly dataFolder: string;
  /** Addresses that the page has asked for so far. */
  readonly requests: readonly string[];
  /** What the page complained of so far: errors, and violations of its content security policy. */
  readonly complaints: readonly string[];
  /** Does what leads to a Save As, answers it with `path`, and settles when the file has been written there. */
  saveTo(path: string, act: () => Promise<void>): Promise<void>;
  close(): Promise<void>;
}

export interface Launch {
  /** Data to open; a new folder, deleted at the end, where none is given. */
  readonly dataFolder?: string;
  /** Puts something into the folder before it is opened. */
  readonly fill?: (dataFolder: string) => Promise<void>;
  /** What the clock shows and goes on showing, as ISO 8601 in UTC; browser mode only. */
  readonly clock?: string;
  /** With React as it is for development, which complains of more; browser mode only. */
  readonly forDevelopment?: boolean;
  /** Files to open with the app; the desktop app only. */
  readonly files?: readonly string[];
}

/** Runs one of the project's scripts and shows what it printed if it failed. */
export function runScript(name: string): void {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(project, 'scripts', name)], {
    cwd: project,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`${name} failed:\n${stdout}\n${stderr}`);
}

const ran = new Set<string>();
/** Builds or packages what is stale, once in each process: nothing is edited while journeys run. */
export function runOnce(name: 'build.mjs' | 'package.mjs'): void {
  if (!ran.has(name)) runScript(name);
  ran.add(name);
}

export async function chooseDataFolder({
  dataFolder: given,
  fill,
}: Launch): Promise<{ dataFolder: string; forget(): void }> {
  const dataFolder = given ?? mkdtempSync(join(tmpdir(), 'planner-journey-'));
  await fill?.(dataFolder);
  const forget = () => given ?? rmSync(dataFolder, { recursive: true, force: true, maxRetries: 5 });
  return { dataFolder, forget };
}

/** Notes what the page asks for and complains of, from now on. */
export function watch(page: Page): { requests: string[]; complaints: string[] } {
  const requests: string[] = [];
  const complaints: string[] = [];
  noteAsking(page);
  page.on('request', (request) => requests.push(request.url()));
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning')
      complaints.push(`${message.text()} ${new URL(message.location().url || 'about:blank').pathname}`);
  });
  return { requests, complaints };
}

/** The first screen is there and can be used. */
export const untilReady = (page: Page) => page.waitForSelector('html[data-ready]', { state: 'attached' });
