import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { courseFinder, monthsInName } from '../../../electron/features/training/parse/competences.ts';
import { trainingRowParser } from '../../../electron/features/training/parse.ts';
import { wordsOf } from '../../../electron/imports/clean/words.ts';
import type { MappedRow } from '../../../electron/imports/row.ts';
import type { CellValue } from '../../../electron/imports/workbook/cell.ts';
import { loadReference } from '../../../electron/reference/load.ts';
import { formats, judge, wordsOfFormat } from '../../support/roster-samples.ts';

const { training: rules } = loadReference(join(import.meta.dirname, '../../../resources'));
const words = wordsOfFormat('training');
const fire = 'NHS|CSTF|Fire Safety - 1 Year|';
const usual: Record<string, CellValue> = {
  employeeNumber: '12345678',
  competence: fire,
  meets: 'Yes',
  achieved: '31-Oct-2025',
  expiry: null,
};
const columns = new Set(Object.keys(usual));

function read(inPost: readonly string[] | null, ...rows: Record<string, CellValue>[]) {
  const mapped = rows.map((cells, at): MappedRow => {
    const all = { ...usual, ...cells };
    return {
      row: at + 2,
      first: all['employeeNumber'] ?? null,
      cell: (field) => all[field] ?? null,
      heading: (field) => field,
    };
  });
  const settings = { date1904: false, words, columns, day: '2026-11-01', rules, inPost: inPost && new Set(inPost) };
  const judged = judge(mapped, trainingRowParser(settings));
  return { ...judged, entries: judged.entries.flat() };
}
const reasons = (...rows: Record<string, CellValue>[]) => {
  const { refused, ignored } = read(['12345678'], ...rows).outcome;
  return [...refused, ...ignored].map(({ reason }) => reason);
};

describe('rows of training compliance', () => {
  it('without an expiry date last as long as the name says', () => {
    expect(read(null, {}).entries).toMatchObject([
      { course: 'fire_safety', achieved: '2025-10-31', expiry: '2026-10-31', meets: 1 },
    ]);
    const leap = { competence: 'NHS|CSTF|Safeguarding Children Level 3 - 3 Years|', achieved: '2024-02-29' };
    expect(read(null, leap).entries).toMatchObject([{ course: 'safeguarding_children_l3', expiry: '2027-02-28' }]);
  });

  it('without a date of achievement are of a competence that is still to come', () => {
    expect(
      read(null, { achieved: null, meets: 'N' }, { achieved: 'n/a', competence: 'Fire Safety' }).entries,
    ).toMatchObject([
      { achieved: null, expiry: null, meets: 0 },
      { achieved: null, expiry: null, course: 'fire_safety' },
    ]);
  });

  it('are refused for one reason each, and before they are ignored', () => {
    expect(reasons({ employeeNumber: null })).toEqual(['person_missing']);
    expect(reasons({ achieved: '31/02/2026' })).toEqual(['date_invalid']);
    expect(reasons({ achieved: { error: '#N/A' } })).toEqual(['cell_error']);
    expect(reasons({ achieved: '02/11/2026' })).toEqual(['date_in_future']);
    expect(reasons({ achieved: '01/11/2026' })).toEqual([]);
    expect(reasons({ expiry: '30/10/2025' })).toEqual(['end_before_start']);
    expect(reasons({ competence: 'Moving and Handling', achieved: '02/11/2026' })).toEqual(['date_in_future']);
    expect(reasons({}, { meets: 'No', employeeNumber: '12345678-2' })).toEqual(['duplicate_row']);
    expect(reasons({}, { achieved: '30/10/2025' })).toEqual([]);
  });

  it('of a competence that is no course come before people who are not in post', () => {
    expect(reasons({ competence: 'Moving and Handling', employeeNumber: '87654321' })).toEqual([
      'competence_not_mapped',
    ]);
    expect(reasons({ employeeNumber: '87654321' })).toEqual(['person_not_in_post']);
    expect(reasons({ employeeNumber: 'Grand Total' })).toEqual(['totals_row']);
    expect(read(null, { employeeNumber: '87654321' }).outcome.ignored).toEqual([]);
  });
});

describe('the names of competences', () => {
  it.each([
    [fire, 12],
    ['vpd|LOCAL|Skills drill - 18 Months|', 18],
    ['NHS|CSTF|Moving and Handling - Level 2 - 2 Years|', 24],
    ['Fire Safety (2 yearly)', 24],
    ['Basic life support annual', 12],
    ['NHS|CSTF|Level 3|', undefined],
  ])('%s lasts %s months', (name, months) => {
    expect(monthsInName(name)).toBe(months);
  });

  it('mean a course whoever gave it, but not one of another level', () => {
    const courseOf = courseFinder(rules, words);
    expect(courseOf('293|local|fetal monitoring in labour - 1 year|')).toBe('fetal_monitoring');
    expect(courseOf('NHS|CSTF|Safeguarding Children - Level 3 - 3 Years|')).toBe('safeguarding_children_l3');
    expect(courseOf('NHS|CSTF|Safeguarding Children - Level 2 - 3 Years|')).toBeUndefined();
  });

  it('mean what the trust says before all else', () => {
    const own = wordsOf(formats.get('training')!.words, {
      course: { [fire]: 'not_counted', 'MW Day 3': 'maternity_emergencies' },
    });
    const courseOf = courseFinder(rules, own);
    expect([fire, 'mw day 3'].map(courseOf)).toEqual([undefined, 'maternity_emergencies']);
  });

  it('can be given each course of the rules as their meaning', () => {
    const { not_counted: no, ...courses } = formats.get('training')!.words['course'] ?? {};
    expect(no?.title).toBe('Not counted');
    expect(Object.entries(courses).map(([key, { title }]) => [key, title])).toEqual(
      rules.courses.map(({ key, name }) => [key, name]),
    );
  });
});
