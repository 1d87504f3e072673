import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { printFigures } from '../../electron/command-line/figures.ts';
import { openPlanner } from '../../electron/open-planner.ts';
import { router } from '../../electron/router.ts';
import { inProcessClient } from '../../electron/transport/in-process.ts';
import { open } from './support/launch.ts';
import type { Running } from './support/running.ts';
import { project, type Target, why } from './support/targets.ts';

const samples = join(project, '..', 'shared', 'samples');
const noSamples = existsSync(samples) ? null : 'The sample workbooks do not lie beside the project.';
const expectedOf = (file: string) =>
  JSON.parse(readFileSync(join(samples, 'expected', `${file}.expected.json`), 'utf8')) as Record<string, unknown>;

interface Sample {
  readonly trust: string;
  readonly file: string;
  readonly kind: string;
  /** The figures that are asked for: of these days, or on the last of them. */
  readonly period?: readonly [first: string, last: string];
  /** Settings of the import, as the samples' definitions give them: its days, and only the units that the trust has. */
  readonly settings?: true;
}

const [census, today] = [['2026-10-31', '2026-10-31'] as const, ['2026-11-02', '2026-11-02'] as const];
const october = ['2026-10-05', '2026-11-01'] as const;

/** Every sample that can be read, each set that belongs together in a trust of its own, in the order in which lists build on lists. */
const plan: readonly Sample[] = [
  { trust: 'RX1', file: 'a_duty_roster_2026-10.xlsx', kind: 'duty_roster' },
  { trust: 'RX1', file: 'e_esr_staff_in_post_2026-10-31.xlsx', kind: 'staff_list', period: census },
  { trust: 'RX1', file: 'g_leavers_24_months.xlsx', kind: 'leavers', period: ['2025-11-01', '2026-10-31'] },
  { trust: 'RX1', file: 'f_ledger_establishment_2026-10.xlsx', kind: 'ledger', period: census },
  { trust: 'RX1', file: 'h_absence_episodes.xlsx', kind: 'absence', period: census },
  { trust: 'RX1', file: 'i_training_compliance.xlsx', kind: 'training', period: census },
  { trust: 'RX1', file: 'j_preceptees.xlsx', kind: 'preceptees', period: today },
  { trust: 'RX1', file: 'k_vacancy_tracker.xlsx', kind: 'vacancy_tracker', period: today },
  { trust: 'RX1', file: 'l_retention_action_plan.xlsx', kind: 'retention_plan', period: today },
  { trust: 'RX1', file: 'c_bank_agency_layout_A.xlsx', kind: 'bank_list', period: october },
  { trust: 'RX1', file: 'd_bank_agency_layout_B.xlsx', kind: 'bank_list', period: ['2026-09-07', '2026-10-04'] },
  { trust: 'RX2', file: 'b1_duty_roster_2026-10.csv', kind: 'duty_roster' },
  { trust: 'RX3', file: 'b2_birth_centre_week_cp1252.csv', kind: 'duty_roster' },
  { trust: 'RX4', file: 'm1_bad_roster.xlsx', kind: 'duty_roster', period: october, settings: true },
  { trust: 'RX5', file: 'm2_roster_1904_dates.xlsx', kind: 'duty_roster', period: october, settings: true },
  { trust: 'RX6', file: 'n1_nhsp_html_table.xls', kind: 'bank_list' },
];
const refused = {
  'n2_truncated.xlsx': /cut short/,
  'n3_password_protected.xlsx': /password/i,
  'n4_empty_sheet.xlsx': /no row|not a single value/i,
  'n5_zero_bytes.xlsx': /no bytes|empty/i,
  'n6_zip_but_not_a_workbook.xlsx': /workbook/i,
  'n7_headings_only.xlsx': /no rows/i,
};
/** What the right answers say of a file beside its rows and figures. */
const aside = ['encoding', 'delimiter', 'date_system', 'hidden_sheet_not_read', 'names_with_non_ascii'];

const slow = { timeout: 30_000 };
const whole = (value: unknown) => Number(value).toLocaleString('en-GB');
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click(slow);
const figure = (page: Page, name: string, value: unknown) =>
  page.getByRole('group', { name, exact: true }).getByText(whole(value), { exact: true }).first().waitFor(slow);

/** A store in a folder of its own, with these trusts, and the two units of the samples that name theirs. */
async function prepare(dataFolder: string): Promise<void> {
  const answer = openPlanner(dataFolder, project);
  if (answer.kind === 'refused') throw new Error(answer.message);
  const client = inProcessClient(router, answer.context, (failure) => {
    throw failure;
  });
  for (const code of new Set(plan.map(({ trust }) => trust))) {
    const named = code === 'RX4' || code === 'RX5' ? ['Delivery Suite', 'Birth Centre'] : [];
    const units = named.map((name) => ({
      name,
      kind: name === 'Birth Centre' ? ('other' as const) : ('delivery_suite' as const),
      site: null,
    }));
    await client.organisation.addTrust({ code, name: `Trust ${code}`, system: null, sites: [], units });
  }
  answer.close();
}

describe.each(['browser'] satisfies Target[])('%s', (target) => {
  const reason = why(target) ?? noSamples;
  describe.skipIf(reason !== null)(reason ?? 'every sample, through the screens, with no column given by hand', () => {
    let running: Running;
    let page: Page;
    const dataFolder = mkdtempSync(join(tmpdir(), 'planner-samples-'));
    beforeAll(async () => {
      await prepare(dataFolder);
      running = await open(target, { dataFolder });
      page = running.page;
    });
    afterAll(async () => {
      await running?.close();
      rmSync(dataFolder, { recursive: true, force: true, maxRetries: 5 });
    });

    test.each(plan)('$file is read, told and stored', async ({ trust, file, settings }) => {
      await page.getByLabel('Trust in view').selectOption(trust);
      await page.getByRole('navigation').getByRole('link', { name: 'Imports' }).click();
      // What is chosen for one trust is none of the next one's.
      await page.getByText(`Trust ${trust} · rosters`).waitFor(slow);
      await page.setInputFiles('input[type=file]', join(samples, file));
      if (settings) {
        await page.getByLabel('First day').fill(october[0], slow);
        await page.getByLabel('Last day').fill(october[1]);
        await page.getByLabel('Units that the trust does not have yet').selectOption('refuse');
      }
      await press(page, 'Next: columns');
      await page.getByRole('table', { name: 'Columns of the file and what they mean' }).waitFor(slow);
      expect(await page.getByRole('region', { name: 'Questions about the columns' }).count()).toBe(0);
      await press(page, 'Next: problems');
      const right = rowsOf(file);
      await figure(page, 'Rows read', right.read);
      await figure(page, 'Ready', right.accepted);
      await figure(page, 'To mend or leave out', right.refused);
      await figure(page, 'Not data', right.ignored);
      await press(page, 'Next: dry run');
      await figure(page, 'Missing since last time', 0);
      await press(page, 'Next: store');
      await press(page, `Store ${whole(right.accepted)} rows`);
      await page.getByRole('heading', { name: `${whole(right.accepted)} rows are stored` }).waitFor(slow);
      await press(page, 'Back to imports');
      await page.getByRole('row', { name: file }).getByText('In force').waitFor(slow);
    });

    test('what cannot be read is refused in words, and the reason is told for each file', async () => {
      const files = Object.keys(refused);
      await page.setInputFiles(
        'input[type=file]',
        files.map((file) => join(samples, file)),
      );
      const queue = page.getByRole('table', { name: 'Files to import' });
      for (const [file, words] of Object.entries(refused)) {
        const row = queue.getByRole('row', { name: new RegExp(file.replace('.', '\\.')) });
        await row.getByText('Refused').waitFor(slow);
        expect(await row.textContent()).toMatch(words);
      }
    });

    test('the figures are the right ones, rows left out and ignored included', async () => {
      await page.getByLabel('Trust in view').selectOption('RX1');
      await page.getByRole('navigation').getByRole('link', { name: 'Rosters' }).click();
      await page.getByText('92.76').first().waitFor(slow);
      expect(running.complaints.filter((one) => !/status of 422/.test(one))).toEqual([]);
      await running.close();
      const answer = openPlanner(dataFolder, project);
      if (answer.kind === 'refused') throw new Error(answer.message);
      for (const { trust, file, kind, period } of plan) {
        const [first, last] = period ?? [];
        const days = first && last ? { first, last } : undefined;
        const right = expectedOf(file);
        const figures = printFigures(kind, trust, days, answer.context);
        expect(figures, file).toMatchObject(
          'if_read_as_html' in right
            ? asHtml(right['if_read_as_html'] as Record<string, unknown>)
            : Object.fromEntries(Object.entries(right).filter(([name]) => !aside.includes(name))),
        );
      }
      answer.close();
    });
  });
});

function asHtml({ rows_finalised, planned_hours, actual_hours_finalised }: Record<string, unknown>) {
  return { rows_finalised, planned_hours_all_accepted: planned_hours, actual_hours_finalised };
}

/** How many rows of a sample are read, taken, left out and ignored. */
function rowsOf(file: string) {
  const right = expectedOf(file);
  const asTable = right['if_read_as_html'] as Record<string, number> | undefined;
  if (asTable)
    return { read: asTable['rows_read'], accepted: asTable['rows_data'], refused: 0, ignored: asTable['rows_totals'] };
  const { rows_read: read, rows_accepted: accepted, rows_refused: left, rows_ignored: ignored } = right;
  return { read, accepted, refused: left, ignored };
}
