import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadReference } from '../../../electron/reference/load.ts';
import { openImportingTrust } from '../../support/importing.ts';
import { refusalOf } from '../../support/planner.ts';

const trust = 'T1';
const { retention: rules, selfAssessment } = loadReference(join(import.meta.dirname, '../../../resources'));

it('every element has statements, each of an element that there is, and no two are the same', () => {
  const elements = rules.elements.map(({ key }) => key);
  const { statements } = selfAssessment;
  expect(new Set(statements.map(({ element }) => element))).toEqual(new Set(elements));
  expect(new Set(statements.map(({ key }) => key)).size).toBe(statements.length);
});

async function openTrust() {
  const { client } = await openImportingTrust(['Delivery Suite']);
  const { retention, history } = client;
  const add = async (day: string, place: string | null = null) =>
    (await retention.addRound({ trust, name: 'Round', level: place === null ? 'trust' : 'unit', place, day, by: null }))
      .id;
  const flexible = async (id: number) =>
    (await retention.round({ trust, id })).elements.find(({ key }) => key === 'flexible_working');
  return { retention, history, add, flexible };
}

describe('a round of the self-assessment', () => {
  it('scores an element by its rated statements, with the earlier round of the same place beside it', async () => {
    const { retention, add, flexible } = await openTrust();
    const first = await add('2025-11-01');
    await add('2026-05-01', 'Delivery Suite');
    const second = await add('2026-11-01');
    const rate = (id: number, number: number, rating: string) =>
      retention.rate({ trust, id, statement: `flexible_working_${number}`, rating });
    await rate(first, 1, 'not_in_place');
    await rate(first, 2, 'partly');
    await rate(second, 1, 'in_place');
    await rate(second, 2, 'partly');
    await rate(second, 3, 'partly');
    // In place counts 2, partly 1: 2 + 1 + 1 of 3 x 2; before, 0 + 1 of 2 x 2.
    expect(await flexible(second)).toMatchObject({
      score: { numerator: 4, denominator: 6 },
      scoreBefore: { numerator: 1, denominator: 4 },
      statements: [
        { rating: 'in_place', earlier: ['not_in_place'] },
        { rating: 'partly', earlier: ['partly'] },
        { rating: 'partly', earlier: [null] },
        { rating: null },
      ],
    });
    expect((await retention.round({ trust, id: second })).before).toMatchObject({ id: first });
    expect(await flexible(first)).toMatchObject({ scoreBefore: null });
  });

  it('makes a gap an action in one step, which is taken back in one step', async () => {
    const { retention, history, add, flexible } = await openTrust();
    const id = await add('2026-11-01');
    const about = { trust, id, statement: 'flexible_working_2' };
    expect(await refusalOf(retention.actOnGap(about))).toMatchObject({ code: 'NO_GAP' });
    await retention.rate({ ...about, rating: 'partly', evidence: 'Audit of 20 requests', priority: 'high' });
    await retention.rate({ ...about, gap: 'Refusals are not looked at again' });
    const { key } = await retention.actOnGap(about);
    expect((await retention.plan({ trust })).actions).toMatchObject([
      {
        key,
        theme: 'flexible_working',
        issue: 'Refusals are not looked at again',
        evidenceSource: 'self_assessment',
        evidence: 'Round, 1 November 2026: Partly in place: Audit of 20 requests',
      },
    ]);
    expect((await flexible(id))?.statements[1]).toMatchObject({ action: { key }, priority: 'high' });
    expect(await refusalOf(retention.actOnGap(about))).toMatchObject({ code: 'BECAME_ONE' });
    await history.undo({ trust });
    expect((await retention.plan({ trust })).actions).toEqual([]);
    expect((await flexible(id))?.statements[1]).toMatchObject({
      action: null,
      gap: 'Refusals are not looked at again',
    });
  });

  it('of a unit names it, takes no unknown rating and no patient, and goes with its answers and comes back', async () => {
    const { retention, history, add } = await openTrust();
    const nowhere = { trust, name: 'Round', level: 'unit', place: null, day: '2026-11-01', by: null } as const;
    expect(await refusalOf(retention.addRound(nowhere))).toMatchObject({ code: 'PLACE_MISSING' });
    const id = await add('2026-11-01', 'Delivery Suite');
    const about = { trust, id, statement: 'leadership_1' };
    expect(await refusalOf(retention.rate({ ...about, rating: 'splendid' }))).toMatchObject({ code: 'NO_SUCH_CHOICE' });
    expect(await refusalOf(retention.rate({ ...about, gap: 'see 943 476 5919' }))).toMatchObject({
      code: 'PATIENT_IDENTIFIER',
    });
    await retention.rate({ ...about, rating: 'partly' });
    const before = await retention.round({ trust, id });
    await retention.removeRound({ trust, id });
    expect((await retention.rounds({ trust })).rounds).toEqual([]);
    await history.undo({ trust });
    expect(await retention.round({ trust, id })).toEqual(before);
  });
});

describe('the Safe Learning Environment Charter', () => {
  async function openAreas() {
    const { client } = await openImportingTrust(['Delivery Suite', 'Ward']);
    const { retention, history } = client;
    const add = async (day: string, place: string) =>
      (await retention.addRound({ trust, tool: 'learning', name: 'Review', level: 'unit', place, day, by: null })).id;
    return { retention, history, add };
  }

  it('has ten priorities, each placement area at its own maturity with all earlier dates beside', async () => {
    const { retention, add } = await openAreas();
    const [first, second] = [await add('2025-03-01', 'Ward'), await add('2025-11-01', 'Ward')];
    const third = await add('2026-09-01', 'ward');
    const other = await add('2026-10-01', 'Delivery Suite');
    const rate = (id: number, rating: string) => retention.rate({ trust, id, statement: 'supervision', rating });
    for (const [id, rating] of [
      [first, 'level_0'],
      [second, 'level_1'],
      [third, 'level_3'],
      [other, 'level_2'],
    ] as const)
      await rate(id, rating);
    await retention.rate({ trust, id: third, statement: 'induction', rating: 'level_1' });
    const { elements, earlier } = await retention.round({ trust, id: third });
    expect(elements.map(({ statements }) => statements.length)).toEqual([10]);
    expect(earlier.map(({ day }) => day)).toEqual(['2025-11-01', '2025-03-01']);
    expect(elements[0]?.statements.find(({ key }) => key === 'supervision')).toMatchObject({
      rating: 'level_3',
      earlier: ['level_1', 'level_0'],
    });
    const { areas } = await retention.learningAreas({ trust });
    expect(areas.map(({ place, round, score }) => [place, round.day, score.numerator, score.denominator])).toEqual([
      ['Delivery Suite', '2026-10-01', 2, 3],
      // Levels 3 and 1 of 2 x 3.
      ['ward', '2026-09-01', 4, 6],
    ]);
    expect(areas[1]).toMatchObject({ before: { day: '2025-11-01' }, scoreBefore: { numerator: 1, denominator: 3 } });
    // Neither tool shows in the other.
    expect((await retention.rounds({ trust })).rounds).toEqual([]);
    expect((await retention.rounds({ trust, tool: 'learning' })).rounds).toHaveLength(4);
  });

  it('makes a gap an action in one step, and takes no rating of the other tool', async () => {
    const { retention, add } = await openAreas();
    const id = await add('2026-09-01', 'Ward');
    const about = { trust, id, statement: 'wellbeing' };
    expect(await refusalOf(retention.rate({ ...about, rating: 'in_place' }))).toMatchObject({ code: 'NO_SUCH_CHOICE' });
    await retention.rate({ ...about, rating: 'level_1', gap: 'No break room for students' });
    expect((await retention.learningAreas({ trust })).areas[0]?.gapsWithoutAction).toBe(1);
    await retention.actOnGap(about);
    expect((await retention.plan({ trust })).actions).toMatchObject([
      {
        issue: 'No break room for students',
        theme: 'health_and_wellbeing',
        evidenceSource: 'learning_environment',
        evidence: 'Review, Ward, 1 September 2026: 1 Beginning',
        unit: 'Ward',
      },
    ]);
    expect((await retention.learningAreas({ trust })).areas[0]?.gapsWithoutAction).toBe(0);
  });
});
