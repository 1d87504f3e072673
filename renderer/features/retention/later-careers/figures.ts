import type { FlexibleWorking, LaterCareers } from '#contract';
import { asOn, formulaOf, input, type Making, makings, sides, monthsTo } from '../../../components/making.ts';
import { daysText } from '../../../components/numbers.ts';
import { weeklyText } from './words.ts';

/** People of 55 and over, legacy mentors, and who came back. */
export function careersMade(data: LaterCareers) {
  const { on, census, formulas, pack, all, mentors } = data;
  const made = makings({
    on: asOn(census ?? on),
    imports: [{ kind: 'staff_list', last: census }],
    entered: ['Flexible working and later careers: conversations, seminars and plans'],
    packs: [pack.title, 'organisation'],
  });
  const mentored = makings({
    on: asOn(on),
    entered: ['Flexible working and later careers: legacy mentors'],
    packs: [],
  });
  return {
    over55: made(
      formulaOf(formulas, 'over55'),
      ...sides(all.rate, '55 and over for certain', 'With a stated age band'),
      input('In a band that 55 lies in', all.some),
      input('Not stated', all.notStated),
    ),
    talkedTo: made(
      formulaOf(formulas, 'talkedTo'),
      ...sides(data.talkedTo, 'Talked to', '55 and over for certain'),
      input('Months', data.conversationMonths),
    ),
    withPlan: made(formulaOf(formulas, 'withPlan'), ...sides(data.withPlan, 'With a plan', '55 and over for certain')),
    retired: {
      ...made(
        formulaOf(formulas, 'retired'),
        ...(data.retired === null
          ? [input('Leavers for retirement', 'not known')]
          : sides(data.retired, 'On the list again', 'Left for retirement in twelve months')),
      ),
      imports: [
        { kind: 'leavers', ...(census !== null && monthsTo(census, 12)) },
        { kind: 'staff_list', last: census },
      ],
      packs: ['leaving-reasons', 'organisation'],
    } satisfies Making,
    mentors: mentored(
      'legacy mentors appointed by today whose end is not reached',
      input('In the role', data.mentorsActive),
      input('Appointed ever', mentors.length),
    ),
    supported: mentored(formulaOf(formulas, 'supported'), input('Mentors in the role', data.mentorsActive)),
    minutes: mentored(
      'hours a week of mentors in the role, added up',
      input('Hours a week', weeklyText(data.minutes)),
      input('Mentors in the role', data.mentorsActive),
    ),
  };
}

/** Requests for flexible working. */
export function requestsMade(data: FlexibleWorking) {
  const { on, period, formulas, limits, pack, list } = data;
  const made = makings({
    on: daysText(period),
    entered: ['Flexible working and later careers: requests for flexible working'],
    packs: [pack.title],
  });
  const limit = input('The trust’s own limit', `${limits.days} days`, 'by the rules');
  return {
    granted: made(
      formulaOf(formulas, 'grantedOfAsked'),
      ...sides(data.grantedOfAsked, 'Granted', 'Asked for, less withdrawn'),
      input('Withdrawn', data.withdrawn),
    ),
    days: made(formulaOf(formulas, 'meanDays'), ...sides(data.meanDays, 'Days', 'Requests decided')),
    inTime: made(
      formulaOf(formulas, 'inTime'),
      ...sides(data.inTime, 'Decided in time', 'Requests decided'),
      limit,
      input('The limit of the statute', `${limits.months} months`, 'by the rules'),
    ),
    open: {
      ...made(
        'requests without a decision today, whenever they were asked for',
        input('Requests entered', list.length),
        input('Over the trust’s own limit', data.overdue),
        limit,
      ),
      on: asOn(on),
    },
  };
}
