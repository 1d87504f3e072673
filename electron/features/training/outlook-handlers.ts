import { implementation } from '../../context.ts';
import { requireTrust } from '../organisation/trust.ts';
import { reaches } from './calculations/compliance.ts';
import { headsNeeded } from './calculations/matrix.ts';
import { isCounted, outlookOf, willBeInDate } from './calculations/outlook.ts';
import { type Ahead, lookAhead } from './outlook-service.ts';
import { remarksOn } from './remarks.ts';
import { fewestSeats } from './seats-service.ts';

const on = implementation.training;

const formulas = [
  {
    figure: 'In date on a day',
    formula:
      'people whose last day is on or after it, and people with a booked seat on or before it, taken as attended',
  },
  {
    figure: 'Counted on a day',
    formula:
      'people who are counted today, those who come back from leave on a day that is known, starters of the vacancy plan that are more likely than not to start, each as one head; less people who leave',
  },
  {
    figure: 'Reached on',
    formula: 'the first day from which heads in date ÷ heads counted is at the threshold, exact fractions',
  },
  { figure: 'Holds on the date', formula: 'the same on the last day of the scheme’s months' },
  {
    figure: 'Wanting',
    formula: 'the smallest number of heads that reaches the threshold on the scheme’s date, less those in date then',
  },
];

export const outlookHandlers = {
  outlook: on.outlook.handler(({ input, context }) => {
    const trust = requireTrust(context.database, input.trust);
    const ahead = lookAhead(context, trust, input.from);
    const { facts, from, end, last } = ahead;
    return {
      from,
      end,
      last,
      threshold: facts.rules.threshold,
      scheme: facts.scheme?.pack.title ?? null,
      groups: groupOutlooks(ahead),
      remarks: remarksOn(facts),
      formulas,
    };
  }),

  seats: on.seats.handler(async ({ input, context }) => {
    const trust = requireTrust(context.database, input.trust);
    return fewestSeats(context, trust, lookAhead(context, trust, input.from), input.courses);
  }),
};

/** Each group of each course: where it is now, and where it gets to. */
export function groupOutlooks(ahead: Ahead) {
  const { facts, from, end, last, starters } = ahead;
  const { rules } = facts;
  return rules.courses.flatMap((course) =>
    course.groups.map((group) => {
      const members = ahead.membersOf(course, group);
      const { points, now, reachedOn, atEnd, holdsAtEnd, lostOn } = outlookOf(
        members,
        course,
        { first: from, end, last },
        rules.threshold,
      );
      const named = members.filter(({ person }) => person !== null);
      return {
        course: course.key,
        courseName: course.name,
        group,
        groupName: rules.groups.find(({ key }) => key === group)?.name ?? group,
        now,
        meetsNow: reaches(now, rules.threshold),
        reachedOn,
        lostOn,
        atEnd,
        holdsAtEnd,
        wanting: Math.max(0, headsNeeded(atEnd.denominator, rules.threshold) - atEnd.numerator),
        booked: named.filter(({ booked }) => booked.some((day) => day <= end)).length,
        lapsing: named.filter(
          (one) => isCounted(one, end) && willBeInDate(one, course, from) && !willBeInDate(one, course, end),
        ).length,
        starters: starters.filter((one) => one.group === group && one.on <= end).length,
        leavers: named.filter(({ to }) => to !== null && to <= end).length,
        points: [...points],
      };
    }),
  );
}
