import { describe, expect, it } from 'vitest';
import { dump } from '../support/dump.ts';
import { openImportingTrust } from '../support/importing.ts';
import { textFile } from '../support/odd-files.ts';

const rows = 40_000;
/** A roster of that many duties, of a hundred a day, with one bad grade in fifty. */
function longRoster(): string {
  const headings = 'Unit,Date,Start,End,Break,Grade,Staff Number,Name,Fill Type,Status,In Charge,Supernumerary';
  const lines = Array.from({ length: rows }, (_, at) => {
    const day = new Date(Date.UTC(2025, 0, 1 + Math.floor(at / 100))).toISOString().slice(0, 10);
    const grade = at % 50 === 0 ? 'Wizard' : 'Band 6';
    return `Delivery Suite,${day},07:30,20:00,60,${grade},${10_000_000 + at},Bhatt Olivia,Substantive,Worked,N,N`;
  });
  return textFile([headings, ...lines].join('\n'));
}

const pause = () => new Promise((resolve) => setTimeout(resolve, 5));

describe('a long file that is looked at', () => {
  it('says how far it is in rows and seconds while it is read, and stops when it is told to', async () => {
    const trust = await openImportingTrust();
    const before = dump(trust.sqlite);
    const file = await trust.upload(longRoster(), 'long.csv');
    const input = { trust: 'T1', file, mapping: {} };
    const previewing = trust.client.imports.preview(input);
    const seen: { rows: number; of: number | null; secondsLeft: number | null }[] = [];
    while (seen.length < 3) {
      await pause();
      const progress = await trust.client.imports.progress({ file });
      if (progress && progress.rows > 2000 && progress.phase === 'reading') seen.push(progress);
    }
    for (const { of, secondsLeft } of seen) {
      expect(of).toBeGreaterThan(rows * 0.8);
      expect(of).toBeLessThan(rows * 1.2);
      expect(secondsLeft).toBeGreaterThanOrEqual(0);
    }
    await trust.client.imports.cancel({ file });
    expect(await previewing).toBeNull();
    expect(await trust.client.imports.progress({ file })).toBeNull();
    expect(dump(trust.sqlite)).toBe(before);
  });

  it('and left meanwhile answers every question under way with one quiet refusal, and nothing stays of it', async () => {
    const trust = await openImportingTrust();
    const before = dump(trust.sqlite);
    const file = await trust.upload(longRoster(), 'long.csv');
    const input = { trust: 'T1', file, mapping: {} };
    const { imports } = trust.client;
    const asked = [imports.inspect(input), imports.preview(input), imports.problems(input), imports.changes(input)];
    const outcomes = Promise.allSettled([...asked, imports.problemWorkbook(input)]);
    await pause();
    await imports.discard({ file });
    for (const outcome of await outcomes) {
      if (outcome.status === 'fulfilled') continue;
      // An unexpected failure would have been thrown by the planner of the test.
      expect(outcome.reason).toMatchObject({ defined: true, code: 'FILE_GONE' });
      expect(String(outcome.reason.message)).toMatch(/Choose it again/);
    }
    await expect(imports.preview(input)).rejects.toMatchObject({ code: 'FILE_GONE' });
    expect(dump(trust.sqlite)).toBe(before);
  });
});
