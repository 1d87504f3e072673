import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { ExportedFile } from '#contract';
import { type PublishedTables, protectTables } from '../../../electron/core/protected-tables.ts';
import { tallyOf } from '../../../electron/features/retention/calculations/flexible-working.ts';
import { flexiblePublished } from '../../../electron/features/retention/calculations/flexible-shared.ts';
import { scoresPublished, surveyShared } from '../../../electron/features/retention/calculations/surveys-shared.ts';
import { leaverFiles } from '../../../electron/features/retention/leaver-files.ts';
import { requireTrust } from '../../../electron/features/organisation/trust.ts';
import { attack } from '../../support/attack-tables.ts';
import { temporaryFolder } from '../../support/database.ts';
import { ifSamples, openImportingTrust, sampleFile, samplesAreHere } from '../../support/importing.ts';
import { refusalOf } from '../../support/planner.ts';
import { readCells } from '../../support/read-cells.ts';

const trust = 'T1';
const SMALLEST = 5;

function solvesNothing(tables: PublishedTables, hideBelow = SMALLEST) {
  const ranges = attack(tables, protectTables(tables, hideBelow), hideBelow);
  for (const [key, [least, most]] of ranges) expect(most, `${key} can only be ${least}`).toBeGreaterThan(least);
  return ranges;
}

async function cellsOf({ contents }: ExportedFile) {
  const path = join(temporaryFolder(), 'file.xlsx');
  writeFileSync(path, Buffer.from(contents, 'base64'));
  const [sheet] = await readCells(path);
  return sheet!.cells;
}

/** Counts of a sheet’s columns from the fifth row on. */
const countsIn = (cells: Readonly<Record<string, unknown>>, columns: string) =>
  Object.entries(cells).flatMap(([place, value]) =>
    new RegExp(`^[${columns}]\\d+$`).test(place) && typeof value === 'number' ? [value] : [],
  );
const isSmall = (count: number) => count > 0 && count < SMALLEST;

it('requests for flexible working by unit, band, group, kind and reason solve no small number together', () => {
  const outcomes = [
    { key: 'yes', name: 'Yes', counts: 'granted' as const },
    { key: 'no', name: 'No', counts: 'refused' as const },
    { key: 'back', name: 'Back', counts: 'withdrawn' as const },
  ];
  const request = fc.record({
    unit: fc.nat(2),
    band: fc.nat(1),
    reason: fc.nat(2),
    isLate: fc.boolean(),
    outcome: fc.constantFrom('yes', 'yes', 'no', 'back', null),
  });
  fc.assert(
    fc.property(fc.array(request, { minLength: 3, maxLength: 14 }), (requests) => {
      const by = (of: (one: (typeof requests)[number]) => number) =>
        [...new Set(requests.map(of))].map((key) => ({
          key: String(key),
          name: String(key),
          ...tallyOf(
            requests.filter((one) => of(one) === key),
            outcomes,
          ),
        }));
      const decided = requests.filter(({ outcome }) => outcome === 'yes' || outcome === 'no');
      const rate = { numerator: decided.filter(({ isLate }) => !isLate).length, denominator: decided.length };
      solvesNothing(
        flexiblePublished({
          ...tallyOf(requests, outcomes),
          inTime: rate,
          meanDays: rate,
          period: { first: '2025-11-01', last: '2026-10-31' },
          limits: { days: 28, months: 2 },
          formulas: [],
          by: {
            unit: by(({ unit }) => unit),
            band: by(({ band }) => band),
            group: by(() => 0),
            kind: by(({ isLate }) => (isLate ? 1 : 0)),
            reason: by(({ reason }) => reason),
          },
        }),
      );
    }),
    { numRuns: 12 },
  );
});

it('a score of a survey is left out of too few answers, and of a second group where both and all would tell it', () => {
  const score = (group: string, answers: number | null) => ({
    group,
    indicator: 'q1',
    name: 'Engagement',
    answers,
    suppressed: false,
    score: '6.50',
    benchmark: '6.70',
  });
  const scores = [score('All', 60), score('Midwives', 30), score('Support', 22), score('Students', 8)];
  const profile = { name: 'For the LMNS', hideBelow: 11, roundTo: 1 };
  const { rows } = surveyShared(scores, { survey: 'NETS', year: 2025, trust: 'T' }, profile);
  expect(rows.map(({ values: [group, , answers, told] }) => [group, answers, told])).toEqual([
    ['All', 60, '6.50'],
    ['Midwives', 30, '6.50'],
    ['Support', 'not shown', 'not shown'],
    ['Students', 'not shown', 'not shown'],
  ]);
  solvesNothing(scoresPublished(scores), 11);
  const [unknown] = surveyShared([score('All', null)], { survey: 'NETS', year: 2025, trust: 'T' }, profile).rows;
  expect(unknown!.values).toContain('not shown: enter how many answered');
});

describe.skipIf(!samplesAreHere)(`files of own screens that leave the trust${ifSamples}`, () => {
  let opened: Awaited<ReturnType<typeof openImportingTrust>>;
  beforeAll(async () => {
    opened = await openImportingTrust();
    for (const file of [
      'e_esr_staff_in_post_2026-10-31.xlsx',
      'g_leavers_24_months.xlsx',
      'i_training_compliance.xlsx',
    ])
      await opened.import(sampleFile(file));
  });

  it('have 55 and over without a small count, and with the files of leavers solve none', async () => {
    const { context, client } = opened;
    const cells = await cellsOf(await client.retention.laterCareersFile({ trust }));
    const counts = countsIn(cells, 'BCDE');
    expect(counts.length).toBeGreaterThan(10);
    expect(counts.filter(isSmall)).toEqual([]);
    const { published } = leaverFiles(context, requireTrust(context.database, trust))!;
    expect([...published.counts.keys()]).toContain('Unit Delivery Suite heads');
    solvesNothing(published);
  });

  it('have training of every course and group as the evidence pack of the same census tells it', async () => {
    const on = '2026-10-31';
    const { training } = opened.client;
    const cells = await cellsOf(await training.complianceFile({ trust, on }));
    expect(countsIn(cells, 'CDFH').filter(isSmall)).toEqual([]);
    const { paper } = await training.evidence({ trust, on, about: 'scheme' });
    const table = paper.blocks.find((block) => block.kind === 'table' && block.title.startsWith('In date on'));
    const packed = table?.kind === 'table' ? table.rows.map(({ cells: row }) => row) : [];
    expect(packed.length).toBeGreaterThan(3);
    const told = Object.entries(cells).filter(([place]) => /^A\d+$/.test(place));
    for (const [course, group, fraction] of packed) {
      const row = told.find(([place, value]) => value === course && cells[`B${place.slice(1)}`] === group)![0].slice(1);
      const both = [cells[`C${row}`], cells[`D${row}`]];
      if (both.every((one) => typeof one === 'number')) expect(fraction).toBe(both.join(' of '));
      else expect(fraction).toMatch(/fewer than|not shown/);
    }
  });

  it('have flexible working of twelve whole months; a survey without results makes none', async () => {
    const { retention } = opened.client;
    const cells = await cellsOf(await retention.flexibleWorkingFile({ trust, profile: 'public' }));
    expect(JSON.stringify(cells)).toContain('are left out');
    const { survey } = await retention.surveys({ trust });
    expect(await refusalOf(retention.surveysFile({ trust, survey, year: 2025 }))).toMatchObject({ code: 'NOT_THERE' });
  });
});
