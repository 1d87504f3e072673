import { describe, expect, test } from 'vitest';
import { docxTables } from '../../support/docx-parts.ts';
import { expectedOf, ifSamples, openImportingTrust, sampleFile, samplesAreHere } from '../../support/importing.ts';
import { openAssuredTrust, refusalOf, saidBy, tableNamed } from './trust.ts';

const half = { trust: 'RX1', first: '2026-04', last: '2026-09' };
const trust = await openAssuredTrust();
const { client } = trust;

describe('the report of a trust without data', async () => {
  const { paper, first, last } = await client.assurance.report({ trust: 'RX1' });

  test('is of the last half of the NHS year that is over', () => {
    expect([first, last]).toEqual(['2026-04', '2026-09']);
    expect(paper.subtitle).toBe('Thistledown & Mallowmere · 1 April 2026 to 30 September 2026');
  });

  test('says of each part what to enter or import', () => {
    const notes = paper.blocks.flatMap((block) => (block.kind === 'note' ? [block.text] : []));
    for (const asked of [
      'Establishment screen',
      'vacancy tracker',
      'list of leavers',
      'list of absence',
      'duty rosters',
      'women in labour',
      'No red flags were entered',
      'births by month',
    ])
      expect(notes.filter((text) => text.includes(asked))).not.toEqual([]);
    expect(paper.blocks.filter(({ kind }) => kind === 'table')).toEqual([]);
  });
});

describe('the report says what the figures of the worked example say', async () => {
  await trust.addEstablishment();
  await trust.enter(trust.suite, 'births', [363, 363, 364, 363, 363, 364]);
  const { paper, pictures } = await client.assurance.report(half);

  test('midwives: 11.40 vacant, 6.10 below the requirement in funding, 17.50 short of it in post', () => {
    expect(saidBy(paper)[0]).toBe(
      'Midwives: 124.60 WTE are in post; 11.40 WTE (8.38 % of funded) are vacant, funding is 6.10 WTE below the requirement and 17.50 WTE more in post would meet the requirement.',
    );
    expect(tableNamed(paper, 'Establishment').rows[0]?.cells).toEqual([
      'Midwives',
      '142.10',
      '136.00',
      '124.60',
      'not known',
      '6.10',
      '11.40',
      '8.38 %',
      '17.50',
    ]);
  });

  test('support: funded 1.65 above the requirement while 2.10 are vacant, the sign kept', () => {
    expect(saidBy(paper)[1]).toBe(
      'Maternity support workers: 13.90 WTE are in post; 2.10 WTE (13.13 % of funded) are vacant, funding is 1.65 WTE above the requirement and 0.45 WTE more in post would meet the requirement.',
    );
    expect(tableNamed(paper, 'Establishment').rows[1]?.cells.slice(5, 6)).toEqual(['−1.65']);
  });

  test('both together are a row of totals, not an average of rates', () => {
    const [total] = tableNamed(paper, 'Establishment').rows.slice(-1);
    expect(total).toMatchObject({
      kind: 'total',
      cells: expect.arrayContaining(['156.45', '152.00', '138.50', '13.50', '8.88 %']),
    });
  });

  test('births a year name their denominator: 30.68 by the requirement, 34.99 in post', () => {
    const rows = tableNamed(paper, 'Births a year').rows.map(({ cells }) => [cells[0], cells[2]]);
    expect(rows).toEqual([
      ['midwives in post', '34.99'],
      ['funded midwives', '32.06'],
      ['required midwives', '30.68'],
    ]);
  });

  test('an assessment of exactly three years is too old', () => {
    expect(saidBy(paper).join(' ')).toContain('of 30 September 2023, 3 years old at the end of the period.');
    expect(saidBy(paper).join(' ')).toContain('older than 3 years, the age up to which safety action 5 takes one');
  });

  test('every chart has a picture, an alternative text with its figures, and a table of its part', () => {
    const charts = paper.blocks.filter((block) => block.kind === 'chart');
    expect(pictures).toHaveLength(charts.length);
    expect(charts[0]).toMatchObject({
      description: expect.stringContaining('Funded: Midwives 136.00, Maternity support workers 16.00.'),
    });
  });
});

describe('small numbers', async () => {
  await trust.enter(trust.suite, 'induction_delayed', [9, 8, 7, 9, 8, 9]);
  await trust.enter(trust.suite, 'pain_relief_delayed', [3, 2, 1, 2, 2, 2]);
  await trust.enter(trust.suite, 'medication_missed', [1, 0, 1, 0, 0, 0]);
  await trust.enter(trust.suite, 'women_in_labour', [200, 200, 200, 200, 200, 200]);
  await trust.enter(trust.suite, 'women_one_to_one', [198, 200, 190, 200, 200, 200]);
  const { paper } = await client.assurance.report(half);

  test('a red flag of 2 is not shown, nor the next smallest, from which it could be worked out', () => {
    const rows = tableNamed(paper, 'Red flags by kind').rows.map(({ cells }) => [cells[0], cells[2]]);
    expect(rows).toContainEqual(['Medication missed', 'fewer than 5']);
    expect(rows).toContainEqual(['Pain relief delayed', 'not shown']);
    expect(rows).toContainEqual(['Induction delayed', '50']);
    expect(rows).toContainEqual(['All red flags', '64']);
  });

  test('a month in which 2 women had no one-to-one care, and the one month that would give it away, are not told', () => {
    const rows = tableNamed(paper, 'One-to-one care').rows.map(({ cells }) => cells.slice(1));
    expect(rows[0]).toEqual(['200', 'all but fewer than 5', '98.00 % or more']);
    expect(rows[1]).toEqual(['200', '200', '100.00 %']);
    expect(rows[2]).toEqual(['200', 'not shown', 'not shown']);
    expect(rows[6]).toEqual(['1,200', '1,188', '99.00 %']);
  });

  test('the counts behind them are nowhere in the file', async () => {
    const { contents } = await client.assurance.reportFile({ ...half, format: 'docx' });
    const cells = docxTables(Buffer.from(contents, 'base64')).flat(2);
    expect(cells).not.toContain('12');
    expect(cells).not.toContain('190');
  });
});

describe('the files', () => {
  test('a Word file has the tables of the report, cell for cell', async () => {
    const { paper } = await client.assurance.report(half);
    const { fileName, contents } = await client.assurance.reportFile({ ...half, format: 'docx' });
    expect(fileName).toBe('Midwifery staffing report to the board RX1 2026-04 to 2026-09.docx');
    const plain = (text: string) => text.replaceAll('\u00a0', ' ');
    const wanted = paper.blocks.flatMap((block) =>
      block.kind === 'table'
        ? [[block.columns.map(({ heading }) => plain(heading)), ...block.rows.map(({ cells }) => cells.map(plain))]]
        : [],
    );
    expect(docxTables(Buffer.from(contents, 'base64'))).toEqual(wanted);
  });

  test('a period that ends before it begins, or of more than two years, is refused', async () => {
    const wrong = await refusalOf(client.assurance.report({ trust: 'RX1', first: '2026-09', last: '2026-04' }));
    expect(wrong.code).toBe('PERIOD_WRONG');
    const long = await refusalOf(client.assurance.report({ trust: 'RX1', first: '2024-04', last: '2026-04' }));
    expect(long.code).toBe('PERIOD_WRONG');
  });
});

describe.skipIf(!samplesAreHere)(`the report of the samples gives their own figures${ifSamples}`, async () => {
  const samples = samplesAreHere ? await openImportingTrust(['Delivery Suite', 'Birth Centre']) : undefined;
  const named = [
    'a_duty_roster_2026-10',
    'e_esr_staff_in_post_2026-10-31',
    'f_ledger_establishment_2026-10',
    'g_leavers_24_months',
    'h_absence_episodes',
    'k_vacancy_tracker',
  ];
  for (const name of samples ? named : []) {
    const day =
      name.startsWith('a_') || name.startsWith('g_') || name.startsWith('h_')
        ? {}
        : { period: { first: '2026-10-31', last: '2026-10-31' } };
    await samples?.import(sampleFile(`${name}.xlsx`), day);
  }
  const report = await samples?.client.assurance.report({ trust: 'T1', first: '2026-10', last: '2026-11' });
  const paper = () => report!.paper;
  const of = (name: string) => expectedOf(`${name}.xlsx`) as never as Record<string, never>;

  test('shift fill by unit', () => {
    const units = of('a_duty_roster_2026-10')['units'] as unknown as Record<string, { fill_percent: number }>;
    for (const { cells } of tableNamed(paper(), 'Shift fill').rows) {
      const unit = units[cells[0] === 'All units' ? 'ALL' : (cells[0] ?? '')];
      if (unit) expect(cells[7]).toBe(`${unit.fill_percent.toFixed(2)} %`);
    }
    expect(saidBy(paper()).join(' ')).toContain('92.76 % of planned care hours were worked');
  });

  test('coordinator: 50 of the 56 shifts of the 28 days that the roster covers', () => {
    expect(saidBy(paper()).join(' ')).toContain(
      'there at the start of 50 of 56 shifts (89.29 %); rostered on 53, there at the start of 51.',
    );
  });

  test('vacancies and leavers', () => {
    expect(tableNamed(paper(), 'Establishment').rows[0]?.cells.slice(2, 4)).toEqual(['136.45', '125.63']);
    expect(saidBy(paper()).join(' ')).toContain('10.82 WTE (7.93 % of funded) are vacant');
    expect(tableNamed(paper(), 'Leavers').rows[0]?.cells).toEqual(['Midwives', '20', '13.94 %', '87.77 %']);
  });
});
