import type {
  Supervision,
  SupervisionShare,
  TrainingCompliance,
  TrainingGroupOutlook,
  TrainingOutlook,
  TrainingRoles,
  TrainingSession,
} from '#contract';
import { asOn, formulaOf, input, type Making, makings, sides, type Entered } from '../../components/making.ts';
import { dateText, daysText, total } from '../../components/numbers.ts';

/** What is entered of sessions. */
export const sessionsEntered = 'Training sessions: days, seats and attendance';
const byHand: readonly Entered[] = [
  { where: sessionsEntered, by: [{ tables: ['training_session', 'training_booking'] }] },
  {
    where: 'Training compliance: what was achieved elsewhere, and who is left out',
    by: [{ tables: ['training_result', 'training_exclusion'] }],
  },
];

/** Compliance of courses and staff groups, added up. */
export function complianceMade(data: TrainingCompliance, cells: TrainingCompliance['cells']) {
  const { census, window, threshold, scheme, listDay, fileDay, formulas, excluded } = data;
  const share = `${(threshold.numerator / threshold.denominator) * 100} %`;
  const made = makings({
    on: asOn(census),
    imports: [
      { kind: 'training', last: fileDay },
      { kind: 'staff_list', last: listDay },
      { kind: 'absence', first: census, last: census },
    ],
    entered: byHand,
    packs: ['training-courses', ...(scheme === null ? [] : [scheme.title])],
  });
  const heads = [
    input(
      'Heads in date, added over courses and groups',
      total(cells, ({ inDate }) => inDate.numerator),
    ),
    input(
      'Heads counted, added likewise',
      total(cells, ({ inDate }) => inDate.denominator),
    ),
  ];
  return {
    reach: made(
      `courses and staff groups in which ${formulaOf(formulas, 'In date')}, or as is measured above, is at least ${share}; ${formulaOf(formulas, 'Groups')}`,
      input('Courses and groups with somebody to count', cells.length),
      ...heads,
      input('Threshold', share, daysText(window)),
    ),
    wanting: made(`added over courses and groups: ${formulaOf(formulas, 'Short')}`, ...heads),
    lapse: made(
      `records of people and courses that are in date on ${dateText(census)} − those still in date on ${dateText(window.last)}`,
      ...heads,
      input(
        `Heads still in date on ${dateText(window.last)}`,
        total(cells, ({ atEnd }) => atEnd.numerator),
      ),
    ),
    leftOut: made(
      `people in post who are not counted; counted are ${formulaOf(formulas, 'Counted')}`,
      ...[
        ['not_active_assignment', 'Not active'],
        ['long_term_sick', 'Long-term sick'],
        ['by_hand', 'Left out by hand'],
      ].map(([reason, title = '']) => input(title, excluded.filter((one) => one.reason === reason).length)),
    ),
  };
}

/** When groups get to the threshold. */
export function outlookMade(data: TrainingOutlook, groups: TrainingGroupOutlook[]) {
  const { from, end, formulas, scheme, threshold } = data;
  const sum = (of: 'booked' | 'starters' | 'leavers') => total(groups, (one) => one[of]);
  const made = makings(
    {
      on: `from ${dateText(from)} to ${dateText(end)}`,
      imports: [{ kind: 'training' }, { kind: 'staff_list' }, { kind: 'absence', first: from, last: from }],
      entered: [...byHand, 'Vacancies: starters'],
      packs: ['training-courses', ...(scheme === null ? [] : [scheme])],
    },
    input('Courses and staff groups', groups.length),
  );
  const moves = [
    input('Seats booked', sum('booked')),
    input('Starters', sum('starters')),
    input('Leavers', sum('leavers')),
  ];
  const share = input('Threshold', `${(threshold.numerator / threshold.denominator) * 100} %`);
  return {
    reached: made(
      `the latest over all groups of: ${formulaOf(formulas, 'Reached on')}`,
      share,
      ...moves,
      ...groups.map(({ courseName, groupName, reachedOn }) =>
        input(`${courseName}, ${groupName}`, reachedOn === null ? 'not yet' : dateText(reachedOn), 'by what is booked'),
      ),
    ),
    hold: made(
      `groups of courses at the threshold on ${dateText(end)}; ${formulaOf(formulas, 'In date on a day')}`,
      share,
      ...moves,
    ),
    wanting: made(`added over groups: ${formulaOf(formulas, 'Wanting')}`, share, ...moves),
    lapse: made(
      `records in date on ${dateText(from)} − those still in date on ${dateText(end)} − those with a seat booked until then`,
      ...moves,
    ),
  };
}

/** Sessions in view and their seats. */
export function sessionsMade(shown: readonly TrainingSession[], all: readonly TrainingSession[], today: string) {
  const sum = (of: 'booked' | 'capacity' | 'free' | 'waiting') => total(shown, (session) => session[of]);
  const days = shown.map(({ date }) => date).sort();
  const first = days[0];
  const on = first ? `sessions of ${daysText({ first, last: days[days.length - 1] ?? first })}` : asOn(today);
  const ofSessions = { entered: [sessionsEntered], packs: [] };
  const made = makings({ on, ...ofSessions }, input('Sessions', shown.length));
  return {
    inView: made(
      'sessions entered that fit the filters',
      input('Cancelled', shown.filter(({ state }) => state === 'cancelled').length),
    ),
    taken: made(
      'seats booked, added over the sessions, of the seats that they have',
      input('Seats booked', sum('booked')),
      input('Seats there are', sum('capacity')),
      input('Free', sum('free')),
    ),
    waiting: made('people on the waiting lists, added over the sessions', input('Waiting', sum('waiting'))),
    notAttended: makings({ on: `to ${dateText(today)}`, ...ofSessions })(
      'seats marked as not attended, of the seats marked as attended or not attended, over all sessions of the course',
      input(
        'Did not attend',
        total(all, ({ didNotAttend }) => didNotAttend),
      ),
      input(
        'Attended',
        total(all, ({ attended }) => attended),
      ),
      input('Sessions, whether in view or not', all.length),
    ),
  };
}

/** Rollouts, passports, coordinators and advocates. */
export function rolesMade(data: TrainingRoles) {
  const { rollouts, support, coordinators, advocates, formulas, pack, listDay, today } = data;
  const made = makings({
    on: asOn(listDay ?? today),
    imports: [{ kind: 'staff_list', last: listDay }],
    entered: ['Roles and frameworks: levels, passports, modules and terms'],
    packs: [pack.title],
  });
  const [rollout] = rollouts;
  const groups = (rollout?.groups ?? []).map(({ name, done }) =>
    input(`${name}, in date`, `${done.numerator} of ${done.denominator}`),
  );
  return {
    rollout: {
      ...made(
        `staff groups in which ${formulaOf(formulas, rollout?.name ?? '')}`,
        ...(groups.length > 0 ? groups : [input('Course that counts it', 'none yet')]),
      ),
      imports: [{ kind: 'training' }, { kind: 'staff_list', last: listDay }],
      packs: [pack.title, 'training-courses'],
    } satisfies Making,
    passports: made(
      formulaOf(formulas, 'Levels and passports'),
      ...sides(support.signed, 'Passports signed off', 'Support workers in post'),
      input('With a level', support.withLevel.numerator),
    ),
    coordinators: made(
      formulaOf(formulas, 'Coordinators'),
      ...sides(coordinators.done, 'With the module', 'Coordinators entered'),
      input('Oriented', coordinators.oriented.numerator),
    ),
    advocates: made(
      `midwives in post ÷ advocates in the role; wanted: ${formulaOf(formulas, 'Advocates wanted')}`,
      input('Midwives in post', advocates.midwives),
      input('Advocates in the role', advocates.active),
      input('Midwives to an advocate, at most', advocates.midwivesPerAdvocate),
    ),
  };
}

/** Locums, consultants and rest. */
export function supervisionMade({ shortTerm, longTerm, attendance, rest, formulas, pack }: Supervision) {
  const made = (
    figure: string,
    { rate, of, wanted }: SupervisionShare,
    above: string,
    below: string,
    part: string,
  ): Making => ({
    formula: formulaOf(formulas, figure),
    inputs: [...sides(rate, above, below), input('Wanted', `${wanted} %`)],
    on: daysText(of),
    entered: [`Supervision and locums: ${part}`],
    packs: [pack.title],
  });
  const spells = 'spells of locum doctors';
  return {
    shortTerm: made('Share of short-term spells', shortTerm, 'Compliant', 'Short-term spells', spells),
    longTerm: made('Long-term', longTerm, 'Complete', 'Long-term spells', spells),
    attendance: made('Consultant attendance', attendance, 'Attended', 'Events that ask for one', 'events'),
    rest: made('Compensatory rest', rest, 'Rest given', 'Nights that ask for it', 'nights on call'),
  };
}
