import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../../electron/core/dates.ts';
import { dump } from '../../support/dump.ts';
import { openImportingTrust } from '../../support/importing.ts';
import { refusalOf } from '../../support/planner.ts';

const trust = 'T1';
const today = '2026-11-02';

async function opened() {
  const { client, context } = await openImportingTrust();
  Object.assign(context, { today: () => today });
  const { preceptorship, history } = client;
  const dueOf = async (key: string) => (await preceptorship.due({ trust })).items.filter((one) => one.key === key);
  return { preceptorship, history, sqlite: context.database.sqlite, dueOf };
}

const ada = { trust, name: 'Ada Test', start: '2026-02-02' };

describe('somebody who is entered mid-route', () => {
  it('is asked for what has gone by: named steps with their days, none that is still to come', async () => {
    const { preceptorship, dueOf } = await opened();
    const asked = { trust, programme: null, start: ada.start, registered: null };
    const passed = await preceptorship.passedSteps(asked);
    expect(passed).toEqual([
      { step: 'preceptor', name: 'Preceptor named', due: '2026-02-09' },
      { step: 'start', name: 'First meeting', due: '2026-02-16' },
      { step: '3m', name: '3 month meeting', due: '2026-05-02' },
      { step: '6m', name: '6 month meeting', due: '2026-08-02' },
    ]);
    // Without an answer each stays overdue, as before.
    const { key } = await preceptorship.addPreceptee(ada);
    const overdue = (await dueOf(key)).filter(({ when, step }) => when === 'overdue' && step !== 'hours');
    expect(overdue.map(({ step }) => step)).toEqual(passed.map(({ step }) => step));
    expect(await preceptorship.passedSteps({ ...asked, start: today })).toEqual([]);
    const strange = preceptorship.passedSteps({ ...asked, programme: 'none' });
    expect((await refusalOf(strange)).code).toBe('NO_SUCH_CHOICE');
  });

  it('has what was held on its days, and what nobody knows off the list, by one save that one undo takes back', async () => {
    const { preceptorship, history, sqlite, dueOf } = await opened();
    const before = dump(sqlite);
    const { key, label } = await preceptorship.addPreceptee({
      ...ada,
      preceptor: 'Jane Mistry',
      before: [
        { step: 'preceptor', held: '2026-02-09' },
        { step: 'start', held: '2026-02-18' },
        { step: '3m', held: null },
      ],
    });
    expect(label).toBe('New preceptee Ada Test');
    const { steps, row, answers, preceptorDue } = await preceptorship.preceptee({ trust, key });
    expect(row.preceptor).toBe('Jane Mistry');
    expect(preceptorDue).toMatchObject({ held: '2026-02-09', status: 'done' });
    const states = Object.fromEntries(steps.map(({ key: step, status, held }) => [step, [status, held]]));
    expect(states).toMatchObject({
      start: ['done_late', '2026-02-18'],
      '3m': ['not_applicable', null],
      '6m': ['overdue', null],
    });
    expect(answers).toMatchObject([{ step: '3m', reason: 'Not known: before the entry here' }]);
    expect((await dueOf(key)).filter(({ when, step }) => when === 'overdue' && step !== 'hours')).toMatchObject([
      { step: '6m' },
    ]);
    expect(await history.changes({ trust })).toHaveLength(1);
    await history.undo({ trust });
    expect((await preceptorship.board({ trust })).rows).toEqual([]);
    await history.redo({ trust });
    expect((await preceptorship.preceptee({ trust, key })).steps).toEqual(steps);
    await history.undo({ trust });
    expect(dump(sqlite)).toBe(before);
  });

  it('is refused what cannot be, beside its field, and nothing is stored', async () => {
    const { preceptorship } = await opened();
    const refused = async (more: object) => {
      const { code, data } = await refusalOf(preceptorship.addPreceptee({ ...ada, ...more }));
      return [code, (data as { field?: string } | undefined)?.field];
    };
    expect(await refused({ before: [{ step: '9m', held: '2026-10-01' }] })).toEqual(['NO_SUCH_CHOICE', undefined]);
    expect(await refused({ before: [{ step: '3m', held: '2026-11-03' }] })).toEqual(['NOT_ALLOWED', 'day-3m']);
    expect(await refused({ before: [{ step: 'preceptor', held: '2026-02-09' }] })).toEqual([
      'NOT_ALLOWED',
      'preceptor',
    ]);
    const herself = { preceptor: 'Ada Test', before: [{ step: 'preceptor', held: '2026-02-09' }] };
    expect(await refused(herself)).toEqual(['NOT_ALLOWED', 'preceptor']);
    // A name without the day of the naming would be lost: the record has no place for it.
    const jane = 'Jane Mistry';
    for (const before of [[], [{ step: 'preceptor', held: null }], [{ step: 'start', held: '2026-02-18' }]])
      expect(await refused({ preceptor: jane, before }), JSON.stringify(before)).toEqual(['NOT_ALLOWED', 'preceptor']);
    const patient = { preceptor: '943 476 5919', before: [{ step: 'preceptor', held: '2026-02-09' }] };
    expect((await refused(patient))[0]).toBe('PATIENT_IDENTIFIER');
    expect((await preceptorship.board({ trust })).people).toBe(0);
  });

  it('of the international route has its own steps, counted from its own clock', async () => {
    const { preceptorship, dueOf } = await opened();
    const programme = 'international';
    const start = '2026-06-01';
    const passed = await preceptorship.passedSteps({ trust, programme, start, registered: null });
    expect(passed.length).toBeGreaterThan(5);
    const before = passed.map(({ step, due }) => ({ step, held: due }));
    const { key } = await preceptorship.addPreceptee({ ...ada, start, programme, before, preceptor: 'Jane Mistry' });
    expect((await dueOf(key)).filter(({ when, step }) => when === 'overdue' && step !== 'hours')).toEqual([]);
  });

  it('as newly appointed to Band 7 is asked likewise, the mentor with the appointment', async () => {
    const { preceptorship, history } = await opened();
    const appointed = '2026-05-04';
    const passed = await preceptorship.passedMentoringSteps({ trust, appointed });
    expect(passed.map(({ step }) => step)).toEqual(['first', '1m', '3m']);
    const cells = { trust, name: 'Ada Test', band: '7', appointed, mentor: 'Alison Frost', mentorNamedOn: appointed };
    const refused = preceptorship.addMentoring({ ...cells, before: [{ step: '1m', held: '2026-05-03' }] });
    expect((await refusalOf(refused)).code).toBe('DATES_WRONG');
    const future = preceptorship.addMentoring({ ...cells, before: [{ step: '12m', held: null }] });
    expect((await refusalOf(future)).code).toBe('NO_SUCH_CHOICE');
    await preceptorship.addMentoring({
      ...cells,
      before: [
        { step: 'first', held: '2026-05-20' },
        { step: '1m', held: null },
        { step: '3m', held: '2026-08-04' },
      ],
    });
    const { mentorings } = await preceptorship.mentors({ trust });
    expect(mentorings[0]!.steps.filter(({ status }) => status === 'overdue')).toEqual([]);
    expect(await history.changes({ trust })).toHaveLength(1);
    await history.undo({ trust });
    expect((await preceptorship.mentors({ trust })).mentorings).toEqual([]);
  });
});

/** The day so many months on by the calendar alone: the last day of a month that is too short. */
function monthsOn(day: string, months: number): string {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10);
}

describe('reckoned anew for random people', () => {
  it('what is asked is what would be overdue, and what was answered never is; the core programme by the calendar alone', async () => {
    const { preceptorship, history, dueOf } = await opened();
    const programmes = ['midwifery_core', 'international', 'return_to_practice'];
    const answer = fc.constantFrom('held', 'unknown', 'open');
    const people = fc.record({
      ago: fc.integer({ min: -20, max: 900 }),
      registered: fc.option(fc.integer({ min: -60, max: 60 }), { nil: null }),
      programme: fc.constantFrom(...programmes),
      answers: fc.array(fc.tuple(answer, fc.integer({ min: 0, max: 40 })), { minLength: 20, maxLength: 20 }),
    });
    await fc.assert(
      fc.asyncProperty(people, async ({ ago, registered, programme, answers }) => {
        const start = addDays(today, -ago);
        const facts = { start, registered: registered === null ? null : addDays(start, registered) };
        const passed = await preceptorship.passedSteps({ trust, programme, ...facts });
        if (programme === 'midwifery_core' && facts.registered === null) {
          const days = [
            addDays(start, 7),
            addDays(start, 14),
            ...[3, 6, 9, 12].map((months) => monthsOn(start, months)),
          ];
          expect(passed.map(({ due }) => due)).toEqual(days.filter((due) => due < today));
        }
        const told = passed.flatMap(({ step, due }, at) => {
          const [kind, late] = answers[at] ?? ['open', 0];
          const held = addDays(due, late) > today ? due : addDays(due, late);
          return kind === 'open' ? [] : [{ step, held: kind === 'held' ? held : null }];
        });
        const cells = { trust, name: 'Ada Test', programme, ...facts };
        const isNamed = told.some(({ step, held }) => step === 'preceptor' && held !== null);
        const preceptor = isNamed ? 'Jane Mistry' : null;
        const { key } = await preceptorship.addPreceptee({ ...cells, before: told, preceptor });
        try {
          const asked = new Set(passed.map(({ step }) => step));
          const overdue = (await dueOf(key)).filter(({ step, when }) => when === 'overdue' && asked.has(step));
          const open = passed.map(({ step }) => step).filter((step) => !told.some((one) => one.step === step));
          expect(overdue.map(({ step }) => step).sort()).toEqual(open.sort());
          const others = (await dueOf(key)).filter(({ step, when }) => when === 'overdue' && !asked.has(step));
          // What is no step is still to be done: hours, and the sign-off at the end.
          expect(['hours', 'limit', 'end']).toEqual(expect.arrayContaining(others.map(({ step }) => step)));
        } finally {
          await history.undo({ trust });
        }
        expect((await preceptorship.board({ trust })).people).toBe(0);
      }),
      { numRuns: 300, seed: 20_261_102 },
    );
  }, 120_000);
});
