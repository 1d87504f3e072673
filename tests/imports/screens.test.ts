import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { dump } from '../support/dump.ts';
import {
  expectedOf,
  ifSamples,
  type ImportingTrust,
  openImportingTrust,
  sampleFile,
  samplesAreHere,
} from '../support/importing.ts';
import { refusalOf } from '../support/planner.ts';

const bad = 'm1_bad_roster.xlsx';
const october = { first: '2026-10-05', last: '2026-11-01' };
const mapping = { period: october, units: 'refuse' as const };

async function openBad() {
  const trust = await openImportingTrust(['Delivery Suite', 'Birth Centre']);
  const file = await trust.upload(sampleFile(bad), bad, 5000);
  return { trust, file, of: { trust: 'T1', file } };
}

const incoming = ({ context }: ImportingTrust) => {
  const folder = join(context.dataFolder, 'incoming', String(process.pid));
  return existsSync(folder) ? readdirSync(folder) : [];
};

describe.skipIf(!samplesAreHere)(`an import step by step${ifSamples}`, () => {
  it('says what the file was recognised as, with its columns and their first values', async () => {
    const { trust, of } = await openBad();
    const found = await trust.client.imports.inspect(of);
    if (found.kind !== 'recognised') throw new Error(found.message);
    expect(found).toMatchObject({
      importKind: 'duty_roster',
      sheet: 'Roster',
      headerRow: 4,
      questions: [],
      stated: null,
    });
    expect(found.reason).toBe('21 of 21 headings match a duty roster (Duty export)');
    expect(found.values.join('; ')).toMatch(/dates as .*; times as .*; work hours as parts of a day/);
    expect(found.sheets).toEqual([
      { name: 'Roster', hidden: false },
      { name: 'Old data', hidden: true },
    ]);
    expect(found.columns[5]).toMatchObject({ letter: 'F', heading: 'Duty Date', field: 'date' });
    expect(found.columns[5]?.samples).toContain('5 October 2026');
    expect(found.columns[8]?.samples).toContain('07:30');
  });

  it('shows problems by cell, those of one answer together, with the rows of each', async () => {
    const { trust, of } = await openBad();
    const preview = await trust.client.imports.preview({ ...of, mapping });
    expect(preview).toMatchObject({
      rowsRead: 75,
      accepted: 49,
      refused: 25,
      ignored: 1,
      period: october,
    });
    const grades = preview?.groups.filter(({ reason }) => reason === 'grade_unknown') ?? [];
    expect(grades.map(({ mend, words }) => [mend, words])).toContainEqual(['word', 'grade']);
    const duplicates = preview?.groups.find(({ reason }) => reason === 'duplicate_row');
    expect(duplicates).toMatchObject({ count: 3, firstRow: 75, mend: 'none' });
    const rows = await trust.client.imports.problems({ ...of, mapping, group: duplicates?.key ?? '' });
    expect(rows.rows.map(({ row }) => row)).toEqual([75, 76, 77]);
    const all = await trust.client.imports.problems({ ...of, mapping, offset: 1, limit: 2 });
    expect(all).toMatchObject({ total: 25, rows: [{ row: 10 }, { row: 11 }] });
    expect(all.rows[1]).toMatchObject({ reason: 'negative_hours', column: 'Work Hours', outcome: 'refused' });
  });

  it('a mended cell is read as if the file had said so, and the mending is kept', async () => {
    const { trust, of } = await openBad();
    const mends = [{ row: 11, field: 'plannedHours', value: '11:30' }];
    const committed = await trust.client.imports.commit({ ...of, mapping: { ...mapping, mends } });
    if (committed.kind !== 'committed') throw new Error(committed.kind);
    expect(committed.batch).toMatchObject({ accepted: 50, refused: 24 });
    const batch = committed.batch.id;
    expect((await trust.client.imports.open({ batch })).mapping.mends).toEqual(mends);
    const kept = await trust.client.imports.rows({ batch, outcome: 'accepted' });
    expect(kept.rows.find(({ row }) => row === 11)).toMatchObject({ reason: 'mended', read: '-0.4791666666666667' });
  });

  it('one answer to an unknown word mends every row with it, and is remembered for the next file', async () => {
    const { trust, of } = await openBad();
    const preview = await trust.client.imports.preview({ ...of, mapping });
    const unknown = preview?.groups.find(({ reason, mend }) => reason === 'grade_unknown' && mend === 'word');
    const codes = { grade: { [unknown?.read ?? '']: 'Band 6' } };
    const answered = await trust.client.imports.preview({ ...of, mapping: { ...mapping, codes } });
    expect(answered).toMatchObject({ accepted: 50, refused: 24 });
    await trust.client.imports.commit({ ...of, mapping: { ...mapping, codes } });
    const again = { trust: 'T1', file: await trust.upload(sampleFile(bad)) };
    expect(await trust.client.imports.preview({ ...again, mapping })).toMatchObject({ accepted: 50, refused: 24 });
  });

  it('an unknown unit can be told to be a known one', async () => {
    const { trust, of } = await openBad();
    const preview = await trust.client.imports.preview({ ...of, mapping });
    const unknown = preview?.groups.find(({ reason }) => reason === 'unit_unknown');
    expect(unknown).toMatchObject({ mend: 'word', words: 'unit', count: 1 });
    const codes = { unit: { [unknown?.read ?? '']: 'Birth Centre' } };
    expect(await trust.client.imports.preview({ ...of, mapping: { ...mapping, codes } })).toMatchObject({
      accepted: 50,
    });
  });

  it('rows can be left out though they could be read', async () => {
    const { trust, of } = await openBad();
    const preview = await trust.client.imports.preview({ ...of, mapping: { ...mapping, leaveOut: [5, 6] } });
    expect(preview).toMatchObject({ rowsRead: 75, accepted: 47, ignored: 3 });
    expect(preview?.ignoredRows).toContainEqual({ reason: 'left_out', count: 2, rows: [5, 6] });
  });

  it('stores what the preview showed, and the file is gone from the computer afterwards', async () => {
    const { trust, file, of } = await openBad();
    expect(incoming(trust)).toEqual([file]);
    const committed = await trust.client.imports.commit({ ...of, mapping });
    expect(committed).toMatchObject({ kind: 'committed', batch: { accepted: 49, fileName: bad, sha256: file } });
    expect(incoming(trust)).toEqual([]);
    expect(trust.figures('duty_roster')).toMatchObject({ units: expectedOf(bad)['units'] });
    expect((await refusalOf(trust.client.imports.preview({ ...of, mapping }))).code).toBe('FILE_GONE');
  });

  it('cancelled on the way it leaves nothing', async () => {
    const { trust } = await openBad();
    const file = await trust.upload(sampleFile('a_duty_roster_2026-10.xlsx'));
    const before = dump(trust.sqlite, { history: true });
    const running = trust.client.imports.commit({ trust: 'T1', file });
    while ((await trust.client.imports.progress({ file })) === null)
      await new Promise((resolve) => setImmediate(resolve));
    await trust.client.imports.cancel({ file });
    expect(await running).toEqual({ kind: 'cancelled' });
    expect(dump(trust.sqlite, { history: true })).toBe(before);
    await trust.client.imports.discard({ file });
  });

  it('a remembered matching can be seen, changed and forgotten', async () => {
    const { trust, of } = await openBad();
    const fields = { grade: 'Grade', costCentre: null };
    await trust.client.imports.commit({ ...of, mapping: { ...mapping, fields } });
    const [kept] = await trust.client.imports.mappings({ trust: 'T1' });
    expect(kept).toMatchObject({ kind: 'duty_roster', mapping: { fields } });
    const again = { trust: 'T1', file: await trust.upload(sampleFile(bad)) };
    const found = await trust.client.imports.inspect(again);
    expect(found.kind === 'recognised' && found.fields.find(({ field }) => field === 'grade')?.by).toBe('remembered');
    const wrong = trust.client.imports.changeMapping({ id: kept?.id ?? 0, mapping: { fields: { shoeSize: 'Grade' } } });
    expect((await refusalOf(wrong)).code).toBe('MAPPING_WRONG');
    await trust.client.imports.forgetMapping({ id: kept?.id ?? 0 });
    expect(await trust.client.imports.mappings({ trust: 'T1' })).toEqual([]);
  });

  it.each([
    [{ fields: { grade: 'Bandage' } }, 'No column of the file is headed "Bandage".'],
    [{ fields: { shoeSize: 'Grade' } }, 'has no field "shoeSize"'],
    [{ fields: { grade: 'Unit', unit: 'Unit' } }, 'the same column'],
    [{ sheet: 'Rota' }, 'The file has no sheet "Rota"'],
    [{ sheet: 'Old data' }, 'is hidden'],
    [{ kind: 'rota' }, 'no import of the kind "rota"'],
    [{ codes: { status: { W: 'Working hard' } } }, '"Working hard" is no meaning for "W" in status'],
  ])('a mapping that does not fit is refused in words: %j', async (wrong, words) => {
    const { trust, of } = await openBad();
    const refusal = await refusalOf(trust.client.imports.preview({ ...of, mapping: { ...mapping, ...wrong } }));
    expect(refusal.code).toBe('MAPPING_WRONG');
    expect(refusal.message).toContain(words);
  });
});
