import type { AssessmentShown, ContinuityShown, NeonatalShown } from '#contract';
import { asOn, input, makings } from '../../../components/making.ts';
import { dateText, daysText, wteText } from '../../../components/numbers.ts';
import { amountText, exactShown } from './amounts.ts';

/** The results of an assessment. */
export function assessmentMade({ id, result, head, defaults }: AssessmentShown) {
  const wte = (title: string, value: string | null) =>
    input(title, value === null ? 'not known' : `${exactShown(value)} WTE`);
  const study =
    head.studyFirst && head.studyLast ? ` · study ${daysText({ first: head.studyFirst, last: head.studyLast })}` : '';
  const made = makings({
    on: `${head.date === null ? 'assessment without a date' : `assessment of ${dateText(head.date)}`}${study}`,
    entered: [
      {
        where:
          head.basis === 'report'
            ? 'Required staffing: the WTE that the report prints by area'
            : 'Required staffing: cases, hours and uplift by area',
        by: [
          { kind: 'assessment', key: String(id) },
          { kind: 'assessment_area', fields: { assessment_id: id } },
        ],
      },
    ],
    sources: [[head.provider, head.reference].filter(Boolean).join(', ')].filter(Boolean),
    packs: [defaults.pack, 'birthrate-plus'],
    notes: result.findings.map(({ message }) => message),
  });
  const uplift = input(
    'Uplift',
    result.uplift === null
      ? 'not known'
      : `${exactShown(result.uplift, 1)} %, ${head.upliftMode === 'add_on' ? 'added on' : 'as a divisor'}`,
  );
  const care = wte('Midwives who give care', result.clinicalMidwives);
  const specialist = wte('Specialist and management', result.specialist);
  return {
    clinical: made(
      'midwives who give care + support workers, over all areas',
      care,
      wte('Support workers', result.support),
      uplift,
    ),
    midwives: made('midwives who give care + specialist and management midwives', care, specialist),
    total: made(
      'clinical total + specialist and management midwives',
      wte('Clinical total', result.clinical),
      specialist,
    ),
    births: made(
      'births of a year ÷ recommended midwives',
      input('Births', result.births === null ? 'not known' : exactShown(result.births, 0)),
      wte('Recommended midwives', result.midwives),
    ),
  };
}

/** Nurses of a neonatal unit. */
export function neonatalMade(shown: NeonatalShown) {
  const { result, first, last, date, source, agreedBy } = shown;
  const number = (title: string, value: string | null, unit = '') =>
    input(title, value === null ? 'not known' : `${exactShown(value)}${unit}`);
  const made = makings({
    on: first && last ? `activity of ${daysText({ first, last })}` : date ? asOn(date) : 'no days entered',
    entered: ['Required staffing: cot days, method and staff of the unit'],
    sources: source ? [source] : [],
    packs: ['neonatal-staffing'],
    notes: agreedBy ? [`Agreed by ${agreedBy}${date ? `, ${dateText(date)}` : ''}.`] : [],
  });
  const staffed = (who: 'funded' | 'inPost', name: string) =>
    made(
      `registered nurses qualified in specialty ÷ registered nurses, ${name}`,
      number('All nurses', result[who].all, ' WTE'),
      number('Registered', result[who].registered, ' WTE'),
      number('Required less these', result[who].lessThanRequired, ' WTE'),
      input('Wanted at least', `${result.qualifiedLeast} %`),
    );
  return {
    required: made(
      'nurses on each shift × WTE for one nurse on duty all the time',
      number('Nurses on each shift', result.perShift),
      number('WTE for one', result.factor),
    ),
    perShift: made(
      'cots of each level of care at the occupancy ÷ babies for one nurse, added up, + coordinators',
      ...result.levels.map(({ name, cots, babiesPerNurse }) =>
        input(name, `${cots === null ? 'not known' : exactShown(cots)} cots, ${babiesPerNurse} to a nurse`),
      ),
      number('Nurses who give care', result.direct),
      input('Coordinators', amountText(shown.coordinators) || 'not known'),
    ),
    funded: staffed('funded', 'funded'),
    inPost: staffed('inPost', 'in post'),
  };
}

/** Midwifery continuity of carer teams. */
export function continuityMade({ teams, wte, women, caseload, largestTeam, blocks, blocksInPlace }: ContinuityShown) {
  const starts = teams.flatMap(({ started }) => started ?? []).sort();
  const made = makings(
    {
      on: `as entered${starts.length > 0 ? `, teams started from ${dateText(starts[0] ?? '')}` : ''}`,
      entered: ['Required staffing: continuity teams, quarters and building blocks'],
      packs: ['continuity-of-carer'],
    },
    input('Teams', teams.length),
  );
  return {
    teams: made(
      'continuity teams entered',
      input('WTE of the teams', wteText(wte)),
      input('Midwives in a team, at most', largestTeam, 'by the rules'),
    ),
    women: made(
      'WTE of each team × women for one WTE, whole women, added over teams',
      input('WTE of the teams', wteText(wte)),
      input('Women for one WTE, usually', amountText(caseload), 'by the rules'),
      input('Women', women),
    ),
    blocks: made(
      'building blocks that the trust says are in place, of all',
      input('In place', blocksInPlace),
      input('Building blocks', blocks.length),
    ),
  };
}
