import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openPlanner } from '../../electron/open-planner.ts';
import { router } from '../../electron/router.ts';
import { inProcessClient } from '../../electron/transport/in-process.ts';
import { tableTemplate } from '../exports/pouring/templates.ts';
import { findProblems } from './support/accessibility.ts';
import { open } from './support/launch.ts';
import { picture } from './support/pictures.ts';
import type { Running } from './support/running.ts';
import { project, why } from './support/targets.ts';

const reason = why('desktop');

/** A trust with an establishment, whose return of the quarter before was submitted with every line complete but 4.1. */
async function trustAtQuarterEnd(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'planner-quarter-end-'));
  const opened = openPlanner(folder, project);
  if (opened.kind === 'refused') throw new Error(opened.message);
  const { organisation, establishment, returns } = inProcessClient(router, opened.context, (failure) => {
    throw failure;
  });
  const units = [{ name: 'Delivery Suite', kind: 'delivery_suite', site: null }];
  const added = await organisation.addTrust({ code: 'RXX', name: 'Thistledown', system: null, sites: [], units });
  const place = { unit: added.units[0]?.id ?? 0, staffGroup: 'midwives', band: '6' };
  const wte = { required: 6_000_000, funded: 5_600_000, inPost: 5_000_000 };
  await establishment.addLine({ trust: 'RXX', ...place, ...wte });
  const { quarter, periods } = await returns.periods({ trust: 'RXX' });
  const last = periods.find(({ kind, period }) => kind === 'quarter' && period < quarter)?.period ?? '';
  const of = { trust: 'RXX', period: last };
  const { lines } = await returns.start(of);
  for (const { plan } of lines) {
    const save = (change: Parameters<typeof returns.changeAnswer>[0]['change']) =>
      returns.changeAnswer({ ...of, reference: plan.reference, change });
    await save({ field: 'lead', value: 'Head of midwifery' });
    if (plan.reference === '4.1') continue;
    await save({ field: 'status', value: 'blue' });
    await save({ field: 'evidence', value: 'Board minutes' });
  }
  const item = { kind: 'document', title: 'Birthrate+ report 12', place: 'SharePoint', detail: null } as const;
  await returns.addEvidence({ ...of, reference: '4.2', item });
  await returns.check({ ...of, role: 'Maternity workforce lead' });
  await returns.signOff({ ...of, role: 'Head of midwifery' });
  await returns.submit({ ...of, role: 'Head of midwifery' });
  await returns.start({ trust: 'RXX', period: quarter });
  opened.close();
  return folder;
}

describe.skipIf(reason !== null)(reason ?? 'a quarter’s end from draft to submission, by keyboard alone', () => {
  let running: Running;
  let page: Page;
  let folder: string;
  beforeAll(async () => {
    folder = await trustAtQuarterEnd();
    running = await open('desktop', { dataFolder: folder });
    page = running.page;
  });
  afterAll(async () => {
    await running?.close();
    if (folder) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  });

  const press = (key: string) => page.keyboard.press(key);
  const focused = () =>
    page.evaluate(() => {
      const element = document.activeElement;
      const text = element?.getAttribute('aria-label') ?? element?.textContent ?? '';
      return { text: text.trim(), id: element?.id ?? '' };
    });
  /** Goes on with Tab until what has the focus is called, or has the id, that is wanted. */
  const tabTo = async (wanted: { name: string | RegExp } | { id: string }, key = 'Tab') => {
    for (let presses = 0; presses < 150; presses += 1) {
      const { text, id } = await focused();
      if (
        'id' in wanted
          ? id === wanted.id
          : typeof wanted.name === 'string'
            ? text === wanted.name
            : wanted.name.test(text)
      )
        return;
      await press(key);
    }
    throw new Error(`The Tab key does not lead to ${JSON.stringify(wanted)}`);
  };
  const act = async (name: string | RegExp) => {
    await tabTo({ name });
    await press('Enter');
  };
  const saved = (field: string) =>
    expect
      .poll(() => page.locator(`.answer__field:has(#${field}) .save-mark`).textContent(), { timeout: 20_000 })
      .toBe('Saved');

  test('the draft opens with what the checks found, and a finding leads into its field', async () => {
    await press('Control+k');
    await page.keyboard.type('theme 2');
    await press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Theme 2 return' }).waitFor();
    await page.getByRole('button', { name: /^Checks \(\d+\)/ }).waitFor();
    expect(await findProblems(page)).toEqual([]);
    await act(/^Checks/);
    await page.getByRole('button', { name: '4.1 has no status yet.' }).waitFor();
    await picture(page, 'quarter-end-1-checks');
    expect(await findProblems(page)).toEqual([]);
    await act('4.1 has no status yet.');
    await page.getByRole('heading', { level: 1, name: /^4\.1/ }).waitFor();
    await expect.poll(async () => (await focused()).id).toBe('status');
  });

  test('the line is answered: status, progress, next steps, a document, a figure, risk and mitigation', async () => {
    // From "No status", the last, upwards to "Off track" and "At risk".
    await press('ArrowUp');
    await press('ArrowUp');
    for (const [field, text] of [
      ['progress', 'Business case agreed'],
      ['nextSteps', 'Advertise in January'],
    ] as const) {
      await tabTo({ id: field });
      await page.keyboard.type(text);
    }
    await act('Choose from what the planner holds');
    await page
      .getByRole('dialog')
      .getByRole('row', { name: /Birthrate\+ report 12/ })
      .waitFor();
    expect(await findProblems(page)).toEqual([]);
    await act(/^Add to the evidence: Birthrate\+ report 12/);
    await page.getByRole('dialog').getByText('✓ In the evidence').waitFor();
    // Said within the dialog: nothing outside it is read while it is open.
    await page
      .getByRole('dialog')
      .getByRole('status')
      .getByText('In the evidence of 4.1: Birthrate+ report 12')
      .waitFor();
    await press('Escape');
    await page.getByRole('listitem').filter({ hasText: 'Birthrate+ report 12' }).waitFor();
    await act('Add a document or meeting');
    await page.getByRole('dialog').waitFor();
    await tabTo({ id: 'piece-title' });
    await page.keyboard.type('Board paper 7');
    await press('Tab');
    await page.keyboard.type('SharePoint: Workforce');
    await press('Enter');
    await page.getByRole('listitem').filter({ hasText: 'Board paper 7' }).waitFor();
    await tabTo({ id: 'risk' });
    await page.keyboard.type('Funding ends in March');
    await tabTo({ id: 'mitigation' });
    await page.keyboard.type('A bid to the ICB');
    await act('Accept: Midwives');
    await page.getByRole('article', { name: 'Midwives', exact: true }).getByText('✓ In the evidence').waitFor();
    await saved('mitigation');
    await picture(page, 'quarter-end-2-line');
    expect(await findProblems(page)).toEqual([]);
    await tabTo({ name: 'All lines' }, 'Shift+Tab');
    await press('Enter');
    await page.getByRole('button', { name: 'Checks (0)' }).waitFor();
  });

  test('what changed since last time is a page of the return', async () => {
    await tabTo({ name: 'What changed' }, 'Shift+Tab');
    await press('Enter');
    await page.getByRole('heading', { name: /^Since / }).waitFor();
    await page.getByRole('row', { name: /^4\.1 progress nothing Business case agreed/ }).waitFor();
    await picture(page, 'quarter-end-3-what-changed');
    expect(await findProblems(page)).toEqual([]);
  });

  test('a measure of the trust’s own is defined and entered, and stands before those of the pack', async () => {
    await tabTo({ name: 'Measures' }, 'Shift+Tab');
    await press('Enter');
    await page
      .getByRole('row', { name: /^Vacancy rate/ })
      .first()
      .waitFor();
    expect(await findProblems(page)).toEqual([]);
    await act('Add a measure');
    for (const [field, text] of [
      ['shortName', 'Home birth rota covered'],
      ['id', 'homebirth-cover'],
      ['references', '4.2'],
      ['numerator', 'nights with two midwives'],
      ['denominator', 'nights in the period'],
    ] as const) {
      await tabTo({ id: `measure-${field}` });
      await page.keyboard.type(text);
    }
    expect(await findProblems(page)).toEqual([]);
    await act('Save the measure');
    await page.getByRole('row', { name: /^Home birth rota covered.*not entered/ }).waitFor();
    await act('Enter: Home birth rota covered');
    await tabTo({ id: 'entered-numerator' });
    await page.keyboard.type('81');
    await tabTo({ id: 'entered-denominator' });
    await page.keyboard.type('92');
    expect(await findProblems(page)).toEqual([]);
    await press('Enter');
    await page.getByRole('row', { name: /^Home birth rota covered.*88\.04 %/ }).waitFor();
  });

  test('it is checked, signed off and submitted, each by a role, and stays as it is', async () => {
    for (const [button, next] of [
      ['Mark as checked', 'Sign off'],
      ['Sign off', 'Submit'],
      ['Submit', 'Start a correction'],
    ] as const) {
      await tabTo({ name: button }, button === 'Mark as checked' ? 'Shift+Tab' : 'Tab');
      await press('Enter');
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel('Role').waitFor();
      await dialog.getByText(/^(The checks found nothing|Nothing has changed)/).waitFor();
      expect(await findProblems(page)).toEqual([]);
      await act(button);
      await page.getByRole('button', { name: next, exact: true }).waitFor();
      await expect.poll(async () => (await focused()).text).toBe(next);
    }
    await page.getByRole('listitem').filter({ hasText: 'Submitted' }).getByText('Maternity workforce lead').waitFor();
    await act('Lines');
    await act('Workforce planning and staffing levels');
    await page.getByText('This return has been submitted and stays as it is.').waitFor();
    expect(await page.getByLabel('Progress').getAttribute('readonly')).not.toBeNull();
    expect(await findProblems(page)).toEqual([]);
  });

  test('it is poured into the LMNS’s own workbook, uploaded and pointed at once, whose formulas and lists stay', async () => {
    await press('Control+k');
    await page.keyboard.type('LMNS’s workbook');
    await press('Enter');
    await page.getByRole('heading', { level: 1, name: 'The LMNS’s workbook' }).waitFor();
    await act('Upload a workbook…');
    const name = 'Mallowmere return.xlsx';
    await page.setInputFiles('#lmns-workbook-file', { name, mimeType: '', buffer: Buffer.from(await tableTemplate()) });
    await act('Upload it');
    await page.getByRole('grid', { name: 'Cells of the sheet Theme 2' }).waitFor();
    expect(await findProblems(page)).toEqual([]);
    await act(/^Point all \d+/);
    await page.getByRole('gridcell', { name: /^D5, takes 4\.1 Progress/ }).waitFor();
    // One more part by hand: what 4.1 does next, at G9, by arrow keys from the first cell.
    await tabTo({ id: 'lmns-workbook-field' }, 'Shift+Tab');
    await page.keyboard.type('Next steps');
    await tabTo({ name: /^A1,/ });
    for (let row = 1; row < 9; row += 1) await press('ArrowDown');
    for (let column = 0; column < 6; column += 1) await press('ArrowRight');
    await expect.poll(async () => (await focused()).text).toMatch(/^G9/);
    await press('Enter');
    await page.getByRole('gridcell', { name: /^G9, takes 4\.1 Next steps/ }).waitFor();
    await tabTo({ name: 'Pour the return…' }, 'Shift+Tab');
    await press('Enter');
    await page.getByRole('dialog').getByText('Everything else in the workbook stays as it is').waitFor();
    expect(await findProblems(page)).toEqual([]);
    const file = join(folder, 'poured.xlsx');
    await running.saveTo(file, () => act(/^Pour (and save|all the same)…/));
    await expect.poll(() => existsSync(file), { timeout: 20_000 }).toBe(true);
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.readFile(file);
    const sheet = workbook.getWorksheet('Theme 2');
    const cells = ['B2', 'C5', 'D5', 'G9'].map((cell) => sheet?.getCell(cell).value);
    expect(cells).toEqual(['Thistledown', 'Amber', 'Business case agreed', 'Advertise in January']);
    expect([sheet?.getCell('H5').formula, sheet?.getCell('C5').dataValidation.type]).toEqual(['F5-TODAY()', 'list']);
    expect(running.complaints).toEqual([]);
  });
});
