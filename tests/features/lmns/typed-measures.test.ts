import { expect, test } from 'vitest';
import {
  type SheetRows,
  typedDifferences,
  withAccepted,
} from '../../../electron/features/lmns/calculations/typed-differences.ts';
import { measureNamed, returnedDocument, valueOf } from '../../support/returned-documents.ts';

test('a number typed into the sheet of measures is read in the unit of its measure; one that is withheld stays so', () => {
  const definitions = [measureNamed('vacancy', { unit: 'wte', ofPeople: false }), measureNamed('left')];
  const withheld = { ...valueOf('left', null, 60), numeratorState: 'withheld' as const };
  const values = [valueOf('vacancy', 560_000, 5_600_000), withheld];
  const document = returnedDocument({ code: 'RX1', name: 'Thistledown' }, { definitions, values });
  const headings = ['Measure', 'Part', 'Figure', 'Numerator', 'Denominator'];
  const made: SheetRows = [
    headings,
    ['vacancy', null, '10.00 %', 5.6, 56],
    ['left', null, 'withheld', 'withheld to protect another', 60],
  ];
  const given: SheetRows = [headings, ['vacancy', null, '10.00 %', 4.25, 56], ['left', null, 'withheld', 3, 61]];
  const typed = typedDifferences(document, 'Measures', made, given);
  expect(typed.map(({ place, path, value }) => [place, path.join('.'), value])).toEqual([
    ['Measures, vacancy, empty, Numerator', 'measures.values.0.numerator', 425_000],
    ['Measures, left, empty, Numerator', '', null],
    ['Measures, left, empty, Denominator', 'measures.values.1.denominator', 61],
  ]);
  const accepted = withAccepted(
    document,
    typed.map((one) => ({ ...one, accepted: true })),
  );
  expect(accepted.measures.values.map(({ numerator, denominator }) => [numerator, denominator])).toEqual([
    [425_000, 5_600_000],
    [null, 61],
  ]);
});
