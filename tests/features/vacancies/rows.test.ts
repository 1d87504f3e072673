import { expect, it } from 'vitest';
import { vacancyRowParser } from '../../../electron/features/vacancies/parse.ts';
import { wordsOfFormat } from '../../support/roster-samples.ts';
import { type CellsByField, mappedRow } from '../rosters/rows.ts';

const sound: CellsByField = {
  vacancyRef: '417-MAT-2600',
  post: 'Midwife',
  band: 'Band 6',
  unit: 'Delivery Suite',
  wte: 0.6,
  reason: 'Leaver',
  approved: 46_119,
  advertised: '07/04/2026',
  offered: '24-May-2026',
  start: null,
  stage: 'Conditional offer',
  source: 'Newly qualified',
};

function judge(...rows: CellsByField[]) {
  const parse = vacancyRowParser({ date1904: false, words: wordsOfFormat('vacancy_tracker'), day: '2026-10-30' });
  const outcomes = rows.map((cells, at) => parse(mappedRow(at + 5, { ...sound, ...cells })));
  return { outcomes, late: parse.lateWarnings() };
}

function only(cells: CellsByField) {
  const [outcome] = judge(cells).outcomes;
  if (outcome?.kind !== 'accepted') return { reason: outcome?.reason, warnings: [] };
  return { entry: outcome.entry, warnings: outcome.warnings.map(({ code }) => code) };
}

it('a sound row is read whole', () => {
  expect(only({})).toEqual({
    warnings: [],
    entry: {
      row: 5,
      day: '2026-10-30',
      vacancyRef: '417-MAT-2600',
      post: 'Midwife',
      band: '6',
      unit: 'Delivery Suite',
      wte: 60_000,
      reason: 'Leaver',
      approved: '2026-04-07',
      advertised: '2026-04-07',
      offered: '2026-05-24',
      start: null,
      stage: 'conditional_offer',
      source: 'newly_qualified',
      notes: null,
    },
  });
});

it.each([
  ['STARTED ', 'started'],
  ['advert live', 'advert'],
  ['5. Conditional Offer', 'conditional_offer'],
  ['Stage 6 – Pre employment checks (DBS)', 'checks'],
  ['Withdrawn', 'withdrawn'],
])('the stage "%s" is known', (said, stage) => {
  expect(only({ stage: said })).toMatchObject({ entry: { stage }, warnings: [] });
});

it('a stage or a source that nobody knows is kept as it stands, and remarked on', () => {
  expect(only({ stage: 'Parked', source: 'Armed forces' })).toMatchObject({
    entry: { stage: 'Parked', source: 'Armed forces' },
    warnings: ['code_word_unknown', 'code_word_unknown'],
  });
  expect(only({ stage: null })).toMatchObject({ entry: { stage: null }, warnings: ['stage_missing'] });
});

it.each([
  [0.8, 80_000],
  ['0.8', 80_000],
  ['0.61333', 61_333],
  ['1.0 wte', 100_000],
])('a WTE of %s is read exactly', (wte, read) => {
  expect(only({ wte })).toMatchObject({ entry: { wte: read } });
});

it.each([
  [{ wte: 'full time' }, 'not_a_number'],
  [{ wte: null }, 'not_a_number'],
  [{ wte: -0.6 }, 'not_a_number'],
  [{ approved: '31/02/2026' }, 'date_invalid'],
  [{ offered: 'soon' }, 'date_invalid'],
  [{ band: { error: '#REF!' } }, 'cell_error'],
  [{ wte: 'x', approved: 'x', stage: { error: '#N/A' } }, 'cell_error'],
  [{ wte: 'x', approved: 'x' }, 'date_invalid'],
  [{ vacancyRef: 'Total', stage: null }, 'totals_row'],
  [{ vacancyRef: 'Report printed', stage: { error: '#N/A' } }, 'footer_row'],
] as [CellsByField, string][])('a row with %j is left out as %s', (cells, reason) => {
  expect(only(cells)).toMatchObject({ reason });
});

it('an error in the notes leaves the row in, and a word for no date yet is no date', () => {
  expect(only({ notes: { error: '#N/A' } })).toMatchObject({ entry: { notes: null } });
  expect(only({ start: 'TBC' })).toMatchObject({ entry: { start: null }, warnings: ['date_unread'] });
});

it('an offer before its approval is remarked on and counted', () => {
  expect(only({ approved: '01/06/2026' })).toMatchObject({
    entry: { approved: '2026-06-01' },
    warnings: ['dates_out_of_order'],
  });
});

it('the same row again is a duplicate, blind to case and spaces; another post under the same number is not', () => {
  const { outcomes, late } = judge({}, { unit: 'DELIVERY  SUITE', wte: '0.6' }, { wte: 1 });
  expect(outcomes.map((one) => (one.kind === 'accepted' ? one.warnings.map(({ code }) => code) : one.reason))).toEqual([
    [],
    'duplicate_row',
    ['vacancy_ref_reused'],
  ]);
  expect(late).toMatchObject([{ row: 5, code: 'vacancy_ref_reused' }]);
});

it('two posts without a number that look alike are two posts', () => {
  const { outcomes } = judge({ vacancyRef: null }, { vacancyRef: null });
  expect(outcomes.map(({ kind }) => kind)).toEqual(['accepted', 'accepted']);
});
