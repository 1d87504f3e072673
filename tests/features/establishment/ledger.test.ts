import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { establishmentFiguresAsExpected } from '../../../electron/features/establishment/calculations/as-expected.ts';
import { sheetOf } from '../../../electron/features/establishment/calculations/sheet.ts';
import { line } from './lines.ts';

const file = join(
  import.meta.dirname,
  '../../../../shared/samples/expected/f_ledger_establishment_2026-10.xlsx.expected.json',
);
const present = existsSync(file);

interface Expected {
  by_group_and_band: Record<string, Record<string, { funded_wte: number; in_post_wte: number }>>;
  by_group: Record<string, object>;
  midwives_and_support_vacancy_wte_net: number;
  midwives_and_support_vacancy_wte_gross_by_band: number;
}

/** Staff in post to the five decimals of the staff list, where the expected figures print two. */
const toFiveDecimals: Record<string, string> = {
  'support 2': '8.23333',
  'support 3': '29.10666',
  'midwives 6': '82.00663',
  'midwives 7': '26.61999',
};

it.skipIf(!present)(
  `the sample ledger's vacancies by staff group and band, net and gross, come out exactly${present ? '' : ' (skipped: the samples do not lie beside the project)'}`,
  () => {
    const expected = JSON.parse(readFileSync(file, 'utf8')) as Expected;
    const lines = Object.entries(expected.by_group_and_band).flatMap(([group, bands]) =>
      Object.entries(bands).map(([band, of]) =>
        line('Trust', group, band, null, of.funded_wte, toFiveDecimals[`${group} ${band}`] ?? of.in_post_wte),
      ),
    );
    const figures = establishmentFiguresAsExpected(sheetOf(lines));
    const {
      by_group_and_band,
      by_group,
      midwives_and_support_vacancy_wte_net,
      midwives_and_support_vacancy_wte_gross_by_band,
    } = expected;
    expect(figures).toMatchObject({
      by_group_and_band,
      by_group,
      midwives_and_support_vacancy_wte_net,
      midwives_and_support_vacancy_wte_gross_by_band,
    });
  },
);
