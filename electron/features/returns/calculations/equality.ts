import type { ExportTable, Pipeline, ReturnFigure, ReturnMeasure, WorkforceEquality } from '#contract';
import { dateInWords } from '../../../core/dates.ts';
import { countMeasure } from './measures.ts';
import { counted, valueInWords } from './words.ts';

type Snapshot = Pick<WorkforceEquality, 'shown' | 'indicators' | 'list' | 'checklist' | 'states' | 'pack'>;

/**
 * What workforce equality proves: for 5.2 the indicators of the newest snapshot, for 5.3 the anti-racism checklist. `shared`
 * is the snapshot as it may leave the trust: small counts and what would tell them are out of it.
 */
export function equalityFigures(data: Snapshot, shared: ExportTable | null, on: string): ReturnFigure[] {
  return [...indicatorFigure(data, shared), ...checklistFigure(data, on)];
}

/** Relative likelihoods and shares by indicator, in the order of the standard. */
function indicatorFigure({ shown, indicators, list, pack }: Snapshot, shared: ExportTable | null): ReturnFigure[] {
  if (shown === null || shared === null) return [];
  const share = shared.columns.findIndex(({ heading }) => /^Black and minority ethnic: share$/i.test(heading));
  const relative = shared.columns.findIndex(({ heading }) => heading === 'Relative likelihood');
  const measures = indicators.flatMap(({ number, name, formula, kind }): ReturnMeasure[] => {
    const row = shared.rows.find(({ values }) => values[0] === `${number}. ${name}`);
    const value = row?.values[kind === 'relative' ? relative : share] ?? null;
    if (value === null || value === 'not known') return [];
    const isRelative = kind === 'relative';
    const title = `${name}${isRelative ? ', relative likelihood' : ', black and minority ethnic'}`;
    return [
      {
        key: `indicator ${number}`,
        title,
        kind: isRelative ? 'figure' : 'rate',
        value,
        formula,
        inputs: [],
        note: null,
      },
    ];
  });
  if (measures.length === 0) return [];
  const said = measures.map(({ title, kind, value }) => `${title} ${valueInWords(kind, value)}`);
  return [
    {
      key: 'equality indicators',
      reference: '5.2',
      title: 'Workforce race equality indicators',
      measures,
      source: `Workforce equality, ${pack.title}${list ? `; staff list of ${dateInWords(list.census)}` : ''}`,
      of: `snapshot of ${dateInWords(shown.day)}`,
      warnings: list?.isOld ? [`The staff list is ${counted(list.daysBefore, 'day')} older than the snapshot.`] : [],
      sentence: `By the snapshot of ${dateInWords(shown.day)}: ${said.join('; ')}.`,
    },
  ];
}

function checklistFigure({ checklist, states, pack }: Snapshot, on: string): ReturnFigure[] {
  const answered = checklist.filter(({ state }) => state !== null);
  if (answered.length === 0) return [];
  const counts = states.map(({ key, name }) => ({
    key,
    name,
    lines: answered.filter(({ state }) => state === key).length,
  }));
  const said = counts.filter(({ lines }) => lines > 0).map(({ name, lines }) => `${name.toLowerCase()} ${lines}`);
  return [
    {
      key: 'anti-racism checklist',
      reference: '5.3',
      title: 'Anti-racism checklist',
      measures: [
        countMeasure('lines', 'Lines', checklist.length),
        countMeasure('answered', 'Answered', answered.length),
        ...counts.map(({ key, name, lines }) => countMeasure(`state ${key}`, name, lines)),
      ],
      source: `Workforce equality, ${pack.title}`,
      of: `on ${dateInWords(on)}`,
      warnings: [],
      sentence: `On ${dateInWords(on)}, ${answered.length} of ${counted(checklist.length, 'line')} of the anti-racism checklist had an answer: ${said.join(', ')}.`,
    },
  ];
}

/** Future leaders against the workforce, for 5.6, as it may leave the trust. Nothing where nobody is in the pipeline. */
export function pipelineFigures({ on, census, bands, formulas }: Pipeline): ReturnFigure[] {
  const all = bands[bands.length - 1];
  if (!all || all.pipeline.all === 0) return [];
  const formula = formulas[0]?.formula ?? null;
  const share = (key: string, title: string, value: typeof all.pipeline.share): ReturnMeasure => ({
    key,
    title,
    kind: 'rate',
    value,
    formula: 'black and minority ethnic people ÷ all of known ethnic group or not, heads',
    inputs: [],
    note: null,
  });
  const people = (key: string, title: string, value: number | string): ReturnMeasure => ({
    ...countMeasure(key, title, null, formula),
    value,
  });
  const measures = [
    people('people', 'In the pipeline', all.pipeline.all),
    share('pipeline', 'Pipeline, black and minority ethnic', all.pipeline.share),
    share('workforce', 'Workforce, black and minority ethnic', all.workforce.share),
  ];
  const [inIt, ...shares] = measures.map(({ kind, value }) => valueInWords(kind, value));
  return [
    {
      key: 'succession pipeline',
      reference: '5.6',
      title: 'Pipeline of future leaders',
      measures,
      source: `Succession and careers${census === null ? '' : `; staff list of ${dateInWords(census)}`}`,
      of: `on ${dateInWords(on)}`,
      warnings: census === null ? ['No staff list tells the ethnic groups of the workforce.'] : [],
      sentence: `On ${dateInWords(on)}, in the pipeline of future leaders: ${inIt}; black and minority ethnic ${shares[0] ?? 'not known'}, of the workforce ${shares[1] ?? 'not known'}.`,
    },
  ];
}
