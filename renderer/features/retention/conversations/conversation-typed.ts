import type { ConversationCells } from '#contract';

export const fieldKeys = [
  'kind',
  'name',
  'person',
  'unit',
  'role',
  'channel',
  'offered',
  'planned',
  'held',
  'declined',
  'minutes',
  'intention',
  'note',
  'action',
  'followUp',
  'followedUp',
  'consent',
] as const;
export type FieldKey = (typeof fieldKeys)[number];

/** What the form shows at first. */
export function typedOf(cells: ConversationCells | null, today: string): Record<FieldKey, string> {
  const first: Partial<Record<FieldKey, string>> = {
    kind: 'stay',
    offered: today,
    consent: 'none',
    role: 'Retention Midwife',
  };
  return Object.fromEntries(
    fieldKeys.map((key) => [key, cells === null ? (first[key] ?? '') : String(cells[key] ?? '')]),
  ) as Record<FieldKey, string>;
}

/** What was typed as the planner takes it. */
export function cellsOf(typed: Readonly<Record<FieldKey, string>>) {
  const text = (key: FieldKey) => typed[key].trim() || null;
  const number = (key: FieldKey) => (typed[key].trim() === '' ? null : Number(typed[key]));
  return {
    kind: typed.kind,
    name: typed.name,
    role: typed.role,
    person: text('person'),
    unit: text('unit'),
    channel: text('channel'),
    offered: text('offered'),
    planned: text('planned'),
    held: text('held'),
    declined: text('declined'),
    minutes: number('minutes'),
    intention: number('intention'),
    note: text('note'),
    action: text('action'),
    followUp: text('followUp'),
    followedUp: text('followedUp'),
    consent: typed.consent as ConversationCells['consent'],
  };
}
