import { beforeEach, describe, expect, it } from 'vitest';
import { roundedExact } from '#contract';
import { openTestPlanner, refusalOf } from '../../support/planner.ts';
import { amount } from './assessment-samples.ts';
import { wte } from './lines.ts';

let planner: ReturnType<typeof openTestPlanner>['planner'];
const trust = 'RXX';
beforeEach(async () => {
  ({ planner } = openTestPlanner());
  await planner.organisation.addTrust({ code: trust, name: 'Fernhollow', system: null, sites: [], units: [] });
});
const read = () => planner.establishment.continuity({ trust });

describe('a continuity team', () => {
  it('of 6.8 WTE cares for 244 women a year at 36 each: 244.8, and a part of a woman is nobody', async () => {
    await planner.establishment.addContinuityTeam({ trust, name: 'Rowan team', wte: wte('6.8') });
    const { teams, women, caseload } = await read();
    expect(teams).toMatchObject([{ women: 244, exactWomen: '1224/5' }]);
    expect(caseload).toBe(amount(36));
    expect(women).toBe(244);
  });

  it('may have its own caseload, and teams are added up in whole women', async () => {
    await planner.establishment.addContinuityTeam({ trust, name: 'Rowan', wte: wte('6.8') });
    const { id } = await planner.establishment.addContinuityTeam({
      trust,
      name: 'Hazel',
      wte: wte(6),
      caseload: amount(30.5),
    });
    expect((await read()).teams.map(({ women }) => women)).toEqual([244, 183]);
    expect((await read()).women).toBe(427);
    await planner.establishment.changeContinuityTeam({ trust, id, wte: null });
    expect((await read()).teams[1]?.women).toBe(null);
    await planner.history.undo({ trust });
    expect((await read()).women).toBe(427);
  });
});

describe('the quarters of the local plan', () => {
  it('say parts as women over women, and the 27.78 WTE that 1,000 women need', async () => {
    await planner.establishment.addContinuityQuarter({
      trust,
      quarter: '2026-Q3',
      women: 1_000,
      allWomen: 4_360,
      deprivedWomen: 300,
      allDeprivedWomen: 400,
      neededWte: wte('27.78'),
      inPostWte: wte('28'),
    });
    const [row] = (await read()).quarters;
    expect(roundedExact(row!.wteForWomen!, 2)).toBe('27.78');
    expect(row).toMatchObject({
      share: { numerator: 1_000, denominator: 4_360 },
      deprivedShare: { numerator: 300, denominator: 400 },
      ethnicShare: null,
      shortOf: -22_000,
    });
  });

  it('are there once each, and those from now on are offered', async () => {
    expect((await read()).quartersToAdd.slice(0, 3)).toEqual(['2026-Q3', '2026-Q4', '2027-Q1']);
    await planner.establishment.addContinuityQuarter({ trust, quarter: '2026-Q3' });
    expect((await read()).quartersToAdd[0]).toBe('2026-Q4');
    expect(await refusalOf(planner.establishment.addContinuityQuarter({ trust, quarter: '2026-Q3' }))).toMatchObject({
      code: 'NAME_TAKEN',
    });
  });
});

it('building blocks have a status, a day and a note, and each change can be undone', async () => {
  expect((await read()).blocks.map(({ status }) => status)).toEqual(Array.from({ length: 12 }, () => null));
  await planner.establishment.setContinuityBlock({ trust, block: 'training', status: 'in_place', date: '2026-05-01' });
  await planner.establishment.setContinuityBlock({ trust, block: 'training', note: 'All teams' });
  expect((await read()).blocks.find(({ key }) => key === 'training')).toMatchObject({
    status: 'in_place',
    date: '2026-05-01',
    note: 'All teams',
  });
  expect((await read()).blocksInPlace).toBe(1);
  await planner.history.undo({ trust });
  await planner.history.undo({ trust });
  expect((await read()).blocksInPlace).toBe(0);
});

it('nothing of it is a target or overdue: there is no such word and no such date in what is answered', async () => {
  await planner.establishment.addContinuityTeam({ trust, name: 'Rowan', started: '2020-01-01' });
  await planner.establishment.addContinuityQuarter({ trust, quarter: '2020-Q1', women: 5, allWomen: 1_000 });
  await planner.establishment.setContinuityBlock({ trust, block: 'pay', status: 'not_started', date: '2020-01-01' });
  expect(JSON.stringify(await read())).not.toMatch(/overdue|target|late\b/i);
});
