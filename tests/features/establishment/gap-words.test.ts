import { expect, test } from 'vitest';
import { isWithoutLists, subtitleOf } from '../../../renderer/features/establishment/gap/words.ts';

type Said = Parameters<typeof subtitleOf>[0];
const said = (funded: number | null, inPost: number | null) =>
  subtitleOf({
    trust: { name: 'T1' },
    ledgerCensus: null,
    staffCensus: null,
    requirements: [],
    all: { funded: { wte: funded }, inPost: { wte: inPost } },
  } as unknown as Said);
const without = (funded: number | null, inPost: number | null) =>
  isWithoutLists({
    lines: [{ position: { funded: { wte: funded }, inPost: { wte: inPost } } }],
  } as unknown as Parameters<typeof isWithoutLists>[0]);

test('a trust of which only a roster is known is told what the gap lacks, not that something was entered by hand', () => {
  expect(said(null, null)).toBe('T1 · no ledger yet · no staff list yet · no requirement entered yet');
  expect(said(700_000, null)).toContain('funded as entered by hand · no staff list yet');
  expect([without(null, null), without(700_000, null), without(null, 0)]).toEqual([true, false, false]);
});
