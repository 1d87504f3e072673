import type { ConversationCells, ListedConversation } from '#contract';
import { addDays, daysBetween } from '../../../core/dates.ts';

export type StoredConversation = ConversationCells & { readonly id: number };

export interface Period {
  readonly first: string;
  readonly last: string;
}

/** What became of a conversation: held wins over declined, declined over planned. */
export function stateOf({ held, declined, planned }: ConversationCells): ListedConversation['state'] {
  if (held !== null) return 'held';
  if (declined !== null) return 'declined';
  return planned === null ? 'offered' : 'planned';
}

/** What somebody has to see to, and since which day; undefined where nothing. */
function reminderOf(
  cells: ConversationCells,
  today: string,
  remindAfterDays: number,
): { readonly kind: NonNullable<ListedConversation['reminder']>; readonly since: string } | undefined {
  const { offered, planned, followUp, followedUp } = cells;
  const state = stateOf(cells);
  if (state === 'planned' && planned !== null && planned < today) return { kind: 'planned_past', since: planned };
  if (state === 'offered' && offered !== null && daysBetween(offered, today) > remindAfterDays)
    return { kind: 'no_answer', since: addDays(offered, remindAfterDays) };
  if (followUp !== null && followedUp === null && followUp <= today) return { kind: 'follow_up', since: followUp };
  return undefined;
}

/**
 * A conversation as lists and files have it. The note is never in it; of a confidential one neither are the name, the
 * themes, the score and the action.
 */
export function listedOf(
  cells: StoredConversation,
  kindName: string,
  today: string,
  remindAfterDays: number,
): ListedConversation {
  const { person: _person, note: _note, channel: _channel, ...shown } = cells;
  const state = stateOf(cells);
  const reminder = reminderOf(cells, today, remindAfterDays);
  const hidden = { name: 'Confidential', unit: null, themes: [], intention: null, action: null };
  return {
    ...shown,
    ...(cells.confidential ? hidden : {}),
    kindName,
    state,
    day: cells[state],
    reminder: reminder?.kind ?? null,
    reminderDays: reminder ? daysBetween(reminder.since, today) : null,
  };
}

const isIn = (day: string | null, { first, last }: Period) => day !== null && day >= first && day <= last;

/** Conversations offered, held and declined in a period. */
export function countsOf(some: readonly StoredConversation[], period: Period) {
  return {
    offered: some.filter(({ offered }) => isIn(offered, period)).length,
    held: some.filter(({ held }) => isIn(held, period)).length,
    declined: some.filter(({ held, declined }) => held === null && isIn(declined, period)).length,
  };
}

/** How often each theme came up in conversations held in a period, and in exit conversations; not in confidential ones. */
export function themeCounts(
  some: readonly StoredConversation[],
  period: Period,
): Map<string, { conversations: number; exits: number }> {
  const counts = new Map<string, { conversations: number; exits: number }>();
  for (const { held, kind, themes, confidential } of some) {
    if (confidential || !isIn(held, period)) continue;
    for (const theme of new Set(themes)) {
      const known = counts.get(theme) ?? { conversations: 0, exits: 0 };
      counts.set(theme, {
        conversations: known.conversations + 1,
        exits: known.exits + (kind === 'exit' ? 1 : 0),
      });
    }
  }
  return counts;
}

/** What each role has open, has to see to, and has held in a period with the time it took. */
export function caseloadOf(
  some: readonly StoredConversation[],
  period: Period,
  today: string,
  remindAfterDays: number,
) {
  const roles = [...new Set(some.map(({ role }) => role))].sort();
  return roles.map((role) => {
    const own = some.filter((one) => one.role === role);
    const isOpen = (one: StoredConversation) => {
      const state = stateOf(one);
      return state === 'offered' || state === 'planned' || (one.followUp !== null && one.followedUp === null);
    };
    const held = own.filter((one) => isIn(one.held, period));
    return {
      role,
      people: new Set(own.filter(isOpen).map(({ person, name }) => person ?? name.toLowerCase())).size,
      reminders: own.filter((one) => reminderOf(one, today, remindAfterDays) !== undefined).length,
      held: held.length,
      minutes: held.reduce((sum, { minutes }) => sum + (minutes ?? 0), 0),
      untimed: held.filter(({ minutes }) => minutes === null).length,
    };
  });
}
