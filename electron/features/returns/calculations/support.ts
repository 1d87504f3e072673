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
  /** The packs of their programmes. */
  readonly packs: readonly string[];
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
  { inProgramme, overdue, behind, packs }: PrecepteeCounts,
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
  const told = (key: string, title: string, formula: string) =>
    peopleMeasure(key, title, of(key), disclosure.hideBelow, formula);
  return {
    key: 'preceptees',
    reference: '5.5',
    title: 'Preceptees',
    measures: [
      told(
        'all',
        'In a programme',
        'preceptees whose programme has begun and who are not signed off or gone, the paused too',
      ),
      told('overdue', 'With a step overdue', 'those in a programme with an open step whose day has gone by'),
      told(
        'behind',
        'With supernumerary hours behind',
        'those in a programme who were given fewer supernumerary hours than an even pace owes by now, for longer than it allows',
      ),
    ],
    source: 'Preceptorship: logs and entries by hand',
    of: `on ${dateInWords(on)}`,
    warnings: [],
    rests: { from: null, on, packs: [...packs] },
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
      peopleMeasure(
        'overdue',
        'With a step overdue',
        of('overdue'),
        disclosure.hideBelow,
        'people with a step that is past its day and not done',
      ),
    ],
    source: 'Mentors',
    of: `appointed from ${dateInWords(first)} to ${dateInWords(last)}`,
    warnings: [],
    rests: { from: first, on: last },
    sentence: `Of the senior midwives appointed from ${dateInWords(first)} to ${dateInWords(last)} (${words('all')}), ${words('in time')} had a mentor within ${days} days; with a step overdue on ${dateInWords(on)}: ${words('overdue')}.`,
  };
}
