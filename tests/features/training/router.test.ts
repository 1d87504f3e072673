import { beforeAll, describe, expect, it } from 'vitest';
import {
  expectedOf,
  ifSamples,
  type ImportingTrust,
  openImportingTrust,
  sampleFile,
  samplesAreHere,
} from '../../support/importing.ts';
import { refusalOf } from '../../support/planner.ts';

const files = [
  'e_esr_staff_in_post_2026-10-31.xlsx',
  'g_leavers_24_months.xlsx',
  'h_absence_episodes.xlsx',
  'i_training_compliance.xlsx',
];
const on = '2026-10-31';
const t = 'T1';

interface Expected {
  compliant: number;
  eligible: number;
  attended_in_window: number;
  meets_90_percent: boolean;
  compliant_with_bank_only: number;
  eligible_with_bank_only: number;
}

describe.skipIf(!samplesAreHere)(`compliance as the screens ask for it${ifSamples}`, () => {
  let trust: ImportingTrust;
  beforeAll(async () => {
    trust = await openImportingTrust();
    for (const file of files) await trust.import(sampleFile(file));
  });
  const ask = () => trust.client.training.compliance({ trust: t, on });
  const cell = async (course: string, group: string) =>
    (await ask()).cells.find((one) => one.course === course && one.group === group)!;

  it('has every fraction of the right answers, group by group, and 90 % is tested on them exactly', async () => {
    const expected = expectedOf('i_training_compliance.xlsx')['courses'] as Record<string, Record<string, Expected>>;
    const { cells, window, threshold } = await ask();
    expect(window).toEqual({ first: '2025-12-01', last: '2026-11-30' });
    expect(threshold).toEqual({ numerator: 90, denominator: 100 });
    const right = Object.entries(expected).flatMap(([course, groups]) =>
      Object.entries(groups).map(([group, one]) => ({
        course,
        group,
        inDate: { numerator: one.compliant, denominator: one.eligible },
        attended: { numerator: one.attended_in_window, denominator: one.eligible },
        withBank: { numerator: one.compliant_with_bank_only, denominator: one.eligible_with_bank_only },
        meets: one.meets_90_percent,
      })),
    );
    expect(cells).toMatchObject(right);
    expect(cells).toHaveLength(right.length);
  });

  it('has neonatal doctors as groups of their own once the trust says which occupation codes they have', async () => {
    const { organisation, history, training } = trust.client;
    const before = await ask();
    const { courses, groups } = await training.courses({ trust: t });
    expect(groups.map(({ name }) => name)).toContain('Neonatal consultants');
    const newborn = courses.find(({ key }) => key === 'newborn_life_support')!;
    const neonatal = ['neonatal_consultants', 'neonatal_doctors_other'];
    const { from: _from, changes: _changes, counted: _counted, ...course } = newborn;
    await training.setCourse({ trust: t, course: { ...course, groups: [...course.groups, ...neonatal] } });
    expect((await cell('newborn_life_support', 'neonatal_consultants')).withBank.denominator).toBe(0);
    const code = (group: string, value: string) =>
      organisation.setRule({
        trust: t,
        pack: 'training-courses',
        path: `groups[${group}].occupationCodes`,
        value,
        agreedBy: '',
        why: '',
      });
    // In the sample 003 is the code of ten consultants and thirteen others, anaesthetists.
    for (const group of ['anaesthetic_consultants', 'anaesthetic_doctors_other']) await code(group, 'none');
    for (const group of neonatal) await code(group, '003, 042');
    const heads = async (group: string) => (await cell('newborn_life_support', group)).withBank.denominator;
    expect([await heads('neonatal_consultants'), await heads('neonatal_doctors_other')]).toEqual([10, 13]);
    expect((await cell('maternity_emergencies', 'anaesthetic_consultants')).withBank.denominator).toBe(0);
    const wrong = await refusalOf(code('neonatal_consultants', 'Neonatal'));
    expect(wrong.message).toContain('expected occupation codes of three characters');
    for (let undone = 0; undone < 5; undone += 1) await history.undo({ trust: t });
    expect((await ask()).cells).toEqual(before.cells);
  });

  it('says how many more heads a group needs, and who they may be', async () => {
    // 90 % of 139 is 125.1, so 126: 119 are in date.
    expect(await cell('fetal_monitoring', 'midwives')).toMatchObject({ short: 7, meets: false });
    const { rows } = await trust.client.training.people({
      trust: t,
      on,
      course: 'fetal_monitoring',
      group: 'midwives',
      which: 'missing',
    });
    expect(rows).toHaveLength(20);
    const units = await trust.client.training.heatMap({ trust: t, on, group: 'midwives' });
    const sum = (of: 'numerator' | 'denominator') =>
      units.units.reduce(
        (all, { cells }) => all + cells.find(({ course }) => course === 'fetal_monitoring')!.inDate[of],
        0,
      );
    expect([sum('numerator'), sum('denominator')]).toEqual([119, 139]);
  });

  it('lists everybody who is left out by name with the reason and its days', async () => {
    const { excluded } = await ask();
    expect(
      excluded
        .filter(({ group }) => group === 'midwives')
        .map(({ reason }) => reason)
        .sort(),
    ).toEqual([...Array<string>(3).fill('long_term_sick'), ...Array<string>(6).fill('not_active_assignment')]);
    for (const one of excluded.filter(({ reason }) => reason === 'long_term_sick')) {
      expect(one.name).not.toBeNull();
      expect(one.first! < '2026-10-03').toBe(true);
    }
  });

  it('counts a certificate of another trust, a day at a screen only where the course allows it, and undoes both', async () => {
    const course = 'fetal_monitoring';
    const { rows } = await trust.client.training.people({ trust: t, on, course, group: 'midwives', which: 'missing' });
    const person = rows[0]!.person;
    const done = { trust: t, person, course, achieved: '2026-09-01', certificate: 'FM 17', place: 'Another trust' };
    await trust.client.training.addResult({ ...done, mode: 'e_learning' });
    expect(await cell(course, 'midwives')).toMatchObject({ inDate: { numerator: 119 }, atScreen: 1 });
    await trust.client.training.addResult(done);
    expect(await cell(course, 'midwives')).toMatchObject({ inDate: { numerator: 120, denominator: 139 } });
    const card = await trust.client.training.person({ trust: t, on, person });
    expect(card.attainments.find(({ achieved, counts }) => achieved === '2026-09-01' && counts)).toMatchObject({
      evidence: { kind: 'by_hand', certificate: 'FM 17' },
      until: '2027-09-01',
    });
    await trust.client.history.undo({ trust: t });
    await trust.client.history.undo({ trust: t });
    expect(await cell(course, 'midwives')).toMatchObject({ inDate: { numerator: 119 }, atScreen: 0 });
  });

  it('lets an entry by hand win beside the row of the file, which stays', async () => {
    const course = 'fire_safety';
    const { rows } = await trust.client.training.people({ trust: t, on, course, group: 'support', which: 'in_date' });
    const { person, achieved } = rows[0]!;
    const not = { trust: t, person, course, achieved: achieved!, counts: false, note: 'wrong person' };
    await trust.client.training.addResult(not);
    expect(await cell(course, 'support')).toMatchObject({ inDate: { numerator: 37, denominator: 42 } });
    const card = await trust.client.training.person({ trust: t, on, person });
    const row = card.attainments.find(({ evidence, achieved: day }) => evidence.kind === 'file' && day === achieved);
    expect(row).toMatchObject({ counts: false, why: 'Left out by hand: wrong person' });
    await trust.client.history.undo({ trust: t });
    expect(await cell(course, 'support')).toMatchObject({ inDate: { numerator: 38 } });
  });

  it('leaves somebody out by hand, and counts somebody whom the lists leave out', async () => {
    const course = 'fetal_monitoring';
    const missing = await trust.client.training.people({ trust: t, on, course, group: 'midwives', which: 'missing' });
    const person = missing.rows[0]!.person;
    await trust.client.training.exclude({ trust: t, person, reason: 'secondment', first: '2026-09-01' });
    expect(await cell(course, 'midwives')).toMatchObject({ inDate: { numerator: 119, denominator: 138 } });
    const away = (await ask()).excluded.find(({ reason }) => reason === 'long_term_sick')!;
    await trust.client.training.exclude({ trust: t, person: away.person, reason: 'counted', first: on, last: on });
    expect(await cell(course, 'midwives')).toMatchObject({ inDate: { denominator: 139 } });
    expect((await ask()).excluded.find((one) => one.person === person)).toMatchObject({
      reason: 'by_hand',
      why: 'secondment',
    });
    await trust.client.history.undo({ trust: t });
    await trust.client.history.undo({ trust: t });
    const wrong = trust.client.training.exclude({ trust: t, person, reason: 'tired', first: on });
    expect((await refusalOf(wrong)).code).toBe('NO_SUCH_CHOICE');
  });

  it('tells of any census: later ones only lower what nobody adds to', async () => {
    const at = async (day: string) => (await trust.client.training.compliance({ trust: t, on: day })).cells;
    const [now, later] = [await at('2026-11-30'), await at('2027-06-30')];
    for (const [index, one] of later.entries())
      expect(one.inDate.numerator).toBeLessThanOrEqual(now[index]!.inDate.numerator);
    const { cells } = await ask();
    for (const { atEnd, inDate, lapsing } of cells) expect(atEnd.numerator).toBe(inDate.numerator - lapsing);
  });

  it('takes what the trust says of a course, keeps the pack beside it, and compares packs', async () => {
    const { courses } = await trust.client.training.courses({ trust: t });
    const {
      from: _from,
      changes: _changes,
      counted: _counted,
      ...nls
    } = courses.find(({ key }) => key === 'newborn_life_support')!;
    await trust.client.training.setCourse({ trust: t, course: { ...nls, groups: ['midwives', 'support'] } });
    expect(await cell('newborn_life_support', 'support')).toMatchObject({ inDate: { denominator: 42 } });
    const changed = await trust.client.training.courses({ trust: t });
    expect(changed.courses.find(({ key }) => key === nls.key)).toMatchObject({
      from: 'changed',
      changes: [{ what: 'Counted groups', published: 'Midwives', own: 'Midwives, Maternity support workers' }],
    });
    const own = await trust.client.training.setCourse({
      trust: t,
      course: {
        name: 'Water birth skills',
        validityMonths: 24,
        groups: ['midwives'],
        mode: 'face_to_face',
        expires: 'completion',
        minutes: 120,
        capacity: 8,
        passPercent: null,
      },
    });
    expect(await cell(own.key, 'midwives')).toMatchObject({ inDate: { numerator: 0, denominator: 139 } });
    await trust.client.history.undo({ trust: t });
    await trust.client.history.undo({ trust: t });
    const schemes = { before: 'training-scheme-year-5', after: 'training-scheme-year-6' };
    const { differences } = await trust.client.training.comparePacks({ trust: t, ...schemes });
    expect(differences.map(({ of, what }) => `${of}: ${what}`)).toContain('Newborn life support: Neonatal nurses');
    const frameworks = { before: 'competency-framework-v1', after: 'competency-framework-v2' };
    const { hours } = await trust.client.training.comparePacks({ trust: t, ...frameworks });
    expect(hours.find(({ group }) => group === 'Midwives')?.heads).toBe(139);
    // The threshold is a rule of the pack, which the trust may set for itself.
    const pack = 'training-scheme-year-7';
    await trust.client.organisation.setRule({
      trust: t,
      pack,
      path: 'thresholdPercent',
      value: 85,
      agreedBy: '',
      why: '',
    });
    expect(await cell('fetal_monitoring', 'midwives')).toMatchObject({ meets: true });
    await trust.client.organisation.resetRule({ trust: t, pack, path: 'thresholdPercent' });
    expect(await cell('fetal_monitoring', 'midwives')).toMatchObject({ meets: false });
  });
});
