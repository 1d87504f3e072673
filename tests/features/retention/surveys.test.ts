import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scoreText, withCells } from '../../../electron/features/retention/calculations/surveys.ts';
import { openImportingTrust } from '../../support/importing.ts';
import { refusalOf } from '../../support/planner.ts';

const trust = 'T1';
const which = { trust, survey: 'staff_survey', year: 2025, group: 'Midwives' };

async function openTrust() {
  const { client, sqlite } = await openImportingTrust();
  const { retention, history, organisation } = client;
  const enter = (cells: [string, 'answers' | 'score' | 'benchmark', string][], more: object = {}) =>
    retention.enterSurvey({
      ...which,
      ...more,
      cells: cells.map(([indicator, column, text]) => ({ indicator, column, text })),
    });
  const of = async (indicator: string, more: object = {}) =>
    (await retention.surveys({ ...which, ...more })).indicators.find(({ key }) => key === indicator);
  return { retention, history, organisation, sqlite, enter, of };
}

describe('results of a survey', () => {
  it('stand by indicator beside the benchmark and earlier years, and say which way is better', async () => {
    const { retention, enter, of } = await openTrust();
    await enter([['burnt_out', 'score', '41.5']], { year: 2023 });
    await enter([['burnt_out', 'score', '38']], { year: 2024 });
    await enter([
      ['burnt_out', 'answers', '120'],
      ['burnt_out', 'score', '44.2 %'],
      ['burnt_out', 'benchmark', '39'],
      ['flexible', 'score', '61.25'],
      ['flexible', 'benchmark', '55'],
      ['morale', 'score', '5.7'],
    ]);
    expect(await of('burnt_out')).toMatchObject({
      score: 4420,
      benchmark: 3900,
      answers: 120,
      // Fewer would be better.
      against: 'worse',
      change: 'worse',
      earlier: [{ score: 3800 }, { score: 4150 }],
    });
    expect(await of('flexible')).toMatchObject({ against: 'better', change: null, earlier: [null, null] });
    expect(await of('morale')).toMatchObject({ unit: 'of_ten', score: 570 });
    // Without a choice what was entered last is shown.
    expect(await retention.surveys({ trust })).toMatchObject({
      survey: 'staff_survey',
      year: 2025,
      group: 'Midwives',
      earlierYears: [2024, 2023],
      worse: 1,
    });
  });

  it('of fewer answers than the survey’s least number keep no score anywhere, however they come', async () => {
    const { retention, organisation, sqlite, enter, of } = await openTrust();
    const block = await enter([
      ['burnt_out', 'answers', '10'],
      ['burnt_out', 'score', '77.77'],
      ['flexible', 'answers', '11'],
      ['flexible', 'score', '50'],
    ]);
    expect(block.notKept).toBe(1);
    expect(await of('burnt_out')).toMatchObject({ score: null, answers: 10, suppressed: true, against: null });
    expect(await of('flexible')).toMatchObject({ score: 5000, suppressed: false });
    expect((await enter([['burnt_out', 'score', '77.77']])).notKept).toBe(1);
    const everything = ['survey_result', 'change_row'].map((table) => sqlite.prepare(`SELECT * FROM ${table}`).all());
    expect(JSON.stringify(everything)).not.toContain('7777');
    await enter([['resources', 'score', '*']]);
    expect(await of('resources')).toMatchObject({ score: null, suppressed: true });
    const about = { ...which, indicator: 'burnt_out' };
    expect(await refusalOf(retention.actOnFinding(about))).toMatchObject({ code: 'NO_FINDING' });
    // The least number is a default of a pack.
    const path = 'surveys[staff_survey].smallest';
    await organisation.setRule({ trust, pack: 'survey-concepts', path, value: 5, agreedBy: '', why: '' });
    await enter([
      ['burnt_out', 'answers', '10'],
      ['burnt_out', 'score', '60'],
    ]);
    expect(await of('burnt_out')).toMatchObject({ score: 6000, suppressed: false });
  });

  it('are taken all or none, with every cell that cannot be read', async () => {
    const { retention, history, enter, of } = await openTrust();
    const refusal = await refusalOf(
      enter([
        ['flexible', 'score', '50'],
        ['burnt_out', 'score', '101'],
        ['morale', 'score', '10.5'],
        ['resources', 'answers', 'many'],
      ]),
    );
    expect(refusal).toMatchObject({ code: 'CELLS_REFUSED' });
    expect((refusal.data as { problems: { indicator: string }[] }).problems.map(({ indicator }) => indicator)).toEqual([
      'burnt_out',
      'morale',
      'resources',
    ]);
    expect((await retention.surveys(which)).entered).toEqual([]);
    const strange = refusalOf(enter([['weather', 'score', '1']]));
    expect(await strange).toMatchObject({ code: 'NO_SUCH_CHOICE' });
    await enter([['flexible', 'score', '50']]);
    await enter([['flexible', 'score', '']]);
    expect((await retention.surveys(which)).entered).toEqual([]);
    await history.undo({ trust });
    expect(await of('flexible')).toMatchObject({ score: 5000 });
    await retention.removeSurvey(which);
    expect(await of('flexible')).toMatchObject({ score: null });
  });

  it('have indicators of the trust’s own beside the published ones, which become actions and are removed again', async () => {
    const { retention, history, enter, of } = await openTrust();
    const own = { trust, survey: 'staff_survey', name: 'Breaks are taken', unit: 'percent', better: 'higher' } as const;
    const { key } = await retention.addSurveyIndicator(own);
    expect(await of(key)).toMatchObject({ name: 'Breaks are taken', unit: 'percent', isOwn: true, score: null });
    expect(await of('flexible')).toMatchObject({ isOwn: false });
    expect((await retention.surveys({ ...which, survey: 'nets' })).indicators.some(({ isOwn }) => isOwn)).toBe(false);
    const again = refusalOf(retention.addSurveyIndicator({ ...own, name: ' breaks are TAKEN ' }));
    expect(await again).toMatchObject({ code: 'NAME_TAKEN' });
    const published = refusalOf(retention.addSurveyIndicator({ ...own, name: 'Morale' }));
    expect(await published).toMatchObject({ code: 'NAME_TAKEN' });
    const strange = refusalOf(retention.addSurveyIndicator({ ...own, survey: 'weather' }));
    expect(await strange).toMatchObject({ code: 'NO_SUCH_CHOICE' });
    await enter([[key, 'score', '30']], { year: 2024 });
    await enter([
      [key, 'answers', '60'],
      [key, 'score', '41.5'],
      [key, 'benchmark', '50'],
    ]);
    expect(await of(key)).toMatchObject({ against: 'worse', change: 'better', earlier: [{ score: 3000 }] });
    expect((await enter([[key, 'answers', '9']])).notKept).toBe(1);
    await history.undo({ trust });
    await retention.actOnFinding({ ...which, indicator: key });
    expect((await retention.plan({ trust })).actions).toMatchObject([
      { issue: 'Breaks are taken: 41.5 %, benchmark 50 %', theme: null, measure: 'Breaks are taken, NHS Staff Survey' },
    ]);
    expect(await refusalOf(retention.removeSurveyIndicator({ trust, key }))).toMatchObject({ code: 'STILL_USED' });
    await retention.removeSurvey(which);
    await retention.removeSurvey({ ...which, year: 2024 });
    await retention.removeSurveyIndicator({ trust, key });
    expect(await of(key)).toBeUndefined();
    await history.undo({ trust });
    expect(await of(key)).toMatchObject({ name: 'Breaks are taken' });
  });

  it('become an issue and an action of the plan in one step, which is taken back in one step', async () => {
    const { retention, history, enter, of } = await openTrust();
    await enter([['flexible', 'score', '52']], { year: 2024 });
    await enter([
      ['flexible', 'answers', '120'],
      ['flexible', 'score', '48'],
      ['flexible', 'benchmark', '55.5'],
    ]);
    const about = { ...which, indicator: 'flexible' };
    const { key } = await retention.actOnFinding(about);
    expect((await retention.plan({ trust })).actions).toMatchObject([
      {
        key,
        action: 'Improve: Satisfied with opportunities for flexible working (Midwives)',
        issue: 'Satisfied with opportunities for flexible working: 48 %, benchmark 55.5 %',
        theme: 'flexible_working',
        promise: 'flexible',
        references: ['5.4'],
        evidenceSource: 'staff_survey',
        evidence: 'NHS Staff Survey 2025, Midwives: 48 %; benchmark 55.5 %; 52 % in 2024; 120 answered',
        target: '55.5 %',
        unmeasured: null,
      },
    ]);
    expect(await of('flexible')).toMatchObject({ action: { key } });
    expect(await refusalOf(retention.actOnFinding(about))).toMatchObject({ code: 'BECAME_ONE' });
    await history.undo({ trust });
    expect((await retention.plan({ trust })).actions).toEqual([]);
    expect(await of('flexible')).toMatchObject({ action: null, score: 4800 });
  });
});

it('a score reads as it was typed, and no order of cells keeps one of too few answers', () => {
  const typed = fc.tuple(fc.integer({ min: 0, max: 99 }), fc.integer({ min: 0, max: 99 }));
  fc.assert(
    fc.property(typed, fc.nat(40), fc.boolean(), ([whole, part], answers, scoreFirst) => {
      const text = `${whole}.${String(part).padStart(2, '0')}`;
      const score = { indicator: 'a', column: 'score', text } as const;
      const count = { indicator: 'a', column: 'answers', text: String(answers) } as const;
      const outcome = withCells(undefined, scoreFirst ? [score, count] : [count, score], 'percent', 11);
      if ('message' in outcome) throw new Error(outcome.message);
      expect(outcome.kept.score).toBe(answers < 11 ? null : whole * 100 + part);
      expect([outcome.kept.suppressed, outcome.notKept]).toEqual([answers < 11, answers < 11]);
      if (outcome.kept.score !== null)
        expect(Number.parseFloat(scoreText(outcome.kept.score, 'percent'))).toBe(Number(text));
    }),
    { numRuns: 300 },
  );
});
