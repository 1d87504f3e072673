import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { ExportedFile } from '#contract';
import { type PublishedTables, protectTables } from '../../../electron/core/protected-tables.ts';
import { tallyOf } from '../../../electron/features/retention/calculations/flexible-working.ts';
import { flexiblePublished } from '../../../electron/features/retention/calculations/flexible-shared.ts';
import { scoresPublished, surveyShared } from '../../../electron/features/retention/calculations/surveys-shared.ts';
import { sharedSystem } from '../../../electron/features/retention/shared-system.ts';
import { removeTrust } from '../../../electron/database/remove-trust.ts';
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

it('a file that is shared again with one request more does not tell that one, until the first went to nobody', async () => {
  const { client, context, sqlite } = await openImportingTrust();
  const { retention, history } = client;
  const ask = (name: string, asked: string) =>
    retention.addRequest({ trust, name, asked, kind: 'fewer_hours', band: null, unit: null, group: null });
  for (let at = 1; at <= 9; at += 1) await ask(`Somebody ${at}`, '2026-09-01');
  const askedIn = async () => {
    const file = await retention.flexibleWorkingFile({ trust });
    const cells = await cellsOf(file);
    const [place] = Object.entries(cells).find(([, value]) => value === 'All')!;
    return { asked: cells[place.replace('A', 'B')], leftOut: file.leftOut };
  };
  const kept = () => sqlite.prepare('SELECT count(*) FROM shared_file').pluck().get();
  expect(await askedIn()).toEqual({ asked: 9, leftOut: null });
  // The same once more tells the same, and is kept once.
  expect(await askedIn()).toEqual({ asked: 9, leftOut: null });
  expect(kept()).toBe(1);
  await ask('Somebody late', '2026-09-02');
  const again = await askedIn();
  expect(again.asked).toBe('not shown');
  expect(again.leftOut).toMatch(/not shown: a file shared before \(.* 2026\) told otherwise, .* of 1 to 4 people/);
  const [first] = await history.changes({ trust });
  expect(first?.label).toMatch(
    /^Made to share: Flexible working requests of Test Trust, shared, for the LMNS and the board/,
  );
  // Both files went to nobody: undone, they are forgotten; and with the trust everything is.
  await history.undo({ trust });
  await history.undo({ trust });
  await history.undo({ trust });
  await ask('Somebody late', '2026-09-02');
  expect(kept()).toBe(0);
  expect((await askedIn()).asked).toBe(10);
  removeTrust(context.database, requireTrust(context.database, trust).id);
  expect(kept()).toBe(0);
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
    const { published } = sharedSystem(context, requireTrust(context.database, trust));
    expect([...published.counts.keys()]).toContain('ages of 2026-10-31: Unit Delivery Suite heads');
    solvesNothing(published);
  });

  it('have staff by unit and band, legacy mentors and plans without a small count, and levels of placement areas without words', async () => {
    const { retention } = opened.client;
    const staff = await cellsOf(await retention.staffFile({ trust }));
    const counts = countsIn(staff, 'BCD');
    expect(counts.length).toBeGreaterThan(20);
    expect(counts.filter(isSmall)).toEqual([]);
    expect(Object.values(staff)).toEqual(expect.arrayContaining(['Delivery Suite', 'Unit', 'Band', 'Staff group']));
    await retention.addLegacyMentor({ trust, name: 'Joan Firth', appointed: '2026-01-01' });
    const careers = await cellsOf(await retention.laterCareersFile({ trust }));
    const [place] = Object.entries(careers).find(([, value]) => value === 'In the role today')!;
    expect(careers[place.replace('A', 'B')]).toBe('fewer than 5');
    expect(JSON.stringify(careers)).not.toContain('Joan');
    expect(await refusalOf(retention.learningFile({ trust }))).toMatchObject({ code: 'NOT_THERE' });
    const { id } = await retention.addRound({
      trust,
      tool: 'learning',
      name: 'Delivery Suite',
      level: 'unit',
      place: 'Delivery Suite',
      day: '2026-10-01',
      by: null,
    });
    const { priorities } = await retention.learningAreas({ trust });
    await retention.rate({
      trust,
      id,
      statement: priorities[0]!.key,
      rating: 'level_3',
      evidence: 'Said by Ann',
      gap: null,
    });
    const levels = JSON.stringify(await cellsOf(await retention.learningFile({ trust })));
    expect(levels).toContain('Delivery Suite');
    expect(levels).not.toContain('Ann');
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
