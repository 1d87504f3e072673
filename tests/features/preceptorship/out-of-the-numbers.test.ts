import { describe, expect, it } from 'vitest';
import { ifSamples, openImportingTrust, sampleFile, samplesAreHere } from '../../support/importing.ts';

const trust = 'T1';
const today = '2026-11-02';

async function openTrust() {
  const opened = await openImportingTrust();
  Object.assign(opened.context, { today: () => today });
  const { preceptorship, history } = opened.client;
  return { ...opened, preceptorship, undo: () => history.undo({ trust }), redo: () => history.redo({ trust }) };
}

describe.skipIf(!samplesAreHere)(`out of the numbers${ifSamples}`, () => {
  it('protected hours that a log gives without days cost WTE too, in the months before its day', async () => {
    const { preceptorship, context, ...opened } = await openTrust();
    await opened.import(sampleFile('j_preceptees.xlsx'));
    const total = context.database.sqlite
      .prepare('SELECT sum(protected_minutes_preceptee + protected_minutes_preceptor) FROM preceptee')
      .pluck()
      .get() as number;
    const { months } = await preceptorship.beside({ trust });
    const sum = (rows: typeof months) => rows.reduce((minutes, { protected: one }) => minutes + one, 0);
    expect(sum(months)).toBeGreaterThan(0);
    // Who began more than a year ago has some of them before the first month shown.
    expect(sum(months)).toBeLessThanOrEqual(total);
    expect(sum(months.filter(({ month }) => month > '2026-11'))).toBe(0);
  });

  it('who is supernumerary is not available in the gap, and a pause brings nobody in twice', async () => {
    const { client, preceptorship, context, undo, redo, ...opened } = await openTrust();
    await opened.import(sampleFile('e_esr_staff_in_post_2026-10-31.xlsx'));
    const away = async () => {
      const { byGroupAndBand } = await client.establishment.gap({ trust });
      return byGroupAndBand.reduce((sum, { position }) => sum + (position.away?.supernumerary ?? 0), 0);
    };
    const midwife = context.database.sqlite
      .prepare(`SELECT person, fte FROM assignment WHERE status = 'active' AND band = '5' AND fte > 0 LIMIT 1`)
      .get() as { person: string; fte: number };
    expect(await away()).toBe(0);
    const { key } = await preceptorship.addPreceptee({
      trust,
      name: 'Ada Test',
      person: midwife.person,
      start: '2026-10-19',
      wte: midwife.fte,
    });
    expect(await away()).toBe(midwife.fte);
    await preceptorship.recordEvent({
      trust,
      key,
      event: { kind: 'pause', from: '2026-10-26', until: null, reason: 'Sickness' },
    });
    expect(await away()).toBe(0);
    await undo();
    await redo();
    const { months } = await preceptorship.beside({ trust });
    expect(months.find(({ month }) => month === '2026-11')?.supernumerary).toBe(0);
  });

  it('what preceptees cost by month is what the forecast takes from the available, booked weeks of later months too', async () => {
    const { client, preceptorship, context, ...opened } = await openTrust();
    await opened.import(sampleFile('e_esr_staff_in_post_2026-10-31.xlsx'));
    const midwife = context.database.sqlite
      .prepare(`SELECT person FROM assignment WHERE status = 'active' AND band = '5' AND fte = 100000 LIMIT 1`)
      .get() as { person: string };
    const person = { name: 'Ada Test', person: midwife.person, start: '2026-10-19', wte: 100_000 };
    const { key } = await preceptorship.addPreceptee({ trust, ...person });
    const hours = async () => {
      const [{ months }, forecast] = [await preceptorship.beside({ trust }), await client.forecast.run({ trust })];
      const of = (month: string) => months.find((one) => one.month === month);
      const wte = (month: string) => Math.round((of(month)?.wte.numerator ?? 0) / (of(month)?.wte.denominator ?? 1));
      return { of, wte, forecast: (month: string) => forecast?.months.find((one) => one.month === month)?.beside };
    };
    // Until 16 November every contracted hour, 13 days of 37.5 hours a week; what is owed beyond it evenly to the end.
    const before = await hours();
    expect(before.of('2026-11')?.supernumerary).toBe(
      Math.floor((13 * 2250) / 7) + Math.floor(((9000 - 4178) * 15) / 337),
    );
    expect(before.forecast('2026-11')).toBe(before.wte('2026-11'));
    expect(before.forecast('2027-03')).toBe(before.wte('2027-03'));
    expect(before.wte('2026-11')).toBeLessThan(50_000);
    // A rotation of supernumerary days that is booked in March.
    for (const day of ['2027-03-01', '2027-03-02', '2027-03-03', '2027-03-04', '2027-03-05'])
      await preceptorship.addHours({ trust, key, kind: 'supernumerary', day, minutes: 450 });
    await preceptorship.addHours({ trust, key, kind: 'protected_preceptee', day: '2027-03-08', minutes: 120 });
    const after = await hours();
    expect(after.wte('2027-03')).toBeGreaterThan(before.wte('2027-03') + 15_000);
    expect(after.forecast('2027-03')).toBe(after.wte('2027-03'));
  });

  it('a preceptor’s own protected hours are taken from the available, in the month table’s months, and once', async () => {
    const { client, preceptorship, context, ...opened } = await openTrust();
    await opened.import(sampleFile('e_esr_staff_in_post_2026-10-31.xlsx'));
    const midwives = context.database.sqlite
      .prepare(
        `SELECT person, name FROM assignment WHERE status = 'active' AND band = '6' AND fte = 100000
         GROUP BY name HAVING count(*) = 1 LIMIT 2`,
      )
      .all() as { person: string; name: string }[];
    const [numbered, named] = midwives;
    await preceptorship.addPreceptor({ trust, name: 'Jane Mistry', person: numbered!.person });
    // Nobody knows the employee number of this preceptee: only what the preceptors give shows in the forecast.
    const { key } = await preceptorship.addPreceptee({ trust, name: 'Ada Test', start: '2026-10-19', wte: 100_000 });
    const reads = async () => {
      const { months } = await preceptorship.beside({ trust });
      const forecast = await client.forecast.run({ trust });
      const ofTable = (month: string) => months.find((one) => one.month === month)!;
      return {
        minutes: (month: string) => ofTable(month).protected,
        beside: (month: string) => forecast?.months.find((one) => one.month === month)?.beside ?? 0,
      };
    };
    const wte = (minutes: number, days: number) => Math.round((minutes * 7 * 100_000) / (2250 * days));
    expect((await reads()).beside('2027-03')).toBe(0);
    const give = async (day: string, minutes: number, kind: 'protected_preceptor' | 'protected_preceptee') =>
      preceptorship.addHours({ trust, key, kind, day, minutes });
    const event = { kind: 'preceptor', reason: null, note: null } as const;
    await preceptorship.recordEvent({ trust, key, event: { ...event, preceptor: 'Jane Mistry', from: '2026-10-26' } });
    await preceptorship.recordEvent({ trust, key, event: { ...event, preceptor: named!.name, from: '2027-04-01' } });
    await give('2027-03-09', 600, 'protected_preceptor');
    await give('2027-04-12', 300, 'protected_preceptor');
    await give('2027-03-09', 240, 'protected_preceptee');
    const after = await reads();
    expect(after.minutes('2027-03')).toBe(840);
    expect([after.beside('2027-03'), after.beside('2027-04')]).toEqual([wte(600, 31), wte(300, 30)]);
    // Of two preceptees of hers the hours add up; and she is a preceptee of another route herself.
    const other = await preceptorship.addPreceptee({
      trust,
      name: 'Jane Mistry',
      person: numbered!.person,
      programme: 'return_to_practice',
      start: '2026-10-19',
      wte: 100_000,
    });
    const own = (await reads()).beside('2027-03') - wte(600, 31);
    await preceptorship.addHours({
      trust,
      key: other.key,
      kind: 'protected_preceptee',
      day: '2027-03-15',
      minutes: 60,
    });
    const both = (await reads()).beside('2027-03');
    expect(Math.abs(both - own - wte(660, 31))).toBeLessThanOrEqual(1);
    for (const day of [16, 17, 18, 19, 22]) await give(`2027-03-${day}`, 3000, 'protected_preceptor');
    // Nobody is out of the numbers with more than is worked.
    expect((await reads()).beside('2027-03')).toBe(100_000);
  });

  it('somebody with two assignments is taken from the available once', async () => {
    const { client, preceptorship, context, ...opened } = await openTrust();
    await opened.import(sampleFile('e_esr_staff_in_post_2026-10-31.xlsx'));
    const { sqlite } = context.database;
    const { id, person } = sqlite
      .prepare(`SELECT id, person FROM assignment WHERE status = 'active' AND band = '5' AND fte = 100000 LIMIT 1`)
      .get() as { id: number; person: string };
    const beside = async () => {
      const forecast = await client.forecast.run({ trust });
      return forecast?.months.slice(0, 6).map((month) => month.beside);
    };
    await preceptorship.addPreceptee({ trust, name: 'Ada Test', person, start: '2026-10-19', wte: 100_000 });
    const asOne = await beside();
    expect(asOne?.[0]).toBeGreaterThan(0);
    const columns = (sqlite.pragma('table_info(assignment)') as { name: string }[])
      .map(({ name }) => name)
      .filter((name) => name !== 'id');
    sqlite.prepare('UPDATE assignment SET fte = 50000 WHERE id = ?').run(id);
    const copied = columns.map((name) => (name === 'assignment' ? `'a second post'` : name));
    sqlite.prepare(`INSERT INTO assignment (${columns}) SELECT ${copied} FROM assignment WHERE id = ?`).run(id);
    expect(await beside()).toEqual(asOne);
  });
});
