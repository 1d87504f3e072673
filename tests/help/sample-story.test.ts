import { beforeAll, describe, expect, it } from 'vitest';
import { helpPages } from '../../renderer/help/pages.ts';
import { plainText } from '../../renderer/help/search.ts';
import { openTestPlanner } from '../support/planner.ts';

const page = helpPages.find(({ id }) => id === 'sample-story')!;
const { planner } = openTestPlanner();
let trust: string;
let lmns: number;

const hundredths = (value: number | null | undefined) => ((value ?? Number.NaN) / 100_000).toFixed(2);
const exactly = (value: string | null | undefined) => {
  const [above = '', below = '1'] = (value ?? '').split('/');
  return (Number(above) / Number(below)).toFixed(2);
};
const months = 'January February March April May June July August September October November December'.split(' ');
const monthOf = (day = '') => `${months[Number(day.slice(5, 7)) - 1]} ${day.slice(0, 4)}`;
const dayOf = (day = '') => `${Number(day.slice(8))} ${monthOf(day)}`;

/** What the page says of the sample by numbers and names, each worked out from what the planner answers. */
const facts: Readonly<Record<string, () => Promise<readonly string[]>>> = {
  'the years of the lists': async () => {
    const days = [...(await planner.staff.censuses({ trust }))].sort();
    return [`from ${monthOf(days[0])} to ${monthOf(days.at(-1))}`];
  },
  'the gap': async () => {
    const { byGroup } = await planner.establishment.gap({ trust });
    const both = byGroup.filter(({ group }) => group === 'midwives' || group === 'support');
    const sum = (of: 'required' | 'funded' | 'inPost') =>
      hundredths(both.reduce((total, { position }) => total + (position[of].wte ?? Number.NaN), 0));
    return [`${sum('required')} WTE are required, ${sum('funded')} funded and ${sum('inPost')} in post`];
  },
  'the assessment in force': async () => {
    const all = await planner.establishment.assessments({ trust });
    const { id, reference } = all.find(({ status }) => status === 'agreed')!;
    const { result } = await planner.establishment.assessment({ trust, id });
    const { midwives, support } = result;
    return [`The report ${reference}`, `${exactly(midwives)} midwives and ${exactly(support)} support workers`];
  },
  'who is due': async () => {
    const { items } = await planner.preceptorship.due({ trust });
    const { rows } = await planner.preceptorship.board({ trust });
    const without = rows.find(({ key }) => key === items.find(({ step }) => step === 'preceptor')?.key);
    const meeting = items.find(({ step, when }) => step === '9m' && when === 'overdue');
    return [
      `${without?.name}, who started on ${dayOf(without?.start ?? '')}, has no preceptor`,
      `${meeting?.name}’s ${meeting?.what} was due on ${dayOf(meeting?.due ?? '')}`,
    ];
  },
  'whether self-rostering works': async () => {
    const { actions } = await planner.retention.plan({ trust });
    const { start, readings } = actions.find(({ action }) => action?.startsWith('Self-rostering'))!;
    const before = readings.filter(({ day }) => day < start!).at(-1);
    const percent = (value = Number.NaN) => `${value / 100} %`;
    return [
      `self-rostering began in ${monthOf(start!)} at ${percent(before?.value)} of requests`,
      `it is at ${percent(readings.at(-1)?.value)}`,
    ];
  },
  'who is trained': async () => {
    const compliance = await planner.training.compliance({ trust });
    const midwives = compliance!.cells.find(
      ({ course, group }) => course === 'fetal_monitoring' && group === 'midwives',
    )!;
    const { numerator, denominator } = midwives.inDate;
    const more = Math.ceil(denominator * 0.9) - numerator;
    return [`${numerator} of ${denominator} midwives; ${more} more make 90 %`];
  },
  'the returns and the workbook': async () => {
    const { periods } = await planner.returns.periods({ trust });
    const submitted = periods.filter(({ state }) => state === 'submitted').length;
    const period = periods.find(({ state }) => state === 'draft')!.period;
    const { lines } = await planner.returns.register({ trust, period });
    const open = lines.filter(({ answer }) => answer.status === null).length;
    const [template] = await planner.returns.lmnsWorkbooks({ trust });
    const { length } = await planner.returns.pouring({ trust, period, id: template!.id });
    return [
      `${['no', 'one', 'two', 'three'][submitted]} quarters are submitted, and ${open} lines of the third have no status`,
      `takes it in ${length} cells`,
    ];
  },
  'the system': async () => {
    const { systems } = await planner.lmns.overview();
    const { late } = await planner.lmns.received({ lmns });
    const { restatements } = await planner.lmns.compile({ lmns, period: '2026-Q2' });
    const corrected = restatements.find(({ measure, group }) => measure === 'vacancy-rate' && group === null);
    const of = (side: 'first' | 'latest') => hundredths(corrected?.[side]?.numerator);
    expect(late).toHaveLength(1);
    return [
      `an LMNS of ${['three', 'four'][(systems[0]?.trusts ?? 0) - 3]}`,
      `Choose ${systems[0]?.name} at the top`,
      `${/: (St Brannoc’s) /.exec(late[0] ?? '')?.[1]} is late, and Saltmarsh corrected its vacancy from ${of('first')} to ${of('latest')} WTE`,
    ];
  },
};

beforeAll(async () => {
  trust = (await planner.sample.load()).code;
  lmns = (await planner.lmns.overview()).systems[0]?.id ?? 0;
});

describe('the story of the sample in help', () => {
  it.each(Object.keys(facts))('tells %s as the sample shows it', async (fact) => {
    const text = plainText(page);
    for (const said of await facts[fact]!()) expect(text).toContain(said);
  });

  it('says no number and no year that is not worked out here', async () => {
    let text = plainText(page).replace('Theme 2 return', '');
    for (const fact of Object.values(facts)) for (const said of await fact()) text = text.replace(said, '');
    expect(text.match(/\d[\d.,]*/g)).toBeNull();
  });
});
