import { describe, expect, it } from 'vitest';
import { givenMinutes } from '../../../electron/features/preceptorship/calculations/hours.ts';
import { ifSamples, openImportingTrust, sampleFile, samplesAreHere } from '../../support/importing.ts';
import { refusalOf } from '../../support/planner.ts';
import { readCalendar } from '../../support/read-calendar.ts';

const [trust, today] = ['T1', '2026-11-02'];

async function openTrust(units = ['Delivery Suite', 'Community Team']) {
  const opened = await openImportingTrust(units);
  Object.assign(opened.context, { today: () => today });
  const { preceptorship, history } = opened.client;
  return {
    ...opened,
    preceptorship,
    undo: () => history.undo({ trust }),
    redo: () => history.redo({ trust }),
    page: (key: string) => preceptorship.preceptee({ trust, key }),
    add: async (cells: Partial<Parameters<typeof preceptorship.addPreceptee>[0]> = {}) =>
      (await preceptorship.addPreceptee({ trust, name: 'Ada Test', start: '2026-08-31', wte: 100_000, ...cells })).key,
  };
}

describe('a preceptee entered by hand', () => {
  it('every record moves the page, and undoing all of them leaves it exactly as it was', async () => {
    const { preceptorship, page, add, undo, redo } = await openTrust();
    const key = await add();
    const of = { trust, key };
    const pages = [await page(key)];
    const step = async (change: Promise<unknown>) => {
      await change;
      pages.push(await page(key));
    };
    await step(
      preceptorship.recordEvent({
        ...of,
        event: { kind: 'preceptor', from: '2026-09-02', preceptor: 'Grace Example' },
      }),
    );
    await step(preceptorship.recordMeeting({ ...of, step: 'start', held: '2026-09-10', who: 'Grace Example' }));
    await step(preceptorship.addHours({ ...of, kind: 'orientation', day: '2026-09-01', minutes: 2250 }));
    await step(
      preceptorship.addHours({
        ...of,
        kind: 'protected_preceptor',
        purpose: 'meetings',
        day: '2026-09-10',
        minutes: 60,
      }),
    );
    await step(preceptorship.recordEvent({ ...of, event: { kind: 'wte', from: '2026-10-01', wte: 60_000 } }));
    await step(
      preceptorship.recordEvent({
        ...of,
        event: { kind: 'pause', from: '2026-10-05', until: '2026-10-15', reason: 'Sickness' },
      }),
    );
    await step(preceptorship.reschedule({ ...of, step: '3m', to: '2026-12-21', reason: 'Leave' }));
    await step(preceptorship.notApplicable({ ...of, step: '6m', reason: 'Held with the 3 month meeting' }));
    await step(preceptorship.changePreceptee({ ...of, cohort: 'Autumn', programme: 'midwifery_gold' }));
    const last = pages[pages.length - 1]!;
    // 30 November and 10 days of pause; moved by hand it stands beside.
    expect(last.steps.map(({ key: at, due, movedTo, status }) => [at, due, movedTo, status])).toEqual([
      ['start', '2026-09-14', null, 'done'],
      ['3m', '2026-12-10', '2026-12-21', 'upcoming'],
      ['6m', '2027-03-10', null, 'not_applicable'],
      ['9m', '2027-06-10', null, 'upcoming'],
      ['completion', '2027-09-10', null, 'upcoming'],
    ]);
    expect(last.row).toMatchObject({
      cohort: 'Autumn',
      programme: 'midwifery_gold',
      preceptor: 'Grace Example',
      wte: 60_000,
      adjustedEnd: '2027-09-10',
      sure: 'on_track',
      hours: { given: 2250, booked: 0 },
    });
    for (let at = pages.length - 2; at >= 0; at -= 1) {
      await undo();
      expect(await page(key)).toEqual(pages[at]);
    }
    for (let at = 1; at < pages.length; at += 1) await redo();
    expect(await page(key)).toEqual(last);
    await preceptorship.removePreceptee(of);
    expect((await preceptorship.board({ trust })).rows).toEqual([]);
    await undo();
    expect(await page(key)).toEqual(last);
  });

  it('an extension past the limit, a sign-off before 9 months and days to come are refused in words', async () => {
    const { preceptorship, add } = await openTrust();
    const key = await add({ start: '2026-01-31' });
    const of = { trust, key };
    const refused = async (call: Promise<unknown>) => (await refusalOf(call)).message;
    const extension = { kind: 'extension' as const, from: today, reason: 'More time', approvedBy: 'A lead' };
    expect(await refused(preceptorship.recordEvent({ ...of, event: { ...extension, until: '2027-08-01' } }))).toContain(
      'allows 31 July 2027 at the latest',
    );
    expect(await refused(preceptorship.recordEvent({ ...of, event: { ...extension, until: '2027-01-31' } }))).toContain(
      'ends on 31 January 2027 as it is',
    );
    expect(
      await refused(
        preceptorship.recordEvent({ ...of, event: { kind: 'completed', from: '2026-10-30', approvedBy: 'A lead' } }),
      ),
    ).toContain('allows sign-off from 31 October 2026 on');
    expect(await refused(preceptorship.recordMeeting({ ...of, step: '3m', held: '2026-11-03' }))).toContain(
      'still to come',
    );
    expect(await refused(preceptorship.recordMeeting({ ...of, step: '30m', held: today }))).toContain('no step “30m”');
    expect(await refused(preceptorship.reschedule({ ...of, step: '3m', to: '2026-11-01', reason: 'x' }))).toContain(
      'gone by',
    );
    expect(await refusalOf(preceptorship.preceptee({ trust, key: 'own:99' }))).toMatchObject({ code: 'NOT_THERE' });
    const nhs = preceptorship.addHours({
      ...of,
      kind: 'supernumerary',
      day: today,
      minutes: 60,
      note: 'for 943 476 5919',
    });
    expect(await refusalOf(nhs)).toMatchObject({ code: 'PATIENT_IDENTIFIER' });
    const nameless = preceptorship.changePreceptee({ ...of, name: ' ' });
    expect(await refusalOf(nameless)).toMatchObject({
      code: 'NOT_ALLOWED',
      message: 'Enter the name.',
      data: { field: 'name' },
    });
    await preceptorship.recordEvent({ ...of, event: { ...extension, until: '2027-07-31' } });
    const { rows } = await preceptorship.board({ trust });
    expect(rows[0]).toMatchObject({ state: 'extended', adjustedEnd: '2027-07-31', plannedEnd: '2027-01-31' });
  });

  it('what is overdue goes from the list by recording, moving or a reason, and says who was told', async () => {
    const { preceptorship, add } = await openTrust();
    const key = await add();
    const of = { trust, key };
    const due = async () => (await preceptorship.due({ trust })).items.map(({ step, when }) => `${step} ${when}`);
    expect(await due()).toEqual(['preceptor overdue', 'start overdue', 'hours overdue', '3m month']);
    await preceptorship.escalate({ ...of, step: 'start', level: 'lead', on: '2026-10-20', note: null });
    const start = (await preceptorship.due({ trust })).items.find(({ step }) => step === 'start');
    expect(start?.escalation.map(({ level, done }) => [level, done])).toEqual([
      ['lead', '2026-10-20'],
      ['manager', null],
      ['retention_midwife', null],
      ['pma', null],
    ]);
    await preceptorship.recordMeeting({ ...of, step: 'start', held: today });
    await preceptorship.reschedule({ ...of, step: 'preceptor', to: '2026-11-04', reason: 'Chosen on Wednesday' });
    await preceptorship.notApplicable({ ...of, step: 'hours', reason: 'All given at the other site' });
    expect(await due()).toEqual(['preceptor week', '3m month']);
    await preceptorship.putBack({ ...of, step: 'preceptor' });
    expect(await due()).toEqual(['preceptor overdue', '3m month']);
  });

  it('a rotation into the community in the first year is pointed out and not forbidden', async () => {
    const { preceptorship, page, add } = await openTrust();
    const key = await add();
    const rotation = { kind: 'rotation' as const, until: null, unit: 'Community Team' };
    await preceptorship.recordEvent({ trust, key, event: { ...rotation, from: '2027-09-01' } });
    expect((await page(key)).row.remarks).toEqual([]);
    await preceptorship.recordEvent({ trust, key, event: { ...rotation, from: '2027-03-01', until: '2027-06-30' } });
    expect((await page(key)).row).toMatchObject({
      remarks: [
        'Community Team from 1 March 2027 lies outside the hospital in the first 12 months (to 31 August 2027)',
      ],
      rotations: [{ outside: true }, { outside: true }],
    });
  });

  it('a trust’s own values count and are shown as such', async () => {
    const { client, preceptorship, add } = await openTrust();
    await add({ wte: 60_000 });
    const hours = async () => (await preceptorship.board({ trust })).rows[0]?.hours.owed;
    expect(await hours()).toMatchObject({ numerator: 5400 * 100_000 * 365, denominator: 100_000 * 365 });
    const pack = 'preceptorship-midwifery-core';
    await client.organisation.setRule({ trust, pack, path: 'proRata', value: false });
    const own = await hours();
    expect((own?.numerator ?? 0) / (own?.denominator ?? 1)).toBe(9000);
    const { programmes } = await preceptorship.board({ trust });
    expect(programmes[0]?.own).toEqual(['Supernumerary hours in proportion to the contract: false (published: true)']);
  });

  it('what is due is saved as a calendar of a person or a cohort', async () => {
    const { preceptorship, add } = await openTrust();
    const key = await add({ cohort: 'Autumn' });
    await add({ name: 'Bea, Other', cohort: 'Winter', start: '2026-10-26' });
    const read = async (asked: { key?: string; cohort?: string }) => {
      const { contents, fileName } = await preceptorship.calendar({ trust, ...asked });
      expect(fileName).toMatch(/\.ics$/);
      const { entries } = readCalendar(Buffer.from(contents, 'base64'));
      return entries.map((entry) => Object.fromEntries([...entry].map(([name, { value }]) => [name, value])));
    };
    const own = await read({ key });
    const entryOf = (all: typeof own, title: string) => all.find(({ SUMMARY }) => SUMMARY === title);
    // Overdue since 14 September, so it stands on today; the 3 month meeting stands on its own day.
    expect(entryOf(own, 'First meeting: Ada Test')).toMatchObject({ DTSTART: '20261102', DTEND: '20261103' });
    expect(entryOf(own, '3 month meeting: Ada Test')).toMatchObject({
      DTSTART: '20261130',
      DTSTAMP: '20261121T090000Z',
    });
    expect(JSON.stringify(own)).not.toContain('Bea, Other');
    const ofCohort = await read({ cohort: 'Winter' });
    expect(entryOf(ofCohort, 'First meeting: Bea, Other')).toMatchObject({ DTSTART: '20261109' });
    expect(JSON.stringify(ofCohort)).not.toContain('Ada Test');
    expect(await refusalOf(preceptorship.calendar({ trust, cohort: 'Spring' }))).toMatchObject({ code: 'NOTHING_DUE' });
    // What is planned stands on its day, under the name that it had before; so does the next meeting that was agreed.
    await preceptorship.recordMeeting({ trust, key, step: '3m', planned: '2026-12-10' });
    await preceptorship.recordMeeting({ trust, key, step: null, planned: '2026-11-20', next: '2026-12-04' });
    const later = await read({ key });
    expect(entryOf(later, '3 month meeting: Ada Test')).toMatchObject({
      DTSTART: '20261210',
      UID: entryOf(own, '3 month meeting: Ada Test')?.['UID'],
      DESCRIPTION: 'Midwifery, core, no preceptor named, planned; due 30 November 2026',
    });
    expect(entryOf(later, 'Meeting: Ada Test')).toMatchObject({ DTSTART: '20261120' });
    expect(entryOf(later, 'Next meeting: Ada Test')).toMatchObject({ DTSTART: '20261204' });
    expect(new Set(later.map(({ UID }) => UID)).size).toBe(later.length);
  });

  it('the same person of another trust is another one in a calendar', async () => {
    const { client, preceptorship, add } = await openTrust();
    await client.organisation.addTrust({ code: 'T2', name: 'Other', system: null, sites: [], units: [] });
    await add();
    await preceptorship.addPreceptee({ trust: 'T2', name: 'Ada Test', start: '2026-08-31', person: null });
    const uids = async (code: string) => {
      const { rows } = await preceptorship.board({ trust: code });
      const { contents } = await preceptorship.calendar({ trust: code, key: rows[0]?.key ?? '' });
      return readCalendar(Buffer.from(contents, 'base64')).entries.map((entry) => entry.get('UID')?.value);
    };
    const [here, there] = [await uids('T1'), await uids('T2')];
    expect(here.filter((uid) => there.includes(uid))).toEqual([]);
  });
});

describe('hours', () => {
  const shift = (day: string, minutes: number, entered: string | null) =>
    ({ kind: 'supernumerary', day, minutes, entered }) as const;
  const given = (dated: ReturnType<typeof shift>[], logged: number | null) =>
    givenMinutes(['supernumerary'], dated, logged, logged === null ? null : '2026-10-30', today);

  it('of a log contain what was entered before its day and what rosters have by then; later ones come on top', () => {
    const early = shift('2026-10-01', 450, '2026-10-02');
    const rostered = shift('2026-10-10', 690, null);
    const late = shift('2026-10-28', 450, '2026-11-02');
    const booked = shift('2026-11-20', 450, null);
    expect(given([early, rostered, late, booked], 3600)).toEqual({ given: 4050, booked: 450 });
    expect(given([early, rostered, late, booked], null)).toEqual({ given: 1590, booked: 450 });
    // A log that says less than the entries that it should contain does not take them away.
    expect(given([early], 60)).toEqual({ given: 450, booked: 0 });
  });
});

describe.skipIf(!samplesAreHere)(`a log and entries by hand${ifSamples}`, () => {
  it('what was recorded stays through undoing the import, and is back with the log', async () => {
    const { client, preceptorship, page, ...opened } = await openTrust();
    await opened.import(sampleFile('j_preceptees.xlsx'));
    const key = 'person:21865129';
    await preceptorship.changePreceptee({ trust, key, unit: 'Community Team' });
    await preceptorship.recordMeeting({ trust, key, step: 'start', held: today });
    const before = await page(key);
    expect(before.row).toMatchObject({ unit: 'Community Team', origin: 'edited' });
    expect(before.edited.map(({ field }) => field)).toEqual(['unit']);
    const [batch] = await client.imports.list({ trust });
    await client.imports.undo({ batch: batch?.id ?? 0 });
    expect(await preceptorship.board({ trust })).toMatchObject({ rows: [], withoutLog: [{ key, records: 2 }] });
    await client.imports.redo({ batch: batch?.id ?? 0 });
    expect(await page(key)).toEqual(before);
    await preceptorship.resetPreceptee({ trust, key });
    expect((await page(key)).edited).toEqual([]);
    expect((await page(key)).steps[0]?.held).toBe(today);
  });

  it('whoever is on a list of leavers has left with the day and the reason of the list, until an event says otherwise', async () => {
    const { preceptorship, context, page, ...opened } = await openTrust();
    await opened.import(sampleFile('e_esr_staff_in_post_2026-10-31.xlsx'));
    await opened.import(sampleFile('g_leavers_24_months.xlsx'));
    const one = context.database.sqlite
      .prepare(
        `SELECT person, date AS leaving, reason FROM leaver WHERE date BETWEEN '2026-01-01' AND '2026-09-30'
           AND reason LIKE 'Voluntary%' AND person NOT IN (SELECT person FROM assignment) LIMIT 1`,
      )
      .get() as { person: string; leaving: string; reason: string };
    const { key } = await preceptorship.addPreceptee({
      trust,
      name: 'Ada Test',
      person: one.person,
      start: '2025-10-06',
    });
    expect(await page(key)).toMatchObject({
      row: { state: 'left', ended: one.leaving },
      leftWhen: 'during',
      leftByList: { on: one.leaving, reason: one.reason },
    });
    await preceptorship.recordEvent({ trust, key, event: { kind: 'left', from: '2026-11-01', reason: 'Relocation' } });
    expect(await page(key)).toMatchObject({ row: { ended: '2026-11-01' }, leftByList: null });
  });
});
