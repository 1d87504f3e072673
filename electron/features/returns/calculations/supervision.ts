import type { ReturnFigure, ReturnMeasure, Supervision, SupervisionShare } from '#contract';
import { dateInWords } from '../../../core/dates.ts';
import { type Disclosure, protectCounts } from '../../../core/small-numbers.ts';
import { countMeasure, peopleShareMeasure } from './measures.ts';
import { percentInWords } from '../../../core/words.ts';

/** What is known of the supervision of doctors for 6.2, and of short-term locums for 6.3, in numbers that may leave the trust. */
export function supervisionFigures(data: Supervision, on: string, disclosure: Disclosure): ReturnFigure[] {
  return [...checklistFigures(data, on), ...attendanceFigure(data, disclosure), ...locumFigure(data, disclosure)];
}

/** Lines of guidance that are met: they count lines, not people. */
function checklistFigures({ checklists, pack }: Supervision, on: string): ReturnFigure[] {
  return checklists
    .filter(({ answered, statement }) => answered > 0 || statement !== null)
    .map(({ key, name, guidance, lines, met, answered, statement, lead, agreedOn, reviewOn }) => {
      const agreed =
        statement === null
          ? 'no statement of how they are supervised'
          : `a statement agreed ${agreedOn === null ? 'on a day not entered' : `on ${dateInWords(agreedOn)}`}`;
      return {
        key: `supervision ${key}`,
        reference: '6.2',
        title: name,
        measures: [
          {
            ...countMeasure('met', 'Met, of the lines that apply', null),
            kind: 'rate',
            value: met.denominator === 0 ? null : met,
          },
          countMeasure('answered', `Answered, of ${lines.length}`, answered),
          { ...countMeasure('statement', 'Statement', null), kind: 'text', value: agreed },
        ] satisfies ReturnMeasure[],
        source: `Supervision, ${pack.title}: ${guidance}`,
        of: `on ${dateInWords(on)}`,
        warnings:
          reviewOn !== null && reviewOn < on ? [`The statement was to be reviewed by ${dateInWords(reviewOn)}.`] : [],
        sentence: `On ${dateInWords(on)}, ${name}: ${met.numerator} of ${met.denominator} lines of guidance met; ${agreed}${lead === null ? '' : `; led by the ${lead}`}.`,
      };
    });
}

/** A share of episodes, each of which is about few people. */
function shareMeasure(
  key: string,
  title: string,
  { rate, wanted }: SupervisionShare,
  disclosure: Disclosure,
  titles: readonly [string, string],
): ReturnMeasure {
  const { numerator, denominator } = rate;
  const { tables, total } = protectCounts([[numerator, denominator - numerator]], disclosure.hideBelow, denominator);
  const of = tables[0]?.[0] ?? { kind: 'not known' as const };
  return peopleShareMeasure(
    key,
    title,
    { of, all: total, hideBelow: disclosure.hideBelow },
    `${titles[0]} ÷ ${titles[1]}; ${wanted} % is wanted`,
    titles,
  );
}

const said = ({ value }: ReturnMeasure) =>
  typeof value === 'object' && value !== null ? percentInWords(value) : 'not shown, small numbers';
const span = ({ of }: SupervisionShare) => `${dateInWords(of.first)} to ${dateInWords(of.last)}`;

function attendanceFigure({ attendance, rest }: Supervision, disclosure: Disclosure): ReturnFigure[] {
  if (attendance.rate.denominator === 0) return [];
  const measure = shareMeasure('attendance', 'Consultant attended', attendance, disclosure, ['attended', 'asked for']);
  const resting = shareMeasure('rest', 'Rest given after a disturbed night', rest, disclosure, ['given', 'owed']);
  return [
    {
      key: 'consultant attendance',
      reference: '6.2',
      title: 'Consultant attendance',
      measures: rest.rate.denominator === 0 ? [measure] : [measure, resting],
      source: 'Supervision: events that ask for a consultant',
      of: span(attendance),
      warnings: attendance.meets === false ? [`Attendance is below the ${attendance.wanted} % that is wanted.`] : [],
      sentence: `From ${span(attendance)}, the consultant attended ${said(measure)} of the situations that ask for it.`,
    },
  ];
}

function locumFigure({ shortTerm, longTerm, rules }: Supervision, disclosure: Disclosure): ReturnFigure[] {
  if (shortTerm.rate.denominator === 0) return [];
  const titles = ['compliant', 'spells'] as const;
  const short = shareMeasure('shortTerm', 'Short-term spells that are compliant', shortTerm, disclosure, titles);
  const long = shareMeasure('longTerm', 'Long-term spells that are compliant', longTerm, disclosure, titles);
  return [
    {
      key: 'locums',
      reference: '6.3',
      title: 'Short-term locum doctors',
      measures: longTerm.rate.denominator === 0 ? [short] : [short, long],
      source: 'Supervision and locums: spells that begin within the audit',
      of: span(shortTerm),
      warnings: shortTerm.meets === false ? ['Not every short-term spell is compliant.'] : [],
      sentence: `From ${span(shortTerm)}, ${said(short)} of the spells of ${rules.shortTermDays} days or fewer were of a doctor with the certificate or by another route that is allowed.`,
    },
  ];
}
