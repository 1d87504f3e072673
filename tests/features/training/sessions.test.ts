import { beforeAll, describe, expect, it } from 'vitest';
import { backfillOf, clashesOf } from '../../../electron/features/training/calculations/clashes.ts';
import type { DutyEntry } from '../../../electron/features/rosters/entries.ts';
import {
  ifSamples,
  type ImportingTrust,
  openImportingTrust,
  sampleFile,
  samplesAreHere,
} from '../../support/importing.ts';
import { refusalOf } from '../../support/planner.ts';

const trainingDay = { id: 1, date: '2026-11-24', start: 540, end: 990 };
const nobody = { duties: [], away: [], absences: [], sessions: [] };

function duty(values: Partial<DutyEntry>): DutyEntry {
  return {
    row: 2,
    unit: 'Delivery Suite',
    person: '10000001',
    assignment: '10000001',
    name: null,
    date: '2026-11-24',
    band: '6',
    registered: 1,
    costCentre: null,
    plannedStart: 450,
    plannedEnd: 1200,
    plannedBreak: 60,
    plannedMinutes: 690,
    actualStart: null,
    actualEnd: null,
    actualBreak: null,
    actualMinutes: null,
    night: 0,
    shift: 'LD',
    shiftType: 'Day',
    purpose: 'care',
    fill: 'substantive',
    status: 'planned',
    inCharge: 0,
    supernumerary: 0,
    ...values,
  };
}

const night = (date: string) => duty({ date, plannedStart: 1170, plannedEnd: 1920, night: 1, shift: 'N' });

describe('clashes with a day of training', () => {
  it('are a duty of the day, the night before and the night after, each with the duty to fill', () => {
    const duties = [duty({}), night('2026-11-23'), night('2026-11-24')];
    expect(clashesOf(trainingDay, { ...nobody, duties }).map(({ kind }) => kind)).toEqual([
      'duty',
      'night_before',
      'night_after',
    ]);
    expect(backfillOf(trainingDay, '10000001', null, duties).map(({ minutes }) => minutes)).toEqual([690, 690, 690]);
  });

  it('are none with a cancelled duty, a late duty of the day before, or a day off', () => {
    const duties = [duty({ status: 'cancelled' }), duty({ date: '2026-11-23', plannedStart: 780, plannedEnd: 1260 })];
    expect(clashesOf(trainingDay, { ...nobody, duties })).toEqual([]);
  });

  it('are leave, absence and another session at the same time, and not study leave', () => {
    const away = (group: string) => ({ ...duty({}), group, reason: null, minutes: 450 });
    const absence = {
      ...duty({}),
      person: '10000001',
      assignment: '1',
      staffGroup: null,
      type: 'sickness',
      reason: null,
      start: '2026-11-20',
      end: null,
    };
    const other = { id: 2, date: trainingDay.date, start: 600, end: 720, name: 'Fire safety' };
    const found = clashesOf(trainingDay, {
      duties: [],
      away: [away('Annual Leave'), away('Study Leave')],
      absences: [absence],
      sessions: [other],
    });
    expect(found.map(({ kind }) => kind)).toEqual(['leave', 'absence', 'other_session']);
  });
});

describe.skipIf(!samplesAreHere)(`sessions and the needs analysis${ifSamples}`, () => {
  let trust: ImportingTrust;
  const t = 'T1';
  let training: ImportingTrust['client']['training'];
  let people: string[];
  const course = 'fetal_monitoring';
  beforeAll(async () => {
    trust = await openImportingTrust();
    training = trust.client.training;
    for (const file of ['e_esr_staff_in_post_2026-10-31.xlsx', 'i_training_compliance.xlsx'])
      await trust.import(sampleFile(file));
    const { rows } = await training.people({ trust: t, on: '2026-10-31', course, group: 'midwives', which: 'missing' });
    people = rows.map(({ person }) => person);
  });

  it('give seats until there are none, then places on the waiting list, and the first who waits takes a seat given up', async () => {
    const { id } = await training.setSession({ trust: t, courses: [course], date: '2026-11-27', capacity: 2 });
    expect(await training.book({ trust: t, session: id, people: people.slice(0, 3) })).toMatchObject({
      booked: 2,
      waiting: 1,
    });
    const state = async () => (await training.session({ trust: t, id })).bookings.map((one) => [one.person, one.state]);
    await training.unbook({ trust: t, session: id, person: people[0]! });
    expect(await state()).toEqual([
      [people[1], 'booked'],
      [people[2], 'booked'],
    ]);
    await trust.client.history.undo({ trust: t });
    expect(await state()).toEqual([
      [people[0], 'booked'],
      [people[1], 'booked'],
      [people[2], 'waiting'],
    ]);
    const early = training.mark({ trust: t, session: id, people: [people[1]!], state: 'attended' });
    expect((await refusalOf(early)).message).toContain('nobody can have attended yet');
    const stranger = training.book({ trust: t, session: id, people: ['99999999'] });
    expect((await refusalOf(stranger)).code).toBe('NO_SUCH_CHOICE');
  });

  it('move the date: what is booked counts on its day, and the fewest seats are told with where they are', async () => {
    const midwives = async () => {
      const { groups } = await training.outlook({ trust: t, from: '2026-11-02' });
      return groups.find((one) => one.course === course && one.group === 'midwives')!;
    };
    const before = await midwives();
    const asked = { trust: t, from: '2026-11-02', courses: [course] };
    const short = await training.seats(asked);
    expect(short.enough).toBe(false);
    expect(short.missing.find(({ group }) => group === 'midwives')?.why).toMatch(/Plan|sessions?/);
    const { id } = await training.setSession({ trust: t, courses: [course], date: '2026-11-26', capacity: 60 });
    const found = await training.seats(asked);
    expect(found).toMatchObject({ enough: true, proven: true, missing: [] });
    // Each head of each group of the one course needs a seat of its own.
    const { groups } = await training.outlook({ trust: t, from: '2026-11-02' });
    const wanting = groups.filter((one) => one.course === course).reduce((sum, one) => sum + one.wanting, 0);
    expect(found.seats).toBe(wanting);
    for (const { session, people: whom } of found.sessions)
      await training.book({ trust: t, session, people: whom.map(({ person }) => person) });
    const after = await midwives();
    expect(before.holdsAtEnd).toBe(false);
    expect(after).toMatchObject({ holdsAtEnd: true, wanting: 0 });
    expect(after.reachedOn! >= '2026-11-02' && after.reachedOn! <= '2026-11-27').toBe(true);
    expect((await training.seats(asked)).seats).toBe(0);
    await training.setSession({ trust: t, id, courses: [course], date: '2026-11-26', state: 'cancelled' });
    expect((await midwives()).holdsAtEnd).toBe(false);
  });

  it('count for whoever attended and passed, from the day on, for as long as the course lasts', async () => {
    const { id } = await training.setSession({ trust: t, courses: [course], date: '2026-10-20' });
    const two = people.slice(-2);
    await training.book({ trust: t, session: id, people: two });
    await training.mark({
      trust: t,
      session: id,
      people: [two[0]!],
      state: 'attended',
      score: 92,
      certificate: 'FM 1',
    });
    await training.mark({ trust: t, session: id, people: [two[1]!], state: 'attended', score: 60 });
    const card = async (person: string) =>
      (await training.person({ trust: t, on: '2026-10-31', person })).standings.find((one) => one.course === course);
    expect(await card(two[0]!)).toMatchObject({ state: 'in_date', until: '2027-10-20' });
    expect((await card(two[1]!))?.state).not.toBe('in_date');
    await training.mark({ trust: t, session: id, people: [two[0]!], state: 'did_not_attend', reason: 'night_shift' });
    expect((await card(two[0]!))?.state).not.toBe('in_date');
    expect((await refusalOf(training.removeSession({ trust: t, id }))).code).toBe('IN_USE');
  });

  it('are planned by a needs analysis that begins with the framework and keeps versions and approvals', async () => {
    const { id } = await training.newNeeds({ trust: t });
    const analysis = async (which?: number) =>
      (await training.needs({ trust: t, ...(which ? { id: which } : {}) })).analysis!;
    const first = await analysis();
    expect(first).toMatchObject({ title: '2026/27', version: 1, framework: { version: '2' } });
    const emergencies = first.topics.find(({ key }) => key === 'emergencies_day')!;
    // Nobody is missed by the plan that it begins with, and sessions hold all places.
    expect(first.topics.filter(({ missed }) => missed !== null)).toEqual([]);
    for (const topic of first.topics) expect(topic.sessions * topic.capacity).toBeGreaterThanOrEqual(topic.places);
    const midwives = first.groups.find(({ group }) => group === 'midwives')!;
    expect(emergencies.cells.find(({ group }) => group === 'midwives')).toMatchObject({
      need: 'required',
      heads: midwives.heads,
      newPeople: Math.ceil(midwives.heads / 10),
    });
    const minutes = first.topics
      .flatMap(({ cells }) => cells)
      .filter(({ group }) => group === 'midwives')
      .reduce((sum, cell) => sum + cell.minutes, 0);
    expect(midwives).toMatchObject({ minutes, backfill: { numerator: minutes, denominator: 1955 * 60 } });
    await training.setNeed({
      trust: t,
      id,
      topic: 'emergencies_day',
      group: 'neonatal_nurses',
      need: 'required',
      source: 'incident',
    });
    const { topic } = await training.addTopic({
      trust: t,
      id,
      name: 'Induction pathway',
      minutes: 45,
      everyMonths: 12,
      source: 'incident',
    });
    await training.setNeed({ trust: t, id, topic, group: 'midwives', need: 'required' });
    await training.changeTopic({ trust: t, id, topic: 'haemorrhage', years: [false, false, false] });
    const changed = await analysis();
    expect(changed.topics.find(({ key }) => key === 'haemorrhage')?.missed).toContain('Not taught');
    expect(
      changed.topics.find(({ key }) => key === topic)?.cells.find(({ group }) => group === 'midwives'),
    ).toMatchObject({ source: 'incident', need: 'required' });
    await training.approve({ trust: t, id, body: 'leads', date: '2026-11-21', by: 'Quadrumvirate' });
    const late = training.setNeed({ trust: t, id, topic, group: 'support', need: 'required' });
    expect((await refusalOf(late)).code).toBe('APPROVED');
    const next = await training.newNeeds({ trust: t, day: '2027-06-01' });
    const later = await analysis(next.id);
    expect(later).toMatchObject({ title: '2027/28', version: 1, approvals: [] });
    expect(later.topics.find(({ key }) => key === topic)?.name).toBe('Induction pathway');
    // Planned before the year begins, it still has versions of its own and is held against the year before.
    const again = await training.newNeeds({ trust: t, day: later.first });
    expect(await analysis(again.id)).toMatchObject({ title: '2027/28', version: 2 });
    await trust.client.history.undo({ trust: t });
    const { changes } = await training.compareNeeds({ trust: t, before: id, after: next.id });
    expect(changes.map(({ what }) => what)).toContain('Hours of all groups');
    await trust.client.history.undo({ trust: t });
    expect((await training.needs({ trust: t })).versions).toHaveLength(1);
  });
});
