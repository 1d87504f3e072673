import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findProblems } from './support/accessibility.ts';
import { open } from './support/launch.ts';
import type { Running } from './support/running.ts';
import { CLOCK, putSample } from './support/sample.ts';
import { why } from './support/targets.ts';
import { valuesOf } from './support/values.ts';

const reason = why('browser');
/** A busy machine takes its time. */
const patient = { timeout: 20_000 };
describe.skipIf(reason !== null)(reason ?? 'tables of every kind, with the sample service, by keyboard', () => {
  let running: Running;
  let page: Page;
  beforeAll(async () => {
    running = await open('browser', { fill: putSample, clock: CLOCK });
    page = running.page;
  });
  afterAll(() => running?.close());
  const goTo = async (title: string) => {
    await page.getByRole('navigation').getByRole('link', { name: title, exact: true }).press('Enter');
    await page.getByRole('heading', { level: 1, name: title, exact: true }).waitFor();
  };
  const table = (name: string | RegExp) => page.getByRole('table', { name });
  const press = (name: string) => page.getByRole('button', { name, exact: true }).press('Enter');
  const groupsOf = (of: Locator) => of.locator('tr.table__group th').allInnerTexts();
  const headsOf = async (of: Locator) =>
    (await of.locator('thead th').allInnerTexts()).map((text) => text.replace(/[\s▲▼?]+/g, ' ').trim()).filter(Boolean);
  const focused = () =>
    page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent);
  /** What Ctrl C puts on the clipboard. */
  const copied = async () => {
    await page.evaluate(() =>
      document.addEventListener(
        'copy',
        ({ clipboardData }) => document.body.setAttribute('data-copied', clipboardData?.getData('text/plain') ?? ''),
        { once: true },
      ),
    );
    await page.keyboard.press('Control+c');
    return page.evaluate(() => document.body.getAttribute('data-copied') ?? '');
  };
  const isSound = async () => expect(await findProblems(page)).toEqual([]);

  describe('the due list', () => {
    test('stands by when things are due, and its lines are gone through by arrow keys; it is saved in its trust’s name', async () => {
      await goTo('Due list');
      const due = table('What is due');
      await expect
        .poll(async () => (await groupsOf(due)).map((name) => name.replace(/ \(\d+\)$/, '')), patient)
        .toEqual(['Overdue', 'This week', 'This month']);
      const counts = (await groupsOf(due)).map((name) => Number(/\((\d+)\)$/.exec(name)?.[1]));
      expect(counts.reduce((sum, count) => sum + count)).toBe(await due.locator('tr[data-line]').count());
      const buttons = due.locator('tr[data-line] .button');
      await buttons.first().focus();
      const names = await buttons.evaluateAll((all) => all.map((one) => one.getAttribute('aria-label')));
      for (const name of names.slice(1)) {
        await page.keyboard.press('ArrowDown');
        expect(await focused()).toBe(name);
      }
      await page.keyboard.press('ArrowUp');
      expect(await focused()).toBe(names.at(-2));
      await isSound();
      await press('Export or print What is due');
      const download = page.waitForEvent('download');
      await running.saveTo(join(running.dataFolder, 'due.xlsx'), () => press('Workbook (.xlsx)'));
      expect((await download).suggestedFilename()).toBe('Fernhollow Maternity sample What is due.xlsx');
    });

    test('is filtered, sorted, put together and arranged otherwise, and the view is kept and undone', async () => {
      const due = table('What is due');
      await press('Arrange What is due');
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel('Put rows together by').selectOption('Unit');
      await dialog.getByRole('checkbox', { name: 'Escalation' }).press('Space');
      await dialog.getByRole('button', { name: 'Who: further left' }).press('Enter');
      await dialog.getByLabel(/^Keep columns/).fill('By unit');
      await dialog.getByRole('button', { name: 'Keep the view' }).press('Enter');
      await dialog.getByRole('button', { name: 'Remove the view By unit' }).waitFor();
      await isSound();
      await dialog.getByRole('button', { name: 'As it was at first' }).press('Enter');
      await dialog.getByRole('button', { name: 'Done' }).press('Enter');
      expect((await groupsOf(due))[0]).toMatch(/^Overdue \(/);
      await page.getByLabel('View of What is due').selectOption('By unit');
      expect(await headsOf(due)).toEqual(['When', 'Who', 'What', 'Unit', 'Preceptor or mentor', 'Actions']);
      expect((await groupsOf(due)).some((name) => name.startsWith('Delivery Suite ('))).toBe(true);
      await page.getByLabel('Filter What is due').fill('delivery suite');
      await due.getByRole('button', { name: 'What', exact: true }).press('Enter');
      expect(await due.locator('[aria-sort]').getAttribute('aria-sort')).toBe('ascending');
      const whats = await due.locator('tr[data-line] td:nth-child(3)').allInnerTexts();
      expect(whats.length).toBeGreaterThan(2);
      expect((await groupsOf(due)).length).toBe(1);
      expect(whats).toEqual([...whats].sort((one, other) => one.localeCompare(other, 'en-GB', { numeric: true })));
      await page.getByRole('heading', { level: 1 }).focus();
      await page.keyboard.press('Control+z');
      await expect.poll(() => page.getByLabel('View of What is due').count(), patient).toBe(0);
    });

    test('is copied as a spreadsheet pastes: days, without the buttons, and without group lines', async () => {
      const row = table('What is due').locator('tr[data-line][tabindex="0"]');
      await row.focus();
      await page.keyboard.press('Control+a');
      const lines = (await copied()).split('\n');
      expect(lines[0]).toBe('When\tWho\tWhat\tUnit\tPreceptor or mentor');
      expect(lines[1]).toMatch(/^\d{4}-\d\d-\d\d\t[A-Z][^\t]+\t[^\t]+\tDelivery Suite\t/);
      // The last line says that people are named.
      expect(new Set(lines.slice(0, -1).map((line) => line.split('\t').length))).toEqual(new Set([5]));
    });
  });

  test('a table in a form is arranged by itself, and Enter in its filter sends no form', async () => {
    await page.getByLabel('Filter What is due').fill('');
    await page
      .getByRole('button', { name: /^Name preceptor: / })
      .first()
      .press('Enter');
    await press('See who suits');
    await press('Arrange Preceptors');
    const arrange = page.getByRole('dialog', { name: 'Arrange: Preceptors' });
    await arrange.getByLabel(/^Keep columns/).fill('Who suits');
    await arrange.getByLabel(/^Keep columns/).press('Enter');
    await arrange.getByRole('button', { name: 'Remove the view Who suits' }).press('Enter');
    await page.keyboard.press('Escape');
    const dialog = page.getByRole('dialog', { name: 'Name a preceptor' });
    await dialog.getByRole('button', { name: 'Suits', exact: true }).press('Enter');
    expect(await dialog.locator('[aria-sort]').innerText()).toContain('Suits');
    await dialog.getByRole('radio').nth(1).press('Space');
    await isSound();
    await page.keyboard.press('Escape');
    expect(await page.locator('dialog[open]').count()).toBe(0);
  });

  describe('a table of fields', () => {
    const score = (name: string) => page.getByRole('textbox', { name: `Score: ${name}`, exact: true });
    /** The names of the fields of a column, as they stand. */
    const order = () =>
      table('Results by indicator')
        .getByRole('textbox', { name: /^Score: / })
        .evaluateAll((all) => all.map((one) => one.getAttribute('aria-label')?.replace('Score: ', '') ?? ''));
    const paste = (field: Locator, text: string) =>
      field.evaluate((element, block) => {
        const clipboardData = new DataTransfer();
        clipboardData.setData('text/plain', block);
        element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
      }, text);

    test('is sorted by its heading, and no row moves while it is typed into', async () => {
      await goTo('Surveys and learning environment');
      const grid = table('Results by indicator');
      await grid.waitFor();
      await grid.getByRole('button', { name: 'Score', exact: true }).press('Enter');
      const sorted = await order();
      const [first = '', second = ''] = sorted;
      const before = Number(await score(first).inputValue());
      expect(before).toBeGreaterThan(Number(await score(second).inputValue()));
      await score(first).focus();
      const shown = await valuesOf(score(first));
      await page.keyboard.type('1');
      await page.keyboard.press('Enter');
      expect(await focused()).toBe(`Score: ${second}`);
      await expect.poll(() => score(first).getAttribute('data-unsaved'), patient).toBe(null);
      expect(await score(first).inputValue()).toBe('1');
      // What stood there before is not shown again for a moment.
      expect(new Set(await shown())).toEqual(new Set(['1']));
      expect(await order()).toEqual(sorted);
      // Asked for anew, it goes where it belongs.
      await grid.getByRole('button', { name: 'Score', exact: true }).press('Enter');
      expect((await order())[0]).toBe(first);
      await page.getByRole('heading', { level: 1 }).focus();
      await page.keyboard.press('Control+z');
      await expect.poll(() => score(first).inputValue(), patient).toBe(String(before));
    });

    test('takes a block over the rows as they stand, and refuses one that is larger than the room', async () => {
      const sorted = await order();
      const [one = '', two = ''] = sorted;
      await score(one).focus();
      await paste(score(one), '41\n42\n');
      await expect.poll(() => score(two).inputValue(), patient).toBe('42');
      expect(await score(one).inputValue()).toBe('41');
      await paste(score(sorted.at(-1) ?? ''), '41\n42\n');
      await page.getByText(/^The block that was pasted is larger than the room/).waitFor();
      await isSound();
      const arrows = page.getByRole('textbox', { name: `Benchmark: ${one}`, exact: true });
      await score(one).focus();
      await page.keyboard.press('ArrowRight');
      expect(await arrows.evaluate((field) => field === document.activeElement)).toBe(true);
    });
  });

  test('the gap is put together by unit with the figures of each unit, sorted within, and net and gross below', async () => {
    await goTo('The gap');
    const gap = table(/^Required, funded/);
    await gap.waitFor();
    expect(await gap.locator('tr.table__group').first().innerText()).toMatch(/^Delivery Suite \(2\)\s+67\.53/);
    await gap.getByRole('button', { name: 'Required', exact: true }).press('Enter');
    await gap.getByRole('button', { name: 'Required', exact: true }).press('Enter');
    const names = await gap.locator('tbody th').allInnerTexts();
    expect(names.slice(0, 3)).toEqual(['Delivery Suite (2)', 'Maternity support workers', 'Midwives']);
    expect(await gap.locator('tfoot th').allInnerTexts()).toEqual(['All, net', 'All, gross: only what is short']);
    expect(Number(await gap.getAttribute('aria-colcount'))).toBe(12);
    expect(Number(await gap.getAttribute('aria-rowcount'))).toBe(await gap.locator('tr').count());
    await isSound();
  });

  describe('the cohort board', () => {
    const board = () => table('Preceptees');
    const names = () => board().locator('tr[data-line] .link').allInnerTexts();

    test('has its columns chosen and ordered, with people and order in a view that is kept and undone', async () => {
      await goTo('Preceptorship');
      await board().waitFor();
      await page.getByLabel('Show').selectOption('Everybody');
      await page.getByLabel('Search').fill('midwifery');
      await press('Arrange Preceptees');
      const dialog = page.getByRole('dialog');
      expect(await dialog.getByRole('checkbox', { name: 'Preceptee' }).isDisabled()).toBe(true);
      await dialog.getByRole('checkbox', { name: 'WTE' }).press('Space');
      await dialog.getByRole('button', { name: 'Next due: further left' }).press('Enter');
      await dialog.getByLabel('Put rows together by').selectOption('Cohort');
      await dialog.getByLabel(/^Keep columns/).fill('By cohort');
      await dialog.getByRole('button', { name: 'Keep the view' }).press('Enter');
      await dialog.getByRole('button', { name: 'Remove the view By cohort' }).waitFor();
      await isSound();
      await dialog.getByRole('button', { name: 'As it was at first' }).press('Enter');
      await dialog.getByRole('button', { name: 'Done' }).press('Enter');
      expect(await headsOf(board())).toContain('WTE');
      expect(await page.getByLabel('Show').inputValue()).toBe('open');
      await page.getByLabel('View of Preceptees').selectOption('By cohort');
      expect((await headsOf(board())).slice(0, 4)).toEqual([
        'Preceptee',
        'Start, registration',
        'Next due',
        'Unit, preceptor',
      ]);
      expect(await board().getAttribute('aria-colcount')).toBe('8');
      expect(await page.getByLabel('Show').inputValue()).toBe('all');
      expect(await page.getByLabel('Search').inputValue()).toBe('midwifery');
      expect(await page.getByLabel('Group by').inputValue()).toBe('cohort');
      expect((await groupsOf(board())).length).toBeGreaterThan(1);
      await page.getByRole('heading', { level: 1 }).focus();
      await page.keyboard.press('Control+z');
      await expect.poll(() => page.getByLabel('View of Preceptees').count(), patient).toBe(0);
    });

    test('is gone through by arrow keys past its groups, and what is picked is copied as it stands', async () => {
      const [first, second, third] = await names();
      await board().locator('tr[data-line] .link').first().focus();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Shift+ArrowDown');
      expect(await focused()).toBe(third);
      const lines = (await copied()).split('\n');
      expect(lines[0]).toBe(
        'Preceptee\tStart, registration\tNext due\tUnit, preceptor\tSteps\tHours given\tEnd\tHow sure',
      );
      expect(lines.slice(1, -1).map((line) => line.split('\t')[0])).toEqual([second, third]);
      await page.keyboard.press('Escape');
      await press('Export or print Preceptees');
      const file = join(running.dataFolder, 'board.csv');
      await running.saveTo(file, () => press('Text for other programs (.csv)'));
      const csv = readFileSync(file, 'utf8').split('\r\n');
      expect(csv[0]).toMatch(/Preceptee,Employee number,Programme,Cohort,Start,.*,State,Next due,on,Unit,/);
      expect(csv[0]).not.toContain('WTE');
      expect(csv[1]).toMatch(/^[A-Z][a-z]+ \d{4} \(\d+\),/);
      await board().locator('tr[data-line] .link').first().focus();
      await page.keyboard.press('Home');
      expect(await focused()).toBe(first);
      await page.keyboard.press('Control+a');
      // Of those in view the lines that are drawn are a part.
      const inView = Number(/^\d+/.exec(await page.locator('.board-count').innerText())?.[0]);
      expect(inView).toBeGreaterThan((await names()).length - 1);
      expect((await copied()).split('\n').length).toBe(inView + 2);
      await isSound();
    });

    test('is sorted by the headings of its columns, up and down', async () => {
      await page.getByLabel('Group by').selectOption('none');
      const seen = new Set<string>();
      for (let time = 0; time < 2; time += 1) {
        await board().getByRole('button', { name: 'Preceptee', exact: true }).press('Enter');
        const order = (await board().locator('[aria-sort]').getAttribute('aria-sort')) ?? '';
        seen.add(order);
        const shown = (await names()).map((name) => name.toLowerCase());
        expect(shown.length).toBeGreaterThan(5);
        const sorted = [...shown].sort();
        expect(shown).toEqual(order === 'ascending' ? sorted : sorted.reverse());
      }
      expect([...seen].sort()).toEqual(['ascending', 'descending']);
    });
  });

  test('nothing was complained of on the way', () => {
    expect(running.complaints).toEqual([]);
  });
});
