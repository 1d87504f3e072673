import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findProblems } from './support/accessibility.ts';
import { open } from './support/launch.ts';
import type { Running } from './support/running.ts';
import { why } from './support/targets.ts';

const reason = why('browser');
const screens = [
  'The gap',
  'Establishment',
  'Reconciliation',
  'Required staffing',
  'Staff in post',
  'Rates',
  'Vacancies',
  'Forecast',
  'Student placements',
  'Rosters',
  'Assurance',
  'Due list',
  'Preceptorship',
  'Preceptors',
  'Staying in post',
  'Mentors',
  'Training compliance',
  'Training sessions',
  'When is it 90 %?',
  'Training needs',
  'Evidence packs',
  'Study leave used',
  'Supervision and locums',
  'Roles and frameworks',
  'Courses and packs',
  'Leavers',
  'Retention plan',
  'Conversations',
  'Self-assessment',
  'Workforce equality',
  'Succession and careers',
  'Flexible working and later careers',
  'Surveys and learning environment',
  'Theme 2 return',
  'The LMNS’s workbook',
  'Imports',
  'Trust and units',
  'Local system',
  'Rules and defaults',
  'History',
];
/** The screen to serve first, the same at 200 % zoom, and a large one. */
const sizes = [
  { width: 1366, height: 768 },
  { width: 683, height: 384 },
  { width: 1920, height: 1080 },
];

describe.skipIf(reason !== null)(reason ?? 'every screen, with the sample service', () => {
  let running: Running;
  let page: Page;
  beforeAll(async () => {
    running = await open('browser');
    page = running.page;
    await page.getByRole('button', { name: 'Look around with a sample service' }).click();
    await page.getByText('Invented sample data').waitFor();
  });
  afterAll(() => running?.close());

  test.each(screens)('%s passes axe and fits at every size', async (name) => {
    await page.setViewportSize({ width: 1366, height: 768 });
    await page.getByRole('navigation').getByRole('link', { name, exact: true }).click();
    await page.getByRole('heading', { level: 1, name: name === 'Imports' ? /^Imports/ : name }).waitFor();
    await expect.poll(() => page.getByText('Loading…').count(), { timeout: 20_000 }).toBe(0);
    for (const size of sizes) {
      await page.setViewportSize(size);
      // A larger window shows nothing else than the first: axe would find the same.
      if (size.width <= 1366) expect(await findProblems(page)).toEqual([]);
      const [wide, seen] = await page.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth]);
      expect(wide, `wider than the window at ${size.width}`).toBeLessThanOrEqual(seen ?? 0);
    }
  });

  test('the box to go anywhere opens by key, finds by part of a word, and gives the focus back', async () => {
    await page.setViewportSize({ width: 1366, height: 768 });
    const button = page.getByRole('button', { name: 'Trust and units' });
    await page.keyboard.press('Control+k');
    await page.keyboard.type('rost');
    expect(await findProblems(page)).toEqual([]);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Rosters' }).waitFor();
    expect(await button.count()).toBe(0);
  });

  test('every control of a screen can be reached with the Tab key, and the focus shows', async () => {
    await page.keyboard.press('Control+k');
    await page.keyboard.type('trust and');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Trust and units' }).waitFor();
    const controls = await page.locator('main').getByRole('button').count();
    const reached = new Set<string>();
    for (let presses = 0; presses < controls + 30; presses += 1) {
      await page.keyboard.press('Tab');
      const focus = await page.evaluate(() => {
        const element = document.activeElement as HTMLElement;
        const inMain = element.closest('main') !== null && element.tagName === 'BUTTON';
        const style = getComputedStyle(element);
        return {
          name: inMain ? (element.getAttribute('aria-label') ?? element.textContent ?? '') : '',
          shows: style.outlineStyle !== 'none',
        };
      });
      if (focus.name) {
        reached.add(focus.name);
        expect(focus.shows, focus.name).toBe(true);
      }
    }
    expect(reached.size).toBe(controls);
  });

  test('the sample service goes with one click', async () => {
    await page.getByRole('button', { name: 'Remove the sample' }).click();
    await page.getByRole('button', { name: 'Look around with a sample service' }).waitFor();
    expect(running.complaints).toEqual([]);
  });
});
