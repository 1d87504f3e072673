import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { project } from './targets.ts';

/**
 * Gives a page its code with React as it is for development, which complains of what it finds wrong: what users get is built
 * without these words. Before the address is opened; answers how to take it away again.
 */
export async function serveForDevelopment(page: Page, address: string): Promise<() => void> {
  const folder = mkdtempSync(join(tmpdir(), 'planner-page-'));
  const vite = join(project, 'node_modules/vite/bin/vite.js');
  const { status, stderr } = spawnSync(
    process.execPath,
    [vite, 'build', join(project, 'renderer'), '--mode=development', '--minify=false', `--outDir=${folder}`],
    { cwd: project, encoding: 'utf8', env: { ...process.env, NODE_ENV: 'development' } },
  );
  if (status !== 0) throw new Error(`The page could not be built for development:\n${stderr}`);
  const { origin } = new URL(address);
  await page.route(`${origin}/assets/**`, (route) =>
    route.fulfill({ path: join(folder, new URL(route.request().url()).pathname) }),
  );
  await page.route(address, async (route) =>
    route.fulfill({ response: await route.fetch(), body: readFileSync(join(folder, 'index.html'), 'utf8') }),
  );
  return () => rmSync(folder, { recursive: true, force: true });
}

/** Whether the code that the page has asked for is React's for development: what it complains in stands in it. */
export const isForDevelopment = (page: Page): Promise<boolean> =>
  page.evaluate<boolean>(`(async () => {
    const parts = [...document.querySelectorAll('link[rel=modulepreload]')].map(({ href }) => href);
    const all = [...[...document.scripts].map(({ src }) => src), ...parts];
    const texts = await Promise.all(all.map(async (address) => (await fetch(address)).text()));
    return texts.some((text) => text.includes('Each child in a list should have a unique'));
  })()`);
