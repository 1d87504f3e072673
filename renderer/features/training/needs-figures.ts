import type { NeedsAnalysis, StudyLeave } from '#contract';
import { formulaOf, input, type Making } from '../../components/making.ts';
import { counted, dateText, decimal, hoursText } from '../../components/numbers.ts';
import { sessionsEntered } from './figures.ts';

/** The needs analysis of a year. */
export function needsMade(data: NeedsAnalysis) {
  const { totals, assumptions, formulas, groups, framework } = data;
  const heads = groups.reduce((all, group) => all + group.heads, 0);
  const made = (formula: string, ...inputs: Making['inputs'][number][]): Making => ({
    formula,
    inputs,
    on: `${data.title}, made on ${dateText(data.madeOn)}`,
    imports: [{ kind: 'staff_list', last: data.madeOn }],
    entered: [
      'Training needs: topics, who needs them, and assumptions',
      ...(assumptions.upliftFrom === null ? [] : ['Required staffing: the uplift']),
    ],
    packs: ['training-needs', framework.title],
    notes: data.topics.some(({ own }) => own)
      ? [
          `Topics with values of the trust’s own: ${data.topics.flatMap(({ own, name }) => (own ? [name] : [])).join(', ')}.`,
        ]
      : [],
  });
  const hours = input('Training hours', `${hoursText(totals.minutes)} h`);
  const paid = input('Paid hours of a year at 1.00 WTE', assumptions.annualHours);
  const uplift = input('Uplift', `${assumptions.upliftPercent} %`);
  return {
    hours: made(
      `added over groups and topics: ${formulaOf(formulas, 'Hours')}; due: ${formulaOf(formulas, 'Due this year')}`,
      input('Due, people and topics', totals.due),
      input('Heads in post', heads),
    ),
    sessions: made(
      `added over topics: ${formulaOf(formulas, 'Sessions')}; places: ${formulaOf(formulas, 'Places')}`,
      input('Do not come', `${assumptions.absentPercent} %`),
      input('Due, people and topics', totals.due),
    ),
    backfill: made(formulaOf(formulas, 'Backfill'), hours, paid, uplift),
    headroom: made(
      formulaOf(formulas, 'Share of headroom'),
      hours,
      input('WTE in post', decimal(groups.reduce((all, { wte }) => all + wte, 0) / 100_000, 2)),
      paid,
      uplift,
      input('Of it for study', `${assumptions.studyPercent} %`),
    ),
  };
}

/** Study leave used against what the plan needs. */
export function studyLeaveMade({ first, title, analysis, covered, all, formulas }: StudyLeave) {
  const last = `${Number(first.slice(0, 4)) + 1}-03-31`;
  const made = (
    formula: string,
    from: Pick<Making, 'imports' | 'entered' | 'packs'>,
    ...inputs: Making['inputs']
  ): Making => ({
    formula,
    inputs,
    on: title,
    ...from,
  });
  const list = { kind: 'staff_list', last } as const;
  const rosters = { imports: [{ kind: 'duty_roster', first, last }, list], entered: [], packs: [] } as const;
  const plan = {
    imports: [list],
    entered:
      analysis === null
        ? ['Training needs: the analysis of the year']
        : [`Training needs: ${analysis.title}, version ${analysis.version}`],
    packs: ['training-needs'],
  } as const;
  const both = { ...plan, imports: rosters.imports };
  const seats = { imports: [list], entered: [sessionsEntered], packs: [] } as const;
  const hours = (minutes: number | null) => (minutes === null ? 'not known' : `${hoursText(minutes)} h`);
  const days = input('Days that rosters cover', covered.days);
  return {
    used: made(formulaOf(formulas, 'Used'), rosters, input('On rosters', hours(all.total.used)), days),
    needed: made(
      formulaOf(formulas, 'Needed'),
      plan,
      input('Of all units', hours(all.total.needed)),
      input('Heads', all.heads),
    ),
    less: made(
      formulaOf(formulas, 'Used less needed'),
      both,
      input('Used', hours(covered.used), `${counted(covered.days, 'day')} of ${title}`),
      input('Needed', hours(covered.needed), `${counted(covered.days, 'day')} of ${title}`),
    ),
    booked: made(formulaOf(formulas, 'Booked'), seats, input('Of all units', hours(all.total.booked))),
  };
}
