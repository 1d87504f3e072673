import type { NeedsAnalysis, StudyLeave } from '#contract';
import { formulaOf, hoursInput, input, type MadeInput, type Making, makings } from '../../components/making.ts';
import { counted, dateText, total, wteText } from '../../components/numbers.ts';
import { sessionsEntered } from './figures.ts';

/** The needs analysis of a year. */
export function needsMade(data: NeedsAnalysis) {
  const { totals, assumptions, formulas, groups, framework } = data;
  const made = makings({
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
  const hours = hoursInput('Training hours', totals.minutes);
  const paid = input('Paid hours of a year at 1.00 WTE', assumptions.annualHours);
  const uplift = input('Uplift', `${assumptions.upliftPercent} %`);
  return {
    hours: made(
      `added over groups and topics: ${formulaOf(formulas, 'Hours')}; due: ${formulaOf(formulas, 'Due this year')}`,
      input('Due, people and topics', totals.due),
      input(
        'Heads in post',
        total(groups, ({ heads }) => heads),
      ),
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
      input('WTE in post', wteText(total(groups, ({ wte }) => wte))),
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
    ...inputs: MadeInput[]
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
  const rostered = `${counted(covered.days, 'day')} of ${title}`;
  const days = input('Days that rosters cover', covered.days);
  return {
    used: made(formulaOf(formulas, 'Used'), rosters, hoursInput('On rosters', all.total.used), days),
    needed: made(
      formulaOf(formulas, 'Needed'),
      plan,
      hoursInput('Of all units', all.total.needed),
      input('Heads', all.heads),
    ),
    less: made(
      formulaOf(formulas, 'Used less needed'),
      both,
      hoursInput('Used', covered.used, rostered),
      hoursInput('Needed', covered.needed, rostered),
    ),
    booked: made(formulaOf(formulas, 'Booked'), seats, hoursInput('Of all units', all.total.booked)),
  };
}
