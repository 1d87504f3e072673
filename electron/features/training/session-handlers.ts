import { implementation } from '../../context.ts';
import { dateInWords } from '../../core/dates.ts';
import { recordChange } from '../../database/history.ts';
import { requireTrust } from '../organisation/trust.ts';
import { clashesOf } from './calculations/clashes.ts';
import {
  deleteBooking,
  deleteSession,
  insertBooking,
  insertSession,
  type StoredSession,
  updateBooking,
  updateSession,
} from './session-repository.ts';
import {
  answerSession,
  aroundSession,
  holdsSeat,
  nameOfSession,
  sessionBook,
  shownSession,
} from './session-service.ts';

const on = implementation.training;
const people = (count: number) => (count === 1 ? '1 person' : `${count} people`);

const blank: Omit<StoredSession, 'id' | 'courses' | 'date'> = {
  start: 9 * 60,
  end: 16 * 60 + 30,
  capacity: 20,
  room: null,
  faculty: null,
  mix: {},
  state: 'planned',
  note: null,
};

export const sessionHandlers = {
  sessions: on.sessions.handler(({ input, context }) => {
    const trust = requireTrust(context.database, input.trust);
    const book = sessionBook(context, trust.id);
    const { rules } = book.facts;
    const inView = book.sessions.filter(
      ({ date, courses }) =>
        (input.from === undefined || date >= input.from) &&
        (input.course === undefined || courses.includes(input.course)),
    );
    return {
      today: context.today(),
      sessions: inView.map((session) => shownSession(session, book)),
      courses: rules.courses.map(({ key, name, minutes, capacity, groups }) => ({
        key,
        name,
        minutes,
        capacity,
        groups,
      })),
      groups: rules.groups.map(({ key, name }) => ({ key, name })),
      rooms: [...new Set(book.sessions.flatMap(({ room }) => (room === null ? [] : [room])))].sort(),
      absenceReasons: rules.absenceReasons,
    };
  }),

  session: on.session.handler(({ input, context, errors }) => {
    const trust = requireTrust(context.database, input.trust);
    const book = sessionBook(context, trust.id);
    const session = book.sessions.find(({ id }) => id === input.id);
    if (session === undefined) throw errors.NOT_THERE();
    return answerSession(context, trust.id, session, book);
  }),

  setSession: on.setSession.handler(({ input, context, errors }) => {
    const { database, now } = context;
    const { trust: code, id, ...cells } = input;
    const trust = requireTrust(database, code);
    const { sessions, facts } = sessionBook(context, trust.id);
    const before = sessions.find((session) => session.id === id);
    if (id !== undefined && before === undefined) throw errors.NOT_THERE();
    if (cells.courses.some((key) => !facts.rules.courses.some((course) => course.key === key)))
      throw errors.NO_SUCH_CHOICE();
    const { id: _id, ...rest } = before ?? { id: 0, ...blank };
    const said = Object.fromEntries(Object.entries(cells).filter(([, value]) => value !== undefined));
    const session = { ...rest, ...said, courses: cells.courses, date: cells.date } as Omit<StoredSession, 'id'>;
    if (session.end <= session.start)
      throw errors.NOT_THAT_DAY({
        message: 'The session ends before it begins. Correct one of the two times. Nothing was changed.',
      });
    const label = `${nameOfSession(session, facts)} on ${dateInWords(session.date)}`;
    const made = recordChange(database, { trustId: trust.id, label, at: now() }, () => {
      if (id === undefined) return insertSession(database, trust.id, session);
      updateSession(database, id, session);
      return id;
    });
    return { label, id: made };
  }),

  removeSession: on.removeSession.handler(({ input, context, errors }) => {
    const { database, now } = context;
    const trust = requireTrust(database, input.trust);
    const { sessions, bookings, facts } = sessionBook(context, trust.id);
    const session = sessions.find(({ id }) => id === input.id);
    if (session === undefined) throw errors.NOT_THERE();
    if (bookings.get(session.id)?.some(({ state }) => state === 'attended')) throw errors.IN_USE();
    const label = `Remove ${nameOfSession(session, facts)} on ${dateInWords(session.date)}`;
    recordChange(database, { trustId: trust.id, label, at: now() }, () => deleteSession(database, session.id));
    return { label };
  }),

  book: on.book.handler(({ input, context, errors }) => {
    const { database, now } = context;
    const trust = requireTrust(database, input.trust);
    const book = sessionBook(context, trust.id);
    const session = book.sessions.find(({ id }) => id === input.session);
    if (session === undefined) throw errors.NOT_THERE();
    if (session.state !== 'planned')
      throw errors.NO_SUCH_CHOICE({
        message: 'This session is over or cancelled. Choose one that is planned. Nothing was changed.',
      });
    const onIt = book.bookings.get(session.id) ?? [];
    const wanted = [...new Set(input.people)].filter((person) => !onIt.some((booking) => booking.person === person));
    const stranger = wanted.find((person) => !book.people.has(person));
    if (stranger !== undefined) {
      const message = `Nobody with the number ${stranger} is on the staff list in force. Import the newest staff list, or correct the number. Nothing was changed.`;
      throw errors.NO_SUCH_CHOICE({ message });
    }
    if (wanted.length === 0) return { label: null, booked: 0, waiting: 0 };
    if (!input.despite) {
      const around = aroundSession(context, trust.id, session, book);
      const clashes = wanted.flatMap((person) => {
        const [first] = clashesOf(session, around.of(person));
        return first === undefined ? [] : [`${book.people.get(person)?.name ?? person}: ${first.message}`];
      });
      if (clashes.length > 0) {
        const more = clashes.length > 5 ? ` And ${clashes.length - 5} more.` : '';
        const message = `${clashes.slice(0, 5).join(' ')}${more} Choose another session, or book the seat all the same. Nothing was changed.`;
        throw errors.CLASH({ message });
      }
    }
    let free = session.capacity - onIt.filter(holdsSeat).length;
    const states = wanted.map((person) => ({ person, state: free-- > 0 ? ('booked' as const) : ('waiting' as const) }));
    const booked = states.filter(({ state }) => state === 'booked').length;
    const what = `${nameOfSession(session, book.facts)} on ${dateInWords(session.date)}`;
    const label =
      booked > 0 ? `Book ${people(booked)} on ${what}` : `Waiting list of ${what}: ${people(states.length)}`;
    recordChange(database, { trustId: trust.id, label, at: now() }, () => {
      for (const { person, state } of states)
        insertBooking(database, {
          sessionId: session.id,
          person,
          state,
          reason: null,
          outcome: null,
          score: null,
          certificate: null,
        });
    });
    return { label, booked, waiting: states.length - booked };
  }),

  unbook: on.unbook.handler(({ input, context, errors }) => {
    const { database, now } = context;
    const trust = requireTrust(database, input.trust);
    const book = sessionBook(context, trust.id);
    const session = book.sessions.find(({ id }) => id === input.session);
    if (session === undefined) throw errors.NOT_THERE();
    const onIt = book.bookings.get(session.id) ?? [];
    const booking = onIt.find(({ person }) => person === input.person);
    if (booking === undefined) throw errors.NOT_BOOKED();
    const next = holdsSeat(booking) ? onIt.find(({ state }) => state === 'waiting') : undefined;
    const hasRoom = onIt.filter(holdsSeat).length <= session.capacity;
    const name = book.people.get(input.person)?.name ?? input.person;
    const label = `Give up the seat of ${name} on ${dateInWords(session.date)}`;
    recordChange(database, { trustId: trust.id, label, at: now() }, () => {
      deleteBooking(database, session.id, input.person);
      if (next !== undefined && hasRoom) updateBooking(database, next.id, { state: 'booked' });
    });
    return { label };
  }),

  mark: on.mark.handler(({ input, context, errors }) => {
    const { database, now, today } = context;
    const trust = requireTrust(database, input.trust);
    const book = sessionBook(context, trust.id);
    const session = book.sessions.find(({ id }) => id === input.session);
    if (session === undefined) throw errors.NOT_THERE();
    const { state, outcome, score, certificate } = input;
    const onIt = (book.bookings.get(session.id) ?? []).filter(({ person }) => input.people.includes(person));
    if (onIt.length < new Set(input.people).size) throw errors.NOT_BOOKED();
    if (state !== 'booked' && session.date > today())
      throw errors.NOT_THAT_DAY({
        message: `The session is on ${dateInWords(session.date)}: nobody can have attended yet. Nothing was changed.`,
      });
    const reason = state === 'did_not_attend' ? (input.reason ?? 'unknown') : null;
    if (reason !== null && !book.facts.rules.absenceReasons.some(({ key }) => key === reason))
      throw errors.NO_SUCH_CHOICE();
    const cells =
      state === 'attended'
        ? { state, reason, outcome, score, certificate }
        : { state, reason, outcome: null, score: null, certificate: null };
    const words = { booked: 'is to come', attended: 'attended', did_not_attend: 'did not attend' }[state];
    const who =
      onIt.length === 1 ? (book.people.get(onIt[0]?.person ?? '')?.name ?? onIt[0]?.person) : people(onIt.length);
    const label = `${who} ${words}, ${dateInWords(session.date)}`;
    recordChange(database, { trustId: trust.id, label, at: now() }, () => {
      for (const { id } of onIt) updateBooking(database, id, cells);
    });
    return { label };
  }),
};
