import { beforeAll, describe, expect, it } from 'vitest';
import { figuresInSight, headlineSources, type TodayItem } from '../../../electron/contract/index.ts';
import { byPressing, lookedAt, whenDue } from '../../../electron/features/today/calculations.ts';
import { router } from '../../../electron/router.ts';
import { inProcessClient } from '../../../electron/transport/in-process.ts';
import { ifSamples, openImportingTrust, sampleFile, samplesAreHere } from '../../support/importing.ts';
import { openTestPlanner, refusalOf } from '../../support/planner.ts';
import { setLine } from '../../support/set-line.ts';
import { addSmallTrust } from './trust.ts';

let opened: ReturnType<typeof openTestPlanner>;
let held: Awaited<ReturnType<typeof addSmallTrust>>;
const trust = 'RX1';
const inSight = async ({ today }: typeof opened.planner, of: string) =>
  figuresInSight(
    (await Promise.all(headlineSources.map((from) => today.figures({ trust: of, from })))).flat(),
    await today.chosenFigures({ trust: of }),
  );
beforeAll(async () => {
  opened = openTestPlanner();
  held = await addSmallTrust(opened.planner, opened.context.today());
});

describe('what is due', () => {
  it('falls overdue, today, this week to Sunday, within four weeks, or is not told of yet', () => {
    // A Wednesday.
    const on = (due: string) => whenDue(due, '2026-11-04');
    expect(on('2026-11-03')).toBe('overdue');
    expect(on('2026-11-04')).toBe('today');
    expect(on('2026-11-08')).toBe('week');
    expect(on('2026-11-09')).toBe('month');
    expect(on('2026-12-02')).toBe('month');
    expect(on('2026-12-03')).toBeUndefined();
    expect(whenDue('2026-11-09', '2026-11-08')).toBe('month');
  });

  it('comes with the most pressing first, and on one day people before papers', () => {
    const item = (key: string, due: string, when: TodayItem['when'], area: TodayItem['area']) =>
      ({ key, due, when, area }) as TodayItem;
    const items = [
      item('a', '2026-11-05', 'week', 'preceptorship'),
      item('b', '2026-11-04', 'today', 'returns'),
      item('c', '2026-11-04', 'today', 'retention'),
      item('d', '2026-10-01', 'overdue', 'vacancies'),
      item('e', '2026-09-01', 'overdue', 'backups'),
    ];
    expect(byPressing(items).map(({ key }) => key)).toEqual(['e', 'd', 'c', 'b', 'a']);
  });

  it('of a trust: every preceptorship step that the due list has, aged posts, and the backup, each gone once it is done', async () => {
    const { planner } = opened;
    const { items, counts, isEmpty, backups } = await planner.today.due({ trust });
    expect(isEmpty).toBe(false);
    expect(new Set(items.map(({ key }) => key)).size).toBe(items.length);
    for (const { area, items: count } of counts) expect(items.filter((one) => one.area === area)).toHaveLength(count);
    const list = await planner.preceptorship.due({ trust });
    const named = list.items.filter(({ when }) => when !== 'possible').map(({ key, step }) => `${key} ${step}`);
    expect(items.filter(({ area }) => area === 'preceptorship').flatMap(({ opens }) => opens?.key ?? [])).toEqual(
      expect.arrayContaining(named.filter((key) => items.some((one) => one.opens?.key === key))),
    );
    expect(items.filter(({ opens }) => opens?.kind === 'due').length).toBeGreaterThan(0);
    for (const { opens } of items.filter((one) => one.opens?.kind === 'due')) expect(named).toContain(opens?.key);
    const plan = await planner.vacancies.plan({ trust });
    const aged = plan.posts.filter((post) => post.live && post.aged).map(({ key }) => key);
    expect(aged).toEqual([held.post]);
    for (const key of aged) expect(items.map(({ opens }) => opens?.key)).toContain(key);

    expect(backups.madeAt).toBeNull();
    expect(items).toContainEqual(expect.objectContaining({ area: 'backups', onTheSpot: 'backup' }));
    await planner.backups.make();
    const after = await planner.today.due({ trust });
    expect(after.items.filter(({ area }) => area === 'backups')).toEqual([]);
    expect(after.backups.madeAt).not.toBeNull();
  });

  it('an action of the retention plan is marked as complete on the spot, and undo brings it back', async () => {
    const { planner } = opened;
    const key = held.action;
    const has = async () =>
      (await planner.today.due({ trust })).items.find(({ opens }) => opens?.kind === 'action' && opens.key === key);
    expect(await has()).toMatchObject({
      area: 'retention',
      when: 'today',
      what: 'Self-rostering on every unit',
      who: 'Retention midwife',
      onTheSpot: 'complete action',
    });
    await planner.retention.changeAction({ trust, key, status: 'complete' });
    expect(await has()).toBeUndefined();
    await planner.history.undo({ trust });
    expect(await has()).toBeDefined();
  });

  it('a return of a period that ended is due until it is submitted, and so is a line of it whose day has gone by', async () => {
    const { planner } = opened;
    await planner.returns.start({ trust, period: '2026-Q2' });
    const change = { field: 'due', value: '2026-10-01' } as const;
    await planner.returns.changeAnswer({ trust, period: '2026-Q2', reference: '4.1', change });
    const { items } = await planner.today.due({ trust });
    const ofReturns = items.filter(({ area }) => area === 'returns');
    expect(ofReturns).toMatchObject([
      { key: 'return 2026-Q2', due: '2026-09-30', when: 'overdue', opens: { kind: 'return', key: '2026-Q2' } },
      { key: 'line 4.1', due: '2026-10-01', when: 'overdue', opens: { kind: 'line', key: '4.1 2026-Q2' } },
    ]);
  });

  it.skipIf(!samplesAreHere)(
    `a course is due where a staff group is below the threshold, with how many more reach it${ifSamples}`,
    async () => {
      const imported = await openImportingTrust();
      for (const name of ['e_esr_staff_in_post_2026-10-31.xlsx', 'i_training_compliance.xlsx'])
        await imported.import(sampleFile(name));
      const { cells } = await imported.client.training.compliance({ trust: 'T1' });
      const { items } = await imported.client.today.due({ trust: 'T1' });
      const below = new Set(cells.filter(({ meets }) => meets === false).map(({ course }) => course));
      expect(below.size).toBeGreaterThan(0);
      for (const course of below) {
        const short = cells.filter((cell) => cell.course === course && cell.meets === false);
        const more = short.reduce((sum, cell) => sum + cell.short, 0);
        const item = items.find(({ key }) => key === `course ${course}`);
        expect(item?.detail).toMatch(new RegExp(`^${more} more in date reach it`));
        expect(short.map(({ group }) => `${course} ${group}`)).toContain(item?.opens?.key);
      }
      expect(items.filter(({ opens }) => opens?.kind === 'missing')).toHaveLength(below.size);
    },
  );

  it('of a new trust is nothing, and Today leads to the first file', async () => {
    const { planner } = openTestPlanner();
    await planner.organisation.addTrust({ code: 'RX9', name: 'New', system: null, sites: [], units: [] });
    const { items, isEmpty } = await planner.today.due({ trust: 'RX9' });
    expect(isEmpty).toBe(true);
    expect(items).toEqual([]);
    expect((await inSight(planner, 'RX9')).chosen.length).toBeLessThanOrEqual(4);
    expect((await refusalOf(planner.today.due({ trust: 'NONE' }))).code).toBe('TRUST_UNKNOWN');
  });
});

describe('what to bring in next', () => {
  const kinds = async ({ today }: typeof opened.planner, of: string) =>
    (await today.due({ trust: of })).toBringIn.map(({ kind }) => kind);

  it('is what the gap lacks, until it is imported or entered by hand', async () => {
    const { planner } = openTestPlanner();
    const { units } = await planner.organisation.addTrust({
      code: 'RX9',
      name: 'New',
      system: null,
      sites: [],
      units: [{ name: 'Delivery suite', kind: 'delivery_suite', site: null }],
    });
    expect(await kinds(planner, 'RX9')).toEqual(['staff_list', 'ledger']);
    const line = { trust: 'RX9', unit: units[0]!.id, staffGroup: 'midwives', required: null };
    await planner.establishment.addLine({ ...line, band: '6', funded: 900_000, inPost: null });
    expect(await kinds(planner, 'RX9')).toEqual(['staff_list']);
    await planner.establishment.addLine({ ...line, band: '7', funded: null, inPost: 0 });
    // A backup is due, so the lists that the gap can do without wait.
    expect(await kinds(planner, 'RX9')).toEqual([]);
    await planner.backups.make();
    expect(await kinds(planner, 'RX9')).toEqual(['duty_roster', 'training', 'leavers', 'absence']);
  });

  it.skipIf(!samplesAreHere)(
    `after a roster alone is the rest of the gap, and it is back once undone${ifSamples}`,
    async () => {
      const { client, import: bringIn } = await openImportingTrust();
      await bringIn(sampleFile('a_duty_roster_2026-10.xlsx'));
      await client.backups.make();
      expect((await client.today.due({ trust: 'T1' })).items).toEqual([]);
      expect(await kinds(client, 'T1')).toEqual(['staff_list', 'ledger']);
      await bringIn(sampleFile('e_esr_staff_in_post_2026-10-31.xlsx'));
      expect(await kinds(client, 'T1')).toEqual(['ledger']);
      const { batch } = await bringIn(sampleFile('f_ledger_establishment_2026-10.xlsx'));
      await client.backups.make();
      expect(await kinds(client, 'T1')).toEqual(['training', 'leavers', 'absence']);
      await client.imports.undo({ batch: batch! });
      expect(await kinds(client, 'T1')).toEqual(['ledger']);
    },
  );
});

describe('the figures that a person keeps in sight', () => {
  it('are at most four of those that the trust has, each with its formula, and stay as chosen', async () => {
    const { planner } = opened;
    const { all, chosen, isOwn } = await inSight(planner, trust);
    expect(isOwn).toBe(false);
    expect(chosen).toHaveLength(4);
    expect(chosen[0]).toMatch(/^gap .*requiredLessInPost$/);
    for (const { measure, source } of all) {
      expect(measure.formula).not.toBeNull();
      expect(source).not.toBe('');
    }
    const keys = all.slice(-3).map(({ key }) => key);
    await planner.today.chooseFigures({ trust, keys: [...keys, 'no such figure'] });
    expect(await inSight(planner, trust)).toMatchObject({ chosen: keys, isOwn: true });
    await planner.today.chooseFigures({ trust, keys: null });
    expect(await inSight(planner, trust)).toMatchObject({ chosen, isOwn: false });
  });

  it('the gap of midwives is required less in post, as the gap itself has it', async () => {
    const { planner } = opened;
    const gap = await planner.establishment.gap({ trust });
    const midwives = gap.byGroup.find(({ group }) => group === 'midwives')!.position;
    const { all } = await inSight(planner, trust);
    const figure = all.find(({ key }) => key === 'gap midwives requiredLessInPost');
    expect(figure?.measure.value).toBe(midwives.requiredLessInPost.wte);
    expect(figure?.measure.inputs.map(({ value }) => value)).toEqual([midwives.required.wte, midwives.inPost.wte]);
  });
});

/** A staff list of one person, taken in as the screens do. */
async function takenIn({ imports }: typeof opened.planner): Promise<string> {
  const text =
    'Employee Number,Name,Org L8,Pay Grade,FTE,Latest Start Date,Occupation Code\r\n20000001,"Frost, Ada",Delivery suite,Band 6,0.8,03/04/2021,N2C\r\n';
  const { upload } = await imports.begin({ name: 'staff.csv' });
  await imports.append({ upload, offset: 0, chunk: Buffer.from(text).toString('base64') });
  return (await imports.finish({ upload })).file;
}

describe('a visit', () => {
  it('goes on while Today is looked at, and another begins after four hours', () => {
    const first = lookedAt(undefined, '2026-11-02T09:00:00.000Z', { gap: 1 });
    expect(first.before).toBeNull();
    const still = lookedAt(first, '2026-11-02T12:59:00.000Z', { gap: 2 });
    expect(still.before).toBeNull();
    const next = lookedAt(still, '2026-11-02T16:59:00.000Z', { gap: 3 });
    expect(next.before).toEqual({ at: '2026-11-02T12:59:00.000Z', figures: { gap: 2 } });
    expect(lookedAt(next, '2026-11-02T17:30:00.000Z', { gap: 4 }).before).toEqual(next.before);
  });

  it('lists what was changed since the one before, and the figures that moved with it', async () => {
    const { context } = opened;
    const at = (now: string) =>
      inProcessClient(router, { ...context, now: () => now }, (failure) => {
        throw failure;
      });
    const planner = at('2026-12-02T09:00:00.000Z');
    await planner.today.visit({ trust });
    expect(await planner.today.changes({ trust })).toMatchObject({ since: null, imports: [], edits: [] });
    await setLine(at('2026-12-02T15:00:00.000Z'), { trust, id: held.line, required: 99_00000 });
    const next = at('2026-12-03T09:00:00.000Z');
    await next.today.visit({ trust });
    const { since, edits } = await next.today.changes({ trust });
    expect(since).toBe('2026-12-02T09:00:00.000Z');
    expect(edits).toHaveLength(1);
    expect(edits[0]).toMatchObject({
      at: '2026-12-02T15:00:00.000Z',
      undone: false,
      tables: ['establishment_line'],
    });
    const { all } = await inSight(next, trust);
    const moved = all.filter(({ before }) => before !== null).map(({ key }) => key);
    expect(moved.some((key) => key.endsWith('requiredLessInPost'))).toBe(true);
    expect(moved.some((key) => key.startsWith('temporary'))).toBe(false);
  });

  it('tells of an import and of its undoing, and how many changes there were where not all are listed', async () => {
    const { planner, context } = openTestPlanner();
    const { line } = await addSmallTrust(planner, context.today());
    // An import is stored by the clock of its own thread: the visits were long before.
    for (const now of ['2020-01-01T09:00:00.000Z', '2020-01-02T09:00:00.000Z'])
      await inProcessClient(router, { ...context, now: () => now }, () => undefined).today.visit({ trust });
    const before = (await planner.today.changes({ trust })).inAll;
    expect(before.imports).toBe(0);
    const mapping = { kind: 'staff_list', period: { first: '2026-11-30', last: '2026-11-30' } };
    const stored = await planner.imports.commit({ trust, file: await takenIn(planner), mapping });
    for (let turn = 1; turn <= 60; turn += 1) await setLine(planner, { trust, id: line, required: turn * 100_000 });
    const told = await planner.today.changes({ trust });
    expect(told).toMatchObject({
      imports: [{ fileName: 'staff.csv', undoneAt: null }],
      inAll: { imports: 1, edits: before.edits + 60 },
    });
    expect(told.edits.length).toBeLessThan(60);
    if (stored.kind !== 'committed') throw new Error('The list was not stored.');
    await planner.imports.undo({ batch: stored.batch.id });
    const [undone] = (await planner.today.changes({ trust })).imports;
    expect(undone).toMatchObject({ fileName: 'staff.csv', undoneAt: expect.any(String) });
  });
});
