import type { AgeLine, CareerCells, LaterCareer, LegacyMentorCells } from '#contract';
import { addMonths } from '../../../core/dates.ts';
import type { Rate } from '../../../core/rates.ts';
import { isOver55 } from '../../staff/calculations/profile.ts';

/** Somebody in post by the primary assignment. */
export interface PersonInPost {
  readonly person: string;
  readonly name: string | null;
  readonly unit: string | null;
  readonly band: string | null;
  readonly groupName: string;
  readonly ageBand: string | null;
}

export type StoredCareer = CareerCells & { readonly id: number };
export type StoredMentor = LegacyMentorCells & { readonly id: number };

/** Heads of one line by what their age bands say of 55; the share is of those whose band is stated. */
export function ageLine(key: string, name: string, people: readonly PersonInPost[]): AgeLine {
  const told = people.map(({ ageBand }) => isOver55(ageBand));
  const many = (what: ReturnType<typeof isOver55>) => told.filter((one) => one === what).length;
  const [over55, notStated] = [many('all'), many('not_stated')];
  const rate = { numerator: over55, denominator: people.length - notStated };
  return { key, name, heads: people.length, over55, some: many('some'), notStated, rate };
}

/** Heads by a word of theirs, in its order; '' stands for those without it. */
export function ageLines(
  people: readonly PersonInPost[],
  wordOf: (person: PersonInPost) => string | null,
  nameOf: (word: string) => string,
): AgeLine[] {
  const words = [...new Set(people.map((person) => wordOf(person) ?? ''))].sort((one, other) =>
    (one || '~') < (other || '~') ? -1 : 1,
  );
  return words.map((word) =>
    ageLine(
      word,
      word === '' ? 'Not stated' : nameOf(word),
      people.filter((person) => (wordOf(person) ?? '') === word),
    ),
  );
}

/** Whether somebody is to be talked to: never yet, or the last conversation is longer ago than so many months. */
function isConversationDue(
  { conversation, returned, plan }: Pick<CareerCells, 'conversation' | 'returned' | 'plan'>,
  months: number,
  today: string,
): boolean {
  if (plan === 'retire' && returned === null && conversation !== null) return false;
  return conversation === null || addMonths(conversation, months) < today;
}

const nobody: Omit<StoredCareer, 'id' | 'person' | 'name' | 'unit' | 'band'> = {
  conversation: null,
  plan: null,
  planned: null,
  returned: null,
  seminar: null,
  note: null,
};

/**
 * Everybody of the list who is or may be 55 or over with what was entered about them, then those of whom something was
 * entered and whom the list does not have in these groups. Unit and band are those of the list where it has the person.
 */
export function careersOf(
  people: readonly PersonInPost[],
  stored: readonly StoredCareer[],
  { conversationMonths, plans }: { conversationMonths: number; plans: readonly { key: string; name: string }[] },
  today: string,
): LaterCareer[] {
  const entered = new Map(stored.flatMap((one) => (one.person === null ? [] : [[one.person, one] as const])));
  const found = new Set<string>();
  const shown = (cells: CareerCells & { id: number | null }, listed: PersonInPost | undefined): LaterCareer => {
    const over55 = listed ? isOver55(listed.ageBand) : null;
    return {
      ...cells,
      groupName: listed?.groupName ?? null,
      ageBand: listed?.ageBand ?? null,
      over55: over55 === 'all' || over55 === 'some' ? over55 : null,
      planName: plans.find(({ key }) => key === cells.plan)?.name ?? cells.plan,
      conversationDue: isConversationDue(cells, conversationMonths, today),
    };
  };
  const onList = people.flatMap((listed) => {
    const known = entered.get(listed.person);
    const over55 = isOver55(listed.ageBand);
    if (!known && over55 !== 'all' && over55 !== 'some') return [];
    found.add(listed.person);
    const { person, unit, band } = listed;
    const name = listed.name ?? known?.name ?? person;
    return [shown({ ...(known ?? { id: null, ...nobody }), person, name, unit, band }, listed)];
  });
  const others = stored.filter(({ person }) => person === null || !found.has(person));
  return [...onList, ...others.map((one) => shown(one, undefined))];
}

const certain = (careers: readonly LaterCareer[]) => careers.filter(({ over55 }) => over55 === 'all');

/** Of those who are 55 or over for certain: with a conversation that is not due again, and with a plan. */
export function careerRates(careers: readonly LaterCareer[]): { talkedTo: Rate; withPlan: Rate } {
  const own = certain(careers);
  const share = (has: (one: LaterCareer) => boolean) => ({
    numerator: own.filter(has).length,
    denominator: own.length,
  });
  return {
    talkedTo: share(({ conversation, conversationDue }) => conversation !== null && !conversationDue),
    withPlan: share(({ plan }) => plan !== null && plan !== 'undecided'),
  };
}

/** Mentors of a day, the time they have for it in minutes a week, and the different people whom they support. */
export function mentoringOf(mentors: readonly StoredMentor[], today: string) {
  const active = mentors.filter(({ appointed, ended }) => appointed <= today && (ended === null || ended >= today));
  return {
    active: new Set(active.map(({ id }) => id)),
    minutes: active.reduce((sum, { minutes }) => sum + (minutes ?? 0), 0),
    supported: new Set(active.flatMap(({ supports }) => supports.map((name) => name.toLowerCase()))).size,
  };
}

/** Who left for retirement from a day on, by what the staff record calls it, and how many of them are in post. */
export function retiredAndReturned(
  leavers: readonly { readonly person: string; readonly reason: string | null; readonly leaving: string }[],
  inPost: ReadonlySet<string>,
  period: { readonly first: string; readonly last: string },
): Rate {
  const retired = new Set(
    leavers
      .filter(
        ({ reason, leaving }) =>
          /retire|pension/i.test(reason ?? '') && leaving >= period.first && leaving <= period.last,
      )
      .map(({ person }) => person),
  );
  return { numerator: [...retired].filter((person) => inPost.has(person)).length, denominator: retired.size };
}
