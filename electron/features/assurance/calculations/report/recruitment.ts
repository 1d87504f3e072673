import { dateInWords } from '../../../../core/dates.ts';
import type { GroupRates, Oversight, VacancyPlan } from '../oversight.ts';
import { protectedInWords, protectedRate, type ProtectedTables } from '../../../../core/small-numbers.ts';
import { counted, percentInWords } from '../../../../core/words.ts';
import { wteInWords } from '../words.ts';
import { peopleShown } from './people.ts';
import { note, paragraph, type Section, tableOf } from './parts.ts';

/** The vacancy plan: posts by stage and by route. */
export function vacancySection(oversight: Oversight): Section {
  const {
    vacancies,
    rules: { smallNumber },
  } = oversight;
  const title = 'Vacancy plan';
  if (vacancies === null)
    return {
      title,
      says: [],
      blocks: [
        note('There is no vacancy plan. Import the vacancy tracker, or enter the posts on the Vacancies screen.'),
      ],
    };
  const shown = peopleShown(oversight);
  // A stage before an offer is of posts; from there on, as by route, of people, of whom few could be known.
  const told = (of: string, { name, posts, wte }: { name: string; posts: number; wte: number }, isPeople = true) => {
    const people = isPeople ? shown(`${of} ${name}`) : ({ kind: 'shown', count: posts } as const);
    return [name, protectedInWords(people, smallNumber), people.kind === 'shown' ? wteInWords(wte) : 'not shown'];
  };
  const isAllTold = vacancies.stages.every(
    ({ name, isOffered }) => !isOffered || shown(`stage ${name}`).kind === 'shown',
  );
  // All posts less the stages that are shown would tell the others.
  const says = [
    isAllTold
      ? vacanciesInWords(vacancies)
      : 'How many posts are being recruited to is not shown, as the numbers of people with an offer are small.',
  ];
  return {
    title,
    says,
    blocks: [
      ...says.map(paragraph),
      tableOf({
        title: `Posts by stage on ${dateInWords(vacancies.day)}`,
        words: ['Stage'],
        figures: ['Posts', 'WTE'],
        rows: vacancies.stages.map((stage) => told('stage', stage, stage.isOffered)),
      }),
      ...(vacancies.routes.length === 0
        ? []
        : [
            tableOf({
              title: 'Offered and not started, by route',
              words: ['Route'],
              figures: ['People', 'WTE'],
              rows: vacancies.routes.map((route) => told('route', route)),
            }),
          ]),
    ],
  };
}

function vacanciesInWords({ day, livePosts, liveWte, offeredWte }: VacancyPlan): string {
  const posts = `${counted(livePosts, 'post')} (${wteInWords(liveWte)} WTE) ${livePosts === 1 ? 'was' : 'were'}`;
  return `On ${dateInWords(day)}, ${posts} being recruited to, of which ${wteInWords(offeredWte)} WTE had an offer and had not started.`;
}

/** Leavers and stability, and sickness, of midwives and support. */
export function ratesSection(oversight: Oversight): Section {
  const {
    leavers,
    sickness,
    rules: { smallNumber },
  } = oversight;
  const title = 'Leavers, stability and sickness';
  const says: string[] = [];
  const blocks: Section['blocks'][number][] = [];
  if (leavers === null)
    blocks.push(note('Leavers are not known. Import the list of leavers of the last twelve months and a staff list.'));
  else {
    const shown = leaverRows(leavers.groups, peopleShown(oversight), smallNumber);
    says.push(...shown.says);
    blocks.push(
      ...shown.says.map(paragraph),
      tableOf({
        title: `Leavers from ${dateInWords(leavers.period.first)} to ${dateInWords(leavers.period.last)}`,
        words: ['Staff group'],
        figures: ['Leavers', 'Leaver rate', 'Stability'],
        rows: shown.rows,
        notes: [
          'Leaver rate: leavers ÷ mean of headcount at start and end. Stability: those there at the start who are still there ÷ headcount at the start.',
        ],
      }),
    );
  }
  if (sickness === null) blocks.push(note('Sickness is not known. Import the list of absence and a staff list.'));
  else {
    const sick = sickness.groups.map(({ name, days }) => `${name} ${percentInWords(days)}`);
    const said = `From ${dateInWords(sickness.period.first)} to ${dateInWords(sickness.period.last)}, sickness took of the days of staff in post: ${sick.join('; ')}.`;
    says.push(said);
    blocks.push(
      paragraph(said),
      tableOf({
        title: `Sickness from ${dateInWords(sickness.period.first)} to ${dateInWords(sickness.period.last)}`,
        words: ['Staff group'],
        figures: ['FTE days lost', 'FTE days available', 'Sickness'],
        rows: sickness.groups.map(({ name, days }) => [
          name,
          wteInWords(days.numerator),
          wteInWords(days.denominator),
          percentInWords(days),
        ]),
        notes: ['FTE calendar days lost ÷ FTE calendar days available, bank staff left out.'],
      }),
    );
  }
  return { title, says, blocks };
}

/** The rows of leavers; a rate goes with its counts. */
function leaverRows(
  groups: readonly GroupRates[],
  shown: ProtectedTables,
  smallNumber: number,
): { rows: string[][]; says: string[] } {
  const told = groups.map((group) => {
    const { name, leaverRate, stability } = group;
    const left = shown(`leavers ${name}`);
    const isLeaving = protectedRate(left, shown(`heads of both days ${name}`)) !== null;
    const isStaying = protectedRate(shown(`stayed ${name}`), shown(`at start ${name}`)) !== null;
    return {
      name,
      left: protectedInWords(left, smallNumber),
      leaving: isLeaving ? percentInWords(leaverRate) : null,
      stability: isStaying ? percentInWords(stability) : null,
    };
  });
  return {
    rows: told.map(({ name, left, leaving, stability }) => [
      name,
      left,
      leaving ?? 'not shown',
      stability ?? 'not shown',
    ]),
    says: told.flatMap(({ name, leaving, stability }) =>
      leaving === null
        ? []
        : [
            `${name}: ${leaving} left within the twelve months${stability === null ? '' : `, and stability was ${stability}`}.`,
          ],
    ),
  };
}
