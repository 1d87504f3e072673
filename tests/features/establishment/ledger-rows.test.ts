import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fundedRules } from '../../../electron/features/establishment/calculations/funded-groups.ts';
import { ledgerAsExpected } from '../../../electron/features/establishment/calculations/ledger-as-expected.ts';
import { ledgerFigures, type PlacedInPost } from '../../../electron/features/establishment/calculations/ledger.ts';
import type { LedgerEntry } from '../../../electron/features/establishment/entries.ts';
import { ledgerRowParser } from '../../../electron/features/establishment/parse/ledger.ts';
import { type Cells, fte, organisation, read as readWith, settingsOf } from '../staff/rows.ts';

const groups = fundedRules(organisation);
const inPostGroups = new Set(['midwives', 'support', 'medical', 'admin']);

const post: Cells = {
  costCentre: '441101',
  post: 'Midwife',
  band: 'Band 6',
  staffGroup: 'Nursing and Midwifery Registered',
  funded: 10.5,
};

const read = (...rows: Cells[]) =>
  readWith(ledgerRowParser({ ...settingsOf('ledger'), census: '2026-10-31', groups }), ...rows);

const line = (given: Partial<LedgerEntry>): LedgerEntry => ({ ...read(post).entries[0]!, ...given });
const figuresOf = (lines: LedgerEntry[], inPost: PlacedInPost[] | null) =>
  ledgerFigures(lines, inPost, groups, inPostGroups);
const person = (wte: number, given: Partial<PlacedInPost> = {}): PlacedInPost => ({
  costCentre: '441101',
  group: 'midwives',
  band: '6',
  wte: fte(wte),
  ...given,
});

describe('a line of the ledger', () => {
  it.each<[string, Cells, string]>([
    ['Nursing and Midwifery Registered', { post: 'Matron' }, 'midwives'],
    ['Nursing and Midwifery Registered', { post: 'Labour ward co-ordinator' }, 'midwives'],
    ['Nursing and Midwifery Registered', { post: 'Registered Nurse (Theatre)' }, 'other_nursing'],
    ['Additional Clinical Services', { post: 'Midwifery Support Worker' }, 'support'],
    ['Administrative and Clerical', { post: 'Midwifery Ward Clerk' }, 'admin'],
    ['Medical and Dental', { post: 'Consultant' }, 'medical'],
    ['Allied Health Professionals', { post: 'Therapy Coordinator' }, 'unmapped'],
    ['', { post: 'Community Midwife' }, 'midwives'],
    ['', { post: 'Cleaner' }, 'unmapped'],
  ])('of the staff group "%s" with %o is of the group %s', (staffGroup, cells, group) => {
    const { entries } = read({ ...post, ...cells, staffGroup: staffGroup || null });
    expect([...figuresOf(entries, null).fundedByGroup.keys()]).toEqual([group]);
  });

  it('that is a negative vacancy factor, or whose funding has ended, is ignored', () => {
    const rows = [
      { ...post, post: 'Vacancy factor', band: null, funded: -3.5 },
      { ...post, post: 'Turnover savings', funded: -1 },
      { ...post, fundingEnd: '30/10/2026' },
    ];
    expect(read(...rows).ignored).toEqual([
      'negative_vacancy_factor_line',
      'negative_vacancy_factor_line',
      'funding_ended_before_census',
    ]);
  });

  it('whose funding ends on the census or never counts', () => {
    const ends = ['31-Oct-2026', '31/03/2027', 'Recurrent', null].map((fundingEnd, index) => ({
      ...post,
      subjective: String(index),
      fundingEnd,
    }));
    expect(read(...ends).entries).toHaveLength(4);
  });

  it('of a post that was taken away is taken off, with a remark', () => {
    const { entries, warnings } = read(post, { ...post, funded: -0.5 });
    expect(figuresOf(entries, null).fundedByGroup).toEqual(new Map([['midwives', fte(10)]]));
    expect(warnings).toEqual({ negative_funding: [2] });
  });

  it('that says the same as an earlier one is a duplicate; one with another budget is another post', () => {
    const rows = [post, { ...post, post: 'MIDWIFE' }, { ...post, annualBudget: 40_000 }];
    expect(read(...rows)).toMatchObject({ refused: ['duplicate_row'], entries: [{ row: 1 }, { row: 3 }] });
  });

  it.each<[string, Cells, string]>([
    ['a WTE in words', { funded: 'tbc' }, 'not_a_number'],
    ['no WTE', { funded: null }, 'not_a_number'],
    ['an end of funding that is no day', { fundingEnd: '31/02/2027' }, 'date_invalid'],
    ['an error in its post', { post: { error: '#N/A' } }, 'cell_error'],
  ])('with %s is refused', (_, cells, reason) => {
    expect(read({ ...post, ...cells }).refused).toEqual([reason]);
  });
});

describe('vacancies by the ledger', () => {
  it('of 180.00 funded and 163.40 in post are 16.60, a rate of 9.22 % and a fill of 90.78 %', () => {
    const named = ledgerAsExpected(figuresOf([line({ funded: fte(180) })], [person(163.4)]), '2026-10-31');
    expect(named).toMatchObject({
      by_group: { midwives: { vacancy_wte: 16.6, vacancy_rate_percent: 9.22, establishment_fill_percent: 90.78 } },
    });
  });

  it('of a group without a line are unknown, and without a staff list all are', () => {
    const medical = person(40, { group: 'medical', band: '-' });
    expect(figuresOf([line({})], [person(10), medical]).groups.map(({ group }) => group)).toEqual(['midwives']);
    const named = ledgerAsExpected(figuresOf([line({})], null), '2026-10-31');
    expect(named).toMatchObject({
      funded_wte_by_group: { midwives: 10.5 },
      by_group: { midwives: { funded_wte: 10.5, in_post_wte: null, vacancy_wte: null, vacancy_rate_percent: null } },
      cost_centre_differences: null,
      midwives_and_support_vacancy_wte_net: null,
    });
  });

  it('of a band that nobody funds have no rate, and keep their sign', () => {
    const named = ledgerAsExpected(figuresOf([line({})], [person(1, { band: '7' })]), '2026-10-31');
    expect(named).toMatchObject({
      by_group_and_band: { midwives: { '7': { funded_wte: 0, vacancy_wte: -1, vacancy_rate_percent: null } } },
      midwives_and_support_vacancy_wte_net: 9.5,
      midwives_and_support_vacancy_wte_gross_by_band: 10.5,
    });
  });

  it('name the cost centres where ledger and staff list disagree, and no ordinary vacancy', () => {
    const lines = [
      line({ costCentre: '1', funded: fte(5) }),
      line({ costCentre: '2', funded: fte(5) }),
      line({ costCentre: '3', funded: fte(5) }),
      line({ costCentre: '0005', funded: fte(5) }),
    ];
    const people = [
      person(4.9, { costCentre: '1' }),
      person(5.1, { costCentre: '2' }),
      person(1, { costCentre: '4' }),
      person(5, { costCentre: '5' }),
      person(1, { costCentre: '4', group: 'unmapped' }),
      person(1, { costCentre: '4', group: 'medical' }),
    ];
    const found = figuresOf(lines, people).differences?.map(({ costCentre, kind }) => [costCentre, kind]);
    expect(found).toEqual([
      ['2', 'over_established'],
      ['3', 'nobody_in_post'],
      ['4', 'not_in_ledger'],
    ]);
  });

  it('add up: bands to groups, and gross is never less than net, whatever the order of the lines', () => {
    const place = { costCentre: fc.constantFrom('1', '2', null), band: fc.constantFrom('5', '6', '7') };
    const lines = fc.array(fc.record({ ...place, funded: fc.integer({ min: 0, max: 1_000_000 }) }), { maxLength: 12 });
    const people = fc.array(
      fc.record({ ...place, group: fc.constantFrom('midwives', 'support'), wte: fc.integer({ min: 0, max: 100_000 }) }),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(lines, people, (funded, inPost) => {
        const entries = funded.map((given) => line(given));
        const figures = figuresOf(entries, inPost);
        for (const { group, funded: sum, inPost: held } of figures.groups) {
          const bands = figures.bands.filter((band) => band.group === group);
          expect(bands.reduce((total, band) => total + band.funded, 0)).toBe(sum);
          expect(bands.reduce((total, band) => total + (band.inPost ?? 0), 0)).toBe(held);
        }
        const named = ledgerAsExpected(figures, '2026-10-31');
        const [net, gross] = ['net', 'gross_by_band'].map(
          (key) => named[`midwives_and_support_vacancy_wte_${key}`] as number | null,
        );
        if (net !== null && gross !== null) expect(gross!).toBeGreaterThanOrEqual(net!);
        const again = figuresOf([...entries].reverse(), [...inPost].reverse());
        expect(ledgerAsExpected(again, '2026-10-31')).toEqual(named);
      }),
    );
  });
});
