import { describe, expect, it } from 'vitest';
import { ifSamples, openImportingTrust, sampleFile, samplesAreHere } from '../../support/importing.ts';

const trust = 'T1';
const today = '2026-11-02';

async function openTrust() {
  const opened = await openImportingTrust();
  Object.assign(opened.context, { today: () => today });
  const { preceptorship, history } = opened.client;
  return { ...opened, preceptorship, undo: () => history.undo({ trust }), redo: () => history.redo({ trust }) };
}

describe.skipIf(!samplesAreHere)(`out of the numbers${ifSamples}`, () => {
  it('protected hours that a log gives without days cost WTE too, in the months before its day', async () => {
    const { preceptorship, context, ...opened } = await openTrust();
    await opened.import(sampleFile('j_preceptees.xlsx'));
    const total = context.database.sqlite
      .prepare('SELECT sum(protected_minutes_preceptee + protected_minutes_preceptor) FROM preceptee')
      .pluck()
      .get() as number;
    const { months } = await preceptorship.beside({ trust });
    const sum = (rows: typeof months) => rows.reduce((minutes, { protected: one }) => minutes + one, 0);
    expect(sum(months)).toBeGreaterThan(0);
    // Who began more than a year ago has some of them before the first month shown.
    expect(sum(months)).toBeLessThanOrEqual(total);
    expect(sum(months.filter(({ month }) => month > '2026-11'))).toBe(0);
  });

  it('who is supernumerary is not available in the gap, and a pause brings nobody in twice', async () => {
    const { client, preceptorship, context, undo, redo, ...opened } = await openTrust();
    await opened.import(sampleFile('e_esr_staff_in_post_2026-10-31.xlsx'));
    const away = async () => {
      const { byGroupAndBand } = await client.establishment.gap({ trust });
      return byGroupAndBand.reduce((sum, { position }) => sum + (position.away?.supernumerary ?? 0), 0);
    };
    const midwife = context.database.sqlite
      .prepare(`SELECT person, fte FROM assignment WHERE status = 'active' AND band = '5' AND fte > 0 LIMIT 1`)
      .get() as { person: string; fte: number };
    expect(await away()).toBe(0);
    const { key } = await preceptorship.addPreceptee({
      trust,
      name: 'Ada Test',
      person: midwife.person,
      start: '2026-10-19',
      wte: midwife.fte,
    });
    expect(await away()).toBe(midwife.fte);
    await preceptorship.recordEvent({
      trust,
      key,
      event: { kind: 'pause', from: '2026-10-26', until: null, reason: 'Sickness' },
    });
    expect(await away()).toBe(0);
    await undo();
    // 19 October and 28 days: beside the numbers for the first 15 days of November, half of its 30.
    const forecast = await client.forecast.run({ trust });
    expect(forecast?.months[0]?.beside).toBe(Math.round(midwife.fte / 2));
    await redo();
    const { months } = await preceptorship.beside({ trust });
    expect(months.find(({ month }) => month === '2026-11')?.supernumerary).toBe(0);
  });
});
