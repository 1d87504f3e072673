import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groupRules } from '../../../electron/features/staff/calculations/groups.ts';
import type { AbsenceEntry, AssignmentEntry } from '../../../electron/features/staff/entries.ts';
import {
  flagDiffers,
  reaches,
  trainingCompliance,
  trainingWindow,
} from '../../../electron/features/training/calculations/compliance.ts';
import { peopleCounted } from '../../../electron/features/training/calculations/people.ts';
import type { TrainingEntry } from '../../../electron/features/training/entries.ts';
import { loadReference } from '../../../electron/reference/load.ts';

const { training: rules, organisation } = loadReference(join(import.meta.dirname, '../../../resources'));
const census = '2026-10-31';

function assignment(person: string, values: Partial<AssignmentEntry> = {}): AssignmentEntry {
  return {
    row: 6,
    person,
    assignment: person,
    name: null,
    unit: null,
    staffGroup: '03',
    position: null,
    payGrade: 'Review Body Band 6',
    band: '6',
    occupationCode: 'N2C',
    category: 'permanent',
    primary: 1,
    fte: 100_000,
    start: '2020-01-01',
    ethnicOrigin: null,
    ageBand: null,
    costCentre: null,
    census,
    division: null,
    role: null,
    positionNumber: null,
    status: 'active',
    hours: null,
    nhsEntry: null,
    ...values,
  };
}

function sickness(person: string, start: string, end: string | null, type = 'sickness'): AbsenceEntry {
  return {
    row: 5,
    person,
    assignment: person,
    name: null,
    unit: null,
    staffGroup: null,
    type,
    reason: null,
    start,
    end,
  };
}

function record(
  person: string,
  achieved: string | null,
  expiry: string | null,
  values: Partial<TrainingEntry> = {},
): TrainingEntry {
  const course = 'fetal_monitoring';
  return {
    row: 6,
    person,
    assignment: person,
    name: null,
    day: '2026-11-01',
    competence: 'x',
    course,
    achieved,
    expiry,
    columns: null,
    knownBy: 'dates',
    meets: null,
    ...values,
  };
}

const peopleOf = (list: AssignmentEntry[], absences: AbsenceEntry[] = []) =>
  peopleCounted(list, absences, census, groupRules(organisation), rules);
const groupsOf = (list: AssignmentEntry[]) =>
  peopleOf(list).counted.map(({ person, group, bankOnly }) => [person, group, bankOnly]);

describe('who is counted for a course', () => {
  it('is somebody in post by the census, by the group of the primary assignment', () => {
    expect(
      groupsOf([
        assignment('A'),
        assignment('B', { start: '2026-11-01' }),
        assignment('C', { occupationCode: 'S5U', staffGroup: '04' }),
      ]),
    ).toEqual([
      ['A', 'midwives', false],
      ['C', 'others', false],
    ]);
    const two = [
      assignment('A', { occupationCode: 'H1C', staffGroup: '07', primary: 0 }),
      assignment('A', { assignment: 'A-2' }),
    ];
    expect(groupsOf(two)).toEqual([['A', 'midwives', false]]);
  });

  it('is a doctor by occupation code and pay grade, never by title', () => {
    const doctor = (person: string, occupationCode: string, payGrade: string) =>
      assignment(person, { occupationCode, payGrade, staffGroup: '01' });
    expect(
      groupsOf([
        doctor('A', '021', 'Consultant'),
        doctor('B', '021', 'Specialty Doctor'),
        doctor('C', '003', 'CONSULTANT'),
        doctor('D', '003', 'Specialty Registrar'),
        doctor('E', '040', 'Consultant'),
      ]),
    ).toEqual([
      ['A', 'obstetric_consultants', false],
      ['B', 'obstetric_doctors_other', false],
      ['C', 'anaesthetic_consultants', false],
      ['D', 'anaesthetic_doctors_other', false],
    ]);
  });

  it('is somebody of the bank alone only beside the others', () => {
    const bank = { category: 'bank', fte: 0 } as const;
    expect(groupsOf([assignment('A'), assignment('A', { ...bank, assignment: 'A-2' }), assignment('B', bank)])).toEqual(
      [
        ['A', 'midwives', false],
        ['B', 'midwives', true],
      ],
    );
  });

  it('is not somebody whose every assignment is not active, but one active assignment is enough', () => {
    const { counted, excluded } = peopleOf([
      assignment('A', { status: 'maternity' }),
      assignment('B', { status: 'maternity' }),
      assignment('B', { assignment: 'B-2', primary: 0 }),
      assignment('C', { status: null }),
    ]);
    expect(counted.map(({ person }) => person)).toEqual(['B', 'C']);
    expect(excluded).toMatchObject([{ person: 'A', group: 'midwives', reason: 'not_active_assignment' }]);
  });

  it('is not somebody who has been sick for more than 28 days on the census, both days counted', () => {
    const people = ['A', 'B', 'C', 'D'].map((person) => assignment(person));
    const absences = [
      sickness('A', '2026-10-04', null),
      sickness('B', '2026-10-03', null),
      sickness('C', '2026-09-01', '2026-10-30'),
      sickness('D', '2026-09-01', null, 'maternity'),
    ];
    expect(peopleOf(people, absences).excluded).toMatchObject([{ person: 'B', reason: 'long_term_sick' }]);
  });
});

describe('compliance', () => {
  const figuresOf = (rows: TrainingEntry[], list: AssignmentEntry[]) =>
    trainingCompliance(rows, peopleOf(list), census, rules).find(
      ({ course, group }) => course === 'fetal_monitoring' && group === 'midwives',
    );

  it('counts the day of expiry, not the day after, and nothing achieved after the census', () => {
    const list = ['A', 'B', 'C', 'D'].map((person) => assignment(person));
    const rows = [
      record('A', '2025-10-31', '2026-10-31'),
      record('B', '2025-10-30', '2026-10-30'),
      record('C', '2026-11-01', '2027-11-01'),
    ];
    expect(figuresOf(rows, list)).toMatchObject({
      compliant: { numerator: 1, denominator: 4 },
      attended: { numerator: 1, denominator: 4 },
      missing: [{ person: 'B' }, { person: 'C' }, { person: 'D' }],
    });
  });

  it('is tested against 90 % on the exact fraction', () => {
    expect(reaches({ numerator: 9, denominator: 10 }, rules.threshold)).toBe(true);
    expect(reaches({ numerator: 8_999, denominator: 10_000 }, rules.threshold)).toBe(false);
    expect(reaches({ numerator: 0, denominator: 0 }, rules.threshold)).toBeNull();
  });

  it('has the twelve months to 30 November in which the census lies', () => {
    expect(trainingWindow('2026-10-31', rules)).toEqual({ first: '2025-12-01', last: '2026-11-30' });
    expect(trainingWindow('2026-11-30', rules)).toEqual({ first: '2025-12-01', last: '2026-11-30' });
    expect(trainingWindow('2026-12-01', rules)).toEqual({ first: '2026-12-01', last: '2027-11-30' });
  });

  it('names the rows whose flag is not what their dates say', () => {
    const rows = [
      record('A', '2025-10-31', '2026-10-31', { meets: 0 }),
      record('B', '2025-10-30', '2026-10-30', { meets: 1 }),
      record('C', '2025-10-30', '2026-10-30', { meets: 0 }),
      record('D', null, null, { meets: 1 }),
      record('E', null, null),
    ];
    expect(flagDiffers(rows, census).map(({ person }) => person)).toEqual(['A', 'B', 'D']);
  });

  it('is the same in whatever order rows and people come, and never more than those who are eligible', () => {
    const person = fc.constantFrom('A', 'B', 'C', 'D', 'E');
    const date = fc.constantFrom('2025-10-30', '2025-12-01', '2026-10-31', '2026-11-01', '2027-03-01');
    const rows = fc.array(
      fc.tuple(person, date, date).map(([who, achieved, expiry]) => record(who, achieved, expiry)),
      { maxLength: 12 },
    );
    const list = fc.array(fc.tuple(person, fc.constantFrom('permanent', 'bank')), { maxLength: 8 });
    fc.assert(
      fc.property(rows, list, (records, held) => {
        const staff = held.map(([who, category], at) =>
          assignment(who, { category, assignment: `${who}-${at}` } as Partial<AssignmentEntry>),
        );
        const found = figuresOf(records, staff);
        const turned = figuresOf([...records].reverse(), [...staff].reverse());
        expect([turned?.compliant, turned?.attended, turned?.withBank]).toEqual([
          found?.compliant,
          found?.attended,
          found?.withBank,
        ]);
        const { compliant, withBank } = found!;
        expect(compliant.numerator).toBeLessThanOrEqual(compliant.denominator);
        expect(withBank.denominator).toBeGreaterThanOrEqual(compliant.denominator);
      }),
    );
  });
});
