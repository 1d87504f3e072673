import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { importForCommandLine } from '../../electron/imports/command-line.ts';
import { openPlanner } from '../../electron/open-planner.ts';
import { router } from '../../electron/router.ts';
import { inProcessClient } from '../../electron/transport/in-process.ts';
import { docxParagraphs, docxTables } from '../support/docx-parts.ts';
import { readCells } from '../support/read-cells.ts';
import { findProblems } from './support/accessibility.ts';
import { open } from './support/launch.ts';
import type { Running } from './support/running.ts';
import { project, type Target, why } from './support/targets.ts';

const samples = join(project, '..', 'shared', 'samples');
const file = 'i_training_compliance.xlsx';
const noSamples = existsSync(join(samples, file)) ? null : 'The sample workbooks do not lie beside the project.';
const patience = { timeout: 90_000 };

interface Expected {
  rows_accepted: number;
  courses: Record<string, Record<string, { compliant: number; eligible: number }>>;
}

/** A trust with its staff list and absences: the training is imported by the journey. */
async function trustWithPeople(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'planner-training-'));
  const opened = openPlanner(folder, project);
  if (opened.kind === 'refused') throw new Error(opened.message);
  const planner = inProcessClient(router, opened.context, (failure) => {
    throw failure;
  });
  await planner.organisation.addTrust({
    code: 'RXX',
    name: 'Thistledown & Mallowmere',
    system: null,
    sites: [],
    units: [],
  });
  for (const name of ['e_esr_staff_in_post_2026-10-31.xlsx', 'g_leavers_24_months.xlsx', 'h_absence_episodes.xlsx'])
    await importForCommandLine(opened.context, join(samples, name), { trust: 'RXX' });
  opened.close();
  return folder;
}

describe.each(['browser'] satisfies Target[])('%s', (target) => {
  const reason = why(target) ?? noSamples;
  describe.skipIf(reason !== null)(
    reason ?? 'from imported compliance to the date of 90 %, by the keyboard alone',
    () => {
      let running: Running;
      let page: Page;
      let folder: string;
      const files = mkdtempSync(join(tmpdir(), 'planner-evidence-'));
      let right: Expected;
      beforeAll(async () => {
        right = JSON.parse(readFileSync(join(samples, 'expected', `${file}.expected.json`), 'utf8')) as Expected;
        folder = await trustWithPeople();
        running = await open(target, { dataFolder: folder });
        page = running.page;
      });
      afterAll(async () => {
        await running?.close();
        for (const one of [folder, files]) rmSync(one, { recursive: true, force: true });
      });

      /** The bytes of the file that a button saves. */
      const saved = async (name: string, button: string) => {
        const path = join(files, name);
        await running.saveTo(path, () => press(button));
        await expect.poll(() => existsSync(path), patience).toBe(true);
        return readFileSync(path);
      };
      const goTo = async (name: string) => {
        await page.keyboard.press('Control+k');
        await page.keyboard.type(`go to ${name}`);
        await page.keyboard.press('Enter');
        await page.getByRole('heading', { level: 1, name: name === 'Imports' ? /^Imports/ : name }).waitFor(patience);
      };
      const press = async (name: string | RegExp) => {
        const button = page.getByRole('button', { name }).first();
        await button.waitFor(patience);
        await button.focus();
        await page.keyboard.press('Enter');
      };

      test('the training file is taken in, and compliance has the exact fractions of the right answers', async () => {
        await goTo('Imports');
        await page.setInputFiles('input[type=file]', join(samples, file));
        const accepted = right.rows_accepted.toLocaleString('en-GB');
        const stored = page.getByRole('heading', { name: new RegExp(`^${accepted} rows are stored`) });
        const ready = (text: RegExp | string) => page.locator('main button:enabled').filter({ hasText: text }).first();
        const next = ready(/^(Next: |Store \d)/);
        while ((await stored.count()) === 0) {
          await Promise.race([next.waitFor(patience), stored.waitFor(patience)]);
          if ((await stored.count()) > 0) break;
          const said = (await next.textContent()) ?? '';
          await next.focus();
          await page.keyboard.press('Enter');
          await Promise.race([ready(said).waitFor({ state: 'detached', ...patience }), stored.waitFor(patience)]);
        }
        await goTo('Training compliance');
        const { compliant, eligible } = right.courses['fetal_monitoring']!['midwives']!;
        await page
          .getByRole('button', { name: `${compliant} of ${eligible}: Fetal monitoring, Midwives` })
          .waitFor(patience);
        expect(await findProblems(page)).toEqual([]);
      });

      test('who is not in date is listed by name, and a person’s card says why', async () => {
        await press(/more wanting: Fetal monitoring, Midwives/);
        const dialog = page.getByRole('dialog');
        const { compliant, eligible } = right.courses['fetal_monitoring']!['midwives']!;
        await dialog.getByText(`${eligible - compliant} rows`).waitFor(patience);
        expect(await findProblems(page)).toEqual([]);
        const somebody = dialog.locator('tbody th button').first();
        const name = (await somebody.textContent()) ?? '';
        await somebody.focus();
        await page.keyboard.press('Enter');
        await page.getByRole('heading', { level: 1, name }).waitFor(patience);
        await page.getByRole('heading', { name: 'What says so' }).waitFor(patience);
        expect(await findProblems(page)).toEqual([]);
        await press('Back to compliance');
      });

      test('a session is planned, the fewest seats are booked on it, and the group gets there', async () => {
        await goTo('Training sessions');
        await press('Plan a session');
        const dialog = page.getByRole('dialog');
        const today = new Date(Date.now() - new Date().getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
        await dialog.getByLabel('Date', { exact: true }).fill(today);
        await dialog.getByLabel('Seats', { exact: true }).fill('400');
        expect(await findProblems(page)).toEqual([]);
        await page.keyboard.press('Enter');
        await page.getByRole('heading', { level: 1, name: 'Fetal monitoring' }).waitFor(patience);
        await goTo('When is it 90 %?');
        const row = page.getByRole('row', { name: /^Fetal monitoring, Midwives/ });
        const cell = async (at: number) => Number(await row.getByRole('cell').nth(at).textContent());
        await row.waitFor(patience);
        expect(await cell(3)).toBeGreaterThan(0);
        expect(await cell(4)).toBe(0);
        // Before the page is scrolled: a button that the edge cuts through is no small target.
        expect(await findProblems(page)).toEqual([]);
        await press('Work out the fewest seats');
        await page.getByRole('table', { name: 'Seats on each session' }).waitFor(patience);
        const wanting = await cell(3);
        await press(/^Book these seats on/);
        await expect.poll(() => cell(3), patience).toBe(0);
        expect(await cell(4)).toBe(wanting);
        await page.keyboard.press('Control+z');
        await expect.poll(() => cell(4), patience).toBe(0);
      });

      test('the annual analysis is made, and its evidence pack read back says what the screen said', async () => {
        await goTo('Training needs');
        await press('Begin this year’s analysis');
        const hours = page.getByRole('group', { name: 'Training hours' }).locator('.figure__value');
        await hours.waitFor(patience);
        const shown = (await hours.textContent()) ?? '';
        await goTo('Evidence packs');
        await press('Annual needs analysis');
        await page.getByRole('heading', { name: 'What the year takes' }).waitFor(patience);
        expect(await findProblems(page)).toEqual([]);
        // What others are told leaves out what small groups take, so it is not the hours on the screen.
        await page.getByLabel('Tell').selectOption('exact');
        await page.getByRole('article').getByText('names nobody. It has every number').first().waitFor(patience);
        const total = await page
          .getByRole('article')
          .getByRole('row', { name: /^All groups/ })
          .locator('th,td')
          .allTextContents();
        const bytes = await saved('needs.docx', 'Save as Word');
        expect(docxTables(bytes).flat()).toContainEqual(total.map((text) => text.replaceAll('\u00a0', ' ')));
        expect(`${total[4]} h`).toBe(shown);
        expect(docxParagraphs(bytes).some(({ text }) => text === 'Definitions')).toBe(true);
      });

      test('the evidence for safety action 8 is a workbook with the exact fractions and without a name', async () => {
        await press('Safety action 8');
        await page.getByRole('heading', { name: 'Compliance in the courses of the scheme' }).waitFor(patience);
        await page.getByLabel('Tell').selectOption('exact');
        await page.getByRole('article').getByText('names nobody. It has every number').first().waitFor(patience);
        await saved('scheme.xlsx', 'Save as a workbook');
        const sheets = await readCells(join(files, 'scheme.xlsx'));
        const [inDate] = sheets.filter(({ name }) => name === 'In date');
        const { compliant, eligible } = right.courses['fetal_monitoring']!['midwives']!;
        const cells = inDate?.cells ?? {};
        expect([cells['A5'], cells['B5'], cells['C5']]).toEqual([
          'Fetal monitoring',
          'Midwives',
          `${compliant} of ${eligible}`,
        ]);
        expect(sheets.map(({ name }) => name)).toContain('Definitions');
        expect(sheets.map(({ name }) => name)).not.toContain('Left out by name');
      });

      test('nothing was complained of on the way', () => {
        expect(running.complaints).toEqual([]);
      });
    },
  );
});
