import { join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { advocatesWanted, rolloutState } from '../../../electron/features/training/calculations/roles.ts';
import {
  type EnteredLocum,
  judgedLocum,
  monthsUpTo,
} from '../../../electron/features/training/calculations/supervision.ts';
import { loadReference } from '../../../electron/reference/load.ts';
import {
  ifSamples,
  type ImportingTrust,
  openImportingTrust,
  sampleFile,
  samplesAreHere,
} from '../../support/importing.ts';
import { refusalOf } from '../../support/planner.ts';

const { supervision: rules } = loadReference(join(import.meta.dirname, '../../../resources'));

const locum = (values: Partial<EnteredLocum>): EnteredLocum => ({
  first: '2026-10-05',
  last: '2026-10-18',
  route: 'works_here',
  certificate: null,
  level: null,
  checkedBy: 'Rota lead',
  checkedOn: '2026-10-01',
  toolComplete: null,
  induction: null,
  namedConsultant: null,
  ...values,
});

describe('a locum on the middle-grade rota', () => {
  it('is short-term for two weeks and no day more', () => {
    expect(judgedLocum(locum({}), rules)).toMatchObject({ days: 14, term: 'short', compliant: true });
    expect(judgedLocum(locum({ last: '2026-10-19' }), rules)).toMatchObject({ days: 15, term: 'long' });
  });

  it('with the certificate needs its number and level; by the other routes neither', () => {
    const held = { route: 'certificate', certificate: 'CEL 1234', level: 'st3_5' };
    expect(judgedLocum(locum(held), rules).compliant).toBe(true);
    expect(judgedLocum(locum({ ...held, level: null }), rules).wanting).toEqual(['no level']);
    expect(judgedLocum(locum({ route: 'certificate' }), rules).wanting).toEqual(['no certificate number', 'no level']);
    expect(judgedLocum(locum({ route: 'trainee_here' }), rules).compliant).toBe(true);
  });

  it('is not compliant without a route, or without who checked it and when; a late check is told', () => {
    expect(judgedLocum(locum({ route: null, checkedBy: null, checkedOn: null }), rules).wanting).toEqual([
      'no route',
      'not said who checked',
      'not said when it was checked',
    ]);
    expect(judgedLocum(locum({ checkedOn: '2026-10-07' }), rules)).toMatchObject({
      compliant: true,
      remarks: ['checked after the first day'],
    });
  });

  it('who is long-term needs the monitoring tool, an induction and a named consultant', () => {
    const long = { last: '2026-12-31', route: null, checkedBy: null, checkedOn: null };
    expect(judgedLocum(locum(long), rules).wanting).toHaveLength(3);
    const all = { ...long, toolComplete: true, induction: true, namedConsultant: 'Dr Example' };
    expect(judgedLocum(locum(all), rules).compliant).toBe(true);
  });
});

describe('advocates', () => {
  it('are as many as it takes, and one fewer would have more midwives than the guide says', () => {
    expect(advocatesWanted(139, 20)).toBe(7);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 5000 }), fc.integer({ min: 1, max: 60 }), (midwives, each) => {
        const wanted = advocatesWanted(midwives, each);
        expect(wanted * each).toBeGreaterThanOrEqual(midwives);
        if (wanted > 0) expect((wanted - 1) * each).toBeLessThan(midwives);
      }),
      { numRuns: 300 },
    );
  });
});

describe('a roll-out', () => {
  it('is there when the share is reached, whatever the day; overdue only after its day', () => {
    expect(rolloutState(true, '2026-01-01', '2026-11-02')).toBe('there');
    expect(rolloutState(false, '2026-11-02', '2026-11-02')).toBe('planned');
    expect(rolloutState(false, '2026-11-01', '2026-11-02')).toBe('overdue');
    expect(rolloutState(false, null, '2026-11-02')).toBe('no_date');
  });
});

describe('the uplift that training is held against', () => {
  it('is that of the agreed assessment of the establishment, with its part for study, else the usual one', async () => {
    const { client } = await openImportingTrust();
    const t = 'T1';
    const newest = async () => (await client.training.needs({ trust: t })).analysis!.assumptions;
    await client.training.newNeeds({ trust: t, day: '2026-10-31' });
    expect(await newest()).toMatchObject({ upliftPercent: 22, studyPercent: 3, upliftFrom: null });
    const { id } = await client.establishment.addAssessment({ trust: t });
    await client.establishment.changeAssessment({
      trust: t,
      id,
      head: { date: '2026-01-31', uplift: null },
      upliftParts: [
        { name: 'Annual leave', share: 1_400_000 },
        { name: 'Sickness', share: 450_000 },
        { name: 'Study leave', share: 415_000 },
      ],
    });
    await client.training.newNeeds({ trust: t, day: '2026-10-31' });
    expect((await newest()).upliftFrom).toBeNull();
    await client.establishment.setAssessmentStatus({ trust: t, id, status: 'agreed' });
    await client.training.newNeeds({ trust: t, day: '2026-10-31' });
    expect(await newest()).toMatchObject({ upliftPercent: 22.65, studyPercent: 4.15 });
    expect((await newest()).upliftFrom).not.toBeNull();
  });
});

describe('supervision of a trust', () => {
  let trust: ImportingTrust;
  const t = 'T1';
  let training: ImportingTrust['client']['training'];
  beforeAll(async () => {
    trust = await openImportingTrust();
    training = trust.client.training;
  });

  it('tells the share of compliant short-term spells of six months as an exact fraction, and by route', async () => {
    const spell = (first: string, last: string, values: object = {}) =>
      training.setLocum({ trust: t, doctor: 'Dr Locum', first, last, ...values });
    const checked = { checkedBy: 'Rota lead', checkedOn: '2026-08-01' };
    await spell('2026-09-01', '2026-09-03', { route: 'works_here', ...checked });
    await spell('2026-09-10', '2026-09-10', { route: 'certificate', certificate: '1', level: 'st6_7', ...checked });
    const { id } = await spell('2026-10-01', '2026-10-05');
    await spell('2026-01-10', '2026-01-12', { route: 'works_here', ...checked });
    await spell('2026-08-01', '2026-10-31', { toolComplete: true, induction: true });
    const of = async () => await training.supervision({ trust: t, on: '2026-10-31' });
    expect(await of()).toMatchObject({
      shortTerm: { of: monthsUpTo('2026-10-31', 6), rate: { numerator: 2, denominator: 3 }, meets: false },
      longTerm: { rate: { numerator: 0, denominator: 1 }, meets: false },
    });
    expect((await of()).byRoute.map(({ episodes }) => episodes)).toEqual([1, 0, 1]);
    await training.setLocum({
      trust: t,
      id,
      doctor: 'Dr Locum',
      first: '2026-10-01',
      last: '2026-10-05',
      route: 'trainee_here',
      ...checked,
    });
    expect((await of()).shortTerm).toMatchObject({ rate: { numerator: 3, denominator: 3 }, meets: true });
    await trust.client.history.undo({ trust: t });
    expect((await of()).shortTerm.rate).toEqual({ numerator: 2, denominator: 3 });
    const backwards = spell('2026-10-05', '2026-10-01');
    expect((await refusalOf(backwards)).code).toBe('NOT_THAT_DAY');
    expect((await refusalOf(spell('2026-10-05', '2026-10-06', { route: 'friend' }))).code).toBe('NO_SUCH_CHOICE');
  });

  it('counts events that ask for the consultant, and leaves out those that a signed-off doctor managed', async () => {
    const event = (situation: string, values: object) =>
      training.setConsultantEvent({ trust: t, date: '2026-10-10', situation, attended: true, ...values });
    for (let count = 0; count < 4; count += 1) await event('eclampsia', {});
    await event('eclampsia', { attended: false, reviewed: true });
    await event('twins', { attended: false, signedOff: true });
    await event('collapse', { attended: false, signedOff: true });
    const { attendance, reviewed } = await training.supervision({ trust: t, on: '2026-10-31' });
    expect(attendance).toMatchObject({ rate: { numerator: 4, denominator: 6 }, wanted: 80, meets: false });
    expect(reviewed).toEqual({ numerator: 1, denominator: 2 });
    const nhs = event('tear_3', { attended: false, action: 'Patient 943 476 5919 debriefed' });
    expect((await refusalOf(nhs)).code).toBe('PATIENT_IDENTIFIER');
  });

  it('owes rest for a night that left less than eleven hours, or nobody knows how much', async () => {
    const night = (values: object) => training.setDisturbedOnCall({ trust: t, date: '2026-10-12', ...values });
    await night({ restMinutes: 11 * 60 });
    await night({ restMinutes: 5 * 60, given: true, givenOn: '2026-10-13' });
    await night({});
    const { rest } = await training.supervision({ trust: t, on: '2026-10-31' });
    expect(rest.rate).toEqual({ numerator: 1, denominator: 2 });
    expect((await refusalOf(night({ givenOn: '2026-10-01' }))).code).toBe('NOT_THAT_DAY');
  });

  it('keeps a statement for each group, with lines met of those that apply and their evidence', async () => {
    const checklist = 'neonatal_doctors';
    await training.setStatement({
      trust: t,
      checklist,
      statement: 'Two tiers, consultant on site by day.',
      lead: 'Neonatal lead',
      agreedOn: '2026-09-01',
      reviewOn: null,
    });
    const say = (line: string, state: 'met' | 'not_met' | 'not_applicable') =>
      training.setCheck({ trust: t, checklist, line, state });
    await say('tiers', 'met');
    await say('not_shared', 'not_applicable');
    await training.setCheck({ trust: t, checklist, line: 'tiers', evidence: 'Rota of October, shared drive' });
    const { checklists } = await training.supervision({ trust: t });
    const list = checklists.find(({ key }) => key === checklist)!;
    expect(list).toMatchObject({ lead: 'Neonatal lead', answered: 2, met: { numerator: 1, denominator: 5 } });
    expect(list.lines.find(({ key }) => key === 'tiers')).toMatchObject({
      state: 'met',
      evidence: 'Rota of October, shared drive',
    });
    expect(await say('tiers', 'met')).toEqual({ label: null });
  });
});

describe.skipIf(!samplesAreHere)(`roles and frameworks${ifSamples}`, () => {
  let trust: ImportingTrust;
  const t = 'T1';
  let training: ImportingTrust['client']['training'];
  beforeAll(async () => {
    trust = await openImportingTrust();
    training = trust.client.training;
    await trust.import(sampleFile('e_esr_staff_in_post_2026-10-31.xlsx'));
  });

  it('have every support worker in post, whose level and passport are entered and undone', async () => {
    const { support } = await training.roles({ trust: t });
    expect(support.people.length).toBeGreaterThan(0);
    expect(support.withLevel).toEqual({ numerator: 0, denominator: support.people.length });
    const [{ person } = { person: '' }] = support.people;
    await training.setRole({
      trust: t,
      role: 'support',
      person,
      level: 3,
      competencies: 14,
      done: '2026-10-01',
      by: 'PDM',
    });
    const after = (await training.roles({ trust: t })).support;
    expect(after.withLevel.numerator).toBe(1);
    expect(after.levels.find(({ level }) => level === 3)).toMatchObject({ heads: 1, signed: 1 });
    await trust.client.history.undo({ trust: t });
    expect((await training.roles({ trust: t })).support.withLevel.numerator).toBe(0);
    const none = training.setRole({ trust: t, role: 'support', person, level: 7 });
    expect((await refusalOf(none)).code).toBe('NO_SUCH_CHOICE');
  });

  it('offer Band 7 midwives as coordinators, and say how many advocates are short', async () => {
    const before = await training.roles({ trust: t });
    expect(new Set(before.coordinators.candidates.map(({ band }) => band))).toEqual(new Set(['7']));
    const [{ person } = { person: '' }] = before.advocates.candidates;
    await training.setRole({ trust: t, role: 'pma', person, done: '2025-06-01', protectedMinutes: 450 });
    const { advocates } = await training.roles({ trust: t });
    expect(advocates.wanted).toBe(Math.ceil(advocates.midwives / 20));
    expect(advocates).toMatchObject({ active: 1, short: advocates.wanted - 1 });
  });

  it('roll cultural awareness out by unit once it is counted, from a certificate on', async () => {
    const of = async () => (await training.roles({ trust: t })).rollouts[0]!;
    expect((await of()).course).toBeNull();
    await training.countRollout({ trust: t, rollout: 'cultural_awareness' });
    expect(await training.countRollout({ trust: t, rollout: 'cultural_awareness' })).toEqual({ label: null });
    const { course, units, all } = await of();
    expect(all.numerator).toBe(0);
    const [{ unit } = { unit: '' }] = units;
    const { rows } = await training.people({ trust: t, course: course!.key, unit });
    await training.addResult({ trust: t, person: rows[0]!.person, course: course!.key, achieved: '2026-10-02' });
    await training.setRollout({
      trust: t,
      rollout: 'cultural_awareness',
      unit,
      planned: '2026-12-31',
      lead: 'Matron',
      note: null,
    });
    const after = await of();
    expect(after.all).toEqual({ numerator: 1, denominator: all.denominator });
    expect(after.units.find((one) => one.unit === unit)).toMatchObject({ state: 'planned', lead: 'Matron' });
    expect(after.months).toEqual([{ month: '2026-10', people: 1, soFar: 1 }]);
  });
});
