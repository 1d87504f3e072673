import type { Conversations, ListedConversation } from '#contract';
import { counted, dateText, decimal } from '../../../components/numbers.ts';
import type { StatusKind } from '../../../components/Status.tsx';

export const stateText: Record<ListedConversation['state'], string> = {
  offered: 'Offered',
  planned: 'Planned',
  held: 'Held',
  declined: 'Declined',
};

export const consentText: Record<ListedConversation['consent'], string> = {
  none: 'Nothing',
  themes: 'Themes only',
  summary: 'Themes and what was agreed',
};

/** What somebody has to see to; null where nothing. */
export function reminderText({
  reminder,
  reminderDays,
}: ListedConversation): { kind: StatusKind; word: string } | null {
  const since = counted(reminderDays ?? 0, 'day');
  switch (reminder) {
    case 'no_answer':
      return { kind: 'amber', word: `No answer, ${since} over` };
    case 'planned_past':
      return { kind: 'red', word: `Planned ${since} ago: held?` };
    case 'follow_up':
      return { kind: reminderDays === 0 ? 'amber' : 'red', word: `Follow up, due ${since} ago` };
    default:
      return null;
  }
}

/** 75 minutes as "1.3 hours". */
export const timeText = (minutes: number) => (minutes < 60 ? `${minutes} min` : `${decimal(minutes / 60, 1)} hours`);

export const themeNames = ({ choices }: Conversations, keys: readonly string[]) =>
  keys.map((key) => choices.themes.find((theme) => theme.key === key)?.name ?? key).join(', ');

export const dayText = (day: string | null) => (day === null ? '–' : dateText(day));
