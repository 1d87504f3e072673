import {
  type EvidenceItem,
  type ReturnAnswer,
  type ReturnChange,
  type ReturnDocument,
  type ReturnFigure,
  statusWords,
} from '#contract';
import { dateInWords } from '../../../core/dates.ts';
import { measuredOf, measureInWords, partInWords } from './measure-words.ts';
import { isOwn } from './own-measures.ts';
import { hoursInWords, valueInWords, wteInWords } from './words.ts';

type Compared = Pick<ReturnDocument, 'lines' | 'figures' | 'workforce' | 'rosters' | 'shared' | 'measures'>;

const fields: [title: string, words: (answer: ReturnAnswer) => string][] = [
  ['status', ({ status }) => (status === null ? '' : statusWords[status])],
  ['progress', ({ progress }) => progress],
  ['next steps', ({ nextSteps }) => nextSteps],
  ['evidence', ({ evidence }) => evidence],
  ['pieces of evidence', ({ evidenceItems }) => evidenceItems.map(itemInWords).join('\n')],
  ['lead', ({ lead }) => lead],
  ['due date', ({ due }) => (due === null ? '' : dateInWords(due))],
  ['risk', ({ risk }) => risk],
  ['mitigation', ({ mitigation }) => mitigation],
  ['help needed', ({ helpNeeded }) => helpNeeded],
  ['willing to share', ({ sharing }) => (sharing ? 'yes' : '')],
];

/** "Board paper 7, SharePoint: Workforce, 3 October 2026. Minutes agreed." */
function itemInWords({ title, place, day, detail, kind }: EvidenceItem): string {
  if (kind === 'figure') return detail;
  const head = [title, place, day === null ? '' : dateInWords(day)].filter((part) => part !== '').join(', ');
  return detail === '' ? head : `${head}. ${detail}`;
}

/**
 * What differs between two returns, in the order of the later one: answers field by field, figures measure by measure. With
 * `tables` every row of establishment, rosters and measures too.
 */
export function changesBetween(
  before: Compared,
  after: Compared,
  { figures, tables }: { readonly figures: boolean; readonly tables: boolean },
): ReturnChange[] {
  const parts: ((document: Compared) => ReadonlyMap<string, string>)[] = [
    answersByPlace,
    ...(figures ? [figuresByPlace] : []),
    ...(tables ? [workforceByPlace, rostersByPlace, measuresByPlace] : figures ? [ownMeasuresByPlace] : []),
    sharedByPlace,
  ];
  return parts.flatMap((part) => differences(part(before), part(after)));
}

function differences(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): ReturnChange[] {
  const places = [...new Set([...after.keys(), ...before.keys()])];
  return places.flatMap((place) => {
    const [from, to] = [before.get(place) ?? '', after.get(place) ?? ''];
    return from === to ? [] : [{ place, from, to }];
  });
}

const answersByPlace = ({ lines }: Compared) =>
  new Map(
    lines.flatMap((line) =>
      fields.map(([title, words]): [string, string] => [`${line.reference} ${title}`, words(line)]),
    ),
  );

const figuresByPlace = ({ figures }: Compared) =>
  new Map(
    figures.flatMap((figure) =>
      figure.measures.map(({ title, kind, value }): [string, string] => [
        `${figure.reference} ${figure.title}: ${title}`,
        valueInWords(kind, value),
      ]),
    ),
  );

const workforceByPlace = ({ workforce }: Compared) =>
  new Map(
    workforce.rows
      .filter(({ level }) => level === 'line')
      .flatMap(({ unit, staffGroup, band, required, funded, inPost }) =>
        Object.entries({ required, funded, 'in post': inPost }).map(([title, wte]): [string, string] => [
          `Establishment, ${[unit, staffGroup, band].join(', ')}: ${title}`,
          wteInWords(wte),
        ]),
      ),
  );

const rostersByPlace = ({ rosters }: Compared) =>
  new Map(
    rosters.fill.flatMap(({ unit, shift, staff, plannedMinutes, actualMinutes }): [string, string][] => {
      const place = `Shift fill, ${unit ?? 'all units'}, ${staff}, ${shift}`;
      return [
        [`${place}: planned`, hoursInWords(plannedMinutes)],
        [`${place}: actual`, hoursInWords(actualMinutes)],
      ];
    }),
  );

const measuresByPlace = ({ measures }: Compared) =>
  new Map(
    measuredOf(measures).map(({ definition, value }): [string, string] => {
      const parts = (['numerator', 'denominator'] as const).map((part) => partInWords(definition, value, part));
      const rate = value.numerator === null || value.denominator === null ? [] : [measureInWords(definition, value)];
      const said = [...parts.filter((part) => part !== ''), ...rate, value.note ?? ''].filter((part) => part !== '');
      return [`Measure ${definition.shortName}${value.group === null ? '' : `, ${value.group}`}`, said.join(' / ')];
    }),
  );

/** Measures that are typed by hand, like answers. */
const ownMeasuresByPlace = ({ measures: { definitions, ...rest }, ...other }: Compared) =>
  measuresByPlace({ ...other, measures: { ...rest, definitions: definitions.filter(isOwn) } });

const sharedByPlace = ({ shared: { practices, challenges } }: Compared) =>
  new Map(
    [
      ...practices.map((one) => ({ ...one, kind: 'Practice to share' })),
      ...challenges.map((one) => ({ ...one, kind: 'Challenge' })),
    ].map(({ kind, title, text }): [string, string] => [`${kind}: ${title}`, text]),
  );

/** A figure by what tells it from every other of a return. */
export const figureId = ({ reference, key }: Pick<ReturnFigure, 'reference' | 'key'>) => `${reference} ${key}`;
