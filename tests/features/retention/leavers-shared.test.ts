import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { ExportedFile } from '#contract';
import { protectTables } from '../../../electron/core/protected-tables.ts';
import { requireTrust } from '../../../electron/features/organisation/trust.ts';
import { sharedSystem } from '../../../electron/features/retention/shared-system.ts';
import { attack } from '../../support/attack-tables.ts';
import { temporaryFolder } from '../../support/database.ts';
import { ifSamples, openImportingTrust, sampleFile, samplesAreHere } from '../../support/importing.ts';
import { refusalOf } from '../../support/planner.ts';
import { readCells } from '../../support/read-cells.ts';

const trust = 'T1';
const SMALLEST = 5;

async function sheetOf({ contents }: ExportedFile) {
  const path = join(temporaryFolder(), 'file.xlsx');
  writeFileSync(path, Buffer.from(contents, 'base64'));
  const [sheet] = await readCells(path);
  return sheet!.cells;
}

describe.skipIf(!samplesAreHere)(`leavers in files that leave the trust${ifSamples}`, () => {
  let opened: Awaited<ReturnType<typeof openImportingTrust>>;
  let all: ReturnType<typeof sharedSystem>;
  beforeAll(async () => {
    opened = await openImportingTrust();
    for (const file of ['e_esr_staff_in_post_2026-10-31.xlsx', 'g_leavers_24_months.xlsx'])
      await opened.import(sampleFile(file));
    const { context } = opened;
    all = sharedSystem(context, requireTrust(context.database, trust));
  });

  it('are told by none of them, nor by the files of all years and staff groups put side by side and solved', () => {
    const shown = protectTables(all.published, SMALLEST);
    const ranges = attack(all.published, shown, SMALLEST);
    expect(ranges.size).toBeGreaterThan(200);
    for (const [key, [least, most]] of ranges) expect(most, `${key} can only be ${least}`).toBeGreaterThan(least);
    expect(shown.get('leavers 2025-11-01 2026-10-31 together all leavers')).toEqual({ kind: 'shown', count: 25 });
  });

  it('have no count from 1 to 4 in any cell, and say what is left out; only groups there are make one', async () => {
    const { leaversFile } = opened.client.retention;
    for (const more of [
      {},
      { yearsBack: 1 },
      { group: 'support' },
      { group: 'midwives', profile: 'public' as const },
    ]) {
      const cells = await sheetOf(await leaversFile({ trust, ...more }));
      const places = Object.keys(cells).filter((place) => /^[BCDEF]\d+$/.test(place));
      const counts = places.map((place) => cells[place]).filter((value) => typeof value === 'number');
      expect(counts.length).toBeGreaterThan(10);
      expect(counts.filter((value) => value > 0 && value < SMALLEST)).toEqual([]);
      expect(Object.values(cells)).toContain('not shown');
    }
    expect(await refusalOf(leaversFile({ trust, group: 'sailors' }))).toMatchObject({ code: 'NO_SUCH_CHOICE' });
  });
});
