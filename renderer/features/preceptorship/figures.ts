import type { BoardRow, DueList, Mentors, Staying, PrecepteePage, PreceptorshipBoard, Preceptors } from '#contract';
import { asOn, formulaOf, input, type Making, makings, sides } from '../../components/making.ts';
import { dateText, daysText, hoursText, total } from '../../components/numbers.ts';
import { isOpen } from './board-rows.ts';

const entered = ['Preceptorship: preceptees, meetings, hours, pauses and other events', 'Preceptors: the register'];

/** Files and entries that everything about preceptees is of. */
const ofPreceptees = (day: string | null) => ({ imports: [{ kind: 'preceptees', last: day }], entered }) as const;

/** What falls due, by when. */
export function dueMade(list: DueList): Record<'overdue' | 'today' | 'week' | 'month', Making> {
  const made = makings(
    {
      on: asOn(list.on),
      ...ofPreceptees(list.on),
      entered: [...entered, 'Mentors: appointments, meetings and reviews'],
      packs: list.packs,
    },
    input('Things open of preceptees', list.items.filter(({ mentoring }) => mentoring === null).length),
    input('Things open of mentorings', list.items.filter(({ mentoring }) => mentoring !== null).length),
    input('Preceptees followed', list.people),
    input('Newly appointed senior midwives', list.mentorings),
  );
  const open = 'open steps, meetings, hours and ends';
  return {
    overdue: made(`${open} whose day, or the day that they were moved to, is before ${dateText(list.on)}`),
    today: made(`${open} whose day is ${dateText(list.on)}`),
    week: made(`${open} whose day is after ${dateText(list.on)} and no later than the Sunday of its week`),
    month: made(`${open} whose day is after that Sunday and within the days of warning of their programme`),
  };
}

/** The four headlines of the cohort board. */
export function boardMade(board: PreceptorshipBoard) {
  const { rows, on, programmes } = board;
  const count = (is: (row: BoardRow) => boolean) => rows.filter(is).length;
  const used = new Set(rows.map(({ programme }) => programme));
  const edited = count(({ origin }) => origin === 'edited');
  const made = makings(
    {
      on: asOn(on),
      ...ofPreceptees(board.logDay),
      packs: programmes.filter(({ key }) => used.has(key)).map(({ title }) => title),
      notes: edited > 0 ? [`${edited} of them have values changed by hand in place of the log’s.`] : [],
    },
    input('Preceptees on the board', rows.length),
  );
  return {
    inProgramme: made(
      'preceptees on the board − signed off − left',
      input(
        'Signed off',
        count(({ state }) => state === 'signed_off'),
      ),
      input(
        'Left',
        count(({ state }) => state === 'left'),
      ),
    ),
    overdue: made(
      'preceptees with at least one open step whose day has gone by',
      input(
        'Things overdue',
        total(rows, ({ overdue }) => overdue),
      ),
    ),
    behind: made(
      'preceptees whose supernumerary hours given are below what an even pace owes by today, for longer than the programme allows',
      input('Preceptees who are not signed off and have not left', count(isOpen)),
    ),
    atRisk: made(
      'preceptees whose end is at risk, since something is overdue or behind + those whose end is not known, since a pause has no day of return',
      input(
        'At risk',
        count(({ sure }) => sure === 'at_risk'),
      ),
      input(
        'Not known',
        count(({ sure }) => sure === 'unknown'),
      ),
    ),
  };
}

/** The headlines of one preceptee's page. */
export function precepteeMade(page: PrecepteePage): Record<'state' | 'next' | 'hours' | 'end', Making> {
  const { row, programme, from, due, formulas, edited, on } = page;
  const made = makings({
    on: asOn(on),
    sources: from ? [`${from.fileName}, ${from.sheet}, row ${from.row}, ${asOn(from.day)}`] : [],
    entered: ['this page: meetings, hours, pauses and other events'],
    packs: [programme.title],
    notes: edited.map(
      ({ field, file }) => `Changed by hand: ${field.replaceAll('_', ' ')}, in the log ${file ?? 'blank'}.`,
    ),
  });
  const day = (title: string, date: string | null) => input(title, date === null ? 'not known' : dateText(date));
  return {
    state: made(
      'where the day stands between start, pauses, sign-off and leaving',
      day('Start', row.start),
      day('End', row.ended ?? row.adjustedEnd),
      input('Pauses', row.pauses.length),
      input('Steps done', `${row.done} of ${row.steps}`),
    ),
    next: made(
      'the open step with the earliest day, overdue ones first',
      input('Open steps that are due or overdue', due.length),
      day('Its day', row.next?.on ?? null),
    ),
    hours: made(
      `given: ${formulaOf(formulas, 'Given')}; owed: ${formulaOf(formulas, 'Supernumerary hours owed')}`,
      ...page.given.map((kind) =>
        input(
          kind.kind.replaceAll('_', ' '),
          `${hoursText(kind.given)} h given, ${hoursText(kind.booked)} h booked${kind.owed === null ? '' : `, ${hoursText(kind.owed.numerator / kind.owed.denominator)} h owed`}`,
        ),
      ),
    ),
    end: made(
      `planned end + days paused, or the end of an extension; the clock runs ${formulaOf(formulas, 'Clock')}`,
      day('Planned end', row.plannedEnd),
      ...row.pauses.map(({ from: first, until }, index) =>
        input(`Pause ${index + 1}`, `${dateText(first)} to ${until === null ? 'not known' : dateText(until)}`),
      ),
      ...(row.extendedTo ? [day('Extended to', row.extendedTo)] : []),
    ),
  };
}

/** The headlines of the register of preceptors. */
export function preceptorsMade({ all, preceptors, formulas, rules, on, pack }: Preceptors) {
  const made = makings({
    on: asOn(on),
    imports: [{ kind: 'preceptees' }, { kind: 'staff_list', last: on }],
    entered,
    packs: [pack.title],
  });
  const limit = input('Preceptees at once, where a preceptor has no limit of her own', rules.mostPreceptees);
  return {
    without: {
      ...made(formulaOf(formulas, 'without'), input('Preceptees in the programme', all.preceptees)),
      packs: [],
    },
    spare: made(
      formulaOf(formulas, 'spare'),
      input('Places, the limits added up', all.places),
      input('Places taken', all.load),
      limit,
    ),
    over: made(
      `preceptors whose load is above their limit; load: ${formulaOf(formulas, 'load')}`,
      input('Preceptors on the register', preceptors.length),
      limit,
    ),
    notPrepared: made(
      'preceptors on the register without a day on which preparation was done, less those who left it',
      input('Preceptors on the register', preceptors.length),
      input('Prepared', all.preceptors),
    ),
  };
}

/** The headlines of newly appointed senior midwives and their mentors. */
export function mentorsMade({ share, waiting, mentorings, appointees, formulas, period, on, rules, pack }: Mentors) {
  const made = makings(
    {
      on: asOn(on),
      imports: [{ kind: 'staff_list', last: on }],
      entered: ['Mentors: appointments, mentors, meetings and reviews'],
      packs: [pack.title],
    },
    input('Appointments entered', mentorings.length),
  );
  return {
    share: made(
      formulaOf(formulas, 'share'),
      ...sides(share, 'With a mentor in time', 'Of whom it can be told').map((one) => ({
        ...one,
        on: `appointed ${daysText(period)}`,
      })),
      input('Still within the days', waiting),
    ),
    overdue: made(formulaOf(formulas, 'overdue')),
    dueSoon: made(
      'people with a step that is not done and whose day is today or within the days of warning',
      input('Days of warning', rules.dueSoonDays),
    ),
    notEntered: made(
      'people who by the staff lists came into a senior band within the months of the rules, and of whom no appointment is entered',
      input('Months', rules.newForMonths),
      input('New by the staff lists and not entered', appointees === null ? 'not known' : appointees.length),
    ),
  };
}

/** Who stayed, and how they were supported. */
export function stayingMade({ all, shared, formulas, on, knownTo, packs }: Staying) {
  const made = makings(
    { on: asOn(on), imports: [{ kind: 'preceptees' }], entered, packs },
    input('People who have started', all.people),
  );
  const stayed = (months: 12 | 24): Making => {
    const { rate, pending, unknown } = months === 12 ? all.at12 : all.at24;
    const ofLists = made(
      (formulaOf(formulas, 'In post at 12 months').split(';')[0] ?? '').replace(/\b12\b/g, String(months)),
      ...[
        ...sides(rate, 'In post then', 'Started so long ago and known'),
        input('Still to come', pending),
        input('Not known', unknown),
      ].map((one) => (knownTo === null ? one : { ...one, on: `known to ${dateText(knownTo)}` })),
    );
    return {
      ...ofLists,
      copiedAs: months === 12 ? shared.all.at12 : shared.all.at24,
      imports: [{ kind: 'preceptees' }, { kind: 'staff_list', last: knownTo }, { kind: 'leavers', last: knownTo }],
      packs: [],
    };
  };
  return {
    stayed,
    meetings: {
      ...made(formulaOf(formulas, 'Meetings on time'), ...sides(all.meetings, 'Held by their day', 'Fell due')),
      copiedAs: shared.all.meetings,
    },
    supported: {
      ...made(
        formulaOf(formulas, 'Fully supported'),
        input('Meetings held by their day', `${all.meetings.numerator} of ${all.meetings.denominator}`),
        input(
          'Supernumerary hours given of owed',
          `${hoursText(all.supernumerary.numerator)} of ${hoursText(all.supernumerary.denominator)} h`,
        ),
      ),
      copiedAs: 'not copied: the table by support has what may leave the trust',
    },
  };
}
