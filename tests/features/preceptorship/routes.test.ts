import { describe, expect, it } from 'vitest';
import { openImportingTrust } from '../../support/importing.ts';
import { refusalOf } from '../../support/planner.ts';

const trust = 'T1';

async function opened(programme: string, start: string) {
  const { client } = await openImportingTrust();
  const { key } = await client.preceptorship.addPreceptee({ trust, name: 'Sofia Brandt', start, programme });
  const steps = async () => (await client.preceptorship.preceptee({ trust, key })).steps;
  const step = async (name: string) => (await steps()).find((one) => one.name === name);
  return { client, key, steps, step };
}

describe('routes other than newly registered', () => {
  it('an international recruit has steps of the route before and after the arrival, each of which can be recorded and undone', async () => {
    const { client, key, step } = await opened('international', '2026-11-02');
    // 84 days after 2 November 2026, and 42 days before it; the tests' today is 21 November.
    expect(await step('Practical test passed')).toMatchObject({ due: '2027-01-25', status: 'upcoming' });
    const visa = await step('Visa granted');
    expect(visa).toMatchObject({ due: '2026-09-21', status: 'overdue' });
    await client.preceptorship.recordMeeting({ trust, key, step: visa?.key ?? '', held: '2026-09-20' });
    expect(await step('Visa granted')).toMatchObject({ held: '2026-09-20', status: 'done' });
    await client.history.undo({ trust });
    expect(await step('Visa granted')).toMatchObject({ status: 'overdue' });
    const due = (await client.preceptorship.due({ trust })).items.filter(({ kind }) => kind === 'step');
    expect(due.map(({ what }) => what)).toContain('Visa granted');
  });

  it('somebody who returns to practice has steps before readmission to the register', async () => {
    const { steps } = await opened('return_to_practice', '2026-11-02');
    const names = (await steps()).map(({ name }) => name);
    expect(names).toEqual(
      expect.arrayContaining(['Return course or test of competence chosen', 'Readmitted to the register']),
    );
  });

  it('days of a step are the trust’s to set, and a newly registered midwife has no such steps', async () => {
    const { client, step } = await opened('international', '2026-11-02');
    await client.organisation.setRule({
      trust,
      pack: 'preceptorship-international',
      path: 'steps[osce].days',
      value: 70,
      agreedBy: '',
      why: '',
    });
    expect(await step('Practical test passed')).toMatchObject({ due: '2027-01-11' });
    const { step: ofCore } = await opened('midwifery_core', '2026-11-02');
    expect(await ofCore('Practical test passed')).toBeUndefined();
  });
});

describe('the form of a meeting', () => {
  it('keeps type, days, with whom, outcome, agreed actions and the next one, and warns of a patient before it stores', async () => {
    const { client, key } = await opened('midwifery_core', '2026-10-05');
    const meeting = {
      step: 'start',
      planned: '2026-10-15',
      held: '2026-10-16',
      who: 'Jane Mistry',
      outcome: 'On track',
      agreedActions: 'Study day booked',
      next: '2027-01-05',
    };
    const call = (cells: object) => client.preceptorship.recordMeeting({ trust, key, ...meeting, ...cells });
    const refusal = await refusalOf(call({ agreedActions: 'Reflect on 4010232137' }));
    expect(refusal).toMatchObject({ code: 'PATIENT_IDENTIFIER', data: { found: [{ field: 'agreedActions' }] } });
    const meetings = async () => (await client.preceptorship.preceptee({ trust, key })).meetings;
    expect(await meetings()).toEqual([]);
    await call({});
    await client.preceptorship.recordMeeting({ trust, key, step: null, held: '2026-11-02', outcome: 'Extra meeting' });
    expect(await meetings()).toMatchObject([meeting, { step: null, held: '2026-11-02', outcome: 'Extra meeting' }]);
  });
});
