import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { StayingGroup, Stayed } from '#contract';
import {
  stayingPublished,
  protectStaying,
} from '../../../electron/features/preceptorship/calculations/staying-protected.ts';
import { protectTables } from '../../../electron/core/protected-tables.ts';
import { addDays, addMonths } from '../../../electron/core/dates.ts';
import { attack } from '../../support/attack-tables.ts';
import { ifSamples, openImportingTrust, sampleFile, samplesAreHere } from '../../support/importing.ts';

const trust = 'T1';
const SMALLEST = 5;

const stayed = (numerator: number, denominator: number): Stayed => ({
  rate: { numerator, denominator },
  pending: 0,
  unknown: 0,
});
const stayingGroup = (name: string, numerator: number, denominator: number): StayingGroup => ({
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
        const rows = groups.map(([left, kept], place) => stayingGroup(`Group ${place}`, kept, kept + left));
        const sum = (of: (pair: [number, number]) => number) => groups.reduce((total, pair) => total + of(pair), 0);
        const all = stayingGroup(
          'All',
          sum(([, kept]) => kept),
          sum(([left, kept]) => left + kept),
        );
        const shared = protectStaying([{ rows, all }], { hideBelow: SMALLEST, roundTo: 1 }, 'preceptorship')
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
        const of = (name: string, some: typeof people): StayingGroup => {
          const sum = (countOf: (one: (typeof people)[number]) => number) =>
            some.reduce((all, one) => all + countOf(one), 0);
          const there = stayed(
            sum((one) => (one.stayed ? 1 : 0)),
            some.length,
          );
          return {
            ...stayingGroup(name, 0, some.length),
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
        const tables = stayingPublished([
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
    const { rows, knownTo } = await client.preceptorship.staying({ trust, by: 'cohort' });
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

  it('stands beside the support that was given: meetings by their day and hours of those owed, person by person', async () => {
    const { client, sqlite, import: importFile } = await openImportingTrust();
    await importFile(sampleFile('e_esr_staff_in_post_2026-10-31.xlsx'));
    const inPost = sqlite
      .prepare(`SELECT DISTINCT person FROM assignment WHERE status = 'active' ORDER BY person LIMIT 2`)
      .pluck()
      .all() as string[];
    const { preceptorship } = client;
    const steps = { start: '2025-09-15', '3m': '2025-12-01', '6m': '2026-03-01', '9m': '2026-06-01' };
    /** Somebody of 1 September 2025, with some of the meetings, each so many days late, and so many hours. */
    const add = async (name: string, person: string | null, late: Record<string, string | null>, hours: number) => {
      const { key } = await preceptorship.addPreceptee({ trust, name, person, start: '2025-09-01', wte: 60_000 });
      for (const [step, day] of Object.entries({ ...steps, completion: '2026-09-01', ...late }))
        if (day !== null) await preceptorship.recordMeeting({ trust, key, step, held: day });
      for (let given = 0; given < hours; given += 30)
        await preceptorship.addHours({
          trust,
          key,
          kind: 'supernumerary',
          day: addDays('2025-09-01', given),
          minutes: 60 * 30,
        });
      return key;
    };
    // 150 hours in proportion are 90: more than that does not make up for somebody else's.
    await add('Supported', inPost[0]!, {}, 120);
    await add('Late', inPost[1]!, { '3m': '2025-12-02' }, 90);
    await add('Without hours', null, {}, 60);
    const key = await add('Not all', null, { '6m': null, '9m': null }, 90);
    await preceptorship.notApplicable({ trust, key, step: '9m', reason: 'Held with the next' });
    const { rows, all } = await preceptorship.staying({ trust, by: 'support' });
    const minutes = 90 * 60;
    expect(rows).toMatchObject([
      {
        name: 'Fully supported',
        people: 1,
        fullySupported: 1,
        meetings: { numerator: 5, denominator: 5 },
        supernumerary: { numerator: minutes, denominator: minutes },
        at12: { rate: { numerator: 1, denominator: 1 }, unknown: 0 },
      },
      {
        name: 'Support incomplete or late',
        people: 3,
        fullySupported: 0,
        meetings: { numerator: 4 + 5 + 3, denominator: 5 + 5 + 4 },
        supernumerary: { numerator: 2 * minutes + 60 * 60, denominator: 3 * minutes },
        at12: { rate: { numerator: 1, denominator: 1 }, unknown: 2 },
      },
    ]);
    expect(all).toMatchObject({ people: 4, fullySupported: 1, meetings: { numerator: 17, denominator: 19 } });
  });

  it('without a staff list nobody is said to have stayed or left', async () => {
    const { client } = await openImportingTrust();
    await client.preceptorship.addPreceptee({ trust, name: 'Amara Osei', start: '2024-09-02' });
    const { all, knownTo } = await client.preceptorship.staying({ trust, by: 'support' });
    expect(knownTo).toBeNull();
    expect(all.at12).toEqual({ rate: { numerator: 0, denominator: 0 }, pending: 0, unknown: 1 });
  });
});
