import { describe, expect, it } from 'vitest';
import { precepteeRowParser } from '../../../electron/features/preceptorship/parse.ts';
import type { MappedRow } from '../../../electron/imports/row.ts';
import type { CellValue } from '../../../electron/imports/workbook/cell.ts';
import { judge } from '../../support/roster-samples.ts';

const usual: Record<string, CellValue> = {
  employeeNumber: '12345678',
  name: 'Ada Test',
  start: '31/08/2026',
  wte: 1,
  supernumeraryHours: '112:30',
};
const columns = new Set([...Object.keys(usual), 'pauseStart', 'pauseEnd', 'extendedTo', 'signedOff', 'initialMeeting']);

function read(...rows: Record<string, CellValue>[]) {
  const mapped = rows.map((cells, at): MappedRow => {
    const all = { ...usual, ...cells };
    return {
      row: at + 2,
      first: all['employeeNumber'] ?? all['name'] ?? null,
      cell: (field) => all[field] ?? null,
      heading: (field) => field,
    };
  });
  return judge(
    mapped,
    precepteeRowParser({ date1904: false, words: {}, columns, day: '2026-11-02', patientsIn: () => [] }),
  );
}
const reasons = (...rows: Record<string, CellValue>[]) => read(...rows).outcome.refused.map(({ reason }) => reason);

describe('rows of a preceptorship log', () => {
  it('keep the number with its zeros, hours as minutes and WTE as hundred-thousandths', () => {
    const [entry] = read({ employeeNumber: 345678, wte: '0.61333' }).entries;
    expect(entry).toMatchObject({
      person: '00345678',
      wte: 61_333,
      supernumeraryMinutes: 6750,
      start: '2026-08-31',
      meetings: {},
    });
  });

  it('are refused for one reason each', () => {
    expect(reasons({ employeeNumber: null })).toEqual(['person_missing']);
    expect(reasons({ start: null })).toEqual(['date_invalid']);
    expect(reasons({ initialMeeting: 'cancelled' })).toEqual(['date_invalid']);
    expect(reasons({ initialMeeting: { error: '#REF!' } })).toEqual(['cell_error']);
    expect(reasons({ wte: 'full time' })).toEqual(['not_a_number']);
    expect(reasons({ supernumeraryHours: -3 })).toEqual(['not_a_number']);
    expect(reasons({ pauseStart: '01/10/2026', pauseEnd: '30/09/2026' })).toEqual(['end_before_start']);
    expect(reasons({ pauseEnd: '30/09/2026' })).toEqual(['date_invalid']);
    expect(reasons({ signedOff: '30/08/2026' })).toEqual(['end_before_start']);
  });

  it('that say the same twice are duplicates, whatever their notes; two rows of one person are remarked on', () => {
    expect(reasons({}, { notes: 'again', name: 'ADA  TEST'.replace('  ', ' ') })).toEqual(['duplicate_row']);
    expect(read({}, { start: '01/09/2026' }).outcome).toMatchObject({
      refused: [],
      warnings: { person_listed_twice: [3] },
    });
  });

  it('of totals are ignored, and a missing WTE or date of the preceptor is remarked on', () => {
    expect(read({ employeeNumber: 'Total' }).outcome.ignored).toEqual([{ row: 2, reason: 'totals_row' }]);
    expect(read({ wte: null, preceptor: 'Grace Example' }).outcome.warnings).toEqual({
      wte_missing: [2],
      preceptor_date_missing: [2],
    });
  });
});
