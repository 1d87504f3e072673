import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { solve } from 'yalps';
import { type Member, outlookOf, rateOn } from '../../../electron/features/training/calculations/outlook.ts';
import {
  type Candidate,
  type Demand,
  type OpenSession,
  seatModel,
  seatsOf,
} from '../../../electron/features/training/calculations/seats.ts';

const courses = ['fetal_monitoring', 'maternity_emergencies', 'newborn_life_support'];
const groups = ['midwives', 'support'];

interface Question {
  demands: Demand[];
  candidates: Candidate[];
  sessions: OpenSession[];
}

const anyQuestion = fc
  .record({
    sessions: fc.array(
      fc.record({
        day: fc.integer({ min: 1, max: 3 }),
        courses: fc.subarray(courses, { minLength: 1 }),
        free: fc.integer({ min: 0, max: 2 }),
      }),
      { minLength: 1, maxLength: 3 },
    ),
    people: fc.array(
      fc.record({
        group: fc.constantFrom(...groups),
        lacks: fc.subarray(courses, { minLength: 1 }),
        cannot: fc.array(fc.integer({ min: 0, max: 2 }), { maxLength: 1 }),
      }),
      { minLength: 1, maxLength: 4 },
    ),
    asked: fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 6, maxLength: 6 }),
  })
  .map(({ sessions, people, asked }): Question => {
    const open = sessions.map(({ day, ...one }, id) => ({ ...one, id, date: `2026-11-0${day}` }));
    const candidates = people.map(({ group, lacks, cannot }, at) => ({
      person: `P${at}`,
      group,
      lacks,
      sessions: open.map(({ id }) => id).filter((id) => !cannot.includes(id)),
    }));
    const demands = groups.flatMap((group, one) =>
      courses.map((course, other) => {
        const lacking = candidates.filter((person) => person.group === group && person.lacks.includes(course)).length;
        return { group, course, heads: Math.min(asked[one * 3 + other] ?? 0, lacking) };
      }),
    );
    return { sessions: open, candidates, demands };
  });

/** The least shortfall, and with it the fewest seats, by trying every choice of every person. */
function byTrying({ demands, candidates, sessions }: Question): { short: number; seats: number } {
  let best = { short: Infinity, seats: Infinity };
  const choose = (at: number, free: number[], met: Map<string, number>, seats: number) => {
    const candidate = candidates[at];
    if (candidate === undefined) {
      const short = demands.reduce(
        (sum, one) => sum + Math.max(0, one.heads - (met.get(`${one.group} ${one.course}`) ?? 0)),
        0,
      );
      if (short < best.short || (short === best.short && seats < best.seats)) best = { short, seats };
      return;
    }
    for (let choice = 0; choice < 1 << sessions.length; choice += 1) {
      const taken = sessions.filter((_, index) => (choice >> index) & 1);
      const left = free.map((count, index) => count - ((choice >> index) & 1));
      const sameDay = new Set(taken.map(({ date }) => date)).size < taken.length;
      if (sameDay || left.some((count) => count < 0) || taken.some(({ id }) => !candidate.sessions.includes(id)))
        continue;
      const more = new Map(met);
      for (const course of new Set(taken.flatMap((session) => session.courses)))
        if (candidate.lacks.includes(course)) {
          const key = `${candidate.group} ${course}`;
          more.set(key, (more.get(key) ?? 0) + 1);
        }
      choose(at + 1, left, more, seats + taken.length);
    }
  };
  choose(
    0,
    sessions.map(({ free }) => free),
    new Map(),
    0,
  );
  return best;
}

describe('the fewest seats', () => {
  it('are those that trying every choice finds, and what is short is the least that can be', () => {
    fc.assert(
      fc.property(anyQuestion, (question) => {
        const asked = seatModel(question.demands, question.candidates, question.sessions);
        const solution = solve(asked.model);
        expect(solution.status).toBe('optimal');
        const { seats, short } = seatsOf(asked, solution.variables);
        const right = byTrying(question);
        expect({ short: short.reduce((sum, { heads }) => sum + heads, 0), seats: seats.length }).toEqual(right);
        for (const { id, free } of question.sessions)
          expect(seats.filter(({ session }) => session === id).length).toBeLessThanOrEqual(free);
        for (const { person, session } of seats)
          expect(question.candidates.find((one) => one.person === person)?.sessions).toContain(session);
        expect(new Set(seats.map(({ person, session }) => `${person} ${session}`)).size).toBe(seats.length);
      }),
      { numRuns: 300 },
    );
  });

  it('take a day that teaches two courses instead of two days, and the earlier of two alike', () => {
    const sessions = [
      { id: 1, date: '2026-11-20', courses: ['a', 'b'], free: 1 },
      { id: 2, date: '2026-11-10', courses: ['a'], free: 5 },
      { id: 3, date: '2026-11-12', courses: ['a'], free: 5 },
      { id: 4, date: '2026-11-14', courses: ['b'], free: 5 },
    ];
    const everywhere = [1, 2, 3, 4];
    const candidates = [
      { person: 'A', group: 'midwives', lacks: ['a', 'b'], sessions: everywhere },
      { person: 'B', group: 'midwives', lacks: ['a'], sessions: everywhere },
    ];
    const demands = [
      { group: 'midwives', course: 'a', heads: 2 },
      { group: 'midwives', course: 'b', heads: 1 },
    ];
    const asked = seatModel(demands, candidates, sessions);
    const { seats, short } = seatsOf(asked, solve(asked.model).variables);
    expect(short).toEqual([]);
    expect(seats).toEqual(
      expect.arrayContaining([
        { person: 'A', session: 1 },
        { person: 'B', session: 2 },
      ]),
    );
    expect(seats).toHaveLength(2);
  });
});

const yearly = { expires: 'expiry', validityMonths: 12 } as const;
const nine = { numerator: 90, denominator: 100 };
const member = (values: Partial<Member>): Member => ({
  person: 'A',
  from: '2026-11-02',
  to: null,
  until: null,
  booked: [],
  ...values,
});

describe('the date of 90 %', () => {
  const when = { first: '2026-11-02', end: '2026-11-30', last: '2027-05-02' };
  const nineInDate = Array.from({ length: 8 }, () => member({ until: '2027-03-01' }));

  it('is the day of the session that brings the ninth of ten in date, and tells whether it holds', () => {
    const ten = [...nineInDate, member({ booked: ['2026-11-16'] }), member({})];
    const found = outlookOf(ten, yearly, when, nine);
    expect(found).toMatchObject({
      now: { numerator: 8, denominator: 10 },
      reachedOn: '2026-11-16',
      holdsAtEnd: true,
      lostOn: null,
    });
  });

  it('is lost again on the day after somebody’s last day', () => {
    const ten = [...nineInDate, member({ until: '2026-11-19' }), member({})];
    expect(outlookOf(ten, yearly, when, nine)).toMatchObject({
      reachedOn: '2026-11-02',
      lostOn: '2026-11-20',
      holdsAtEnd: false,
    });
  });

  it('counts a starter from the first day on, and a leaver no more from the leaving day on', () => {
    const ten = [
      ...nineInDate,
      member({ until: '2027-01-01' }),
      member({ to: '2026-11-10' }),
      member({ person: null, from: '2026-11-20' }),
    ];
    expect(rateOn(ten, yearly, '2026-11-09')).toEqual({ numerator: 9, denominator: 10 });
    expect(rateOn(ten, yearly, '2026-11-10')).toEqual({ numerator: 9, denominator: 9 });
    expect(rateOn(ten, yearly, '2026-11-20')).toEqual({ numerator: 9, denominator: 10 });
  });

  it('without anything new only falls from day to day', () => {
    const anyMember = fc
      .integer({ min: 0, max: 200 })
      .map((days) => member({ until: `2026-${11 + (days % 2)}-${String(1 + (days % 28)).padStart(2, '0')}` }));
    fc.assert(
      fc.property(fc.array(anyMember, { minLength: 1, maxLength: 30 }), (members) => {
        const { points } = outlookOf(members, yearly, when, nine);
        for (const [at, point] of points.slice(1).entries())
          expect(point.rate.numerator).toBeLessThanOrEqual(points[at]!.rate.numerator);
      }),
      { numRuns: 200 },
    );
  });
});
