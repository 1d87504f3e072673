import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groupOf } from '../../../electron/features/staff/calculations/groups.ts';
import { byGroup, staffInPost } from '../../../electron/features/staff/calculations/in-post.ts';
import { placesOf } from '../../../electron/features/staff/calculations/places.ts';
import { assignment, fte, rules } from './rows.ts';

const census = '2026-10-31';
const inPost = (...list: ReturnType<typeof assignment>[]) => staffInPost(list, census, rules);

describe('the group of an assignment', () => {
  it.each([
    ['N2C', '03', 'midwives'],
    ['N0C', '03', 'midwives'],
    ['NAC', null, 'midwives'],
    ['H1C', '07', 'support'],
    ['N9C', '03', 'support'],
    ['021', '01', 'medical'],
    ['G2A', '08', 'admin'],
    ['H9Z', '07', 'unmapped'],
    ['N6L', '03', 'unmapped'],
    [null, '03', 'unmapped'],
    [null, 'Something else', 'unmapped'],
  ])('with occupation code %s and staff group %s is %s', (occupationCode, staffGroup, group) => {
    expect(groupOf(rules, { occupationCode, staffGroup })).toBe(group);
  });

  it('is never told by the title of the job', () => {
    const row = assignment({ position: 'Senior Midwife', role: 'Midwife', occupationCode: 'ZZZ' });
    expect(groupOf(rules, row)).toBe('unmapped');
  });
});

describe('staff in post', () => {
  it('holds permanent and fixed-term assignments in every state, and no bank, locum or honorary ones', () => {
    const figures = inPost(
      assignment(),
      assignment({ category: 'fixed_term', fte: fte(0.5) }),
      assignment({ status: 'maternity' }),
      assignment({ status: 'career_break' }),
      assignment({ category: 'bank', fte: 0 }),
      assignment({ category: 'other' }),
    );
    expect(figures.people).toBe(4);
    expect(byGroup(figures.bands, 'wte')).toEqual(new Map([['midwives', fte(3.5)]]));
    expect(byGroup(figures.bands, 'available')).toEqual(new Map([['midwives', fte(1.5)]]));
    expect(figures.bankOnly).toBe(1);
  });

  it('begins on the day of the start, and not before', () => {
    expect(inPost(assignment({ start: census })).people).toBe(1);
    expect(inPost(assignment({ start: '2026-11-01' })).people).toBe(0);
  });

  it('counts a person once, in the group of the primary assignment, and the FTE in the group of each assignment', () => {
    const person = '00000001';
    const figures = inPost(
      assignment({ person, assignment: `${person}-2`, primary: 0, occupationCode: 'H1C', band: '3', fte: fte(0.6) }),
      assignment({ person, primary: 1, fte: fte(0.4) }),
      assignment({ person, assignment: `${person}-3`, category: 'bank', fte: 0 }),
    );
    expect(figures.heads).toEqual(new Map([['midwives', 1]]));
    expect(byGroup(figures.bands, 'wte')).toEqual(
      new Map([
        ['midwives', fte(0.4)],
        ['support', fte(0.6)],
      ]),
    );
    expect(figures).toMatchObject({ people: 1, severalAssignments: 1, bankOnly: 0 });
  });

  it('takes the assignment without a suffix for the primary one where none in post is marked', () => {
    const person = '00000002';
    const second = assignment({
      person,
      assignment: `${person}-2`,
      primary: null,
      occupationCode: 'H1C',
      fte: fte(0.9),
    });
    const figures = inPost(second, assignment({ person, primary: null, fte: fte(0.1) }));
    expect(figures.heads).toEqual(new Map([['midwives', 1]]));
  });

  it('says that nobody can be told to be available where the list has no status', () => {
    expect(inPost(assignment({ status: null })).statusKnown).toBe(false);
  });

  it('is the same whatever the order of the rows, and its parts add up', () => {
    const some = fc.record({
      person: fc.integer({ min: 1, max: 12 }).map((number) => String(number).padStart(8, '0')),
      suffix: fc.constantFrom('', '-2', '-3'),
      occupationCode: fc.constantFrom('N2C', 'H1C', '021', 'H9Z'),
      band: fc.constantFrom('5', '6', null),
      category: fc.constantFrom('permanent', 'fixed_term', 'bank', 'other') as fc.Arbitrary<'permanent'>,
      status: fc.constantFrom('active', 'maternity'),
      primary: fc.constantFrom(0, 1, null) as fc.Arbitrary<0 | 1 | null>,
      fte: fc.integer({ min: 0, max: 100_000 }),
      start: fc.constantFrom('2020-01-01', '2026-10-31', '2026-12-01'),
      costCentre: fc.constantFrom('1', '2', null),
      shuffle: fc.nat(),
    });
    const alike = fc.uniqueArray(some, { maxLength: 20, selector: ({ person, suffix }) => person + suffix });
    fc.assert(
      fc.property(alike, (rows) => {
        const list = rows.map(({ suffix, shuffle: _shuffle, ...given }) =>
          assignment({ ...given, assignment: given.person + suffix }),
        );
        const order = rows.map(({ shuffle }, index) => [shuffle, index] as const).sort(([one], [other]) => one - other);
        const figures = inPost(...list);
        const again = inPost(...order.map(([, index]) => list[index]!));
        expect({ ...again, assignments: [] }).toEqual({ ...figures, assignments: [] });
        const sum = (parts: readonly { wte: number }[]) => parts.reduce((total, { wte }) => total + wte, 0);
        expect(sum(figures.bands)).toBe(sum(placesOf(figures.assignments)));
        expect([...figures.heads.values()].reduce((total, heads) => total + heads, 0)).toBe(figures.people);
      }),
    );
  });
});
