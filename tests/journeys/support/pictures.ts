import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { project } from './targets.ts';

/** Where the README's pictures lie. */
const folder = join(project, 'docs', 'screens');

/** Takes a picture of the window for `docs/screens/`, where PLANNER_PICTURES is set; a test by itself changes no file. */
export async function picture(page: Page, name: string): Promise<void> {
  if (!process.env['PLANNER_PICTURES']) return;
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`), animations: 'disabled', caret: 'initial' });
}
