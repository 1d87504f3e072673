import type { StayingBy, Staying } from '#contract';
import { stayingBy } from '../../contract/staying.ts';
import type { Context } from '../../context.ts';
import { nhsYear } from '../../core/dates.ts';
import { type Rate, roundedQuotient } from '../../core/rates.ts';
import { type Disclosure, disclosureFor, type ProtectedTables } from '../../core/small-numbers.ts';
import type { TrustRow } from '../organisation/repository.ts';
import { unitOn } from './calculations/living.ts';
import { protectStaying, type StateCount, statesPublished } from './calculations/staying-protected.ts';
import { isFullySupported, type StayingPerson, stayingOf, stayingOfGroups } from './calculations/staying.ts';
import { livingPreceptees } from './living-service.ts';
import type { Preceptee } from './worked-out.ts';
import { newestPeople } from './newest-list.ts';
import { cohortOf } from './preceptee-shown.ts';

type World = Pick<Context, 'database' | 'reference' | 'today'>;
type Person = StayingPerson & { readonly preceptee: Preceptee };

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

const stateNames = [
  ['not_started', 'Not started'],
  ['in_programme', 'In the programme'],
  ['paused', 'Paused'],
  ['extended', 'Extended'],
  ['signed_off', 'Signed off'],
  ['left', 'Left'],
] as const;

/** Preceptorship in every way that it is told outside the trust, protected as one: any of them could tell of another. */
export interface EveryStaying {
  readonly by: Readonly<Record<StayingBy, Staying>>;
  /** People by where they are in their programme. */
  readonly states: readonly StateCount[];
  readonly shown: ProtectedTables;
}

/** Who stayed, beside the support that was given, in groups of each kind. */
export function everyStaying(
  world: World,
  trust: TrustRow,
  profile: Disclosure = disclosureFor(world.reference.smallNumbers, 'lmns'),
): EveryStaying {
  const today = world.today();
  const { people, preceptees, knownTo } = stayingPeople(world, trust);
  const all = stayingOf('All', people, knownTo, today);
  const smallNumber = profile.hideBelow;
  const kinds = stayingBy.options;
  const grouped = kinds.map((by) => ({ rows: stayingOfGroups(people, groupName(by, today), knownTo, today), all }));
  const states = stateNames.map(([state, name]) => ({
    name,
    people: preceptees.filter(({ standing }) => standing.state === state).length,
  }));
  const { groupings, shown } = protectStaying(
    grouped,
    profile,
    `preceptorship by the list of ${knownTo ?? 'no day'}`,
    statesPublished(states, people.length),
  );
  const packs = [...new Set(people.map(({ preceptee }) => preceptee.programme.id))];
  const common = { on: today, knownTo, all, smallNumber, packs, formulas };
  const entries = kinds.map((by, index): [StayingBy, Staying] => [
    by,
    { ...common, by, rows: grouped[index]!.rows, shared: groupings[index]! },
  ]);
  return { by: Object.fromEntries(entries) as Record<StayingBy, Staying>, states, shown };
}

/** Everybody who has started, and the day of the newest staff list, to which is known who stayed; null without one. */
export function stayingPeople(world: World, trust: TrustRow) {
  const today = world.today();
  const list = newestPeople(world, trust);
  const onList = new Set(list?.people.map(({ person }) => person));
  const { preceptees } = livingPreceptees(world, trust);
  const people = preceptees
    .filter(({ cells }) => cells.start <= today)
    .map(
      (preceptee): Person => ({
        preceptee,
        start: preceptee.cells.start,
        left: preceptee.course.left,
        onList: preceptee.person !== null && onList.has(preceptee.person),
        meetings: meetingsOnTime(preceptee),
        supernumerary: supernumeraryGiven(preceptee),
      }),
    );
  return { people, preceptees, knownTo: list?.census ?? null };
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

function groupName(by: StayingBy, today: string): (person: Person) => string {
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
