import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openPlanner } from '../../electron/open-planner.ts';
import { router } from '../../electron/router.ts';
import { inProcessClient } from '../../electron/transport/in-process.ts';
import { findProblems } from './support/accessibility.ts';
import { open } from './support/launch.ts';
import type { Running } from './support/running.ts';
import { project, type Target, why } from './support/targets.ts';

const samples = join(project, '..', 'shared', 'samples');
const files = {
  staff: { name: 'e_esr_staff_in_post_2026-10-31.xlsx', accepted: 324 },
  ledger: { name: 'f_ledger_establishment_2026-10.xlsx', accepted: 28 },
  leavers: { name: 'g_leavers_24_months.xlsx', accepted: 49 },
  absence: { name: 'h_absence_episodes.xlsx', accepted: 451 },
};
const noSamples = existsSync(join(samples, files.staff.name))
  ? null
  : 'The sample workbooks do not lie beside the project.';

const patience = { timeout: 20_000 };

type Figures = Record<string, number>;

function expected<Found>(file: keyof typeof files, key: string): Found {
  const path = join(samples, 'expected', `${files[file].name}.expected.json`);
  return (JSON.parse(readFileSync(path, 'utf8')) as Record<string, Found>)[key]!;
}

/** A trust with the units that the samples name. */
async function trustWithUnits(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'planner-gap-'));
  const opened = openPlanner(folder, project);
  if (opened.kind === 'refused') throw new Error(opened.message);
  const planner = inProcessClient(router, opened.context, (failure) => {
    throw failure;
  });
  const units = ['Delivery Suite', 'Antenatal/Postnatal Ward', 'Community Midwifery', 'Birth Centre'];
  await planner.organisation.addTrust({
    code: 'RXX',
    name: 'Thistledown & Mallowmere',
    system: null,
    sites: [],
    units: units.map((name) => ({ name, kind: 'other', site: null })),
  });
  opened.close();
  return folder;
}

describe.each(['desktop'] satisfies Target[])('%s', (target) => {
  const reason = why(target) ?? noSamples;
  describe.skipIf(reason !== null)(reason ?? 'from three imports to the reconciled gap, by the keyboard alone', () => {
    let running: Running;
    let page: Page;
    let folder: string;
    beforeAll(async () => {
      folder = await trustWithUnits();
      running = await open(target, { dataFolder: folder });
      page = running.page;
    });
    afterAll(async () => {
      await running?.close();
      rmSync(folder, { recursive: true, force: true });
    });

    const goTo = async (name: string) => {
      await page.keyboard.press('Control+k');
      await page.keyboard.type(`go to ${name}`);
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { level: 1, name: name === 'Imports' ? /^Imports/ : name }).waitFor();
    };
    /** Focuses what has this name and presses Enter, as a person does who has no mouse. */
    const press = async (name: string | RegExp) => {
      const button = page.getByRole('button', { name }).first();
      await button.waitFor();
      await button.focus();
      await page.keyboard.press('Enter');
    };
    const figure = (name: string, value: string) =>
      page.getByRole('group', { name, exact: true }).getByText(value, { exact: true }).waitFor();

    test('before there is any file the first screen, and the gap, say what will be here and the first step', async () => {
      await page.getByRole('heading', { level: 1, name: 'Today' }).waitFor();
      await page.getByRole('link', { name: 'Import your first file' }).waitFor();
      await goTo('The gap');
      await page.getByRole('heading', { name: 'No figures yet' }).waitFor();
      expect(await findProblems(page)).toEqual([]);
    });

    test.each(Object.values(files))('$name is taken in', async ({ name, accepted }) => {
      await goTo('Imports');
      await page.setInputFiles('input[type=file]', join(samples, name));
      const stored = page.getByRole('heading', { name: new RegExp(`^${accepted} rows are stored`) });
      const ready = (text: RegExp | string) => page.locator('main button:enabled').filter({ hasText: text }).first();
      const next = ready(/^(Next: |Store \d)/);
      while ((await stored.count()) === 0) {
        await Promise.race([next.waitFor(), stored.waitFor()]);
        if ((await stored.count()) > 0) break;
        const said = (await next.textContent()) ?? '';
        await next.focus();
        await page.keyboard.press('Enter');
        await Promise.race([ready(said).waitFor({ state: 'detached' }), stored.waitFor()]);
      }
      await press('Back to imports');
      await page.getByRole('heading', { level: 1, name: /^Imports/ }).waitFor();
    });

    test('the gap has the vacancy of the right answers, net and gross, and passes axe', async () => {
      await goTo('The gap');
      const net = expected<number>('ledger', 'midwives_and_support_vacancy_wte_net');
      const gross = expected<number>('ledger', 'midwives_and_support_vacancy_wte_gross_by_band');
      await figure('Vacancy (funded − in post)', `${net.toFixed(2)} WTE`);
      const row = page.getByRole('row', { name: /^All, gross/ });
      await row.getByText(gross.toFixed(2), { exact: true }).waitFor();
      expect(await findProblems(page)).toEqual([]);
    });

    test('by staff group and band every vacancy is the expected one, and opens its rows by key', async () => {
      const by = page.locator('label', { hasText: /^By/ }).locator('select');
      await by.focus();
      await page.keyboard.type('staff');
      await expect.poll(() => by.inputValue(), patience).toBe('band');
      const groups = expected<Record<string, Figures>>('ledger', 'by_group');
      for (const [group, title] of [
        ['midwives', 'Midwives'],
        ['support', 'Maternity support workers'],
      ] as const) {
        const vacancy = groups[group]!['vacancy_wte']!.toFixed(2);
        await page.getByRole('button', { name: `${vacancy}: rows of Vacancy, ${title}`, exact: true }).waitFor();
      }
      await press('10.82: rows of Vacancy, Midwives');
      const dialog = page.getByRole('dialog');
      await dialog.getByText('How it is worked out').waitFor();
      await dialog
        .getByText(/f_ledger_establishment_2026-10\.xlsx, M07 Budget WTE, row 5$/)
        .first()
        .waitFor();
      expect(await findProblems(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await dialog.waitFor({ state: 'detached' });
    });

    test('the rates are those of the right answers', async () => {
      await goTo('Rates');
      const leavers = expected<Record<string, Figures>>('leavers', 'groups')['midwives_and_support']!;
      await figure('Leaver rate, heads', `${leavers['leaver_rate_percent']!.toFixed(2)} %`);
      await figure('Stability', `${leavers['stability_percent']!.toFixed(2)} %`);
      await press('Rows behind Stability');
      await page.getByRole('dialog').getByText('165 of the 185 people are in post at the end').waitFor();
      expect(await findProblems(page)).toEqual([]);
      await page.keyboard.press('Escape');
      const { groups } = expected<{ groups: Record<string, Figures> }>('absence', 'twelve_months');
      await figure('Sickness', `${groups['midwives_and_support']!['sickness_percent']!.toFixed(2)} %`);
      await page.getByText(/it went from/).waitFor();
      await page.getByRole('img', { name: /^Chart: / }).waitFor();
      expect(await findProblems(page)).toEqual([]);
      await press('Show as a table');
      await page.getByRole('table', { name: 'Rates month by month' }).waitFor();
    });

    test('the staff list is searched, gone through by arrow keys, and opens a person', async () => {
      await goTo('Staff in post');
      await figure('Not mapped to a group', '0.60 WTE');
      expect(await findProblems(page)).toEqual([]);
      await press('People and assignments');
      await page.getByText('324 rows', { exact: true }).waitFor();
      expect(await findProblems(page)).toEqual([]);
      await page.locator('[data-line="0"]').focus();
      await page.keyboard.press('End');
      await expect.poll(() => page.locator(':focus').getAttribute('data-line'), patience).toBe('323');
      await page.getByRole('searchbox', { name: 'Search' }).focus();
      await page.keyboard.type('retention');
      await page.getByText('1 row', { exact: true }).waitFor();
      await page.getByRole('table').locator('tbody .link').focus();
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { name: 'Assignments over time' }).waitFor();
      expect(await findProblems(page)).toEqual([]);
      await press('Back to the staff list');
    });

    test('every planted disagreement stands in the reconciliation, and one is given a reason, an owner and settled', async () => {
      await goTo('Reconciliation');
      const planted = expected<unknown[]>('ledger', 'cost_centre_differences');
      await figure('Differences not settled', String(planted.length));
      expect(await findProblems(page)).toEqual([]);
      const at = '441102 Antenatal/Postnatal Ward, Maternity support workers, Band 3';
      const reasonOf = page.getByLabel(`Reason, ${at}`);
      await reasonOf.focus();
      await page.keyboard.type('Agreed');
      await expect.poll(() => reasonOf.inputValue(), patience).toBe('Agreed over-establishment');
      await page.getByRole('button', { name: /^Undo “Reason of the difference/ }).waitFor();
      await page.getByLabel(`Owner, ${at}`).focus();
      await page.keyboard.type('J. Reid');
      await page.keyboard.press('Enter');
      await page.getByRole('button', { name: /^Undo “Owner of the difference/ }).waitFor();
      await press(`Settle: ${at}`);
      await figure('Differences not settled', String(planted.length - 1));
      await page.keyboard.press('Control+z');
      await figure('Differences not settled', String(planted.length));
    });

    test('post by post the same screen says who is in post under which name, and one post is given an owner', async () => {
      const by = page.locator('label', { hasText: /^By/ }).locator('select');
      await by.focus();
      await page.keyboard.type('post');
      await expect.poll(() => by.inputValue(), patience).toBe('post');
      await figure('Differences not settled', '7');
      expect(await findProblems(page)).toEqual([]);
      const post = 'Retention Midwife, 441105 Maternity Specialist & Management, Midwives, Band 7';
      await page.getByLabel(`Owner, ${post}`).focus();
      await page.keyboard.type('A. Bell');
      await page.keyboard.press('Enter');
      await page.getByRole('button', { name: /^Undo “Owner of the difference of Retention Midwife/ }).waitFor();
      await press(/^Retention Midwife.*Midwives, Band 7$/);
      const dialog = page.getByRole('dialog');
      await dialog.getByText('Only in the staff list').first().waitFor();
      expect(await findProblems(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await dialog.waitFor({ state: 'detached' });
      await by.focus();
      await page.keyboard.type('cost');
      await expect.poll(() => by.inputValue(), patience).toBe('line');
    });

    test('a difference opens with what the files offer as an explanation', async () => {
      await press(/^441105 .*Midwives, Band 7$/);
      const dialog = page.getByRole('dialog');
      await dialog.getByText(/Fetal Wellbeing Lead Midwife: 1\.00 WTE is funded/).waitFor();
      await dialog.getByText(/funding ended on 31 March 2026/).waitFor();
      expect(await findProblems(page)).toEqual([]);
      await page.keyboard.press('Escape');
      expect(running.complaints).toEqual([]);
    });
  });
});
