import { describe, expect, test } from 'vitest';
import { wholeTrust } from '../establishment/assessment-samples.ts';
import { openAssuredTrust, saidBy, tableNamed } from './trust.ts';

const half = { trust: 'RX1', first: '2026-04', last: '2026-09' };
const trust = await openAssuredTrust();
const { client } = trust;

async function agree(date: string, more: Parameters<typeof wholeTrust>[0] = {}) {
  const inputs = wholeTrust({ date, reference: `Report of ${date.slice(0, 4)}`, ...more });
  const settings = inputs.settings.map((setting) => ({
    ...setting,
    counts: setting.name === 'Home' ? { I: 40, II: 12, III: 5, IV: 3, V: 0 } : setting.counts,
  }));
  const { id } = await client.establishment.addAssessment({ trust: 'RX1', inputs: { ...inputs, settings } });
  await client.establishment.setAssessmentStatus({ trust: 'RX1', id, status: 'agreed', supersedes: [] });
}

describe('the Birthrate+ assessment in the board report: the worked example of a whole trust', async () => {
  await trust.addEstablishment();
  await agree('2025-06-30');
  await agree('2026-11-01', { uplift: 2_600_000 });
  const { paper } = await client.assurance.report(half);

  test('is the one in force at the end of the period, by area, with specialist posts and the total', () => {
    const rows = tableNamed(paper, 'Birthrate+ by area').rows.map(({ cells }) => cells);
    expect(rows[0]).toEqual(['Delivery suite', '70,628', '44.91', '40.42', '4.49']);
    expect(rows.slice(-3)).toEqual([
      ['Clinical total', '', '143.54', '129.18', '14.35'],
      ['Specialist and management', '', '12.92', '12.92', '–'],
      ['Recommended total', '', '156.45', '142.10', '14.35'],
    ]);
    expect(saidBy(paper).join(' ')).toContain(
      'The agreed assessment Report of 2025 of 30 June 2025 recommends 156.45 WTE: 142.10 midwives and 14.35 support workers.',
    );
  });

  test('names the share of specialist posts and what it is a share of', () => {
    expect(saidBy(paper).join(' ')).toContain(
      'Specialist and management posts are 12.92 WTE, 9.00 % of the clinical total (8.26 % of the whole), within the usual 8 to 11 %.',
    );
  });

  test('what is funded against it keeps its sign: midwives 6.10 short, support 1.65 over', () => {
    const rows = tableNamed(paper, 'Birthrate+ against funded').rows.map(({ cells }) => cells.slice(1));
    expect(rows).toEqual([
      ['142.10', '136.00', '6.10', '124.60', '17.50'],
      ['14.35', '16.00', '−1.65', '13.90', '0.45'],
    ]);
  });

  test('every ratio names its denominator', () => {
    const rows = tableNamed(paper, 'Births a year to 1 WTE by the assessment').rows.map(({ cells }) => cells);
    expect(rows).toEqual([
      ['clinical WTE, midwives and support', '30.38'],
      ['WTE of midwives who give care', '33.75'],
      ['recommended WTE of midwives', '30.68'],
      ['recommended total WTE', '27.87'],
    ]);
  });

  test('the casemix of so few women that they could be known is not told', () => {
    const [home] = tableNamed(paper, 'Casemix').rows.map(({ cells }) => cells);
    // 40, 12, 5, 3 and 0 of 60: the 3 is below 5, and the 5 would give it away.
    expect(home).toEqual(['Home', '60', '66.67 %', '20.00 %', 'not shown', 'not shown', '0.00 %']);
  });
});

describe('acuity and the vacancy plan', async () => {
  const entries = [180, 186, 180, 186, 186, 180];
  await trust.enter(trust.suite, 'acuity_expected', entries);
  await trust.enter(trust.suite, 'acuity_entered', [90, 93, 90, 93, 93, 90]);
  await trust.enter(trust.suite, 'acuity_met', [81, 84, 81, 84, 84, 81]);
  const post = { trust: 'RX1', wte: 100_000, post: 'Midwife', band: '6' };
  await client.vacancies.addPost({ ...post, since: '2026-09-30' });
  await client.vacancies.addPost({ ...post, since: '2026-10-01' });
  const { paper } = await client.assurance.report(half);

  test('half of the entries made is said apart from enough midwives at nine in ten of those made', () => {
    // 549 of 1,098 entries; 495 of 549
    expect(saidBy(paper).join(' ')).toContain(
      '50.00 % of acuity entries were made; at 90.16 % of the entries made there were enough midwives',
    );
    const notes = paper.blocks.flatMap((block) => (block.kind === 'note' ? [block.text] : []));
    expect(notes.filter((text) => text.startsWith('Fewer than 85 %'))).toHaveLength(1);
  });

  test('the plan is that of the end of the period: a post vacant since the day after is not in it', () => {
    expect(saidBy(paper).join(' ')).toContain('On 30 September 2026, 1 post (1.00 WTE) was being recruited to');
  });
});

describe('fields of the incentive scheme', async () => {
  const scheme = async (year: number) => client.assurance.scheme({ trust: 'RX1', year });
  const requirement = async (reference: string, year = 7) =>
    (await scheme(year)).actions
      .flatMap(({ requirements }) => requirements)
      .find((one) => one.reference === reference)!;

  test('offer what the planner knows, and take nothing by themselves', async () => {
    const { fields } = await requirement('5a');
    expect(fields.map(({ key, value, known }) => [key, value, known])).toEqual([
      ['tool', null, 'Birthrate+'],
      ['report', null, 'Report of 2025'],
      ['completed', null, '2025-06-30'],
      ['contact', null, null],
    ]);
  });

  test('of the neonatal unit come from its calculator', async () => {
    const { id } = await client.establishment.addNeonatalNursing({ trust: 'RX1', name: 'Neonatal unit' });
    await client.establishment.changeNeonatalNursing({
      trust: 'RX1',
      id,
      designation: 'LNU',
      date: '2025-09-01',
      inPostQualified: 3_840_000,
      inPostRegistered: 1_360_000,
    });
    const { fields, figures } = await requirement('4d');
    // 38.40 of 52.00 are 73.85 %
    expect(fields.flatMap(({ known }) => known ?? [])).toEqual(['2025-09-01', '38.40', '52.00']);
    expect(figures[0]?.sentence).toContain('73.85 % of registered nurses in post are qualified in specialty');
  });

  test('differ by year where the years are known to differ: compensatory rest is advice in year 6', async () => {
    expect((await requirement('4a.3', 6)).advisory).toBe(true);
    const compared = await client.assurance.compareSchemes({ one: 6, other: 7 });
    const changed = compared.requirements.filter(({ change }) => change !== 'same').map(({ reference }) => reference);
    expect(changed).toEqual(['4a.3', '4a.4']);
    expect(compared.requirements.find(({ reference }) => reference === '4a.3')?.details).toContain('Now scored.');
  });
});
