import type { TrainingSeats } from '#contract';
import type { Context } from '../../context.ts';
import { dateInWords } from '../../core/dates.ts';
import type { TrustRow } from '../organisation/repository.ts';
import { clashesOf } from './calculations/clashes.ts';
import { headsNeeded } from './calculations/matrix.ts';
import { isCounted, rateOn, willBeInDate } from './calculations/outlook.ts';
import { type Candidate, type Demand, type OpenSession, seatModel, seatsOf } from './calculations/seats.ts';
import { lastDay } from './calculations/standing.ts';
import type { Ahead } from './outlook-service.ts';
import { aroundSessions, holdsSeat, type SessionBook, sessionBook } from './session-service.ts';

type World = Pick<Context, 'database' | 'reference' | 'today'>;
const plural = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`;

/** The fewest seats, and on which sessions, that get every group to the threshold on the scheme's date; or why it cannot be. */
export async function fewestSeats(
  world: World,
  trust: TrustRow,
  ahead: Ahead,
  only: readonly string[] | undefined,
): Promise<TrainingSeats> {
  const { end, facts } = ahead;
  const courses = facts.rules.courses.filter(({ key }) => only === undefined || only.includes(key));
  const book = sessionBook(world, trust.id, facts);
  const sessions = openSessions(
    book,
    ahead,
    courses.map(({ key }) => key),
  );
  const { demands, candidates } = questionOf(world, trust.id, ahead, courses, sessions, book);
  const asked = seatModel(demands, candidates, sessions);
  // Loaded when somebody asks for seats: the start of the planner does not wait for it.
  const { solve } = await import('yalps');
  const solution = solve(asked.model, { timeout: 5000 });
  const { seats, short } = seatsOf(asked, solution.variables);
  const nameOfCourse = (key: string) => courses.find((course) => course.key === key)?.name ?? key;
  const nameOfGroup = (key: string) => facts.rules.groups.find((group) => group.key === key)?.name ?? key;
  const people = new Map([...facts.people.counted, ...facts.people.excluded].map((one) => [one.person, one]));
  const shownSessions = sessions.flatMap((session) => {
    const taken = seats.filter((seat) => seat.session === session.id).map(({ person }) => person);
    if (taken.length === 0) return [];
    const groups = new Map<string, number>();
    for (const person of taken) {
      const name = nameOfGroup(people.get(person)?.group ?? '');
      groups.set(name, (groups.get(name) ?? 0) + 1);
    }
    return [
      {
        session: session.id,
        date: session.date,
        courseNames: session.courses.map(nameOfCourse),
        free: session.free,
        seats: taken.length,
        groups: [...groups].map(([name, count]) => ({ name, seats: count })),
        people: taken.map((person) => ({ person, name: people.get(person)?.name ?? null })),
      },
    ];
  });
  const missing = short.map((demand) => ({
    course: demand.course,
    courseName: nameOfCourse(demand.course),
    group: demand.group,
    groupName: nameOfGroup(demand.group),
    heads: demand.heads,
    why: whyShort(demand, demands, candidates, sessions, end),
  }));
  return {
    enough: missing.length === 0,
    proven: solution.status === 'optimal',
    seats: seats.length,
    sessions: shownSessions,
    missing,
    words: inWords({
      demands,
      seats: seats.length,
      sessions: shownSessions,
      enough: missing.length === 0,
      end,
      nameOfCourse,
      nameOfGroup,
    }),
  };
}

/** Sessions that teach a course by the scheme's date, with the seats that nobody holds. */
function openSessions({ bookings }: SessionBook, { sessions, end }: Ahead, courses: readonly string[]): OpenSession[] {
  return sessions
    .filter(({ date, courses: taught }) => date <= end && taught.some((course) => courses.includes(course)))
    .map(({ id, date, courses: taught, capacity }) => ({
      id,
      date,
      courses: taught.filter((course) => courses.includes(course)),
      free: Math.max(0, capacity - (bookings.get(id) ?? []).filter(holdsSeat).length),
    }));
}

/** What each group still needs on the scheme's date, and who could do it when. */
function questionOf(
  world: World,
  trustId: number,
  ahead: Ahead,
  courses: Ahead['facts']['rules']['courses'],
  sessions: readonly OpenSession[],
  book: SessionBook,
): { demands: Demand[]; candidates: Candidate[] } {
  const { end, facts } = ahead;
  const open = new Set(sessions.map(({ id }) => id));
  const around = aroundSessions(
    world,
    trustId,
    book.sessions.filter(({ id }) => open.has(id)),
    book,
  );
  const demands: Demand[] = [];
  const lacking = new Map<string, { group: string; from: string; to: string | null; lacks: string[] }>();
  for (const course of courses) {
    for (const group of course.groups) {
      const members = ahead.membersOf(course, group);
      const { numerator, denominator } = rateOn(members, course, end);
      const heads = Math.max(0, headsNeeded(denominator, facts.rules.threshold) - numerator);
      if (heads === 0) continue;
      demands.push({ group, course: course.key, heads });
      for (const member of members) {
        if (member.person === null || !isCounted(member, end) || willBeInDate(member, course, end)) continue;
        const { from, to } = member;
        const known = lacking.get(member.person) ?? { group, from, to, lacks: [] };
        known.lacks.push(course.key);
        lacking.set(member.person, known);
      }
    }
  }
  const courseOf = (key: string) => courses.find((course) => course.key === key);
  const candidates = [...lacking].map(([person, { group, from, to, lacks }]): Candidate => {
    const canCome = ({ id, date, courses: taught }: OpenSession) => {
      const known = around.get(id);
      const lasts = taught.some((key) => {
        const course = courseOf(key);
        return course !== undefined && lacks.includes(key) && lastDay(course, date, null) >= end;
      });
      const isBooked = (book.bookings.get(id) ?? []).some((one) => one.person === person);
      if (known === undefined || !lasts || isBooked || date < from || (to !== null && date >= to)) return false;
      // A duty can be filled by somebody else; leave, absence and another session cannot.
      return !clashesOf(known.session, known.of(person)).some(
        ({ kind }) => kind === 'leave' || kind === 'absence' || kind === 'other_session',
      );
    };
    return { person, group, lacks, sessions: sessions.filter(canCome).map(({ id }) => id) };
  });
  return { demands, candidates };
}

/** Why a group cannot get all its heads: no session, no seats, nobody who can come, or seats that others need. */
function whyShort(
  { group, course, heads }: Demand,
  demands: readonly Demand[],
  candidates: readonly Candidate[],
  sessions: readonly OpenSession[],
  end: string,
): string {
  const needed = demands.find((one) => one.group === group && one.course === course)?.heads ?? heads;
  const taught = sessions.filter(({ courses }) => courses.includes(course));
  const free = taught.reduce((sum, session) => sum + session.free, 0);
  const lacking = candidates.filter((one) => one.group === group && one.lacks.includes(course));
  const able = lacking.filter((one) => one.sessions.some((id) => taught.some((session) => session.id === id)));
  const more = plural(heads, 'more seat', 'more seats');
  if (taught.length === 0)
    return `No session of it is planned by ${dateInWords(end)}. Plan one with at least ${plural(needed, 'seat', 'seats')}.`;
  if (able.length < needed)
    return `${plural(needed, 'head is', 'heads are')} wanting, and of ${lacking.length} who lack it only ${able.length} can come on the days that are planned: the others are on leave, absent or yet to start. Plan another day.`;
  if (free < needed)
    return `${plural(needed, 'head is', 'heads are')} wanting, and the ${plural(taught.length, 'session', 'sessions')} by ${dateInWords(end)} have ${free} free ${free === 1 ? 'seat' : 'seats'}. Plan ${more}.`;
  return `The free seats are needed by other groups too. Plan ${more}.`;
}

function inWords({
  demands,
  seats,
  sessions,
  enough,
  end,
  nameOfCourse,
  nameOfGroup,
}: {
  demands: readonly Demand[];
  seats: number;
  sessions: TrainingSeats['sessions'];
  enough: boolean;
  end: string;
  nameOfCourse: (key: string) => string;
  nameOfGroup: (key: string) => string;
}): string[] {
  const day = dateInWords(end);
  if (demands.length === 0)
    return [`Every group is at the threshold on ${day} with the seats that are booked: no seat is wanting.`];
  const heads = demands.reduce((sum, demand) => sum + demand.heads, 0);
  const words = demands.map(
    (demand) =>
      `${nameOfGroup(demand.group)}: ${plural(demand.heads, 'head', 'heads')} wanting in ${nameOfCourse(demand.course)} on ${day}.`,
  );
  if (sessions.length > 0) {
    const where = sessions.map(({ date, seats: count }) => `${count} on ${dateInWords(date)}`).join(', ');
    words.push(
      `${plural(seats, 'seat is', 'seats are')} the fewest that ${enough ? 'get every group there' : 'get as many heads there as can be'}: ${where}.`,
    );
    if (enough && seats === heads) words.push('Each head takes a seat of its own, so fewer cannot do.');
    if (enough && seats < heads)
      words.push(
        `Sessions that teach several courses close ${heads} gaps with ${seats} seats; every other choice of sessions takes as many or more.`,
      );
  }
  return words;
}
