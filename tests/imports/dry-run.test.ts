import { describe, expect, it } from 'vitest';
import type { ChangedRow } from '#contract';
import type { CellValue } from '../../electron/imports/workbook/cell.ts';
import { dump } from '../support/dump.ts';
import {
  ifSamples,
  type ImportingTrust,
  openImportingTrust,
  sampleFile,
  samplesAreHere,
} from '../support/importing.ts';
import { readTable, writeTable } from '../support/variants.ts';

interface Sample {
  readonly file: string;
  readonly headerRow: number;
  /** The heading whose cell is another in the first row of the later file, and its value there. */
  readonly heading: string;
  readonly to: CellValue;
  /** How the dry run says it: field, old and new. */
  readonly says: readonly [title: string, before: string, after: string];
  /** By what the row is known, and the one that is gone. */
  readonly row: string;
  readonly gone: string;
  /** Place of the row that is gone, from 0; 1 where it is not said. */
  readonly without?: number;
}

const samples: Readonly<Record<string, Sample>> = {
  'duty roster': {
    file: 'a_duty_roster_2026-10.xlsx',
    headerRow: 6,
    heading: 'In Charge',
    to: null,
    says: ['In charge', 'Yes', 'No'],
    row: '5 October 2026 Delivery Suite 29382597 BHATT, Olivia LD',
    gone: '5 October 2026 Delivery Suite 15887153 BRIERLEY, Carys LD',
  },
  'bank list': {
    file: 'c_bank_agency_layout_A.xlsx',
    headerRow: 1,
    heading: 'Request Reason',
    to: 'Acuity',
    says: ['Reason', 'Sickness', 'Acuity'],
    row: '5 October 2026 Antenatal/Postnatal Ward 500100 16097670 DIXON, Safiya',
    // The second row comes again further down, and is taken from there once it is gone here.
    without: 2,
    gone: '5 October 2026 Antenatal/Postnatal Ward 500102 04756679 GODDARD, Sunita',
  },
  'staff list': {
    file: 'e_esr_staff_in_post_2026-10-31.xlsx',
    headerRow: 5,
    heading: 'FTE',
    to: 0.6,
    says: ['FTE', '0.80', '0.60'],
    row: '16550858 16550858 Adeyemi, Zainab Delivery Suite',
    gone: '14697053 14697053 Akhtar, Bethan Delivery Suite',
  },
  ledger: {
    file: 'f_ledger_establishment_2026-10.xlsx',
    headerRow: 4,
    heading: 'Funded WTE',
    to: 6.1,
    says: ['Funded WTE', '5.05', '6.10'],
    row: '441101 Delivery Suite Midwife Band 5 5',
    gone: '441101 Delivery Suite Midwife 6',
  },
  leavers: {
    file: 'g_leavers_24_months.xlsx',
    headerRow: 4,
    heading: 'Destination On Leaving',
    to: 'Unknown',
    says: ['Destination', 'Abroad - Non EU Country', 'Unknown'],
    row: '24648112 24648112 Bennett, Alice 5 November 2024',
    gone: '25463543 25463543 Mbeki, Vanessa 19 December 2024',
  },
  absence: {
    file: 'h_absence_episodes.xlsx',
    headerRow: 4,
    heading: 'Absence End Date',
    to: 45_966,
    says: ['Last day', '4 November 2025', '5 November 2025'],
    row: '16434314 16434314 Garside, Vanessa 4 November 2025 sickness',
    gone: '21742136 21742136 Lister, Heather 4 November 2025 sickness',
  },
  training: {
    file: 'i_training_compliance.xlsx',
    headerRow: 5,
    heading: 'Expiry Date',
    to: 46_885,
    says: ['Expiry', '11 May 2028', '12 May 2028'],
    row: '24522951 Abbott, Ewa 417|LOCAL|Equality and Personalised Care - 3 Years|',
    gone: '24522951 Abbott, Ewa NHS|CSTF|Fire Safety - 1 Year|',
  },
  preceptees: {
    file: 'j_preceptees.xlsx',
    headerRow: 3,
    heading: 'WTE',
    to: 0.8,
    says: ['WTE', '1.00', '0.80'],
    row: '28686268 Bethan Sahota Delivery Suite',
    gone: '21865129 Heather Farooq Delivery Suite',
  },
  'vacancy tracker': {
    file: 'k_vacancy_tracker.xlsx',
    headerRow: 4,
    heading: 'WTE',
    to: 0.5,
    says: ['WTE', '1.00', '0.50'],
    row: '417-MAT-2600 Midwife 6 Delivery Suite',
    gone: '417-MAT-2601 Midwife 6 Antenatal/Postnatal Ward',
  },
  'retention plan': {
    file: 'l_retention_action_plan.xlsx',
    headerRow: 4,
    heading: 'Owner Role',
    to: 'Head of Midwifery',
    says: ['Owner', 'Deputy Head of Midwifery', 'Head of Midwifery'],
    row: '1 Offer self-rostering on two units Head of Midwifery',
    gone: '2 Restorative supervision sessions monthly Lead PMA',
  },
};

const knownAs = (row: ChangedRow | undefined) => row?.known.map(({ value }) => value).join(' ');
const stored = ({ sqlite }: ImportingTrust, tables: readonly string[]) =>
  tables.reduce((sum, table) => sum + Number(sqlite.prepare(`SELECT count(*) FROM ${table}`).pluck().get()), 0);
const everyTable = [
  'duty',
  'unavailability',
  'booking',
  'assignment',
  'ledger_line',
  'leaver',
  'absence_episode',
  'training_record',
  'preceptee',
  'vacancy',
  'retention_action',
];

/** The sample as it comes the next time: one cell of its first row is another, and another row is gone. */
async function laterFile({ file, headerRow, heading, to, without = 1 }: Sample): Promise<string> {
  const table = await readTable(sampleFile(file), headerRow);
  const changed = table.headings.indexOf(heading);
  const rows = table.rows.map(({ row, cells }, index) => {
    if (index === without) return { row, cells: [] };
    return index > 0 ? { row, cells } : { row, cells: cells.map((cell, place) => (place === changed ? to : cell)) };
  });
  return writeTable({ ...table, rows }, { headings: [table.headings], cells: (cells) => cells });
}

describe.skipIf(!samplesAreHere)(`the dry run of an import${ifSamples}`, () => {
  it.each(Object.entries(samples))('of a %s tells what is changed, missing and new', async (_, sample) => {
    const trust = await openImportingTrust();
    const { changes: first } = await trust.import(sampleFile(sample.file), { dryRun: true });
    expect(first).toMatchObject({ changed: 0, unchanged: 0, missing: 0, against: null });
    await trust.import(sampleFile(sample.file));
    const rows = stored(trust, everyTable);
    expect(first?.new).toBe(rows);
    const { changes: again } = await trust.import(sampleFile(sample.file), { dryRun: true });
    expect(again).toMatchObject({ new: 0, changed: 0, unchanged: rows, missing: 0, against: { rows } });

    const before = dump(trust.sqlite, { history: true });
    const file = await trust.upload(await laterFile(sample), sample.file, 1_000_000);
    const of = { trust: 'T1', file };
    const changed = await trust.client.imports.changes({ ...of, what: 'changed' });
    expect(changed?.counts).toEqual({ new: 0, changed: 1, unchanged: rows - 2, missing: 1 });
    expect(changed?.rows.map(knownAs)).toEqual([sample.row]);
    const [title, old, now] = sample.says;
    expect(changed?.rows[0]?.fields).toContainEqual({ title, before: old, after: now });
    const missing = await trust.client.imports.changes({ ...of, what: 'missing' });
    expect(missing?.rows.map(knownAs)).toEqual([sample.gone]);
    expect(missing?.rows[0]).toMatchObject({ row: null, stored: { batch: 1 } });
    expect(dump(trust.sqlite, { history: true })).toBe(before);
  });

  it('goes through pages, and finds rows by words', async () => {
    const trust = await openImportingTrust();
    const of = { trust: 'T1', file: await trust.upload(sampleFile('a_duty_roster_2026-10.xlsx'), 'a.xlsx', 1_000_000) };
    const page = await trust.client.imports.changes({ ...of, offset: 100, limit: 10 });
    expect(page).toMatchObject({ total: 2763, counts: { new: 2763 } });
    expect(page?.rows).toHaveLength(10);
    const found = await trust.client.imports.changes({ ...of, filter: 'bhatt' });
    expect(found?.total).toBeGreaterThan(0);
    expect(found?.total).toBeLessThan(2763);
    for (const row of found?.rows ?? []) expect(knownAs(row)?.toLowerCase()).toContain('bhatt');
    const none = await trust.client.imports.changes({ ...of, what: 'missing' });
    expect(none).toMatchObject({ total: 0, rows: [] });
  });

  it('a list of a later day is compared with the one before it', async () => {
    const trust = await openImportingTrust();
    const list = sampleFile('e_esr_staff_in_post_2026-10-31.xlsx');
    await trust.import(list);
    const november = { first: '2026-11-30', last: '2026-11-30' };
    const { changes } = await trust.import(list, { dryRun: true, period: november });
    expect(changes).toMatchObject({ new: 0, changed: 0, unchanged: 324, against: { first: '2026-10-31' } });
    const september = { first: '2026-09-30', last: '2026-09-30' };
    const earlier = await trust.import(list, { dryRun: true, period: september });
    expect(earlier.changes).toMatchObject({ new: 324, against: null });
  });

  it('the same roster from another system changes nothing, a week of it but the names that it spells otherwise', async () => {
    const trust = await openImportingTrust();
    await trust.import(sampleFile('a_duty_roster_2026-10.xlsx'));
    const csv = await trust.import(sampleFile('b1_duty_roster_2026-10.csv'), { dryRun: true });
    expect(csv.changes).toMatchObject({ new: 0, changed: 0, unchanged: 2763, missing: 0 });
    const week = await trust.import(sampleFile('b2_birth_centre_week_cp1252.csv'), { dryRun: true });
    expect(week.changes).toMatchObject({ new: 0, missing: 0, against: { first: '2026-10-19', last: '2026-10-25' } });
  });
});
