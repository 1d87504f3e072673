import { describe, expect, it } from 'vitest';
import { basisOf, measureMaking } from '../../../renderer/components/measure-making.ts';
import { findTrust } from '../../../electron/features/organisation/repository.ts';
import { returnMeasures } from '../../../electron/features/returns/measures-service.ts';
import { addTestTrust, openTestPlanner } from './planner.ts';

const trust = 'RX1';
const period = '2026-Q3';

/** A trust with a preceptee of each of these programmes. */
async function openedWith(...programmes: string[]) {
  const opened = openTestPlanner({ now: '2026-11-22T09:30:00.000Z' });
  await addTestTrust(opened);
  for (const [at, programme] of programmes.entries()) {
    const name = `Ada ${['One', 'Two', 'Three'][at]}`;
    await opened.client.preceptorship.addPreceptee({ trust, name, programme, start: '2026-06-01' });
  }
  return opened;
}

describe('what a figure of preceptees rests on', () => {
  it('are the packs of the programmes of those it counts, on Today and beside a line of the return', async () => {
    const { client } = await openedWith('international', 'midwifery_gold');
    const packs = ['preceptorship-international', 'preceptorship-midwifery-gold'];
    const figures = await client.today.figures({ trust, from: 'support' });
    const [ofToday] = figures.filter(({ key }) => key.startsWith('preceptees '));
    expect(ofToday?.rests).toEqual({ from: null, on: '2026-11-22', packs });
    expect(measureMaking(ofToday!, ofToday!.measure).packs).toEqual(packs);
    const offered = await client.returns.figures({ trust, period, reference: '5.5' });
    const figure = offered.find(({ key }) => key === 'preceptees');
    expect(measureMaking(figure!, figure!.measures[0]!).packs).toEqual(packs);
    expect(measureMaking(figure!, figure!.measures[0]!).imports).toEqual([
      { kind: 'preceptees', first: null, last: '2026-11-22' },
    ]);
  });

  it('are likewise those of the measures of a return, none of whom nothing was due', async () => {
    const { client, context } = await openedWith('international', 'midwifery_gold');
    await client.preceptorship.addPreceptee({ trust, name: 'Ada New', programme: 'nursing_core', start: '2026-11-20' });
    const { values } = returnMeasures(context, findTrust(context.database, trust)!, period);
    const first = values.find(({ measure }) => measure === 'first-meeting-on-time');
    const packs = ['preceptorship-international', 'preceptorship-midwifery-gold'];
    expect(first?.packs).toEqual(packs);
    expect(basisOf('first-meeting-on-time', first).packs).toEqual(packs);
  });

  it('is said with its formula: what is counted was not entered', async () => {
    const { client } = await openedWith('international');
    const offered = await client.returns.figures({ trust, period, reference: '5.5' });
    const formulas = offered.flatMap((one) => one.measures.map((measure) => measureMaking(one, measure).formula));
    expect(formulas).toHaveLength(3);
    expect(formulas.join()).not.toContain('as it was entered');
  });

  it('is not said of one that was kept before figures told it, in place of a guess', () => {
    expect(basisOf('preceptees')).toMatchObject({ packs: [], packsOfOthers: ['The programmes of its preceptees'] });
  });

  it('of other figures is as before: by their keys, or as they say themselves', () => {
    expect(basisOf('mentor-named-on-time').packs).toEqual(['mentor-rules']);
    expect(basisOf('training fetal', { from: null, on: '2026-10-31', packs: ['training-courses', 'x'] }).packs).toEqual(
      ['training-courses', 'x'],
    );
    // The bank and agency lists are no part of it.
    expect(basisOf('temporary staffing').imports?.map(({ kind }) => kind)).toEqual(['duty_roster']);
    // Of rosters the days of the period, of a list the newest.
    expect(basisOf('shift fill all', { from: '2026-10-01', on: '2026-12-31' }).imports).toEqual([
      { kind: 'duty_roster', first: '2026-10-01', last: '2026-12-31' },
    ]);
  });
});
