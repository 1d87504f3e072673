import { describe, expect, it } from 'vitest';
import { openImportingTrust } from '../../support/importing.ts';
import { refusalOf } from '../../support/planner.ts';

const trust = 'T1';
/** The tests' today is 21 November 2026. */
const reid = { trust, name: 'Callum Reid', band: '7', appointed: '2026-10-20' };
const noReason = { held: null, movedTo: null, reason: null, outcome: null };

async function opened() {
  const { client } = await openImportingTrust(['Delivery Suite']);
  const one = async () => {
    const [mentoring] = (await client.preceptorship.mentors({ trust })).mentorings;
    if (!mentoring) throw new Error('there is none');
    return mentoring;
  };
  const statuses = async () => Object.fromEntries((await one()).steps.map(({ step, status }) => [step, status]));
  return { client, one, statuses };
}

describe('the due list', () => {
  /** As the line of the list says it; of preceptees nothing is due here. */
  async function listed() {
    const { client } = await opened();
    const { id } = await client.preceptorship.addMentoring({
      ...reid,
      appointed: '2026-09-01',
      unit: 'Delivery Suite',
    });
    const lines = async () =>
      (await client.preceptorship.due({ trust })).items.map(({ when, what, due }) => `${when} ${what} ${due}`);
    const set = (step: string, cells: object) =>
      client.preceptorship.setMentoringStep({ trust, id, step, ...noReason, ...cells });
    return { client, id, lines, set };
  }
  const all = [
    'overdue Name a mentor 2026-09-29',
    'overdue Review at 1 month with the mentor 2026-10-01',
    'overdue First meeting with the mentor 2026-10-13',
    'month Review at 3 months with the mentor 2026-12-01',
  ];

  it('has what is due of those new in Band 7 or 8 beside preceptees, with who, what and since when', async () => {
    const { client, id, lines } = await listed();
    expect((await lines()).sort()).toEqual([...all].sort());
    expect(await client.preceptorship.due({ trust })).toMatchObject({
      people: 0,
      mentorings: 1,
      counts: { overdue: 3, today: 0, week: 0, month: 1 },
      cohorts: ['New in Band 7 or 8'],
    });
    const [first] = (await client.preceptorship.due({ trust })).items;
    expect(first).toMatchObject({
      kind: 'mentor',
      mentoring: id,
      name: 'Callum Reid',
      unit: 'Delivery Suite',
      preceptor: null,
      programmeName: 'New in Band 7',
      days: -53,
    });
  });

  it('loses them once they are done, moved or not applicable, and undo brings each back', async () => {
    const { client, id, lines, set } = await listed();
    await client.preceptorship.changeMentoring({ trust, id, mentor: 'Jane Mistry', mentorNamedOn: '2026-10-02' });
    await set('first', { held: '2026-10-13', outcome: 'Agreed to meet each month' });
    await set('1m', { movedTo: '2026-11-25', reason: 'Annual leave' });
    await set('3m', { reason: 'Met at the first meeting' });
    // Moved to Wednesday of next week: the tests' today is a Saturday.
    expect(await lines()).toEqual(['month Review at 1 month with the mentor 2026-10-01']);
    for (let count = 0; count < 4; count += 1) await client.history.undo({ trust });
    expect((await lines()).sort()).toEqual([...all].sort());
  });

  it('goes into the calendar with them: all together, of their cohort, and of one person', async () => {
    const { client, id } = await listed();
    await client.preceptorship.addPreceptee({ trust, name: 'Amara Osei', start: '2026-11-16' });
    const titles = async (asked: { key?: string; cohort?: string }) => {
      const { contents, fileName } = await client.preceptorship.calendar({ trust, ...asked });
      const text = Buffer.from(contents, 'base64')
        .toString('utf8')
        .replace(/\r?\n[ \t]/g, '');
      return { fileName, titles: [...text.matchAll(/^SUMMARY:(.*?)\r?$/gm)].map(([, title]) => title ?? '') };
    };
    const everything = await titles({});
    expect(everything.titles).toContain('Name a preceptor: Amara Osei');
    expect(everything.titles).toContain('Name a mentor: Callum Reid');
    const ofMentors = await titles({ cohort: 'New in Band 7 or 8' });
    // The mentor, the first meeting and the four reviews.
    expect(ofMentors.titles).toHaveLength(6);
    expect(await titles({ key: `mentoring:${id}` })).toMatchObject({
      titles: ofMentors.titles,
      fileName: 'Preceptorship Callum Reid 2026-11-21.ics',
    });
  });
});

describe('mentors of newly appointed Band 7 and 8 midwives', () => {
  it('a mentor, a first meeting and reviews fall due from the appointment on, each by the days of the rules', async () => {
    const { client, one } = await opened();
    await client.preceptorship.addMentoring({ ...reid, appointed: '2026-08-31' });
    const { steps, next } = await one();
    // 28 and 42 days after 31 August; months after it end with the month.
    expect(steps.map(({ step, due }) => [step, due])).toEqual([
      ['mentor', '2026-09-28'],
      ['first', '2026-10-12'],
      ['1m', '2026-09-30'],
      ['3m', '2026-11-30'],
      ['6m', '2027-02-28'],
      ['12m', '2027-08-31'],
    ]);
    expect(steps.map(({ status }) => status)).toEqual([
      'overdue',
      'overdue',
      'overdue',
      'due_soon',
      'upcoming',
      'upcoming',
    ]);
    expect(next).toMatchObject({ step: 'mentor', daysLate: 54 });
  });

  it('the share counts who had a mentor within the days that the trust set, and leaves out whose days are not over', async () => {
    const { client } = await opened();
    const named = (name: string, appointed: string, mentorNamedOn: string) =>
      client.preceptorship.addMentoring({ ...reid, name, appointed, mentor: 'Jane Mistry', mentorNamedOn });
    await named('In time', '2026-05-01', '2026-05-29');
    await named('A day late', '2026-05-01', '2026-05-30');
    await client.preceptorship.addMentoring({ ...reid, name: 'Never', appointed: '2026-06-01' });
    await client.preceptorship.addMentoring({ ...reid, name: 'Not over yet', appointed: '2026-11-02' });
    await named('Long ago', '2024-05-01', '2024-05-02');
    expect(await client.preceptorship.mentors({ trust })).toMatchObject({
      share: { numerator: 1, denominator: 3 },
      waiting: 1,
    });
    await client.organisation.setRule({
      trust,
      pack: 'mentor-rules',
      path: 'mentorWithinDays',
      value: 30,
      agreedBy: '',
      why: '',
    });
    expect(await client.preceptorship.mentors({ trust })).toMatchObject({
      share: { numerator: 2, denominator: 3 },
      rules: { mentorWithinDays: 30 },
    });
  });

  it('a step is recorded, moved with a reason, or not applicable with a reason, and each can be undone', async () => {
    const { client, one, statuses } = await opened();
    const { id } = await client.preceptorship.addMentoring({ ...reid, appointed: '2026-09-01' });
    const set = (step: string, cells: object) =>
      client.preceptorship.setMentoringStep({ trust, id, step, ...noReason, ...cells });
    await set('first', { held: '2026-10-13', outcome: 'Agreed to meet each month' });
    await set('1m', { movedTo: '2026-12-01', reason: 'Annual leave' });
    await set('3m', { reason: 'Met at the first meeting' });
    expect(await statuses()).toMatchObject({ first: 'done', '1m': 'due_soon', '3m': 'not_applicable' });
    await client.preceptorship.changeMentoring({ trust, id, mentor: 'Jane Mistry', mentorNamedOn: '2026-10-02' });
    expect(await statuses()).toMatchObject({ mentor: 'done_late' });
    expect((await one()).inTime).toBe(false);
    for (let count = 0; count < 4; count += 1) await client.history.undo({ trust });
    expect(await statuses()).toMatchObject({ mentor: 'overdue', first: 'overdue', '1m': 'overdue', '3m': 'due_soon' });
  });

  it('what cannot be right is refused in words: a mentor without a day, a meeting to come, a move without a reason', async () => {
    const { client } = await opened();
    const { id } = await client.preceptorship.addMentoring(reid);
    const { preceptorship } = client;
    const refused = async (call: Promise<unknown>) => (await refusalOf(call)).code;
    expect(await refused(preceptorship.changeMentoring({ trust, id, mentor: 'Jane Mistry' }))).toBe('DATES_WRONG');
    expect(await refused(preceptorship.setMentoringStep({ trust, id, step: 'first', held: '2026-11-22' }))).toBe(
      'DATES_WRONG',
    );
    expect(await refused(preceptorship.setMentoringStep({ trust, id, step: 'first', movedTo: '2026-12-22' }))).toBe(
      'REASON_MISSING',
    );
    const toThePast = { trust, id, step: 'first', movedTo: '2026-11-20', reason: 'Leave' };
    expect((await refusalOf(preceptorship.setMentoringStep(toThePast))).message).toMatch(/^That day has gone by/);
    expect(await refused(preceptorship.addMentoring({ ...reid, band: '5' }))).toBe('NO_SUCH_CHOICE');
  });

  it('an NHS number is warned of before anything is stored, and stored only once somebody says that it is none', async () => {
    const { client, one } = await opened();
    const { id } = await client.preceptorship.addMentoring(reid);
    const change = { trust, id, objectives: 'Debrief after the case of 943 476 5919' };
    const refusal = await refusalOf(client.preceptorship.changeMentoring(change));
    expect(refusal).toMatchObject({
      code: 'PATIENT_IDENTIFIER',
      data: { found: [{ field: 'objectives', text: '943 476 5919', looksLike: 'an NHS number' }] },
    });
    expect((await one()).objectives).toBeNull();
    await client.preceptorship.changeMentoring({ ...change, aboutNoPatient: true });
    expect((await one()).objectives).toContain('943 476 5919');
  });

  it('nobody mentors herself, however the name is written', async () => {
    const { client } = await opened();
    const { id } = await client.preceptorship.addMentoring(reid);
    const named = (mentor: string) =>
      client.preceptorship.changeMentoring({ trust, id, mentor, mentorNamedOn: '2026-10-22' });
    expect((await refusalOf(named('REID, Callum'))).code).toBe('DATES_WRONG');
    await named('Caroline Reid');
  });

  it('a mentoring that ends, with its reason, closes what is open from that day on and keeps what was held', async () => {
    const { client, one, statuses } = await opened();
    const { id } = await client.preceptorship.addMentoring({ ...reid, appointed: '2026-09-01' });
    await client.preceptorship.setMentoringStep({ trust, id, step: 'first', held: '2026-10-01' });
    const listed = async () => (await client.preceptorship.due({ trust })).items.map(({ what }) => what);
    const before = [await statuses(), await listed()];
    expect(before[1]).toHaveLength(3);
    const change = (ended: string | null) =>
      client.preceptorship.changeMentoring({ trust, id, ended, endReason: 'Moved to another trust' });
    expect((await refusalOf(change('2026-08-31'))).code).toBe('DATES_WRONG');
    // An end that is still to come closes nothing yet.
    await change('2026-11-22');
    expect([await statuses(), await listed()]).toEqual(before);
    expect(await change('2026-11-21')).toEqual({ label: 'Callum Reid: mentoring ended on 21 November 2026' });
    expect(await statuses()).toEqual({
      mentor: 'closed',
      first: 'done',
      '1m': 'closed',
      '3m': 'closed',
      '6m': 'closed',
      '12m': 'closed',
    });
    expect(await listed()).toEqual([]);
    expect(await one()).toMatchObject({ ended: '2026-11-21', endReason: 'Moved to another trust', next: null });
    const { overdue, dueSoon, mentorings } = await client.preceptorship.mentors({ trust });
    expect([overdue, dueSoon, mentorings.length]).toEqual([0, 0, 1]);
    await client.history.undo({ trust });
    await client.history.undo({ trust });
    expect([await statuses(), await listed()]).toEqual(before);
  });

  it('removing takes the steps along, and undo brings all of it back', async () => {
    const { client, one } = await opened();
    const { id } = await client.preceptorship.addMentoring({ ...reid, appointed: '2026-09-01' });
    await client.preceptorship.setMentoringStep({ trust, id, step: 'first', held: '2026-10-01', outcome: 'Met' });
    const before = await one();
    await client.preceptorship.removeMentoring({ trust, id });
    expect((await client.preceptorship.mentors({ trust })).mentorings).toEqual([]);
    await client.history.undo({ trust });
    expect(await one()).toEqual(before);
  });
});
