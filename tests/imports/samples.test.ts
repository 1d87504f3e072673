import { describe, expect, it } from 'vitest';
import { expectedOf, ifSamples, openImportingTrust, sampleFile, samplesAreHere } from '../support/importing.ts';

const october = { first: '2026-10-05', last: '2026-11-01' };
/** What the right answers say of a file beside its rows and figures. */
const aside = ['file', 'encoding', 'delimiter', 'date_system', 'hidden_sheet_not_read', 'names_with_non_ascii'];

const rosters = [
  { file: 'a_duty_roster_2026-10.xlsx', units: [], options: {} },
  { file: 'a_duty_roster_2026-10.xlsx', units: [], options: { period: october } },
  { file: 'b1_duty_roster_2026-10.csv', units: [], options: {} },
  { file: 'b2_birth_centre_week_cp1252.csv', units: [], options: {} },
  {
    file: 'b2_birth_centre_week_cp1252.csv',
    units: [],
    options: { period: { first: '2026-10-19', last: '2026-10-25' } },
  },
  {
    file: 'm1_bad_roster.xlsx',
    units: ['Delivery Suite', 'Birth Centre'],
    options: { period: october, units: 'refuse' },
  },
  { file: 'm2_roster_1904_dates.xlsx', units: ['Delivery Suite', 'Birth Centre'], options: { period: october } },
] as const;

const bankLists = ['c_bank_agency_layout_A.xlsx', 'd_bank_agency_layout_B.xlsx'];

const refusals = [
  { file: 'n2_truncated.xlsx', reason: 'damaged_zip' },
  { file: 'n3_password_protected.xlsx', reason: 'password_protected' },
  { file: 'n4_empty_sheet.xlsx', reason: 'no_rows' },
  { file: 'n5_zero_bytes.xlsx', reason: 'empty_file' },
  { file: 'n6_zip_but_not_a_workbook.xlsx', reason: 'not_a_workbook' },
  { file: 'n7_headings_only.xlsx', reason: 'no_rows' },
];

const others = [
  'e_esr_staff_in_post_2026-10-31.xlsx',
  'f_ledger_establishment_2026-10.xlsx',
  'g_leavers_24_months.xlsx',
  'h_absence_episodes.xlsx',
  'k_vacancy_tracker.xlsx',
  'l_retention_action_plan.xlsx',
  'o1_lmns_rollup.xlsx',
  'o2_lmns_small_numbers.xlsx',
];

describe.skipIf(!samplesAreHere)(`the sample files${ifSamples}`, () => {
  it.each(rosters)(
    '$file is recognised and gives the right rows and figures ($options)',
    async ({ file, units, options }) => {
      const trust = await openImportingTrust(units);
      const report = await trust.import(sampleFile(file), options);
      const expected = expectedOf(file);
      expect(report).toMatchObject({
        kind: 'duty_roster',
        headerRow: expected['header_row'] ?? report.headerRow,
        sheet: expected['sheet'] ?? report.sheet,
        rowsRead: expected['rows_read'],
        accepted: expected['rows_accepted'],
        refused: expected['refused'],
        ignored: expected['ignored'],
        warnings: expected['warnings'] ?? {},
      });
      expect(report.problems.map(({ row }) => row)).toEqual(report.refused.map(({ row }) => row));
      expect(trust.figures('duty_roster')).toMatchObject(without(expected, aside));
    },
  );

  it.each(bankLists)('%s is recognised and gives the right rows and figures', async (file) => {
    const trust = await openImportingTrust();
    const report = await trust.import(sampleFile(file));
    const expected = expectedOf(file);
    expect(report).toMatchObject({
      kind: 'bank_list',
      format: expected['layout'],
      rowsRead: expected['rows_read'],
      accepted: expected['rows_accepted'],
      refused: expected['refused'],
      ignored: expected['ignored'],
      warnings: expected['warnings'],
    });
    expect(trust.figures('bank_list')).toMatchObject(without(expected, aside));
  });

  it('the web page named .xls is read as the NHSP list that it is, and gives the right rows and figures', async () => {
    const trust = await openImportingTrust();
    const file = 'n1_nhsp_html_table.xls';
    const right = expectedOf(file)['if_read_as_html'] as Record<string, number>;
    const report = await trust.import(sampleFile(file));
    expect(report).toMatchObject({
      kind: 'bank_list',
      format: 'NHSP',
      rowsRead: right['rows_read'],
      accepted: right['rows_data'],
    });
    expect(report.ignored).toEqual([{ row: 16, reason: 'totals_row' }]);
    expect(trust.figures('bank_list')).toMatchObject({
      rows_finalised: right['rows_finalised'],
      planned_hours_all_accepted: right['planned_hours'],
      actual_hours_finalised: right['actual_hours_finalised'],
    });
  });

  it.each(refusals)('$file is refused as $reason and nothing is stored', async ({ file, reason }) => {
    const trust = await openImportingTrust();
    const refusal = await trust.refusal(sampleFile(file));
    expect(refusal).toMatchObject({ code: 'FILE_REFUSED', data: { reason } });
    expect(refusal.message).toMatch(/Nothing was stored\./);
    expect(await trust.client.imports.list({ trust: 'T1' })).toEqual([]);
  });

  it.each(others)('%s is not taken for a roster or a bank list', async (file) => {
    const trust = await openImportingTrust();
    for (const kind of ['duty_roster', 'bank_list']) {
      expect((await trust.refusal(sampleFile(file), { kind })).code).toMatch(/^(FILE_REFUSED|COLUMNS_NEEDED)$/);
    }
    const found = await trust.client.imports
      .inspect({ trust: 'T1', file: await trust.upload(sampleFile(file)) })
      .catch(() => null);
    expect(found?.kind === 'recognised' ? found.importKind : 'unknown').not.toMatch(/^(duty_roster|bank_list)$/);
  });

  it('one trust takes the roster and both lists, each with figures of its own', async () => {
    const trust = await openImportingTrust();
    for (const file of ['a_duty_roster_2026-10.xlsx', ...bankLists]) await trust.import(sampleFile(file));
    const roster = expectedOf('a_duty_roster_2026-10.xlsx');
    expect(trust.figures('duty_roster')).toMatchObject(without(roster, aside));
    const listA = { first: '2026-10-05', last: '2026-11-01' };
    expect(trust.figures('bank_list', listA)).toMatchObject(without(expectedOf(bankLists[0] ?? ''), aside));
  });
});

function without(record: Record<string, unknown>, names: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(Object.entries(record).filter(([name]) => !names.includes(name)));
}
