import { join } from 'node:path';
import { expect, it } from 'vitest';
import { actionRowParser } from '../../../electron/features/retention/parse.ts';
import { readReferences } from '../../../electron/features/retention/parse/references.ts';
import { loadReference } from '../../../electron/reference/load.ts';
import { wordsOfFormat } from '../../support/roster-samples.ts';
import { type CellsByField, mappedRow } from '../rosters/rows.ts';

const { plan, retention } = loadReference(join(import.meta.dirname, '../../../resources'));
const lines = new Set(plan.lines.filter(({ theme }) => theme === 2).map(({ reference }) => reference));
const sound: CellsByField = {
  number: 4,
  theme2Ref: '5.5',
  theme: 'Leadership and teamwork',
  action: 'Mentor for each new Band 7 and 8',
  owner: 'Head of Midwifery',
  start: 46_082,
  due: '30/10/2026',
  status: 'In progress',
  rag: 'Red',
  escalate: 'Y',
};

function judge(...rows: CellsByField[]) {
  const words = wordsOfFormat('retention_plan');
  const parse = actionRowParser({
    date1904: false,
    words,
    day: '2026-11-02',
    rules: retention,
    lines,
    columns: new Set(Object.keys(sound)),
  });
  const outcomes = rows.map((cells, at) => parse(mappedRow(at + 5, { ...sound, ...cells })));
  return { outcomes, late: parse.lateWarnings() };
}

function only(cells: CellsByField) {
  const [outcome] = judge(cells).outcomes;
  if (outcome?.kind !== 'accepted') return { reason: outcome?.reason, warnings: [] };
  return { entry: outcome.entry, warnings: outcome.warnings.map(({ code }) => code) };
}

it('a sound row is read whole', () => {
  expect(only({})).toMatchObject({
    warnings: [],
    entry: {
      row: 5,
      number: '4',
      references: ['5.5'],
      theme: 'leadership',
      start: '2026-03-01',
      due: '2026-10-30',
      status: 'in_progress',
      rag: 'red',
      escalated: true,
    },
  });
});

it.each([
  ['5.1', ['5.1']],
  [5.1, ['5.1']],
  [' 5.1; 4.2 & 5.1', ['5.1', '4.2']],
  ['5.1 Retention improvement plan', ['5.1']],
  ['5.1 – 5.4', ['5.1', '5.2', '5.3', '5.4']],
  ['4.2 - 5.1', ['4.2', '5.1']],
  ['local', ['local']],
  [null, []],
])('the reference %j names %j', (cell, references) => {
  expect(readReferences(cell)).toEqual(references);
});

it('a reference of another theme, or of no line, is kept and remarked on', () => {
  for (const theme2Ref of ['9.9', '1.1', '5.16', 'local']) {
    expect(only({ theme2Ref })).toMatchObject({ entry: { references: [theme2Ref] }, warnings: ['theme2_ref_unknown'] });
  }
  expect(only({ theme2Ref: '6.9' })).toMatchObject({ warnings: [] });
  expect(only({ theme2Ref: null })).toMatchObject({ entry: { references: [] }, warnings: [] });
});

it('a theme that is none of the seven elements is kept and remarked on', () => {
  expect(retention.elements).toHaveLength(7);
  expect(only({ theme: 'Pensions' })).toMatchObject({
    entry: { theme: 'Pensions' },
    warnings: ['retention_theme_unknown'],
  });
  expect(only({ theme: 'HEALTH  & WELL-BEING' })).toMatchObject({
    entry: { theme: 'health_and_wellbeing' },
    warnings: [],
  });
});

it.each([
  [{ due: '31/02/2026' }, 'date_invalid'],
  [{ start: 'early spring' }, 'date_invalid'],
  [{ status: { error: '#N/A' } }, 'cell_error'],
  [{ number: 'Total', status: null }, 'totals_row'],
  [{ number: 'End of report', status: null }, 'footer_row'],
] as [CellsByField, string][])('a row with %j is left out as %s', (cells, reason) => {
  expect(only(cells)).toMatchObject({ reason });
});

it('an action that begins with "Report" is no footer', () => {
  expect(only({ number: null, theme2Ref: null, theme: null, action: 'Report turnover to the board' })).toMatchObject({
    entry: { action: 'Report turnover to the board' },
    warnings: ['action_number_missing'],
  });
});

it('what cannot be told is remarked on: an unknown status, no due date, a due date before the start', () => {
  expect(only({ status: 'Delayed' })).toMatchObject({ entry: { status: 'Delayed' }, warnings: ['code_word_unknown'] });
  expect(only({ due: null })).toMatchObject({ warnings: ['due_date_missing'] });
  expect(only({ due: null, status: 'Complete' })).toMatchObject({ warnings: [] });
  expect(only({ due: 'ongoing' })).toMatchObject({ entry: { due: null }, warnings: ['date_unread'] });
  expect(only({ due: '01/01/2026' })).toMatchObject({ warnings: ['dates_out_of_order'] });
});

it('the same action again is a duplicate; another one of the same number counts', () => {
  const { outcomes, late } = judge(
    {},
    { number: '4', due: '30.10.2026' },
    { action: 'Another' },
    { number: null },
    { number: null },
  );
  expect(outcomes.map((one) => (one.kind === 'accepted' ? one.warnings.map(({ code }) => code) : one.reason))).toEqual([
    [],
    'duplicate_row',
    ['action_number_reused'],
    ['action_number_missing'],
    'duplicate_row',
  ]);
  expect(late).toMatchObject([{ row: 5, code: 'action_number_reused' }]);
});
