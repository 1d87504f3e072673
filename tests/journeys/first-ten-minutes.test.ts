import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { findProblems } from './support/accessibility.ts';
import { open } from './support/launch.ts';
import { project, why } from './support/targets.ts';

const samples = join(project, '..', 'shared', 'samples');
const [staff, ledger] = ['e_esr_staff_in_post_2026-10-31.xlsx', 'f_ledger_establishment_2026-10.xlsx'];
const reason =
  why('desktop') ?? (existsSync(join(samples, staff)) ? null : 'The sample workbooks do not lie beside the project.');

const MOST_ACTIONS = 15;
const MOST_MINUTES = 10;

describe.skipIf(reason !== null)(reason ?? 'the first ten minutes', () => {
  test('from the first start to her own gap, by two files, in no more than fifteen actions; then help and the way to anything', async () => {
    const running = await open('desktop');
    const { page } = running;
    try {
      const began = performance.now();
      let actions = 0;
      /** A press, a field filled in, or files dropped together: all that a person does, in the order of doing it. */
      const act = async (work: Promise<unknown>) => {
        actions += 1;
        await work;
      };
      const press = (name: string | RegExp) => act(page.getByRole('button', { name }).first().click());
      const title = (name: string | RegExp) => page.getByRole('heading', { level: 1, name }).waitFor();

      await press('Set up my trust');
      await act(page.getByLabel('Name of the trust').fill('St Mary’s & St John’s – Women’s'));
      await act(page.getByLabel('ODS code').fill('RX1'));
      await press('Save the trust');
      await title('Today');
      await page.getByRole('heading', { name: 'Start with a file that you have' }).waitFor();
      expect(await findProblems(page)).toEqual([]);
      await act(page.getByRole('link', { name: 'Import your first file' }).click());
      const dropped = await page.evaluateHandle(
        (files) => {
          const transfer = new DataTransfer();
          for (const [name, text] of files)
            transfer.items.add(new File([Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0))], name));
          return transfer;
        },
        [staff, ledger].map((name) => [name, readFileSync(join(samples, name), 'base64')] as const),
      );
      await act(page.getByRole('group', { name: 'Take a file in' }).dispatchEvent('drop', { dataTransfer: dropped }));
      await press(`Check and store ${staff}`);
      await press('See what will change');
      await press('Next: store');
      await press(/^Store 324 rows/);
      await page.getByRole('heading', { name: '324 rows are stored' }).waitFor();
      await press('Back to imports');
      await title(`Import: ${ledger}`);
      await press('See what will change');
      await press('Next: store');
      await press(/^Store 28 rows/);
      await act(page.getByRole('link', { name: 'See the figures' }).click());
      await title('The gap');
      const vacancy = page.getByRole('group', { name: 'Vacancy (funded − in post)', exact: true });
      await vacancy.getByText(/^\d+\.\d\d WTE$/).waitFor();
      const minutes = (performance.now() - began) / 60_000;
      expect(actions).toBeLessThanOrEqual(MOST_ACTIONS);
      expect(minutes).toBeLessThan(MOST_MINUTES);

      await page.keyboard.press('F1');
      const help = page.getByRole('dialog', { name: 'Help' });
      await help.getByRole('heading', { name: 'See the gap between what is needed and who is there' }).waitFor();
      expect(await findProblems(page)).toEqual([]);
      await help.getByRole('button', { name: 'vacancy', exact: true }).click();
      await help.getByText('Vacancy and vacancy rate').waitFor();
      await page.keyboard.press('Escape');

      await page.keyboard.press('Control+k');
      await page.keyboard.type('ledger_estab');
      await page.getByRole('option', { name: new RegExp(ledger) }).waitFor();
      expect(await findProblems(page)).toEqual([]);
      await page.keyboard.press('Enter');
      await page.getByRole('dialog').getByText(ledger).first().waitFor();
      await page.keyboard.press('Escape');

      await page.getByRole('link', { name: 'Today', exact: true }).click();
      await page
        .getByRole('button', { name: 'How was this made: Midwives and support together: vacancy rate' })
        .click();
      await page.getByRole('dialog').getByText('vacancy ÷ funded').waitFor();
      expect(await findProblems(page)).toEqual([]);
      expect(running.complaints).toEqual([]);
    } finally {
      await running.close();
    }
  });
});
