import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { ProblemGroup } from '#contract';
import { draftVerbs } from '../../electron/contract/drafts.ts';
import { type Answers, withAnswer } from '../../renderer/features/imports/answers.ts';
import {
  asFields,
  fromFields,
  isNothing,
  nothingSaid,
  type Said,
} from '../../renderer/features/imports/kept-answers.ts';

const group = (key: string, part: Partial<ProblemGroup> = {}): ProblemGroup => ({
  key,
  outcome: 'refused',
  reason: 'unknown_word',
  field: 'grade',
  column: 'Grade',
  read: 'MW “6”\nor so',
  expected: 'a band',
  message: 'This word is not known.',
  count: 2,
  firstRow: 7,
  mend: 'word',
  words: 'grade',
  ...part,
});

const again = (said: Said, half: ReadonlyMap<string, string> = new Map()) =>
  fromFields(JSON.parse(JSON.stringify(asFields('roster.csv', said, half))));

describe('what was said of a file', () => {
  test('is the same after it was kept: columns, words, mended cells, rows left out, the same days, what is half typed', () => {
    let answers: Answers = {};
    answers = withAnswer(answers, group('a'), { kind: 'word', code: 'Band 6', title: 'Band 6' });
    answers = withAnswer(answers, group('b'), { kind: 'leave' });
    const mends = [
      { row: 7, field: 'grade', value: 'Band 6' },
      { row: 9, field: 'grade', value: 'Band “7”\n' },
      { row: 11, field: 'grade', value: 'Band 6' },
    ];
    answers = withAnswer(answers, group('c', { mend: 'cell' }), { kind: 'cells', mends });
    const mapping = { fields: { unit: 3, grade: null }, period: { first: '2026-10-05', last: '2026-11-01' } };
    const said: Said = { mapping, answers, overlap: 'leave' };
    const half = new Map([['c 13', 'Band']]);
    const kept = again(said, half);
    expect(kept.half).toEqual(half);
    expect(kept.said).toMatchObject({ mapping, overlap: 'leave', answers: { a: answers['a'], b: answers['b'] } });
    // Cells of one value are together; each cell is there once.
    const cells = [mends[0], mends[2], mends[1]];
    expect(kept.said.answers['c']).toEqual({ group: answers['c']?.group, answer: { kind: 'cells', mends: cells } });
  });

  test('fits into a draft where one answer mends each row of a very long file', () => {
    const mends = Array.from({ length: 1_000_000 }, (_, row) => ({ row: row + 1, field: 'grade', value: 'Band 6' }));
    const of = group('c', { mend: 'cell', count: mends.length });
    const said = { ...nothingSaid, answers: withAnswer({}, of, { kind: 'cells', mends }) };
    const fields = asFields('roster.csv', said, new Map());
    const { inputSchema } = draftVerbs('people', z.object({}), {}).keepDraft['~orpc'];
    const draft = { screen: '/imports', form: 'x', record: 'y', screenTitle: '', role: null, fields };
    expect(inputSchema?.['~standard'].validate(draft)).toEqual({ value: draft });
    expect(fields[0]?.label).toBe('roster.csv');
    expect(again(said).said.answers['c']?.answer).toEqual({ kind: 'cells', mends });
  });

  test('is nothing where nobody has said anything', () => {
    expect(asFields('roster.csv', nothingSaid, new Map())).toEqual([]);
    expect(isNothing(again(nothingSaid).said)).toBe(true);
    expect(isNothing({ ...nothingSaid, overlap: 'add' })).toBe(false);
  });
});
