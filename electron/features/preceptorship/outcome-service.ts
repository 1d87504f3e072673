import type { OutcomeBy, Outcomes } from '#contract';
import type { Context } from '../../context.ts';
import { nhsYear } from '../../core/dates.ts';
import { type Rate, roundedQuotient } from '../../core/rates.ts';
import { disclosureFor } from '../../core/small-numbers.ts';
import type { TrustRow } from '../organisation/repository.ts';
import { unitOn } from './calculations/living.ts';
import { protectOutcomes } from './calculations/outcomes-protected.ts';
import { isFullySupported, type OutcomePerson, outcomeOf, outcomesBy } from './calculations/outcomes.ts';
import { livingPreceptees } from './living-service.ts';
import type { Preceptee } from './worked-out.ts';
import { newestPeople } from './newest-list.ts';
import { cohortOf } from './preceptee-shown.ts';

type World = Pick<Context, 'database' | 'reference' | 'today'>;
type Person = OutcomePerson & { readonly preceptee: Preceptee };

const formulas = [
  {
    figure: 'In post at 12 months',
    formula:
      'in post at the close of the day 12 months after the start ÷ all whose day has come and of whom a staff list, a list of leavers or an entry tells; at 24 months likewise',
  },
  {
    figure: 'Meetings on time',
    formula: 'meetings held by their day ÷ meetings that fell due, without those not applicable',
  },
  {
    figure: 'Supernumerary hours',
    formula: 'hours given, at most what is owed ÷ hours owed by today, or in all where the programme is over',
  },
  {
    figure: 'Fully supported',
    formula: 'every meeting that fell due held by its day, and all supernumerary hours owed by now given',
  },
];

/** Who stayed, beside the support that was given, in groups. */
export function answerOutcomes(world: World, trust: TrustRow, by: OutcomeBy): Outcomes {
  const today = world.today();
  const { people, knownTo } = outcomePeople(world, trust);
  const rows = outcomesBy(people, groupName(by, today), knownTo, today);
  const all = outcomeOf('All', people, knownTo, today);
  const smallNumber = disclosureFor(world.reference.smallNumbers, 'lmns').hideBelow;
  return {
    on: today,
    knownTo,
    by,
    rows,
    all,
    shared: protectOutcomes([{ rows, all }], smallNumber).groupings[0]!,
    smallNumber,
    formulas,
  };
}

/** Everybody who has started, and the day of the newest staff list, to which is known who stayed; null without one. */
export function outcomePeople(world: World, trust: TrustRow): { people: Person[]; knownTo: string | null } {
  const today = world.today();
  const list = newestPeople(world, trust);
  const onList = new Set(list?.people.map(({ person }) => person));
  const people = livingPreceptees(world, trust)
    .preceptees.filter(({ cells }) => cells.start <= today)
    .map((preceptee) => ({
      preceptee,
      start: preceptee.cells.start,
      left: preceptee.course.left,
      onList: preceptee.person !== null && onList.has(preceptee.person),
      meetings: meetingsOnTime(preceptee),
      supernumerary: supernumeraryGiven(preceptee),
    }));
  return { people, knownTo: list?.census ?? null };
}

function meetingsOnTime({ standing }: Preceptee): Rate {
  const counted = standing.meetings.filter(({ status }) =>
    ['done', 'done_late', 'overdue', 'not_held'].includes(status),
  );
  return { numerator: counted.filter(({ status }) => status === 'done').length, denominator: counted.length };
}

/** Whole minutes; nothing is owed where no WTE is known. */
function supernumeraryGiven({ hours, standing }: Preceptee): Rate {
  const owed = standing.ended === null ? hours.owedByToday : hours.owed;
  if (owed === null) return { numerator: 0, denominator: 0 };
  const minutes = roundedQuotient(owed.numerator, owed.denominator, 0);
  return { numerator: Math.min(hours.given, minutes), denominator: minutes };
}

function groupName(by: OutcomeBy, today: string): (person: Person) => string {
  switch (by) {
    case 'cohort':
      return ({ preceptee }) => cohortOf(preceptee);
    case 'year':
      return ({ start }) => `Started ${nhsYear(start)}/${String((nhsYear(start) + 1) % 100).padStart(2, '0')}`;
    case 'programme':
      return ({ preceptee }) => preceptee.programme.name;
    case 'unit':
      return ({ preceptee: { cells, hand } }) => unitOn(cells, hand.events, today) ?? 'No unit entered';
    default:
      return (person) => (isFullySupported(person) ? 'Fully supported' : 'Support incomplete or late');
  }
}
