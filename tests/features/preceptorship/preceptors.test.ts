import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type RosteredShift,
  shiftsTogether,
} from '../../../electron/features/preceptorship/calculations/suggestions.ts';
import { monthsBetween } from '../../../electron/features/preceptorship/calculations/preceptors.ts';
import { addDays, addMonths } from '../../../electron/core/dates.ts';
import { ifSamples, openImportingTrust, sampleFile, samplesAreHere } from '../../support/importing.ts';
import { refusalOf } from '../../support/planner.ts';

const trust = 'T1';
const mistry = { trust, name: 'Jane Mistry', unit: 'Delivery Suite', prepared: '2025-03-01', registered: '2019-09-14' };

describe.skipIf(!samplesAreHere)(`preceptors beside the sample preceptees${ifSamples}`, () => {
  async function opened() {
    const { client, import: importFile } = await openImportingTrust(['Delivery Suite']);
    await importFile(sampleFile('j_preceptees.xlsx'));
    return client;
  }

  it('who has nobody is told, and names that the register does not have are offered to be added', async () => {
    const client = await opened();
    const { without, unknown, all } = await client.preceptorship.preceptors({ trust });
    // Of the twelve of the log one is signed off, and only Heather Farooq has no preceptor.
    expect(without.map(({ name }) => name)).toEqual([expect.stringMatching(/farooq/i)]);
    expect(all).toMatchObject({ preceptors: 0, places: 0, preceptees: 11, withoutPreceptor: 1 });
    expect(unknown.reduce((sum, { preceptees }) => sum + preceptees, 0)).toBe(10);
  });

  it('load counts preceptees in the programme against the limit, whatever the spelling of the name', async () => {
    const client = await opened();
    const { unknown } = await client.preceptorship.preceptors({ trust });
    const [first] = unknown;
    await client.preceptorship.addPreceptor({ ...mistry, name: ` ${(first?.name ?? '').toUpperCase()} `, most: 0 });
    const { preceptors, unknown: rest } = await client.preceptorship.preceptors({ trust });
    expect(preceptors[0]?.preceptees).toHaveLength(first?.preceptees ?? 0);
    expect(preceptors[0]).toMatchObject({ limit: 0, isPrepared: true, isExperienced: true, state: 'over' });
    expect(rest).toHaveLength(unknown.length - 1);
    await client.preceptorship.changePreceptor({ trust, id: preceptors[0]?.id ?? 0, most: null });
    expect((await client.preceptorship.preceptors({ trust })).preceptors[0]?.limit).toBe(2);
  });

  it('protected time that a log has without days was given to whoever was the preceptor on the day of the log', async () => {
    const { client, context, import: importFile } = await openImportingTrust();
    await importFile(sampleFile('j_preceptees.xlsx'));
    const { rows } = await client.preceptorship.board({ trust });
    const [one] = rows.filter(({ state, preceptor }) => state === 'in_programme' && preceptor !== null);
    const of = { trust, key: one!.key };
    for (const name of [one!.preceptor!, 'Olu Adebayo']) await client.preceptorship.addPreceptor({ ...mistry, name });
    const givenTo = async (name: string) =>
      (await client.preceptorship.preceptors({ trust })).preceptors.find((preceptor) => preceptor.name === name)?.given;
    const { logged } = await client.preceptorship.preceptee(of);
    const [day, minutes] = [logged!.day, logged!.protected_preceptor!];
    Object.assign(context, { today: () => addDays(day, 3) });
    const before = (await givenTo(one!.preceptor!)) ?? 0;
    expect(minutes).toBeGreaterThan(0);
    expect(before).toBeGreaterThanOrEqual(minutes);
    const event = { kind: 'preceptor' as const, from: addDays(day, 1), preceptor: 'Olu Adebayo' };
    await client.preceptorship.recordEvent({ ...of, event });
    await client.preceptorship.addHours({ ...of, kind: 'protected_preceptor', day: addDays(day, 2), minutes: 20 });
    expect(await givenTo('Olu Adebayo')).toBe(20);
    expect(await givenTo(one!.preceptor!)).toBe(before - minutes);
  });

  it('a suggestion puts first who suits, with the reasons, and a full, unprepared or newly registered one last', async () => {
    const client = await opened();
    const [needs] = (await client.preceptorship.preceptors({ trust })).without;
    const unit = needs?.unit ?? 'Nowhere';
    const add = (name: string, cells: object) => client.preceptorship.addPreceptor({ ...mistry, unit, name, ...cells });
    await add('A Full', { most: 0 });
    await add('B Unprepared', { prepared: null });
    await add('C New', { registered: '2026-06-01' });
    await add('D Elsewhere', { unit: 'Somewhere else' });
    await add('E Right', {});
    await add('F Gone', { until: '2026-11-20' });
    await add('G Going', { until: '2026-12-31' });
    const { suggestions } = await client.preceptorship.suggestPreceptors({ trust, key: needs?.key ?? '' });
    expect(suggestions.map(({ name, suits }) => [name, suits])).toEqual([
      ['E Right', true],
      ['D Elsewhere', true],
      ['A Full', false],
      ['B Unprepared', false],
      ['C New', false],
      ['G Going', false],
    ]);
    expect(suggestions[2]?.reasons.find(({ kind }) => kind === 'load')).toEqual({
      kind: 'load',
      good: false,
      words: 'Full: 0 of 0 preceptees',
    });
    expect(suggestions[5]?.reasons.find(({ kind }) => kind === 'until')?.words).toBe(
      'Leaves the register on 31 December 2026',
    );
    expect(suggestions[4]?.reasons.find(({ kind }) => kind === 'experience')?.words).toBe(
      '5 months since registration, 12 are needed',
    );
  });
});

describe.skipIf(!samplesAreHere)(`preceptors and the staff list${ifSamples}`, () => {
  it('a preceptor whom preceptees name is found on the staff list, whichever way round the name is written', async () => {
    const { client, sqlite, import: importFile } = await openImportingTrust(['Delivery Suite']);
    await importFile(sampleFile('e_esr_staff_in_post_2026-10-31.xlsx'));
    const { name, person } = sqlite
      .prepare(
        `SELECT name, person FROM assignment WHERE occupation_code = 'N2C' AND name LIKE '%, %' AND category = 'permanent'
         GROUP BY name HAVING count(DISTINCT person) = 1 LIMIT 1`,
      )
      .get() as { name: string; person: string };
    const [last, first] = name.split(', ');
    const { key } = await client.preceptorship.addPreceptee({ trust, name: 'Amara Osei', start: '2026-10-05' });
    const event = { kind: 'preceptor' as const, from: '2026-10-06', preceptor: `${first} ${last}` };
    await client.preceptorship.recordEvent({ trust, key, event });
    const { unknown } = await client.preceptorship.preceptors({ trust });
    expect(unknown).toMatchObject([{ name: `${first} ${last}`, preceptees: 1, known: { person } }]);
    const candidates = await client.preceptorship.preceptorCandidates({ trust });
    expect(candidates.some((one) => one.person === person)).toBe(true);
    await client.preceptorship.addPreceptor({ ...mistry, name, person });
    const after = await client.preceptorship.preceptors({ trust });
    expect(after.preceptors[0]).toMatchObject({ load: 1, inPost: true });
    expect(after.unknown).toEqual([]);
  });
});

describe('the register of preceptors', () => {
  it('refuses the same name twice, and every change can be undone', async () => {
    const { client } = await openImportingTrust();
    const { id } = await client.preceptorship.addPreceptor(mistry);
    for (const name of ['jane  MISTRY', 'MISTRY, Jane'])
      expect((await refusalOf(client.preceptorship.addPreceptor({ ...mistry, name }))).code).toBe('TAKEN');
    await client.preceptorship.changePreceptor({ trust, id, unit: 'Ward' });
    await client.preceptorship.removePreceptor({ trust, id });
    await client.history.undo({ trust });
    await client.history.undo({ trust });
    const { preceptors, units } = await client.preceptorship.preceptors({ trust });
    expect(preceptors).toMatchObject([{ id, name: 'Jane Mistry', unit: 'Delivery Suite', load: 0, state: 'free' }]);
    expect(units).toMatchObject([{ unit: 'Delivery Suite', preceptors: 1, places: 2, spare: 2, withoutPreceptor: 0 }]);
  });

  it('keeps the shift pattern, one of those that there are, and says it by its name', async () => {
    const { client } = await openImportingTrust();
    const { id } = await client.preceptorship.addPreceptor({ ...mistry, shiftPattern: 'nights' });
    const patterns = async () => {
      const { preceptors, shiftPatterns } = await client.preceptorship.preceptors({ trust });
      expect(shiftPatterns).toContainEqual({ key: 'nights', name: 'Nights' });
      return preceptors.map(({ shiftPattern, shiftPatternName }) => [shiftPattern, shiftPatternName]);
    };
    expect(await patterns()).toEqual([['nights', 'Nights']]);
    const strange = client.preceptorship.changePreceptor({ trust, id, shiftPattern: 'when she likes' });
    expect((await refusalOf(strange)).code).toBe('NO_SUCH_CHOICE');
    await client.preceptorship.changePreceptor({ trust, id, shiftPattern: 'rotation' });
    expect(await patterns()).toEqual([['rotation', 'Days and nights']]);
    await client.history.undo({ trust });
    expect(await patterns()).toEqual([['nights', 'Nights']]);
  });

  it('tells protected time that each was given, by whose preceptee it was on the day, beside what is owed', async () => {
    const { client } = await openImportingTrust();
    const { preceptorship } = client;
    for (const name of ['Jane Mistry', 'Olu Adebayo']) await preceptorship.addPreceptor({ ...mistry, name });
    const line = async () =>
      (await preceptorship.preceptors({ trust })).preceptors.map(({ name, given, owed }) => [name, given, owed]);
    const of = async (name: string, programme: string) => {
      const cells = { trust, name, programme, start: '2026-09-07', wte: 100_000 };
      const one = { trust, key: (await preceptorship.addPreceptee(cells)).key };
      const hours = (day: string, minutes: number, kind = 'protected_preceptor' as const) =>
        preceptorship.addHours({ ...one, kind, day, minutes });
      const named = (from: string, preceptor: string) =>
        preceptorship.recordEvent({ ...one, event: { kind: 'preceptor', from, preceptor } });
      return { one, hours, named };
    };
    const ada = await of('Ada Test', 'midwifery_core');
    await ada.named('2026-09-07', 'Jane Mistry');
    await ada.hours('2026-09-14', 90);
    await ada.hours('2026-11-30', 60);
    await preceptorship.addHours({ ...ada.one, kind: 'protected_preceptee', day: '2026-09-14', minutes: 45 });
    const bea = await of('Bea Other', 'nursing_gold');
    await bea.named('2026-09-07', 'MISTRY, Jane');
    await bea.hours('2026-09-21', 30);
    // What is booked is not given yet, and what the preceptee has is hers: 8 and 12 hours are owed.
    expect(await line()).toEqual([
      ['Jane Mistry', 120, 1200],
      ['Olu Adebayo', 0, 0],
    ]);
    await ada.named('2026-10-05', 'Olu Adebayo');
    await ada.hours('2026-10-12', 15);
    expect(await line()).toEqual([
      ['Jane Mistry', 30, 720],
      ['Olu Adebayo', 15, 480],
    ]);
  });

  it('refuses a note with a hospital number until somebody says that it is not about a patient', async () => {
    const { client } = await openImportingTrust();
    const call = { ...mistry, notes: 'Debrief for MRN 0045678' };
    expect((await refusalOf(client.preceptorship.addPreceptor(call))).code).toBe('PATIENT_IDENTIFIER');
    expect((await client.preceptorship.preceptors({ trust })).preceptors).toEqual([]);
    await client.preceptorship.addPreceptor({ ...call, aboutNoPatient: true });
  });

  it('knows the hospital numbers of the trust by a form of its own, which takes the place of the published one', async () => {
    const { client } = await openImportingTrust();
    const own = { pack: 'patient-identifiers', path: 'forms[a hospital number].pattern', agreedBy: '', why: '' };
    const notes = 'Debrief for FH-12/345';
    await client.preceptorship.addPreceptor({ ...mistry, notes });
    await client.organisation.setRule({ trust, ...own, value: String.raw`\bfh-\d{2}/\d{3}\b` });
    const call = client.preceptorship.addPreceptor({ ...mistry, name: 'Olu Adebayo', notes });
    expect(await refusalOf(call)).toMatchObject({
      code: 'PATIENT_IDENTIFIER',
      data: { found: [{ field: 'notes', text: 'FH-12/345', looksLike: 'a hospital number' }] },
    });
  });
});

const shift = (person: string) =>
  fc.record({
    person: fc.constant(person),
    unitId: fc.integer({ min: 1, max: 3 }),
    date: fc.constantFrom('2026-10-05', '2026-10-06', '2026-10-07'),
    start: fc.integer({ min: 0, max: 47 }).map((half) => half * 30),
    end: fc.integer({ min: 0, max: 47 }).map((half) => half * 30),
  });

describe('shifts together', () => {
  it('are those on one unit and date whose minutes overlap, counted half hour by half hour', () => {
    const halves = ({ start, end }: RosteredShift) => {
      const last = end <= start ? end + 1440 : end;
      return new Set(Array.from({ length: (last - start) / 30 }, (_, half) => start + half * 30));
    };
    fc.assert(
      fc.property(
        fc.array(shift('1'), { minLength: 1, maxLength: 3 }),
        fc.array(shift('2'), { minLength: 1, maxLength: 3 }),
        (own, others) => {
          const counted = own.filter((one) =>
            others.some(
              (other) =>
                other.unitId === one.unitId &&
                other.date === one.date &&
                [...halves(other)].some((half) => halves(one).has(half)),
            ),
          ).length;
          expect(shiftsTogether(own, others)).toBe(counted);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('are not known where one of the two is on no roster', () => {
    expect(shiftsTogether([], [])).toBeNull();
  });

  it('months of experience are whole months', () => {
    expect(monthsBetween('2025-11-21', '2026-11-20')).toBe(11);
    expect(monthsBetween('2025-11-21', '2026-11-21')).toBe(12);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 28 }), fc.integer({ min: 0, max: 60 }), (day, months) => {
        const from = `2020-02-${String(day).padStart(2, '0')}`;
        expect(monthsBetween(from, addMonths(from, months))).toBe(months);
      }),
    );
  });
});
