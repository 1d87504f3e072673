import { expect, test } from 'vitest';
import { besideImports } from '../../../renderer/features/establishment/gap/beside-imports.ts';

type Lines = Parameters<typeof besideImports>[0]['lines'];

const line = (name: string, funded: [number, number | null], inPost: [number, number | null]) => ({
  unit: { name },
  groupName: 'Midwives',
  band: '6',
  position: { funded: { wte: funded[0], byHand: funded[1] }, inPost: { wte: inPost[0], byHand: inPost[1] } },
});
const of = (...lines: ReturnType<typeof line>[]) => besideImports({ lines: lines as unknown as Lines });

test('a figure by hand that differs from the import is told with both, those that are the same by their number alone', () => {
  const ward = line('Ward', [700_000, 710_000], [640_000, 640_000]);
  expect(of(ward, line('Birth Centre', [100_000, 100_000], [90_000, null]))).toEqual([
    'Ward, Midwives, Band 6: funded is 7.00 by the import, which counts, and 7.10 by hand (0.10 apart).',
    '2 figures entered by hand are the same as by the import.',
  ]);
  expect(of(line('Ward', [700_000, null], [640_000, 640_000]))).toEqual([
    '1 figure entered by hand is the same as by the import.',
  ]);
  expect(of(line('Ward', [700_000, null], [640_000, null]))).toEqual([]);
});
