import { describe, expect, it } from 'vitest';
import { absenceRowParser } from '../../../electron/features/staff/parse/absences.ts';
import { type Cells, read, settingsOf } from './rows.ts';

const known = (...people: string[]) => ({ complete: true, has: (person: string) => people.includes(person) });
const absences = (people = known('12345678')) => absenceRowParser({ ...settingsOf('absence'), people });

const sick: Cells = {
  employeeNumber: '12345678',
  type: 'Sickness',
  reason: 'S10 Anxiety',
  start: '01/10/2026',
  end: '05/10/2026',
};

describe('a row of a list of absence', () => {
  it('is read from its first to its last day, and stays open without one', () => {
    const rows = [null, 'Ongoing', '31/12/4712', '2026-10-09'].map((end, index) => ({
      ...sick,
      start: `0${index + 1}/10/2026`,
      end,
    }));
    const { entries } = read(absences(), sick, ...rows);
    expect(entries.map(({ end }) => end)).toEqual(['2026-10-05', null, null, null, '2026-10-09']);
  });

  it.each([
    ['Sickness', 'sickness'],
    ['SICKNESS ABSENCE', 'sickness'],
    ['Maternity', 'maternity'],
    ['Jury Service', 'other'],
    ['Sabbatical', 'Sabbatical'],
    [null, 'sickness'],
  ])('of the type %s is %s', (type, read_) => {
    expect(read(absences(), { ...sick, type }).entries[0]?.type).toBe(read_);
  });

  it('of somebody on neither list is refused, and only remarked on while a list is missing', () => {
    expect(read(absences(known()), sick).refused).toEqual(['person_unknown']);
    const { entries, warnings } = read(absences({ complete: false, has: () => false }), sick);
    expect([entries.length, warnings]).toEqual([1, { person_not_checked: [1] }]);
  });

  it.each<[string, Cells, string]>([
    ['that ends before it starts', { end: '30/09/2026' }, 'end_before_start'],
    ['without a first day', { start: null }, 'date_invalid'],
    ['with a last day that is none', { end: '32/10/2026' }, 'date_invalid'],
    ['without a person', { employeeNumber: null }, 'person_missing'],
  ])('%s is refused', (_, cells, reason) => {
    expect(read(absences(), { ...sick, ...cells }).refused).toEqual([reason]);
  });

  it('that says the same as an earlier one is a duplicate, an overlapping one is not', () => {
    expect(read(absences(), sick, { ...sick, type: 'SICKNESS' }, { ...sick, end: '06/10/2026' }).refused).toEqual([
      'duplicate_row',
    ]);
  });
});
