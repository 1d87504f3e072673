import type { PreceptorCandidate, Preceptors, PreceptorSuggestions } from '#contract';
import type { Context } from '../../context.ts';
import { addDays, type DatePeriod } from '../../core/dates.ts';
import { groupedBy } from '../../core/grouped.ts';
import type { TrustRow } from '../organisation/repository.ts';
import { coverageOf, isWithout, keyOfName, notOnRegister, registerOn } from './calculations/preceptors.ts';
import { type RosteredShift, suggestionsFor } from './calculations/suggestions.ts';
import { currentPreceptees } from './current-preceptees.ts';
import { newestPeople } from './newest-list.ts';
import { lastRosterDay, preceptorsOf, shiftsOf } from './preceptor-repository.ts';

type World = Pick<Context, 'database' | 'reference' | 'today'>;

const formulas = [
  {
    figure: 'load',
    formula: 'preceptees in the programme who name this preceptor, without those who are paused or still to start',
  },
  { figure: 'places', formula: 'sum of the limits of prepared preceptors on the register' },
  { figure: 'spare', formula: 'sum of limit − load of prepared preceptors, none below nought' },
  { figure: 'without', formula: 'preceptees in the programme for whom nobody is named who is still on the register' },
];

/** The register, coverage by unit, and who has nobody, as of today. */
export function answerPreceptors(world: World, trust: TrustRow): Preceptors {
  const { database, reference, today } = world;
  const rules = reference.preceptors;
  const preceptees = currentPreceptees(world, trust);
  const entered = preceptorsOf(database, trust.id);
  const list = newestPeople(world, trust);
  const inPost = list && new Set(list.people.map(({ person }) => person));
  const byName = finderByName(preceptorCandidates(world, trust));
  const register = registerOn(entered, preceptees, { rules, today: today(), inPost });
  const { mostPreceptees, title, version, shiftPatterns } = rules;
  return {
    on: today(),
    preceptors: register,
    ...coverageOf(register, preceptees),
    without: preceptees.filter(isWithout).map(({ key, name, unit, start, active, preceptor, preceptorLeft }) => ({
      key,
      name,
      unit,
      start,
      active,
      left: preceptor === null || preceptorLeft === null ? null : { preceptor, on: preceptorLeft },
    })),
    unknown: notOnRegister(entered, preceptees).map((one) => ({ ...one, known: byName(one.name) })),
    shiftPatterns,
    rules: { mostPreceptees },
    pack: { title, version },
    formulas,
  };
}

/** Who may join the register: registered nurses and midwives in post on the newest list, by name. */
export function preceptorCandidates(world: World, trust: TrustRow): PreceptorCandidate[] {
  const known = new Set(preceptorsOf(world.database, trust.id).map(({ person }) => person));
  return (newestPeople(world, trust)?.people ?? [])
    .filter(({ occupationCode, person }) => occupationCode?.startsWith('N') === true && !known.has(person))
    .map(({ person, name, band, position, unit }) => ({ person, name, band, post: position, unit }))
    .sort((one, other) => ((one.name ?? '') < (other.name ?? '') ? -1 : 1));
}

/** Finds somebody by name, whichever way round it is written; null where nobody or more than one fits. */
function finderByName(candidates: readonly PreceptorCandidate[]): (name: string) => PreceptorCandidate | null {
  const found = groupedBy(candidates, ({ name }) => keyOfName(name ?? ''));
  return (name) => {
    const [one, ...others] = found.get(keyOfName(name)) ?? [];
    return one && others.length === 0 ? one : null;
  };
}

/** The employee number of a preceptor by name: the register's, else that of the one of the name on the staff list; null where none is known. */
export function preceptorNumbers(world: World, trust: TrustRow): (name: string) => string | null {
  const register = new Map(preceptorsOf(world.database, trust.id).map(({ name, person }) => [keyOfName(name), person]));
  const byName = finderByName(preceptorCandidates(world, trust));
  return (name) => register.get(keyOfName(name)) ?? byName(name)?.person ?? null;
}

/** Preceptors in the order in which they suit somebody; undefined where no preceptee has that key. */
export function answerSuggestions(world: World, trust: TrustRow, key: string): PreceptorSuggestions | undefined {
  const { database, reference, today } = world;
  const preceptees = currentPreceptees(world, trust);
  const preceptee = preceptees.find((one) => one.key === key);
  if (!preceptee) return undefined;
  const { preceptors } = answerPreceptors(world, trust);
  const last = lastRosterDay(database, trust.id, today());
  const roster: DatePeriod | null =
    last === null ? null : { first: addDays(last, 1 - reference.preceptors.rosterWeeks * 7), last };
  const people = [preceptee, ...preceptors].flatMap(({ person }) => (person === null ? [] : [person]));
  const shifts: ReadonlyMap<string, RosteredShift[]> | null =
    roster === null ? null : shiftsOf(database, trust.id, roster, people);
  const { name, unit, start, active } = preceptee;
  return {
    preceptee: { key, name, unit, start, active },
    roster: roster && { ...roster },
    suggestions: suggestionsFor(preceptee, preceptors, { rules: reference.preceptors, shifts }),
  };
}
