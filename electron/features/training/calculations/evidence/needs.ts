import type { NeedsAnalysis, NeedsChange, NeedsTopic } from '../../../../contract/training-needs.ts';
import { dateInWords } from '../../../../core/dates.ts';
import { type Rate, roundedQuotient, sumRates } from '../../../../core/rates.ts';
import { type ProtectedCount, protectedInWords } from '../../../../core/small-numbers.ts';
import { counted, listed } from '../../../../core/words.ts';
import { decimalInWords } from '../words.ts';
import { column, type EvidencePart, row } from './pack.ts';
import { notShown, shownOf, type Telling, tellCount } from './small.ts';

const modes = { face_to_face: 'face to face', e_learning: 'at a screen', any: 'either way' } as const;
const bodies = { leads: 'Leads of the professions', board: 'Board', lmns: 'LMNS' } as const;
const percentOf = (numerator: number, denominator: number) =>
  denominator === 0 ? 'not known' : `${decimalInWords(numerator * 100, denominator)} %`;

/** Of a version: the heads of each group as they are told, and whether all may be known that follows from them. */
interface ToldHeads {
  readonly of: (group: string) => ProtectedCount;
  readonly all: ProtectedCount;
  readonly isTold: (group: string) => boolean;
  /** False where a group is left out: with hours, places and cost of all, its heads could be reckoned. */
  readonly isWhole: boolean;
}

/** Heads of a version by staff group as the pack tells them. */
export function toldHeads({ first, version, groups }: NeedsAnalysis, telling: Telling): ToldHeads {
  const counts = new Map(groups.map(({ group, heads }) => [group, heads]));
  counts.set('all', sum([...counts.values()]));
  const sums = groups.length > 0 ? [{ total: 'all', parts: groups.map(({ group }) => group) }] : [];
  const of = shownOf({ counts, sums }, telling, `training needs of ${first}, version ${version}`);
  const isTold = (group: string) => of(group).kind === 'shown';
  return { of, all: of('all'), isTold, isWhole: groups.every(({ group }) => isTold(group)) };
}

/** What the year takes: hours, sessions, backfill, and its share of paid time against the uplift. */
export function sumsPart(analysis: NeedsAnalysis, telling: Telling, heads: ToldHeads): EvidencePart {
  const { assumptions, groups } = analysis;
  const told = groups.filter(({ group }) => heads.isTold(group));
  const totals = heads.isWhole
    ? analysis.totals
    : {
        minutes: sum(told.map(({ minutes }) => minutes)),
        backfill: sumRates(told.map((one) => one.backfill)),
        headroom: sumRates(told.map((one) => one.headroom)),
        pence: sum(told.map(({ pence }) => pence)),
        sessions: null,
      };
  const headsOfAll = heads.all.kind === 'shown' ? heads.all.count : protectedInWords(heads.all, telling.smallest);
  const { backfill, headroom } = totals;
  const pounds = (pence: number) => `£${decimalInWords(pence, 100)}`;
  const wte = ({ numerator, denominator }: Rate) =>
    denominator === 0 ? '0.00' : decimalInWords(numerator, denominator);
  /** Hundred-thousandths, as a workbook wants a WTE. */
  const stored = ({ numerator, denominator }: Rate) =>
    denominator === 0 ? 0 : Math.round(roundedQuotient(numerator, denominator, 5) * 100_000);
  return {
    title: 'What the year takes',
    says: [
      ...(heads.isWhole
        ? []
        : [
            'Hours, backfill and cost are those of the staff groups whose heads are shown: with the others, these could be reckoned.',
          ]),
      `${analysis.title} takes ${decimalInWords(totals.minutes, 60)} hours of training by head${totals.sessions === null ? '' : `, ${counted(totals.sessions, 'session')},`} and a backfill of ${wte(backfill)} WTE at ${pounds(totals.pence)}.`,
      `That is ${percentOf(headroom.numerator, headroom.denominator)} of the paid time of those in post; the uplift is ${assumptions.upliftPercent} % ${assumptions.upliftFrom === null ? '(the usual value: no agreed assessment tells it)' : `by ${assumptions.upliftFrom}`}, of it ${assumptions.studyPercent} % for study.`,
      ...(headroom.denominator > 0 && headroom.numerator * 100 > headroom.denominator * assumptions.studyPercent
        ? ['The training needs more than the part of the uplift that is for study.']
        : []),
    ],
    missing: [],
    tables: [
      {
        sheet: 'Hours and backfill',
        title: 'Hours, backfill and cost by staff group',
        columns: [
          column('Staff group'),
          column('Heads', 'count'),
          column('WTE', 'wte'),
          column('Hours each', 'minutes'),
          column('Hours', 'minutes'),
          column('Backfill, WTE', 'wte'),
          column('Share of paid time', 'rate'),
          column('Cost'),
        ],
        rows: [
          ...groups.map((one) => {
            const hidden = heads.of(one.group);
            if (hidden.kind !== 'shown') {
              const few = protectedInWords(hidden, telling.smallest);
              return row(one.name, few, notShown, one.minutesEach, notShown, notShown, notShown, notShown);
            }
            const { name, minutesEach, minutes, headroom: share, pence } = one;
            return row(name, one.heads, one.wte, minutesEach, minutes, stored(one.backfill), share, pounds(pence));
          }),
          ...(heads.isWhole
            ? []
            : [
                {
                  kind: 'total' as const,
                  values: ['All groups', headsOfAll, ...[1, 2, 3, 4, 5, 6].map(() => notShown)],
                },
              ]),
          {
            kind: 'total' as const,
            values: [
              heads.isWhole ? 'All groups' : 'Groups whose heads are shown',
              heads.isWhole ? headsOfAll : sum(told.map((one) => one.heads)),
              sum(told.map((one) => one.wte)),
              null,
              totals.minutes,
              stored(backfill),
              headroom,
              pounds(totals.pence),
            ],
          },
        ],
        notes: ['Hours fall by head, never by WTE. A group without people takes none.'],
      },
    ],
  };
}

const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0);

/** Who needs which topic, how it is taught, where the need comes from. */
export function topicsPart(analysis: NeedsAnalysis, telling: Telling, heads: ToldHeads): EvidencePart {
  /** Whoever else is due of a topic tells those of a group that is left out. */
  const isTold = ({ cells }: NeedsTopic) =>
    cells.every(({ group, need }) => need !== 'required' || heads.isTold(group));
  const source = (key: string) => analysis.sources.find((one) => one.key === key)?.name ?? key;
  const needed = analysis.topics.filter(({ cells }) => cells.some(({ need }) => need !== 'not'));
  const sourcesOf = ({ cells }: NeedsTopic) =>
    listed([...new Set(cells.filter(({ need }) => need !== 'not').map((cell) => source(cell.source)))]);
  const modules = analysis.modules.filter(({ key }) => needed.some((topic) => topic.module === key));
  const needs = { required: 'R', recommended: 'r', not: '–' } as const;
  const rowOf = (topic: NeedsTopic) =>
    row(
      topic.name,
      topic.level,
      ...analysis.groups.map(({ group }) => needs[topic.cells.find((cell) => cell.group === group)?.need ?? 'not']),
      sourcesOf(topic),
    );
  return {
    title: 'Who needs what',
    says: [
      `${counted(needed.length, 'topic')} of ${counted(modules.length, 'module')} ${needed.length === 1 ? 'is' : 'are'} needed by at least one staff group.`,
    ],
    missing: [],
    tables: [
      {
        sheet: 'Topics',
        title: 'Topics and the staff groups that need them',
        columns: [
          column('Topic'),
          column('Level'),
          ...analysis.groups.map(({ name }) => column(name)),
          column('Source of need'),
        ],
        rows: modules.flatMap(({ key, name }) => [
          { kind: 'group' as const, values: [name, ...analysis.groups.map(() => ''), '', ''] },
          ...needed.filter((topic) => topic.module === key).map(rowOf),
        ]),
        notes: ['R: required. r: recommended. –: not needed.'],
      },
      {
        sheet: 'How it is taught',
        title: 'How each topic is taught, and the sessions that it takes',
        columns: [
          column('Topic'),
          column('Hours', 'minutes'),
          column('Every, months', 'count'),
          column('Given'),
          column('Pass mark, %', 'count'),
          column('Due', 'count'),
          column('Places', 'count'),
          column('Sessions', 'count'),
          column('Room'),
          column('Funding'),
        ],
        rows: needed.map((topic) =>
          row(
            topic.name,
            topic.minutes,
            topic.everyMonths,
            modes[topic.mode],
            topic.passPercent,
            isTold(topic) ? tellCount(topic.due, telling) : notShown,
            // Places follow from those due, and sessions from places.
            isTold(topic) && typeof tellCount(topic.due, telling) === 'number'
              ? tellCount(topic.places, telling)
              : notShown,
            isTold(topic) ? topic.sessions : notShown,
            topic.room,
            topic.funding,
          ),
        ),
        notes: [`Places hold ${analysis.assumptions.absentPercent} % who are booked and do not come.`],
      },
    ],
  };
}

/** The plan of three years, in which no required topic is missed. */
export function yearsPart(analysis: NeedsAnalysis): EvidencePart {
  const required = analysis.topics.filter(({ cells }) => cells.some(({ need }) => need === 'required'));
  const missed = required.filter((topic) => topic.missed !== null);
  const start = Number(analysis.first.slice(0, 4));
  const year = (at: number) => `${start + at}/${String((start + at + 1) % 100).padStart(2, '0')}`;
  const taught = (isTaught: boolean) => (isTaught ? 'taught' : '–');
  return {
    title: 'Three years',
    says: [
      missed.length === 0
        ? `Each of the ${required.length} required topics is taught as often as it is asked for in the three years.`
        : `${counted(missed.length, 'required topic is', 'required topics are')} not taught as often as asked for: ${listed(missed.map(({ name }) => name))}.`,
    ],
    missing: [],
    tables: [
      {
        sheet: 'Three years',
        title: 'Required topics by year',
        columns: [
          column('Topic'),
          column('Every, months', 'count'),
          column(year(0)),
          column(year(1)),
          column(year(2)),
          column('Missed'),
        ],
        rows: required.map(({ name, everyMonths, years, missed: why }) =>
          row(name, everyMonths, taught(years[0]), taught(years[1]), taught(years[2]), why ?? 'no'),
        ),
        notes: [],
      },
    ],
  };
}

/** What changes say of all staff groups together. */
const sumsOfAll = ['Hours of all groups', 'Sessions', 'Backfill cost'];

/** Who approved the version, and what it says otherwise than the one before. */
export function trailPart(
  { approvals }: NeedsAnalysis,
  before: { readonly title: string; readonly changes: readonly NeedsChange[] } | null,
  telling: Telling,
  { isWhole }: ToldHeads,
): EvidencePart {
  const withNames = telling.detail === 'named';
  const changes = (before?.changes ?? []).filter(
    // Hours of a group tell its heads, and those of all the heads of one that is left out.
    ({ what }) =>
      telling.detail !== 'protected' || !(what.endsWith(': heads and hours') || (!isWhole && sumsOfAll.includes(what))),
  );
  return {
    title: 'Approval and changes',
    says: [
      approvals.length === 0
        ? 'Nobody has approved this version yet.'
        : `Approved by ${listed(approvals.map(({ body, date }) => `${bodies[body].toLowerCase().replace('lmns', 'the LMNS')} on ${dateInWords(date)}`))}.`,
    ],
    missing: [],
    tables: [
      ...(approvals.length === 0
        ? []
        : [
            {
              sheet: 'Approval',
              title: 'Approval',
              columns: [
                column('Body'),
                column('On', 'date' as const),
                ...(withNames ? [column('By'), column('Note')] : []),
              ],
              rows: approvals.map(({ body, date, by, note }) =>
                row(bodies[body], date, ...(withNames ? [by, note] : [])),
              ),
              notes: withNames ? [] : ['Who signed is not named.'],
            },
          ]),
      ...(before === null || changes.length === 0
        ? []
        : [
            {
              sheet: 'Changes',
              title: `What is otherwise than in ${before.title}`,
              columns: [column('What'), column('Before'), column('In this version')],
              rows: changes.map(({ what, before: was, after }) => row(what, was, after)),
              notes: [],
            },
          ]),
    ],
  };
}
