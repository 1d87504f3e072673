import { describe, expect, test } from 'vitest';
import type { TypedMeasure } from '../../../electron/contract/index.ts';
import { readMeasures, writeMeasures } from '../../../electron/features/returns/own-measures/measures-file.ts';
import { ownDefinition } from '../../../electron/features/returns/own-measures/service.ts';

const homebirth: TypedMeasure = {
  id: 'homebirth-cover',
  shortName: 'Home birth rota covered',
  description: 'Nights on which the home birth rota had two midwives.',
  type: 'progress',
  references: ['4.2'],
  source: 'Home birth rota',
  numerator: 'nights with two midwives',
  denominator: 'nights in the period',
  exclusions: 'Nights on which the service was closed by the trust.',
  standardisation: 'None.',
  levels: ['trust', 'system'],
  direction: 'up',
  link: 'https://example.org/guidance',
  unit: 'count',
  ofPeople: false,
};

describe('measures that are handed on', () => {
  test.each<[string, (text: string) => string, RegExp]>([
    ['cut short', (text) => text.slice(0, 200), /ends too early/],
    ['changed by hand', (text) => text.replace('two midwives', 'one midwife'), /changed after it was made/],
    ['of a newer planner', (text) => text.replace('"version": 1', '"version": 2'), /newer version/],
    ['something else', () => '{"a":1}', /not a file of measures/],
    ['of nobody', (text) => text, /does not say who defines it/],
  ])('in a file that is %s are refused in words', (what, spoil, words) => {
    const definedBy = { kind: 'LMNS' as const, code: null, name: 'Mallowmere LMNS' };
    const measure = ownDefinition(homebirth, definedBy);
    const { definedBy: _definedBy, ...plain } = measure;
    const file = writeMeasures([what === 'of nobody' ? plain : measure]).toString();
    expect(readMeasures(Buffer.from(file))).toMatchObject({ kind: what === 'of nobody' ? 'refused' : 'read' });
    const message: unknown = expect.stringMatching(words);
    expect(readMeasures(Buffer.from(spoil(file)))).toEqual({ kind: 'refused', message });
  });

  test('that tell of a person are refused with what was found', () => {
    const measure = ownDefinition(
      { ...homebirth, source: 'Kept by Jane Smith' },
      { kind: 'LMNS', code: null, name: 'L' },
    );
    expect(readMeasures(writeMeasures([measure]))).toMatchObject({ message: expect.stringContaining('“Jane Smith”') });
  });
});
