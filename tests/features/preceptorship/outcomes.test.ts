import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Outcome, Stayed } from '#contract';
import {
  outcomesPublished,
  protectOutcomes,
} from '../../../electron/features/preceptorship/calculations/outcomes-protected.ts';
import { protectTables } from '../../../electron/core/protected-tables.ts';
import { addMonths } from '../../../electron/core/dates.ts';
import { attack } from '../../support/attack-tables.ts';
import { ifSamples, openImportingTrust, sampleFile, samplesAreHere } from '../../support/importing.ts';

const trust = 'T1';
const SMALLEST = 5;

const stayed = (numerator: number, denominator: number): Stayed => ({
  rate: { numerator, denominator },
  pending: 0,
  unknown: 0,
});
const outcome = (name: string, numerator: number, denominator: number): Outcome => ({
  name,
  people: denominator,
  at12: stayed(numerator, denominator),
  at24: stayed(0, 0),
  meetings: { numerator, denominator },
  supernumerary: { numerator: 60 * numerator, denominator: 60 * denominator },
  fullySupported: 0,
});
const read = (text: string) => {
  const parts = /\((\d+) of (\d+)\)$/.exec(text);
  return parts ? { numerator: Number(parts[1]), denominator: Number(parts[2]) } : null;
};

describe('what leaves the trust', () => {
  it('shows no count from 1 to 4 of people, stayers or leavers, nor lets one be taken from the total', () => {
    const group = fc.tuple(fc.nat(9), fc.nat(9));
    fc.assert(
      fc.property(fc.array(group, { minLength: 1, maxLength: 6 }), (groups) => {
        const rows = groups.map(([left, kept], place) => outcome(`Group ${place}`, kept, kept + left));
        const sum = (of: (pair: [number, number]) => number) => groups.reduce((total, pair) => total + of(pair), 0);
        const all = outcome(
          'All',
          sum(([, kept]) => kept),
          sum(([left, kept]) => left + kept),
        );
        const shared = protectOutcomes([{ rows, all }], { hideBelow: SMALLEST, roundTo: 1 }, 'preceptorship')
          .groupings[0]!;
        const shown = shared.rows.map(({ at12 }) => read(at12)).filter((one) => one !== null);
        const total = read(shared.all.at12);
        const isSmall = (count: number) => count > 0 && count < SMALLEST;
        for (const one of total ? [...shown, total] : shown)
          expect([one.numerator, one.denominator - one.numerator, one.denominator].some(isSmall)).toBe(false);
        // Two that are left out together tell neither; one alone would be the difference.
        const isAlone = shared.rows.filter(({ at12 }) => read(at12) === null && at12 !== '–').length === 1;
        if (total && isAlone) {
          const rest = (of: (one: { numerator: number; denominator: number }) => number) =>
            of(total) - shown.reduce((known, one) => known + of(one), 0);
          expect(isSmall(rest(({ numerator }) => numerator))).toBe(false);
          expect(isSmall(rest(({ numerator, denominator }) => denominator - numerator))).toBe(false);
        }
        const people = shared.rows.map((row) => Number(row.people)).filter((count) => !Number.isNaN(count));
        expect(people.some(isSmall)).toBe(false);
        const everybody = Number(shared.all.people);
        const isOneAlone = shared.rows.length - people.length === 1;
        if (!Number.isNaN(everybody) && isOneAlone)
          expect(isSmall(everybody - people.reduce((known, count) => known + count, 0))).toBe(false);
      }),
      { numRuns: 400 },
    );
  });

  it('of meetings on time and hours given solves no small number with the people, in two groupings of the same', () => {
    const person = fc.record({
      cohort: fc.nat(2),
      isSupported: fc.boolean(),
      meetings: fc.nat(2),
      hours: fc.nat(2),
      stayed: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(person, { minLength: 4, maxLength: 30 }), (people) => {
        const of = (name: string, some: typeof people): Outcome => {
          const sum = (countOf: (one: (typeof people)[number]) => number) =>
            some.reduce((all, one) => all + countOf(one), 0);
          const there = stayed(
            sum((one) => (one.stayed ? 1 : 0)),
            some.length,
          );
          return {
            ...outcome(name, 0, some.length),
            at12: there,
            at24: there,
            meetings: { numerator: sum(({ meetings }) => meetings), denominator: 2 * some.length },
            supernumerary: { numerator: sum(({ hours }) => hours), denominator: 2 * some.length },
          };
        };
        const groups = (key: (one: (typeof people)[number]) => unknown) =>
          [...new Set(people.map(key))].map((value) =>
            of(
              String(value),
              people.filter((one) => key(one) === value),
            ),
          );
        const all = of('All', people);
        const tables = outcomesPublished([
          { rows: groups(({ cohort }) => cohort), all },
          { rows: groups(({ isSupported }) => isSupported), all },
        ]);
        for (const [key, [least, most]] of attack(tables, protectTables(tables, SMALLEST), SMALLEST))
          expect(most, `${key} can only be ${least}`).toBeGreaterThan(least);
      }),
      { numRuns: 60 },
    );
  });
});

describe.skipIf(!samplesAreHere)(`staying in post${ifSamples}`, () => {
  it('counts who was in post after 12 and 24 months, and leaves out who is not there yet or of whom nothing tells', async () => {
    const { client, sqlite, import: importFile } = await openImportingTrust();
    await importFile(sampleFile('e_esr_staff_in_post_2026-10-31.xlsx'));
    await importFile(sampleFile('g_leavers_24_months.xlsx'));
    const inPost = sqlite
      .prepare(
        `SELECT DISTINCT person FROM assignment WHERE category = 'permanent' AND start_date < '2024-01-01' AND person NOT IN (SELECT person FROM leaver) LIMIT 2`,
      )
      .pluck()
      .all() as string[];
    const leaver = sqlite
      .prepare(
        `SELECT person, date AS leaving FROM leaver WHERE date BETWEEN '2025-11-01' AND '2026-03-31'
           AND person NOT IN (SELECT person FROM assignment) AND category = 'permanent' LIMIT 1`,
      )
      .get() as { person: string; leaving: string };
    const add = (name: string, person: string | null, start: string) =>
      client.preceptorship.addPreceptee({ trust, name, person, start, cohort: 'One' });
    await add('Stayed', inPost[0] ?? '', '2024-09-02');
    await add('Stayed so far', inPost[1] ?? '', '2026-06-01');
    // Eighteen months after the start: in post at 12, no longer at 24, which the list of October 2026 can tell.
    await add('Left', leaver.person, addMonths(leaver.leaving, -18));
    await add('Nobody tells', null, '2024-09-02');
    const { rows, knownTo } = await client.preceptorship.outcomes({ trust, by: 'cohort' });
    expect(knownTo).toBe('2026-10-31');
    expect(rows).toMatchObject([
      {
        name: 'One',
        people: 4,
        at12: { rate: { numerator: 2, denominator: 2 }, pending: 1, unknown: 1 },
        at24: { rate: { numerator: 1, denominator: 2 }, pending: 1, unknown: 1 },
      },
    ]);
  });

  it('without a staff list nobody is said to have stayed or left', async () => {
    const { client } = await openImportingTrust();
    await client.preceptorship.addPreceptee({ trust, name: 'Amara Osei', start: '2024-09-02' });
    const { all, knownTo } = await client.preceptorship.outcomes({ trust, by: 'support' });
    expect(knownTo).toBeNull();
    expect(all.at12).toEqual({ rate: { numerator: 0, denominator: 0 }, pending: 0, unknown: 1 });
  });
});

describe.skipIf(!samplesAreHere)(`papers of preceptorship${ifSamples}`, () => {
  async function opened() {
    const { client, import: importFile } = await openImportingTrust();
    await importFile(sampleFile('j_preceptees.xlsx'));
    const { rows } = await client.preceptorship.board({ trust });
    return { client, rows };
  }

  it('the cohort report for the board names nobody and shows no small count', async () => {
    const { client, rows } = await opened();
    const { paper, pictures } = await client.preceptorship.cohortReport({ trust });
    const text = JSON.stringify(paper);
    for (const { name, person, preceptor } of rows)
      for (const word of [name, person, preceptor]) if (word) expect(text).not.toContain(word);
    // Twelve people in seven states and two years: of the seven who are in the programme the number is shown, of one paused person not.
    const states = paper.blocks.find((block) => block.kind === 'table');
    const cells = states?.kind === 'table' ? states.rows.map(({ cells: line }) => line[1]) : [];
    expect(cells.filter((cell) => ['1', '2', '3', '4'].includes(cell ?? ''))).toEqual([]);
    expect(pictures.every((picture) => picture.startsWith('<svg'))).toBe(true);
    const files = await Promise.all(
      (['docx', 'pdf'] as const).map((format) => client.preceptorship.cohortReportFile({ trust, format })),
    );
    expect(files.map(({ fileName }) => fileName)).toEqual([
      'Preceptorship report to the board T1 2026-11-21.docx',
      'Preceptorship report to the board T1 2026-11-21.pdf',
    ]);
    expect(files.map(({ contents }) => Buffer.from(contents, 'base64').subarray(0, 4).toString('latin1'))).toEqual([
      'PK\u0003\u0004',
      '%PDF',
    ]);
  });

  it('the pack for a person’s file has the meetings, hours, competencies and the gate of that person by name', async () => {
    const { client, rows } = await opened();
    const one = rows.find(({ name }) => /farooq/i.test(name));
    const key = one?.key ?? '';
    await client.preceptorship.recordMeeting({
      trust,
      key,
      step: 'start',
      held: '2026-11-10',
      who: 'Jane Mistry',
      agreedActions: 'Book the study day',
    });
    const away = { kind: 'pause', from: '2026-11-16', until: null, reason: 'Sickness', note: null } as const;
    await client.preceptorship.recordEvent({ trust, key, event: away });
    const fewer = { kind: 'wte', from: '2026-11-12', wte: 80_000, note: null } as const;
    await client.preceptorship.recordEvent({ trust, key, event: fewer });
    const { paper } = await client.preceptorship.personPack({ trust, key });
    const text = JSON.stringify(paper);
    const events = ['"Sickness"', '"0.80 WTE"'];
    for (const words of [
      one?.name ?? '',
      'First meeting',
      'Jane Mistry',
      'Book the study day',
      'Band 5 to band 6',
      ...events,
    ])
      expect(text).toContain(words);
    const { contents } = await client.preceptorship.personPackFile({ trust, key, format: 'pdf' });
    expect(Buffer.from(contents, 'base64').subarray(0, 4).toString('latin1')).toBe('%PDF');
  });

  it('the pack has what the log says too: its pause, extension, preceptor, and what was answered otherwise', async () => {
    const { client, rows } = await opened();
    const packOf = async (who: RegExp) => {
      const key = rows.find(({ name }) => who.test(name))?.key ?? '';
      await client.preceptorship.notApplicable({ trust, key, step: 'hours', reason: 'Given elsewhere' });
      const { paper } = await client.preceptorship.personPack({ trust, key });
      const tables = paper.blocks.flatMap((block) => (block.kind === 'table' ? [block] : []));
      const table = (title: string) => tables.find((one) => one.title === title)?.rows.map(({ cells }) => cells);
      return { changed: table('What changed'), facts: table('At a glance') };
    };
    const paused = await packOf(/Imran Obi/);
    expect(paused.changed).toEqual([
      ['Preceptor', '7 January 2026', '–', 'Sandra Rowntree'],
      ['Pause', '20 April 2026', '–', 'Maternity leave'],
      ['Supernumerary hours', '21 November 2026', '–', 'not applicable: Given elsewhere'],
    ]);
    expect((await packOf(/Rosa Rao/)).changed).toContainEqual([
      'Extension',
      '–',
      '8 January 2027',
      'Needs more labour ward experience',
    ]);
    const key = rows.find(({ name }) => /farooq/i.test(name))?.key ?? '';
    const event = { kind: 'preceptor' as const, from: '2026-11-03', preceptor: 'Jane Mistry' };
    await client.preceptorship.recordEvent({ trust, key, event });
    const { changed, facts } = await packOf(/farooq/i);
    expect(facts).toContainEqual(['Preceptor first named on', '3 November 2026']);
    expect(changed).toContainEqual(['Preceptor', '3 November 2026', '–', 'Jane Mistry']);
  });

  it('what is copied and printed of the figures withholds small counts as the workbook does', async () => {
    const { client } = await opened();
    const { rows, shared } = await client.preceptorship.outcomes({ trust, by: 'cohort' });
    expect(rows.some(({ people }) => people > 0 && people < 5)).toBe(true);
    expect(shared.rows.map(({ name }) => name)).toEqual(rows.map(({ name }) => name));
    for (const [place, { people }] of rows.entries())
      if (people < 5) expect(shared.rows[place]?.people).not.toBe(String(people));
  });

  it('the workbook of the figures withholds small counts too', async () => {
    const { client } = await opened();
    const { fileName } = await client.preceptorship.outcomesFile({ trust, by: 'cohort' });
    expect(fileName).toBe('Preceptorship and staying T1 by cohort.xlsx');
  });
});
