import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { setLine } from '../support/set-line.ts';
import { open } from './support/launch.ts';
import type { Running } from './support/running.ts';
import { CLOCK, openStore, putSample } from './support/sample.ts';
import { settled } from './support/screens.ts';
import { why } from './support/targets.ts';

const reason = why('browser');
const PATIENT = { timeout: 15_000 };
const focused = (page: Page) =>
  page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? '');
const goTo = async (page: Page, title: string) => {
  await page.keyboard.press('Control+k');
  await page.keyboard.type(`go to ${title}`);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: title }).waitFor();
  await settled(page);
};

/** The sample, looked at a week ago; since then what one line of the establishment requires was changed. */
async function fill(folder: string): Promise<void> {
  await putSample(folder);
  const { planner, sqlite, close } = openStore(folder);
  const trust = (await planner.organisation.overview()).inView ?? '';
  await planner.today.visit({ trust });
  const { changes } = sqlite
    .prepare(`update preference set value = json_set(value, '$.seen', ?) where key like 'visits %'`)
    .run('2026-11-11T09:00:00.000Z');
  expect(changes).toBe(1);
  const [line] = (await planner.establishment.sheet({ trust })).lines.filter(
    ({ staffGroup }) => staffGroup.key === 'midwives',
  );
  await setLine(planner, { trust, id: line!.id, required: 99_00000 });
  await close();
}

describe.skipIf(reason !== null)(reason ?? 'what takes a line off leaves the keyboard at the next line', () => {
  let running: Running;
  let page: Page;
  beforeAll(async () => {
    running = await open('browser', { fill, clock: CLOCK });
    page = running.page;
    await page.getByText('Invented sample data').waitFor();
  });
  afterAll(() => running?.close());

  const rows = () => page.locator('main tr[data-line]');
  /** The first button of the action of each line, by its name. */
  const actions = () =>
    rows().evaluateAll((lines) =>
      lines.map((line) => line.lastElementChild?.querySelector('button')?.getAttribute('aria-label') ?? ''),
    );
  const complete = () => page.getByRole('button', { name: /^Mark as complete/ });
  /** Completes the line of that place by key, and waits until it is gone. */
  const completed = async (line: number) => {
    const [name = ''] = (await actions()).slice(line, line + 1);
    await page.getByRole('button', { name, exact: true }).press('Enter');
    await page.getByRole('button', { name, exact: true }).waitFor({ state: 'detached' });
    return name.replace('Mark as complete: ', '');
  };

  test('what changed since the last visit is told with the edit behind it, which opens in the history', async () => {
    await page.getByText(/figures? moved with this$/).press('Enter');
    const moved = page.getByRole('listitem').filter({ hasText: 'Midwives: required − in post' });
    expect(await moved.innerText()).toMatch(/WTE → .* WTE, behind it /);
    const edit = moved.getByRole('button').first();
    const label = await edit.innerText();
    await edit.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'History' }).waitFor();
    await page.getByRole('dialog', { name: label }).getByText('99').first().waitFor();
    await page.keyboard.press('Escape');
    await goTo(page, 'Today');
  });

  test('on Today the focus goes to the action of the next line, and what was done is said', async () => {
    await complete().first().waitFor();
    await settled(page);
    const before = await actions();
    const line = before.findIndex((name) => name.startsWith('Mark as complete'));
    expect(line).toBeGreaterThan(0);
    const what = await completed(line);
    await expect.poll(() => focused(page), PATIENT).toBe(before[line + 1]);
    await expect
      .poll(() => page.getByRole('status').allInnerTexts())
      .toContainEqual(expect.stringContaining(what.slice(0, 20)));
  });

  test('on Today the line before has it where the last one went, and the heading where none is left', async () => {
    await page.getByLabel('Part').selectOption('Retention');
    await expect.poll(() => rows().count(), PATIENT).toBe(2);
    const isLast = async () => (await actions()).at(-1)?.startsWith('Mark as complete');
    for (let turns = 0; turns < 2 && !(await isLast()); turns += 1)
      await page.getByRole('columnheader', { name: 'What' }).getByRole('button').press('Enter');
    expect(await isLast()).toBe(true);
    const before = await actions();
    await completed(before.length - 1);
    await expect.poll(() => focused(page), PATIENT).toBe(before.at(-2));

    await page.getByLabel('Part').selectOption('Backups');
    await expect.poll(() => rows().count(), PATIENT).toBe(1);
    await rows().getByRole('button').last().press('Enter');
    // The backup is made and read again first.
    await expect.poll(() => rows().count(), { timeout: 60_000 }).toBe(0);
    await expect.poll(() => focused(page), PATIENT).toBe('Next');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.closest('main') !== null)).toBe(true);
  });

  test('in the due list it goes on after the dialog of a line, also from Today', async () => {
    await goTo(page, 'Due list');
    await rows().first().waitFor();
    const before = await actions();
    const line = before.findIndex((name) => name.startsWith('Name preceptor'));
    await page.getByRole('button', { name: before[line] ?? '', exact: true }).press('Enter');
    await page.getByRole('dialog').getByLabel('Preceptor', { exact: true }).focus();
    await page.keyboard.type('Jo Mistry');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await expect.poll(() => focused(page), PATIENT).toBe(before[line + 1]);

    await goTo(page, 'Today');
    await page.getByLabel('Part').selectOption('Preceptorship');
    await page
      .getByRole('button', { name: /^Record: / })
      .first()
      .press('Enter');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await actions()).toContain(await focused(page));
  });

  test('at the door the focus is where the PIN is typed, and stays among the profiles while one is chosen by key', async () => {
    await goTo(page, 'Profiles');
    const secret = page.getByLabel('PIN or passphrase');
    for (const name of ['Ada Lead', 'Beth Lead', 'Cara Board']) {
      await page.getByRole('button', { name: 'Add a profile' }).first().press('Enter');
      await page.getByLabel('Name', { exact: true }).fill(name);
      if (name === 'Cara Board') await page.getByLabel('May', { exact: true }).selectOption({ index: 1 });
      await secret.fill('246810');
      await page.getByLabel('The same again').fill('246810');
      await page.keyboard.press('Enter');
      // The first of them is given a code for when the PIN is forgotten.
      if (name === 'Ada Lead') await page.getByRole('button', { name: 'I have kept it' }).press('Enter');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
    }
    await page.getByRole('button', { name: 'Lock now' }).press('Enter');
    await page.getByRole('heading', { name: 'The planner is locked' }).waitFor();
    await expect.poll(() => secret.evaluate((one) => one === document.activeElement)).toBe(true);
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.type('Cara');
    const chosen = () => page.evaluate(() => (document.activeElement as HTMLSelectElement).selectedOptions[0]?.text);
    expect(await chosen()).toMatch(/^Cara Board · Viewer/);
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
    expect(await chosen()).toMatch(/^Ada Lead/);
    await page.keyboard.press('Tab');
    await page.keyboard.type('wrong!');
    await page.getByRole('button', { name: 'Unlock' }).press('Enter');
    await page.getByText('That is not the PIN or passphrase of Ada Lead. Try again.').waitFor();
    await page.keyboard.type('246810');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Profiles' }).waitFor();
    // Who may only look is told so from the start, before a button says no.
    await page.getByRole('button', { name: 'Lock now' }).press('Enter');
    await page.getByRole('combobox', { name: 'Profile' }).selectOption({ index: 2 });
    await secret.fill('246810');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Today' }).waitFor();
    await page
      .getByRole('contentinfo')
      .getByText(/^This profile looks at figures and changes nothing/)
      .waitFor();
    // Nor is a form filled in for nothing: its foot says why it cannot be saved.
    await goTo(page, 'Retention plan');
    await page.getByRole('button', { name: 'Add an action' }).press('Enter');
    const add = page.getByRole('dialog').getByRole('button', { name: 'Add the action' });
    expect(await add.isDisabled()).toBe(true);
    const said = (button: Element) =>
      document.getElementById(button.getAttribute('aria-describedby') ?? '')?.textContent;
    expect(await add.evaluate(said)).toMatch(/^This profile is “Viewer without personal data”, which changes nothing/);
    await page.keyboard.press('Escape');
    // What it may do has its button.
    await page.getByRole('button', { name: 'Export or print Actions' }).press('Enter');
    expect(await page.getByRole('dialog').getByRole('button', { name: 'Workbook (.xlsx)' }).isEnabled()).toBe(true);
    await page.keyboard.press('Escape');
  });

  test('nothing was complained of on the way but the wrong PIN', () => {
    expect(running.complaints).toEqual([expect.stringMatching(/ 403 .* \/rpc\/profiles\/signIn$/)]);
  });
});
