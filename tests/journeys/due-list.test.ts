import { existsSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findProblems } from './support/accessibility.ts';
import { open } from './support/launch.ts';
import { picture } from './support/pictures.ts';
import type { Running } from './support/running.ts';
import { why } from './support/targets.ts';

const reason = why('desktop');
const day = (days: number) => {
  const local = new Date(Date.now() + days * 86_400_000);
  return [local.getFullYear(), local.getMonth() + 1, local.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('-');
};
const screen = (page: Page, name: string) =>
  page.getByRole('navigation').getByRole('link', { name, exact: true }).click();
const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name, exact: true }).waitFor();
const line = (page: Page, what: string, who: string) =>
  page.getByRole('row').filter({ hasText: what }).filter({ hasText: who });
const sizes = [
  { width: 1366, height: 768 },
  { width: 683, height: 384 },
  { width: 1920, height: 1080 },
];

/** Axe at the three sizes, and nothing wider than the window. */
async function looksRight(page: Page) {
  for (const size of sizes) {
    await page.setViewportSize(size);
    expect(await findProblems(page)).toEqual([]);
    const [wide, seen] = await page.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth]);
    expect(wide).toBeLessThanOrEqual(seen ?? 0);
  }
  await page.setViewportSize({ width: 1366, height: 768 });
}

async function add(page: Page, name: string, start: string) {
  await page.getByRole('button', { name: 'Add a preceptee' }).focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Name', { exact: true }).focus();
  await page.keyboard.type(name);
  await dialog.getByLabel('Start', { exact: true }).fill(start);
  await dialog.getByLabel('WTE at the start').focus();
  await page.keyboard.type('0.8');
  await page.keyboard.press('Enter');
  await heading(page, name);
  await page.getByRole('button', { name: 'Back to the cohort board' }).focus();
  await page.keyboard.press('Enter');
  await heading(page, 'Preceptorship');
}

describe.skipIf(reason !== null)(
  reason ?? 'a week of the retention midwife, from the due list alone, by keyboard',
  () => {
    let running: Running;
    let page: Page;
    const calendar = join(tmpdir(), `due-list-${process.pid}.ics`);
    beforeAll(async () => {
      running = await open('desktop');
      page = running.page;
    });
    afterAll(async () => {
      await running?.close();
      rmSync(calendar, { force: true });
    });
    /** How many things the navigation says are due or overdue on a screen. */
    const waiting = (name: string, count: string | null) =>
      expect
        .poll(
          () => page.getByRole('navigation').getByRole('link', { name, exact: true }).getAttribute('aria-description'),
          { timeout: 15_000 },
        )
        .toBe(count === null ? null : `${count} due or overdue`);
    /** What is said beside a field. */
    const said = (field: Locator) =>
      field.evaluate((element) =>
        (element.getAttribute('aria-describedby') ?? '')
          .split(' ')
          .map((id) => document.getElementById(id)?.textContent ?? '')
          .join(' '),
      );
    const focused = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '');

    test('an empty list says what to do first, and preceptees are entered', async () => {
      await page.getByRole('button', { name: 'Set up my trust' }).click();
      await page.getByLabel('Name', { exact: false }).first().fill('Fernhollow Maternity');
      await page.getByLabel('ODS code').fill('rx1');
      await page.keyboard.press('Enter');
      await page.getByRole('navigation').waitFor();
      await screen(page, 'Due list');
      await page.getByRole('heading', { name: 'Nobody is followed yet' }).waitFor();
      expect(await findProblems(page)).toEqual([]);
      await screen(page, 'Preceptorship');
      await page.getByRole('heading', { name: 'Nobody is followed yet' }).waitFor();
      await add(page, 'Amara Osei', day(-20));
      await add(page, 'Bethan Pryce', day(-10));
      await looksRight(page);
    });

    test('the board is searched, grouped, sorted and gone through by keyboard, as a table and as a timeline', async () => {
      const shown = page.locator('.board-count');
      await page.getByLabel('Search').fill('beth');
      await shown.getByText('1 of 2 preceptees', { exact: true }).waitFor();
      await page.getByLabel('Search').fill('');
      await shown.getByText('2 preceptees', { exact: true }).waitFor();
      await page.getByLabel('Group by').selectOption('Unit');
      await page.getByRole('rowheader', { name: 'No unit · 2' }).waitFor();
      await page.getByLabel('Show').selectOption('ended');
      await page.getByText('Nobody fits the filters.').waitFor();
      await page.getByLabel('Show').selectOption('open');
      await page.getByRole('columnheader', { name: 'Preceptee' }).getByRole('button').press('Enter');
      const here = () => page.evaluate(() => document.activeElement?.textContent ?? '');
      for (const view of ['Table', 'Timeline']) {
        await page.getByRole('button', { name: view, exact: true }).press('Enter');
        await page.getByRole('button', { name: 'Amara Osei' }).focus();
        for (const [key, name] of [
          ['ArrowDown', 'Bethan Pryce'],
          ['Home', 'Amara Osei'],
          ['End', 'Bethan Pryce'],
        ] as const) {
          await page.keyboard.press(key);
          await expect.poll(here).toBe(name);
        }
      }
      await page.getByRole('img', { name: /^Amara Osei: from/ }).waitFor();
      expect(await findProblems(page)).toEqual([]);
    });

    test('Monday: the list is reached by key, and what is overdue comes first', async () => {
      await page.keyboard.press('Control+k');
      await page.getByRole('group', { name: 'Recent' }).getByRole('option', { name: 'Due list' }).waitFor();
      await page.keyboard.type('due l');
      await page.keyboard.press('Enter');
      await heading(page, 'Due list');
      await page.getByText('Overdue (3)').waitFor();
      await waiting('Due list', '3');
      await picture(page, 'monday-1-due-list');
      await looksRight(page);
      await page.locator('tr[data-line] .button').first().focus();
      expect(await focused()).toBe('Name preceptor: Name a preceptor, Amara Osei');
    });

    test('Tuesday: a preceptor is named, and the focus goes on to the next line', async () => {
      await page.keyboard.press('Enter');
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel('Preceptor', { exact: true }).focus();
      expect(await findProblems(page)).toEqual([]);
      await page.keyboard.press('Enter');
      await dialog.getByText('Enter the name of the preceptor.').first().waitFor();
      await dialog.getByLabel('Preceptor', { exact: true }).focus();
      await page.keyboard.type('Jo Mistry');
      await page.keyboard.press('Enter');
      await dialog.waitFor({ state: 'detached' });
      await page.getByText('Overdue (2)').waitFor();
      await expect.poll(focused).toContain('First meeting, Amara Osei');
      await line(page, 'First meeting', 'Amara Osei').getByText('Jo Mistry').waitFor();
    });

    test('Wednesday: the meeting that is overdue is recorded, undone, and done again', async () => {
      await page.keyboard.press('Enter');
      const dialog = page.getByRole('dialog');
      // Of both fields for words it is said what they are not for.
      for (const field of ['Outcome', 'Agreed actions'])
        expect(await said(dialog.getByLabel(field))).toContain(
          'no reflection, nothing clinical, nothing about patients',
        );
      await dialog.getByLabel('Outcome').focus();
      await page.keyboard.type('On track');
      await dialog.getByLabel('With whom').focus();
      await page.keyboard.press('Enter');
      await dialog.waitFor({ state: 'detached' });
      await page.getByText('Overdue (1)').waitFor();
      await expect.poll(focused).toContain('Name a preceptor, Bethan Pryce');
      // With its day and the clock on the wall, of this minute or one of the last.
      const undo = page.getByRole('button', { name: /^Undo “.*Amara Osei.*”, / });
      const at = / (\w{3} \d{1,2} \w{3,4} \d\d:\d\d)$/.exec(await undo.innerText())?.[1];
      const lately = await page.evaluate(() =>
        [0, 1, 2, 3, 4].map((minutes) => {
          const [weekday, month, date, , time = ''] = String(new Date(Date.now() - minutes * 60_000)).split(' ');
          return `${weekday} ${Number(date)} ${month} ${time.slice(0, 5)}`;
        }),
      );
      expect(lately).toContain(at?.replace('Sept', 'Sep'));
      await page.keyboard.press('Control+z');
      await page.getByText('Overdue (2)').waitFor();
      await page.keyboard.press('Control+y');
      await page.getByText('Overdue (1)').waitFor();
    });

    test('Thursday: the lead is told, and what cannot be done yet is moved with a reason', async () => {
      await page.locator('tr[data-line] .button').first().focus();
      await page.keyboard.press('Enter');
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('radio', { name: 'Somebody was told of it' }).focus();
      await page.keyboard.press('Space');
      await dialog.getByLabel('Note').focus();
      await page.keyboard.press('Enter');
      await dialog.waitFor({ state: 'detached' });
      await line(page, 'Name a preceptor', 'Bethan Pryce').getByText('Told: Preceptorship lead').waitFor();
      await expect.poll(focused).toContain('Name a preceptor, Bethan Pryce');
      await page.keyboard.press('Enter');
      await dialog.getByRole('radio', { name: 'Reschedule, with a reason' }).focus();
      await page.keyboard.press('Space');
      await dialog.getByLabel('New day').fill(day(14));
      await dialog.getByLabel('Reason', { exact: true }).focus();
      await page.keyboard.type('The ward has nobody free before');
      await page.keyboard.press('Enter');
      await dialog.waitFor({ state: 'detached' });
      await page.getByText(/^Overdue \(/).waitFor({ state: 'detached' });
      await line(page, 'Name a preceptor', 'Bethan Pryce').getByText('moved from').waitFor();
      await waiting('Due list', null);
    });

    test('Friday: what is due goes into the calendar, and a person’s page tells the week', async () => {
      await running.saveTo(calendar, () => page.getByRole('button', { name: 'Save as calendar' }).press('Enter'));
      await expect.poll(() => existsSync(calendar)).toBe(true);
      const written = readFileSync(calendar, 'utf8');
      expect(written).toContain('BEGIN:VCALENDAR');
      expect(written).toContain('First meeting: Bethan Pryce');
      await page.getByRole('button', { name: 'Amara Osei' }).first().press('Enter');
      await heading(page, 'Amara Osei');
      await page.getByText('with Jo Mistry · On track').waitFor();
      await page.getByRole('button', { name: 'Record: 3 month meeting' }).press('Enter');
      const meeting = page.getByRole('dialog');
      for (const field of ['Outcome', 'Agreed actions'])
        expect(await said(meeting.getByLabel(field))).toContain(
          'no reflection, nothing clinical, nothing about patients',
        );
      await page.keyboard.press('Escape');
      await picture(page, 'monday-2-preceptee');
      await looksRight(page);
      await page.getByRole('button', { name: 'Record an event' }).press('Enter');
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel('First day away').fill(day(0));
      await dialog.getByLabel('Reason', { exact: false }).focus();
      await page.keyboard.type('Maternity leave');
      expect(await findProblems(page)).toEqual([]);
      await page.keyboard.press('Enter');
      await dialog.waitFor({ state: 'detached' });
      await page.getByRole('group', { name: 'End', exact: true }).getByText('Not known', { exact: true }).waitFor();
      await page.getByRole('button', { name: 'Back to the due list' }).press('Enter');
      await heading(page, 'Due list');
      expect(await line(page, '3 month meeting', 'Amara Osei').count()).toBe(0);
    });

    test('nothing was complained of on the way', () => {
      expect(running.complaints).toEqual([]);
    });
  },
);
