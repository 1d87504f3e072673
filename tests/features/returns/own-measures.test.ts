import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import type { TypedMeasure } from '../../../electron/contract/index.ts';
import { highlightReport } from '../../../electron/features/returns/calculations/highlight-report.ts';
import { lmnsWorkbookFields } from '../../../electron/features/returns/calculations/lmns-workbook-fields.ts';
import { readBundle } from '../../../electron/features/returns/bundle/read.ts';
import { readWithExceljs } from '../../support/exceljs-cells.ts';
import { temporaryFolder } from '../../support/database.ts';
import { addTestTrust, openTestPlanner, refusalOf, submitReturn, type TestPlanner } from './planner.ts';

const Q2 = { trust: 'RX1', period: '2026-Q2' };

const homebirth: TypedMeasure = {
  id: 'homebirth-cover',
  shortName: 'Home birth rota covered',
  description: 'Nights on which the home birth rota had two midwives.',
  type: 'progress',
  references: ['4.2'],
  source: 'Home birth rota',
  numerator: 'nights with two midwives',
  denominator: 'nights in the period',
  exclusions: 'Nights on which the service was closed by the trust.',
  standardisation: 'None.',
  levels: ['trust', 'system'],
  direction: 'up',
  link: 'https://example.org/guidance',
  unit: 'count',
  ofPeople: false,
};
const coaches: TypedMeasure = {
  ...homebirth,
  id: 'coached',
  shortName: 'Coached new starters',
  numerator: 'new starters with a coach',
  denominator: 'new starters',
  references: ['5.5'],
  unit: 'heads',
  ofPeople: true,
};

let planner: TestPlanner;
beforeEach(async () => {
  planner = openTestPlanner();
  await addTestTrust(planner);
  await planner.client.returns.start(Q2);
});

const add = async (definition: TypedMeasure = homebirth) => {
  const { returns } = planner.client;
  await returns.setMeasure({ trust: 'RX1', id: null, definition });
  const { own } = await returns.measures(Q2);
  return own.find((one) => one.definition.id === definition.id)!.id;
};
const enter = (id: number, numerator: number | null, denominator: number | null, note = '', period = Q2.period) =>
  planner.client.returns.enterMeasure({
    trust: 'RX1',
    period,
    id,
    entered: { numerator, denominator, on: null, note },
  });
const told = async (id: string) => {
  const { values } = await planner.client.returns.measures(Q2);
  return values.find(({ measure }) => measure === id);
};

describe('a trust’s own measure', () => {
  test('stands in its return beside those of the pack, with numerator, denominator, note and the last day of the period', async () => {
    const id = await add();
    const { definitions } = await planner.client.returns.measures(Q2);
    expect(definitions.map((one) => one.id)).toEqual(expect.arrayContaining(['vacancy-rate', 'homebirth-cover']));
    expect(await told('homebirth-cover')).toBeUndefined();
    expect(await enter(id, 81, 92, 'Three nights were closed')).toEqual({
      label: 'Home birth rota covered, July to September 2026',
    });
    expect(await told('homebirth-cover')).toMatchObject({
      numerator: 81,
      denominator: 92,
      numeratorState: 'shown',
      on: '2026-09-30',
      formula: '(nights with two midwives) ÷ (nights in the period)',
      note: 'Three nights were closed',
    });
  });

  test('is changed, entered and taken away as named changes that undo takes back', async () => {
    const { returns, history } = planner.client;
    const id = await add();
    await enter(id, 81, 92);
    await returns.setMeasure({ trust: 'RX1', id, definition: { ...homebirth, exclusions: 'None.' } });
    await returns.removeMeasure({ trust: 'RX1', id });
    expect((await returns.measures(Q2)).own).toEqual([]);
    expect(await history.undo({ trust: 'RX1' })).toMatchObject({ label: 'Remove the measure Home birth rota covered' });
    expect(await told('homebirth-cover')).toMatchObject({ numerator: 81 });
    await history.undo({ trust: 'RX1' });
    expect((await returns.measures(Q2)).own[0]?.definition.exclusions).toBe(homebirth.exclusions);
    await history.undo({ trust: 'RX1' });
    expect(await told('homebirth-cover')).toBeUndefined();
    expect(await returns.setMeasure({ trust: 'RX1', id, definition: homebirth })).toEqual({ label: null });
  });

  test('without a figure is found before sign-off, and one that moved since the return before is found too and told of', async () => {
    const { returns } = planner.client;
    const found = async (of = Q2) =>
      (await returns.checks(of)).filter(({ field }) => field === 'measure').map(({ message }) => message);
    const id = await add();
    expect(await found()).toEqual(['4.2 Home birth rota covered has no figure yet.']);
    await enter(id, 81, 92);
    expect(await found()).toEqual([]);
    await submitReturn(planner, Q2);
    const Q3 = { trust: 'RX1', period: '2026-Q3' };
    await returns.start(Q3);
    // 88.04 % becomes 83.70 %, within 5 points, and then 82.61 %.
    await enter(id, 77, 92, '', Q3.period);
    expect(await found(Q3)).toEqual([]);
    await enter(id, 76, 92, '', Q3.period);
    expect(await found(Q3)).toEqual([
      '4.2 moved more than usual: Home birth rota covered from 88.04 % to 82.61 %, more than 5 percentage points since July to September 2026; ordinary variation is told from 3 earlier returns on.',
    ]);
    expect((await returns.changes(Q3)).before?.changes).toContainEqual({
      place: 'Measure Home birth rota covered',
      from: '81 / 92 / 88.04 %',
      to: '76 / 92 / 82.61 %',
    });
  });

  test('that counts fewer than five people, or leaves fewer than five, is withheld from what leaves the trust and said to be', async () => {
    const id = await add(coaches);
    await enter(id, 3, 40);
    expect(await told('coached')).toMatchObject({ numerator: null, numeratorState: 'small' });
    await enter(id, 37, 40);
    expect(await told('coached')).toMatchObject({ numerator: null, numeratorState: 'withheld' });
    expect((await planner.client.returns.enteredMeasures(Q2))[0]).toMatchObject({ numerator: 37 });
    await enter(id, 30, 40);
    expect(await told('coached')).toMatchObject({ numerator: 30, denominator: 40 });
  });

  test('is refused with an id of the pack, without what it counts, with a link that is none, or with a patient’s number', async () => {
    const { returns } = planner.client;
    const set = (more: Partial<TypedMeasure>) =>
      refusalOf(returns.setMeasure({ trust: 'RX1', id: null, definition: { ...homebirth, ...more } }));
    expect(await set({ id: 'vacancy-rate' })).toMatchObject({ code: 'ID_TAKEN' });
    expect(await set({ numerator: ' ' })).toMatchObject({ code: 'BAD_REQUEST' });
    expect(await set({ link: 'javascript:alert(1)' })).toMatchObject({ code: 'BAD_REQUEST' });
    expect(await set({ unit: 'heads' })).toMatchObject({ code: 'BAD_REQUEST' });
    expect(await set({ description: 'As for 943 476 5919' })).toMatchObject({ code: 'PATIENT_IDENTIFIER' });
    await add();
    expect(await set({})).toMatchObject({ code: 'ID_TAKEN' });
  });

  test('is in the workbook, the report, the tables, the fields of a poured workbook and the bundle with what it is made of', async () => {
    const { returns } = planner.client;
    const id = await add();
    await enter(id, 81, 92, 'Three nights were closed');
    await submitReturn(planner, Q2);
    const { contents } = await returns.workbook(Q2);
    const path = join(temporaryFolder(), 'return.xlsx');
    writeFileSync(path, Buffer.from(contents, 'base64'));
    const { cells = {} } = (await readWithExceljs(path)).find(({ name }) => name === 'Measures') ?? {};
    const row = Object.keys(cells)
      .find((at) => cells[at] === 'Home birth rota covered')
      ?.slice(1);
    expect(['C', 'D', 'E', 'F', 'G', 'H'].map((column) => cells[`${column}${row}`])).toEqual([
      '88.04 %',
      81,
      92,
      'number',
      'nights with two midwives',
      'nights in the period',
    ]);
    const json = await returns.file({ ...Q2, format: 'json' });
    expect(Buffer.from(json.contents, 'base64').toString()).toContain('Thistledown & Mallowmere (RX1)');
    const document = await returns.document(Q2);
    const tables = highlightReport(document).blocks.filter((block) => block.kind === 'table');
    expect(tables.find(({ title }) => title.startsWith('Measures,'))?.rows).toContainEqual({
      kind: 'row',
      cells: ['Home birth rota covered', '88.04 %', '81', '92', '30 September 2026', 'Thistledown & Mallowmere (RX1)'],
    });
    expect(lmnsWorkbookFields(document)).toContainEqual({
      key: 'measure homebirth-cover all rate',
      part: 'Measures',
      title: 'Home birth rota covered: rate',
      kind: 'rate',
      value: { numerator: 81, denominator: 92 },
    });
    const bundle = await returns.bundle(Q2);
    const reading = await readBundle(Buffer.from(bundle.contents, 'base64'));
    expect(reading.kind === 'read' && reading.document.measures.definitions.at(-1)).toMatchObject({
      ...homebirth,
      definedBy: { kind: 'trust', code: 'RX1', name: 'Thistledown & Mallowmere' },
    });
  });

  test('of a submitted return stays as it is until a correction is started; one that is given up goes back to what was submitted', async () => {
    const { returns, history } = planner.client;
    const id = await add();
    await enter(id, 81, 92);
    await submitReturn(planner, Q2);
    expect(await refusalOf(enter(id, 80, 92))).toMatchObject({ code: 'FROZEN' });
    await history.undo({ trust: 'RX1' }).catch(() => undefined);
    expect((await returns.enteredMeasures(Q2))[0]).toMatchObject({ numerator: 81 });
    await returns.correct(Q2);
    await enter(id, 80, 92);
    expect((await returns.changes(Q2)).kept?.changes).toContainEqual({
      place: 'Measure Home birth rota covered',
      from: '81 / 92 / 88.04 %',
      to: '80 / 92 / 86.96 %',
    });
    await returns.takeBack(Q2);
    expect((await returns.enteredMeasures(Q2))[0]).toMatchObject({ numerator: 81 });
    await returns.correct(Q2);
    await enter(id, 80, 92);
    await returns.restate({ ...Q2, role: 'Director of midwifery', reason: 'A night was closed', figuresAnew: false });
    expect(await told('homebirth-cover')).toMatchObject({ numerator: 80 });
  });
});

describe('measures that an LMNS asks of its trusts', () => {
  const setUp = async () => {
    const { client } = openTestPlanner();
    const { id: lmns } = await client.lmns.setUp({ name: 'Mallowmere LMNS', kind: 'LMNS' });
    for (const code of ['RX1', 'RXB'])
      await client.lmns.setTrust({ lmns, code, name: code === 'RX1' ? 'Thistledown' : 'Other', hasPlanner: true });
    await client.lmns.setPeriod({ lmns, period: Q2.period, due: '2026-10-15' });
    return { lmns, client };
  };
  const sent = async (from: TestPlanner, of = Q2) => {
    await submitReturn(from, of);
    return (await from.client.returns.bundle(of)).contents;
  };

  test('go to a trust as a file, are entered there, and come back to be compiled beside those of the packs', async () => {
    const { lmns, client } = await setUp();
    await client.lmns.setMeasure({ lmns, id: null, definition: homebirth });
    const file = await client.lmns.measuresFile({ lmns });
    const { returns } = planner.client;
    const take = () => returns.addMeasures({ trust: 'RX1', ...file });
    expect(await take()).toMatchObject({ label: expect.stringContaining('Home birth rota covered') });
    expect(await take()).toEqual({ label: null });
    const { own } = await returns.measures(Q2);
    expect(own[0]?.definition.definedBy).toEqual({ kind: 'LMNS', code: null, name: 'Mallowmere LMNS' });
    expect(own[0]?.fingerprint).toBe((await client.lmns.measures({ lmns }))[0]?.fingerprint);
    const id = own[0]!.id;
    expect(await refusalOf(returns.setMeasure({ trust: 'RX1', id, definition: homebirth }))).toMatchObject({
      code: 'HANDED_ON',
    });
    await enter(id, 81, 92);
    const contents = await sent(planner);
    expect(await client.lmns.receive({ lmns, fileName: 'RX1.bundle', contents })).toMatchObject({ kind: 'received' });
    const { measures } = await client.lmns.compile({ lmns, period: Q2.period });
    const compiled = measures.find(({ definition }) => definition.id === 'homebirth-cover');
    expect(compiled?.groups[0]?.tables.at(-1)).toMatchObject({ system: { numerator: 81, denominator: 92 } });
    expect(measures.map(({ definition }) => definition.id)).toContain('vacancy-rate');
  });

  test('are added up and ranked where trusts define them alike; one that defines the same id otherwise stands beside, not added', async () => {
    const { lmns, client } = await setUp();
    const receive = async (code: string, definition: TypedMeasure, numerator: number) => {
      const other = openTestPlanner();
      await other.client.organisation.addTrust({ code, name: code, system: null, sites: [], units: [] });
      const of = { trust: code, period: Q2.period };
      await other.client.returns.start(of);
      await other.client.returns.setMeasure({ trust: code, id: null, definition });
      const { own } = await other.client.returns.measures(of);
      const entered = { numerator, denominator: 92, on: null, note: '' };
      await other.client.returns.enterMeasure({ ...of, id: own[0]!.id, entered });
      const contents = await sent(other, of);
      return client.lmns.receive({ lmns, fileName: `${code}.bundle`, contents, addTrust: true });
    };
    const table = async () => {
      const { measures } = await client.lmns.compile({ lmns, period: Q2.period });
      return measures.find(({ definition }) => definition.id === 'homebirth-cover')?.groups[0]?.tables.at(-1);
    };
    await receive('RXA', homebirth, 81);
    await receive('RXC', homebirth, 72);
    expect(await table()).toMatchObject({ comparable: true, system: { numerator: 153, denominator: 184 } });
    await receive('RXD', { ...homebirth, exclusions: 'Nothing is left out.' }, 92);
    const now = await table();
    expect(now).toMatchObject({ comparable: false, system: { numerator: 153, leftOut: ['RXD'] } });
    expect(now?.reasons.join(' ')).toContain('define');
    expect(now?.cells.find(({ trust }) => trust === 'RXD')).toMatchObject({ numerator: 92, rank: null });
  });

  test('are undone like every change of the LMNS', async () => {
    const { lmns, client } = await setUp();
    await client.lmns.setMeasure({ lmns, id: null, definition: homebirth });
    expect(await refusalOf(client.lmns.setMeasure({ lmns, id: null, definition: homebirth }))).toMatchObject({
      code: 'ID_TAKEN',
    });
    expect(await client.lmns.undo({ lmns })).toEqual({ label: 'Add the measure Home birth rota covered' });
    expect(await client.lmns.measures({ lmns })).toEqual([]);
    expect(await refusalOf(client.lmns.measuresFile({ lmns }))).toMatchObject({ code: 'NO_MEASURES' });
  });
});
