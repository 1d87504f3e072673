import type { MeasureDefinition, MeasureValue, ReturnDocument, SystemCompile } from '../../electron/contract/index.ts';
import { measureDefinition } from '../../electron/contract/return-measures.ts';
import { returnDocument } from '../../electron/contract/return-document.ts';
import { quarterPeriod } from '../../electron/core/dates.ts';
import { compiler } from '../../electron/features/lmns/calculations/compile.ts';
import type { CompileOptions } from '../../electron/features/lmns/calculations/options.ts';

/** A measure in few words: what is not said is plain. */
export function measureNamed(id: string, more: Partial<MeasureDefinition> = {}): MeasureDefinition {
  return measureDefinition.parse({
    id,
    shortName: id,
    description: '',
    type: 'progress',
    references: ['4.1'],
    source: '',
    numerator: 'counted',
    denominator: 'of all',
    exclusions: '',
    standardisation: '',
    levels: ['trust', 'LMNS'],
    direction: 'down',
    link: null,
    unit: 'heads',
    ...more,
  });
}

/** A value of a measure; a number that is not given is not known. */
export function valueOf(
  measure: string,
  numerator: number | null,
  denominator: number | null,
  more: Partial<MeasureValue> = {},
): MeasureValue {
  const state = (number: number | null) => (number === null ? 'not known' : 'shown');
  return {
    measure,
    group: null,
    numerator,
    denominator,
    numeratorState: state(numerator),
    denominatorState: state(denominator),
    from: null,
    on: '2026-09-30',
    formula: 'counted / all',
    pack: 'measures 1',
    ...more,
  };
}

/** A trust's return of a quarter as the planner makes it, with a line of each status asked for. */
export function returnedDocument(
  trust: { code: string; name: string },
  {
    period = '2026-Q2',
    madeAt = '2026-10-05T09:00:00.000Z',
    statuses = { '4.1': 'green' },
    definitions = [],
    values = [],
    ...more
  }: {
    period?: string;
    madeAt?: string;
    statuses?: Record<string, 'blue' | 'green' | 'amber' | 'red' | null>;
    definitions?: readonly MeasureDefinition[];
    values?: readonly MeasureValue[];
    basis?: Partial<ReturnDocument['measures']['basis']>;
  } & Partial<Pick<ReturnDocument, 'packs' | 'appVersion' | 'restatements' | 'workforce' | 'signatures'>> = {},
): ReturnDocument {
  const { basis, ...rest } = more;
  return returnDocument.parse({
    format: 'maternity-workforce-planner/theme-2-return',
    version: 1,
    trust,
    system: { name: 'Mallowmere LMNS', kind: 'LMNS' },
    period,
    title: period,
    ...quarterPeriod(period),
    madeAt,
    appVersion: '0.1.0',
    packs: [{ id: 'theme-2-return', title: 'Theme 2', version: '1' }],
    definitions: [],
    lines: Object.entries(statuses).map(([reference, status]) => ({
      reference,
      objective: 'Grow our workforce',
      title: `Line ${reference}`,
      sentence: '',
      published: null,
      dates: '',
      status,
      progress: '',
      evidence: '',
      lead: 'Head of Midwifery',
      due: null,
      risk: '',
      helpNeeded: '',
    })),
    figures: [],
    workforce: { on: '2026-09-30', rows: [] },
    rosters: { fill: [], temporary: [], sources: [] },
    measures: { definitions, values, basis: basis ?? {} },
    ...rest,
  });
}

/** The system compiled from some returns at once. */
export function compileReturns(documents: Iterable<ReturnDocument>, options: CompileOptions): SystemCompile {
  const own = compiler();
  for (const document of documents) own.add(document);
  return own.compile(options);
}
