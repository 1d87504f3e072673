import type { LaterCareers } from '#contract';
import type { Context } from '../../context.ts';
import { addDays, addMonths } from '../../core/dates.ts';
import type { TrustRow } from '../organisation/repository.ts';
import { maternityGroups } from '../staff/calculations/as-expected.ts';
import { byPerson, primaryOf } from '../staff/calculations/people.ts';
import { namesOfGroups } from '../staff/group-names.ts';
import { leaversOf } from '../staff/repository.ts';
import { answerInPost } from '../staff/service.ts';
import {
  ageLine,
  ageLines,
  careerRates,
  careersOf,
  mentoringOf,
  type PersonInPost,
  retiredAndReturned,
} from './calculations/later-careers.ts';
import type { StaffNumbers } from './calculations/staff-shared.ts';
import { storedCareers, storedMentors } from './later-career-repository.ts';

const formulas: LaterCareers['formulas'] = [
  {
    figure: 'over55',
    formula:
      'people in post by their primary assignment whose age band begins at 55 or above ÷ those whose age band is stated; a band that 55 lies in is counted apart',
  },
  {
    figure: 'talkedTo',
    formula:
      'people 55 and over for certain whose last conversation is no longer ago than the months of the rules ÷ all',
  },
  { figure: 'withPlan', formula: 'people 55 and over for certain with a plan other than undecided ÷ all' },
  {
    figure: 'retired',
    formula:
      'of the people who left for retirement or a pension in the twelve months to the newest staff list, those who are on it, by employee number',
  },
  { figure: 'supported', formula: 'different people whom legacy mentors in the role today support' },
];

/** Everybody in post of some groups, by the primary assignment; undefined without a staff list. */
function peopleInPost(context: Pick<Context, 'database' | 'reference'>, trust: TrustRow, groups: readonly string[]) {
  const answer = answerInPost(context, trust);
  if (!answer) return undefined;
  const nameOf = namesOfGroups(context);
  const { assignments, census } = answer.figures;
  const groupOf = new Map(assignments.map(({ entry, group }) => [entry, group]));
  const primary = [...byPerson(assignments.map(({ entry }) => entry)).values()].map(primaryOf);
  const people = primary.flatMap((entry): PersonInPost[] => {
    const group = groupOf.get(entry) ?? '';
    const { person, name, unit, band, ageBand } = entry;
    return groups.includes(group) ? [{ person, name, unit, band, ageBand, groupName: nameOf(group) }] : [];
  });
  const present = new Set(assignments.map(({ entry }) => entry.person));
  return { census, people, present, groups: [...new Set(groupOf.values())].sort() };
}

/** Everybody in post by the newest staff list, by staff group, unit and band; null without one. */
export function staffNumbers(context: Pick<Context, 'database' | 'reference'>, trust: TrustRow): StaffNumbers | null {
  const answer = answerInPost(context, trust);
  if (!answer) return null;
  const { assignments, census } = answer.figures;
  const groupOf = new Map(assignments.map(({ entry, group }) => [entry, group]));
  const people = [...byPerson(assignments.map(({ entry }) => entry)).values()].map((held) => {
    const entry = primaryOf(held);
    return { group: groupOf.get(entry) ?? '', unit: entry.unit, band: entry.band };
  });
  const nameOf = namesOfGroups(context);
  const bands = new Map(context.reference.organisation.bands.map(({ key, name }) => [key, name]));
  return {
    census,
    people,
    groups: [...new Set(people.map(({ group }) => group))].sort().map((key) => ({ key, name: nameOf(key) })),
    together: maternityGroups['midwives_and_support'] ?? [],
    bandName: (band) => bands.get(band) ?? `Band ${band}`,
  };
}

/** Who is 55 or over, what they plan, and legacy mentors, as on today. */
export function laterCareersShown(
  context: Pick<Context, 'database' | 'reference' | 'today'>,
  trust: TrustRow,
  chosen: readonly string[] | undefined,
): LaterCareers {
  const { database, reference } = context;
  const rules = reference.laterCareers;
  const today = context.today();
  const listed = peopleInPost(context, trust, chosen ?? maternityGroups['midwives_and_support'] ?? []);
  const people = listed?.people ?? [];
  const careers = careersOf(people, storedCareers(database, trust.id), rules, today);
  const mentors = storedMentors(database, trust.id);
  const { active, minutes, supported } = mentoringOf(mentors, today);
  const nameOf = namesOfGroups(context);
  const bands = reference.organisation.bands.map(({ key, name }) => ({ key, name }));
  const year = listed && { first: addMonths(addDays(listed.census, 1), -12), last: listed.census };
  const leavers = leaversOf(database, trust.id);
  return {
    on: today,
    census: listed?.census ?? null,
    groups: (listed?.groups ?? []).map((key) => ({ key, name: nameOf(key) })),
    all: ageLine('', 'All', people),
    unit: ageLines(
      people,
      ({ unit }) => unit,
      (unit) => unit,
    ),
    band: ageLines(
      people,
      ({ band }) => band,
      (band) => bands.find(({ key }) => key === band)?.name ?? `Band ${band}`,
    ),
    people: careers,
    ...careerRates(careers),
    seminars: careers.filter(({ seminar }) => seminar !== null).length,
    plans: rules.plans.map((plan) => ({ ...plan, people: careers.filter((one) => one.plan === plan.key).length })),
    retired: listed && year && leavers.length > 0 ? retiredAndReturned(leavers, listed.present, year) : null,
    mentors: mentors.map((one) => ({ ...one, active: active.has(one.id) })),
    mentorsActive: active.size,
    supported,
    minutes,
    conversationMonths: rules.conversationMonths,
    choices: { plans: rules.plans, bands },
    formulas,
    pack: { title: rules.title, version: rules.version },
  };
}
