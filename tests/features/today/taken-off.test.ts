import { beforeAll, describe, expect, it } from 'vitest';
import { addDays } from '../../../electron/core/dates.ts';
import { router } from '../../../electron/router.ts';
import { insertProfile } from '../../../electron/profiles/profiles.ts';
import { keptSecret } from '../../../electron/profiles/secret.ts';
import { inProcessClient } from '../../../electron/transport/in-process.ts';
import { ifSamples, openImportingTrust, sampleFile, samplesAreHere } from '../../support/importing.ts';
import { openTestPlanner } from '../../support/planner.ts';
import { addSmallTrust } from './trust.ts';

const trust = 'RX1';
const opened = openTestPlanner();
const { planner, context } = opened;
const today = context.today();
const earlier = (days: number) => addDays(today, -days);
const items = async (area: string) => (await planner.today.due({ trust })).items.filter((one) => one.area === area);
const has = async (key: string) => (await planner.today.due({ trust })).items.find((one) => one.key === key);

let held: Awaited<ReturnType<typeof addSmallTrust>>;
beforeAll(async () => {
  held = await addSmallTrust(planner, today);
});

describe('what its button leads to takes it off, and undo brings it back', () => {
  /** What is due, what its button says, what is opened, and the act. */
  const takenOff = async (key: string, told: object, act: () => Promise<unknown>) => {
    const before = await has(key);
    expect(before, key).toMatchObject(told);
    await act();
    expect(await has(key), key).toBeUndefined();
    await planner.history.undo({ trust });
    expect(await has(key), key).toEqual(before);
    await planner.history.redo({ trust });
  };

  it('a conversation that was planned and not held, one without an answer, and one to follow up', async () => {
    const one = { trust, kind: 'stay', role: 'Retention midwife' };
    const { remindAfterDays } = context.reference.conversations;
    const add = async (name: string, cells: object) => {
      const { id } = await planner.retention.addConversation({ ...one, name, ...cells });
      return { id, key: `conversation ${id}`, told: { area: 'retention', who: name, button: 'Record' } };
    };
    const planned = await add('Amara Osei', { offered: earlier(9), planned: earlier(2) });
    const silent = await add('Bethan Pryce', { offered: earlier(remindAfterDays + 1) });
    const talked = { offered: earlier(40), held: earlier(30), minutes: 30 };
    const followed = await add('Cerys Lee', { ...talked, followUp: earlier(1) });
    const change = (id: number, cells: object) => planner.retention.changeConversation({ trust, id, ...cells });
    await takenOff(
      planned.key,
      { ...planned.told, due: earlier(2), opens: { kind: 'conversation', key: String(planned.id) } },
      () => change(planned.id, { held: earlier(1), minutes: 30 }),
    );
    await takenOff(silent.key, { ...silent.told, due: earlier(1) }, () => change(silent.id, { declined: today }));
    await takenOff(followed.key, followed.told, () => change(followed.id, { followedUp: today }));
  });

  it('a request for flexible working', async () => {
    const cells = { trust, name: 'Amara Osei', kind: 'fewer_hours', asked: earlier(20) };
    const { id } = await planner.retention.addRequest(cells);
    const told = { area: 'retention', button: 'Decide', opens: { kind: 'request', key: String(id) } };
    await takenOff(`request ${id}`, told, () =>
      planner.retention.changeRequest({ trust, id, decided: today, outcome: 'granted' }),
    );
  });

  it('a start that was expected, and a post that is vacant for long', async () => {
    const aged = { area: 'vacancies', button: 'Take on', opens: { kind: 'post', key: held.post } };
    await takenOff(`post ${held.post}`, aged, () =>
      planner.vacancies.changePost({ trust, key: held.post, stage: 'withdrawn' }),
    );
    const cells = {
      post: 'Midwife',
      band: '6',
      since: earlier(5),
      candidate: 'Bethan Pryce',
      expectedStart: earlier(3),
    };
    const { key } = await planner.vacancies.addPost({ trust, wte: 100_000, stage: 'start_agreed', ...cells });
    await takenOff(`post ${key}`, { what: 'Start was expected', button: 'Record the start' }, () =>
      planner.vacancies.changePost({ trust, key, stage: 'started', start: earlier(3) }),
    );
  });

  it('a return of a quarter that ended: to begin where one before it was begun, then to go on with, to its submission', async () => {
    const started = async (period: string) => {
      const { lines } = await planner.returns.start({ trust, period });
      for (const { plan } of lines)
        for (const change of [
          { field: 'lead', value: 'Head of midwifery' },
          { field: 'status', value: 'blue' },
          { field: 'evidence', value: 'Board minutes' },
        ] as const)
          await planner.returns.changeAnswer({ trust, period, reference: plan.reference, change });
    };
    const submit = async (period: string) => {
      await planner.returns.check({ trust, period, role: 'Maternity workforce lead' });
      await planner.returns.signOff({ trust, period, role: 'Head of midwifery' });
      await planner.returns.submit({ trust, period, role: 'Head of midwifery' });
    };
    const { quarter, periods } = await planner.returns.periods({ trust });
    const last = periods.find(({ kind, period }) => kind === 'quarter' && period < quarter)!.period;
    // Nothing is asked of who never returned anything: the first return is hers to begin.
    expect(await items('returns')).toEqual([]);
    await started('2025-Q4');
    await submit('2025-Q4');
    const told = { key: `return ${last}`, opens: { kind: 'return', key: last }, when: 'overdue' };
    expect(await items('returns')).toMatchObject([{ ...told, button: 'Begin the return' }]);
    await started(last);
    expect(await items('returns')).toMatchObject([{ ...told, button: 'Go on' }]);
    const change = { field: 'due', value: '2026-01-05' } as const;
    await planner.returns.changeAnswer({ trust, period: last, reference: '4.1', change });
    await planner.returns.changeAnswer({
      trust,
      period: last,
      reference: '4.1',
      change: { field: 'status', value: 'amber' },
    });
    // A line is opened in the return that it is of, whichever is worked on.
    await planner.returns.start({ trust, period: quarter });
    expect(await has('line 4.1')).toMatchObject({ opens: { kind: 'line', key: `4.1 ${last}` } });
    await planner.returns.changeAnswer({
      trust,
      period: last,
      reference: '4.1',
      change: { field: 'status', value: 'blue' },
    });
    expect(await has('line 4.1')).toBeUndefined();
    await submit(last);
    expect(await items('returns')).toEqual([]);
  });
});

it.skipIf(!samplesAreHere)(`a session whose attendance is not recorded, until it is${ifSamples}`, async () => {
  const { client, import: take } = await openImportingTrust();
  await take(sampleFile('e_esr_staff_in_post_2026-10-31.xlsx'));
  const of = { trust: 'T1' };
  const session = await client.training.setSession({
    ...of,
    courses: ['fetal_monitoring'],
    date: earlier(3),
    capacity: 2,
  });
  const { rows } = await client.staff.people({ ...of, which: 'all', limit: 1 });
  const people = rows.map(({ person }) => person);
  await client.training.book({ ...of, session: session.id, people, despite: true });
  const due = async () => (await client.today.due(of)).items.find(({ key }) => key === `session ${session.id}`);
  const opens = { kind: 'session', key: String(session.id) };
  expect(await due()).toMatchObject({ area: 'training', when: 'overdue', button: 'Record attendance', opens });
  await client.training.mark({ ...of, session: session.id, people, state: 'attended' });
  expect(await due()).toBeUndefined();
});

describe('who is signed in', () => {
  it('keeps figures and visits of their own', async () => {
    const profile = async (name: string) =>
      insertProfile(context.database, {
        name,
        role: 'editor',
        post: null,
        recovery: null,
        secret: await keptSecret('246810'),
      });
    const [ana, bea] = [await profile('Ana Field'), await profile('Bea Hale')];
    const of = async (id: number) => {
      await planner.profiles.signIn({ profile: id, secret: '246810' });
      return planner.today;
    };
    const keys = ['gap midwives vacancyRate', 'gap midwives requiredLessInPost'];
    await (await of(ana)).chooseFigures({ trust, keys });
    await (await of(bea)).chooseFigures({ trust, keys: keys.slice(1) });
    expect(await (await of(ana)).chosenFigures({ trust })).toEqual(keys);
    expect(await (await of(bea)).chosenFigures({ trust })).toEqual(keys.slice(1));
    const at = (now: string) => inProcessClient(router, { ...context, now: () => now }, () => undefined);
    await at('2026-12-02T09:00:00.000Z').today.visit({ trust });
    await at('2026-12-03T09:00:00.000Z').today.visit({ trust });
    expect((await planner.today.changes({ trust })).since).toBe('2026-12-02T09:00:00.000Z');
    expect((await (await of(ana)).changes({ trust })).since).toBeNull();
  });
});
