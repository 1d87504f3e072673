import { beforeAll, describe, expect, test } from 'vitest';
import type { Reconciliation } from '#contract';
import {
  expectedOf,
  ifSamples,
  type ImportingTrust,
  openImportingTrust,
  sampleFile,
  samplesAreHere,
} from '../../support/importing.ts';

const ledgerFile = 'f_ledger_establishment_2026-10.xlsx';
const staffFile = 'e_esr_staff_in_post_2026-10-31.xlsx';
const at = (costCentre: string, group: string, band: string) => ({ costCentre, group, band });

describe.skipIf(!samplesAreHere)(`ledger against staff list${ifSamples}`, () => {
  let trust: ImportingTrust;
  const reconciliation = async (on?: string): Promise<Reconciliation> => {
    const answer = await trust.client.establishment.reconciliation({ trust: 'T1', on });
    if (!answer) throw new Error('Nothing to reconcile');
    return answer;
  };
  const line = async (place: ReturnType<typeof at>, on?: string) => {
    const found = (await reconciliation(on)).lines.find(
      ({ costCentre, group, band }) => costCentre === place.costCentre && group === place.group && band === place.band,
    );
    if (!found) throw new Error(`No line ${JSON.stringify(place)}`);
    return found;
  };

  beforeAll(async () => {
    trust = await openImportingTrust();
    await trust.import(sampleFile(staffFile));
    await trust.import(sampleFile(ledgerFile));
  });

  test('every planted disagreement is found with both its figures, and nothing else', async () => {
    const { lines, differences } = await reconciliation();
    const found = lines
      .filter(({ kind }) => kind !== 'agreed')
      .map(({ costCentre, group, band, kind, funded, inPost }) => ({
        cost_centre: costCentre,
        group,
        band,
        kind,
        funded_wte: Math.round(funded / 1000) / 100,
        in_post_wte: Math.round(inPost / 1000) / 100,
      }));
    expect(found).toEqual(expectedOf(ledgerFile)['cost_centre_differences']);
    expect(differences).toBe(6);
  });

  test('a line posted twice and a line whose money ended are shown, the vacancy factor is not', async () => {
    const { fileFindings } = await reconciliation();
    expect(fileFindings.map(({ row, kind, funded }) => [row, kind, funded])).toEqual([
      [23, 'posted_twice', 405_000],
      [30, 'funding_ended', 80_000],
    ]);
    expect(fileFindings[1]?.message).toContain('31 March 2026');
  });

  test('the lead who is funded at Band 6 and paid at Band 7 is named on both lines', async () => {
    const funded = await line(at('441105', 'midwives', '6'));
    expect(funded.clues[0]).toMatch(
      /^Fetal Wellbeing Lead Midwife: 1\.00 WTE is in post at cost centre 441105, Band 7 \(row \d+\)\.$/,
    );
    const paid = await line(at('441105', 'midwives', '7'));
    expect(paid.clues.join(' ')).toContain(
      'Fetal Wellbeing Lead Midwife: 1.00 WTE is funded at cost centre 441105, Band 6',
    );
    expect(paid.clues.join(' ')).toContain('Row 30 of the ledger, Retention Midwife');
  });

  test('a cost centre that the ledger does not know says where its people sit', async () => {
    const old = await line(at('441109', 'support', '3'));
    expect(old.clues[0]).toBe('The ledger has no cost centre 441109. Its people sit in Antenatal/Postnatal Ward.');
    expect(old.posts.flatMap(({ staffRows }) => staffRows)).toHaveLength(2);
  });

  test('the posts of every line add up to its two figures, each with file, sheet and row', async () => {
    for (const { posts, funded, inPost } of (await reconciliation()).lines) {
      expect(posts.reduce((sum, post) => sum + (post.funded ?? 0), 0)).toBe(funded);
      expect(posts.reduce((sum, post) => sum + (post.inPost ?? 0), 0)).toBe(inPost);
      for (const { ledgerRows, staffRows } of posts) {
        for (const row of ledgerRows) expect(row.fileName).toBe(ledgerFile);
        for (const row of staffRows) expect(row.fileName).toBe(staffFile);
      }
    }
  });

  test('post by post the six planted disagreements and the empty nurse post are found, and nothing else', async () => {
    const { lines, ofPosts } = await reconciliation();
    const found = lines.flatMap(({ costCentre, band, posts }) =>
      posts
        .filter(({ verdict }) => verdict !== 'agreed' && verdict !== 'not_told')
        .map(({ post, verdict, funded, inPost, elsewhere }) => [
          `${costCentre} Band ${band} ${post}`,
          verdict,
          funded === null ? null : Math.round(funded / 1000) / 100,
          inPost === null ? null : Math.round(inPost / 1000) / 100,
          elsewhere && `${elsewhere.costCentre} Band ${elsewhere.band}`,
        ]),
    );
    expect(found).toEqual([
      ['441101 Band 6 Registered Nurse (Theatre Recovery)', 'only_ledger', 0.64, null, null],
      ['441102 Band 3 Maternity Support Worker', 'over', 9, 9.62, null],
      ['441104 Band 6 Midwife', 'over', 7.65, 9.07, null],
      ['441105 Band 6 Fetal Wellbeing Lead Midwife', 'elsewhere', 1, null, '441105 Band 7'],
      ['441105 Band 7 Fetal Wellbeing Lead Midwife', 'elsewhere', null, 1, '441105 Band 6'],
      ['441105 Band 7 Retention Midwife', 'only_staff', null, 0.8, null],
      ['441109 Band 3 Maternity Support Worker', 'only_staff', null, 1.6, null],
    ]);
    expect(ofPosts).toMatchObject({ differences: 7, unsettled: 7, carried: 0 });
  });

  test('where ledger and staff list name posts differently, it says that a post cannot be told', async () => {
    const { posts } = await line(at('441105', 'midwives', '7'));
    const untold = posts.filter(({ verdict }) => verdict === 'not_told').map(({ post }) => post);
    expect(untold).toContain('Senior Midwife / Coordinator');
    expect(untold).toContain('Bereavement Midwife');
    const coordinators = (await line(at('441101', 'midwives', '7'))).posts;
    expect(coordinators.map(({ verdict, matchedBy, people }) => [verdict, matchedBy, people])).toEqual([
      ['agreed', 'part_of_title', 14],
    ]);
  });

  test('a post has its own reason, owner and settling, and opens again when its line does', async () => {
    const place = at('441105', 'midwives', '7');
    const post = 'retention midwife';
    const own = async () => (await line(place)).posts.find(({ key }) => key === post);
    const before = await reconciliation();
    await trust.client.establishment.noteDifference({
      trust: 'T1',
      ...place,
      post,
      reason: 'Funding ended, person stays',
      owner: 'A. Bell',
      settled: true,
    });
    expect(await own()).toMatchObject({ reason: 'Funding ended, person stays', owner: 'A. Bell', settled: true });
    const after = await reconciliation();
    expect(after.ofPosts.unsettled).toBe(before.ofPosts.unsettled - 1);
    expect(after.ofPosts.reconciled.numerator).toBe(before.ofPosts.reconciled.numerator + 1);
    expect(after.unsettled).toBe(before.unsettled);
    await trust.client.history.undo({ trust: 'T1' });
    expect(await own()).toMatchObject({ reason: null, owner: null, settled: false });
    const agreed = trust.client.establishment.noteDifference({ trust: 'T1', ...place, post: 'bereavement midwife' });
    await expect(agreed).rejects.toMatchObject({ code: 'NO_SUCH_DIFFERENCE' });
  });

  test('doctors and people without a group are named as not compared', async () => {
    const { leftOut } = await reconciliation();
    expect(leftOut.map(({ group, inPost }) => [group, inPost])).toEqual([
      ['medical', 4_700_000],
      ['unmapped', 60_000],
    ]);
  });

  test('a reason and an owner are kept, and undo takes them back', async () => {
    const place = at('441102', 'support', '3');
    await trust.client.establishment.noteDifference({
      trust: 'T1',
      ...place,
      reason: 'Agreed over-establishment',
      owner: 'J. Reid',
    });
    expect(await line(place)).toMatchObject({ reason: 'Agreed over-establishment', owner: 'J. Reid', settled: false });
    await trust.client.history.undo({ trust: 'T1' });
    expect(await line(place)).toMatchObject({ reason: null, owner: null });
  });

  test('settling a difference raises the share reconciled by its line', async () => {
    const before = await reconciliation();
    expect(before.reconciled).toEqual({ numerator: before.lines.length - 6, denominator: before.lines.length });
    const place = at('441101', 'other_nursing', '6');
    await trust.client.establishment.noteDifference({
      trust: 'T1',
      ...place,
      reason: 'Post held or frozen',
      settled: true,
    });
    const after = await reconciliation();
    expect(after.reconciled.numerator).toBe(before.reconciled.numerator + 1);
    expect(after.unsettled).toBe(5);
  });

  test('what is not settled goes on to next month with its reason and the month it began', async () => {
    await trust.client.establishment.noteDifference({ trust: 'T1', ...at('441109', 'support', '3'), owner: 'Finance' });
    await trust.import(sampleFile(ledgerFile), { period: { first: '2026-11-30', last: '2026-11-30' } });
    const next = await reconciliation('2026-11-30');
    expect(next).toMatchObject({ ledgerCensus: '2026-11-30', carried: 5, unsettled: 5 });
    expect(await line(at('441109', 'support', '3'), '2026-11-30')).toMatchObject({
      since: '2026-10-31',
      owner: 'Finance',
    });
    expect(next.ofPosts).toMatchObject({ differences: 7, unsettled: 6, carried: 6 });
    const retention = (await line(at('441105', 'midwives', '7'), '2026-11-30')).posts;
    expect(retention.find(({ key }) => key === 'retention midwife')?.since).toBe('2026-10-31');
    // October is still there as it stood.
    expect((await reconciliation('2026-10-31')).carried).toBe(0);
  });

  test('the list of reasons can be changed, and with none the app’s own comes back', async () => {
    await trust.client.establishment.setReasons({ trust: 'T1', reasons: ['Seconded out', 'Seconded out'] });
    expect((await reconciliation()).reasons).toEqual(['Seconded out']);
    await trust.client.establishment.setReasons({ trust: 'T1', reasons: [] });
    expect((await reconciliation()).reasons).toContain('Agreed over-establishment');
  });

  test('where the two agree there is nothing to say a reason of', async () => {
    const call = trust.client.establishment.noteDifference({
      trust: 'T1',
      ...at('441101', 'midwives', '6'),
      reason: 'x',
    });
    await expect(call).rejects.toMatchObject({ code: 'NO_SUCH_DIFFERENCE' });
  });
});
