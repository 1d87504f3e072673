import type { Mentors, ReturnFigure } from '#contract';
import { dateInWords } from '../../../core/dates.ts';
import { type Disclosure, protect } from '../../../core/small-numbers.ts';
import { peopleInWords, peopleMeasure, peopleShareMeasure } from './measures.ts';

/** How the preceptees in a programme stand, in heads. */
export interface PrecepteeCounts {
  readonly inProgramme: number;
  /** With a meeting or another step that is past its day. */
  readonly overdue: number;
  /** Given fewer supernumerary hours than they should have by now. */
  readonly behind: number;
}

/** What preceptorship and mentoring prove for 5.5, in numbers that may leave the trust. Nothing where nobody is in either. */
export function supportFigures(
  preceptees: PrecepteeCounts,
  { share, overdue, mentorings, period, rules }: Pick<Mentors, 'share' | 'overdue' | 'mentorings' | 'period' | 'rules'>,
  on: string,
  disclosure: Disclosure,
): ReturnFigure[] {
  const days = rules.mentorWithinDays;
  return [
    ...(preceptees.inProgramme > 0 ? [precepteesFigure(preceptees, on, disclosure)] : []),
    ...(mentorings.length > 0 ? [mentorsFigure(share, overdue, period, days, on, disclosure)] : []),
  ];
}

function precepteesFigure(
  { inProgramme, overdue, behind }: PrecepteeCounts,
  on: string,
  disclosure: Disclosure,
): ReturnFigure {
  const counts = new Map([
    ['all', inProgramme],
    ['overdue', overdue],
    ['in time', inProgramme - overdue],
    ['behind', behind],
    ['not behind', inProgramme - behind],
  ]);
  const sums = [
    { total: 'all', parts: ['overdue', 'in time'] },
    { total: 'all', parts: ['behind', 'not behind'] },
  ];
  const of = protect({ counts, sums }, disclosure);
  const words = (key: string) => peopleInWords(of(key), disclosure.hideBelow);
  return {
    key: 'preceptees',
    reference: '5.5',
    title: 'Preceptees',
    measures: [
      peopleMeasure('all', 'In a programme', of('all'), disclosure.hideBelow),
      peopleMeasure('overdue', 'With a step overdue', of('overdue'), disclosure.hideBelow),
      peopleMeasure('behind', 'With supernumerary hours behind', of('behind'), disclosure.hideBelow),
    ],
    source: 'Preceptorship: logs and entries by hand',
    of: `on ${dateInWords(on)}`,
    warnings: [],
    sentence: `On ${dateInWords(on)}, preceptees in a programme: ${words('all')}; with a step overdue: ${words('overdue')}; with supernumerary hours behind: ${words('behind')}.`,
  };
}

function mentorsFigure(
  share: Mentors['share'],
  overdue: number,
  { first, last }: Mentors['period'],
  days: number,
  on: string,
  disclosure: Disclosure,
): ReturnFigure {
  const { numerator, denominator } = share;
  const counts = new Map([
    ['all', denominator],
    ['in time', numerator],
    ['late', denominator - numerator],
    ['overdue', overdue],
  ]);
  const of = protect({ counts, sums: [{ total: 'all', parts: ['in time', 'late'] }] }, disclosure);
  const words = (key: string) => peopleInWords(of(key), disclosure.hideBelow);
  return {
    key: 'mentors',
    reference: '5.5',
    title: 'Mentors of newly appointed senior midwives',
    measures: [
      peopleShareMeasure(
        'share',
        `With a mentor within ${days} days`,
        { of: of('in time'), all: of('all'), hideBelow: disclosure.hideBelow },
        `appointed in the period with a mentor within ${days} days ÷ appointed in the period of whom it can be told`,
        ['in time', 'appointed'],
      ),
      peopleMeasure('overdue', 'With a step overdue', of('overdue'), disclosure.hideBelow),
    ],
    source: 'Mentors',
    of: `appointed from ${dateInWords(first)} to ${dateInWords(last)}`,
    warnings: [],
    sentence: `Of the senior midwives appointed from ${dateInWords(first)} to ${dateInWords(last)} (${words('all')}), ${words('in time')} had a mentor within ${days} days; with a step overdue on ${dateInWords(on)}: ${words('overdue')}.`,
  };
}
