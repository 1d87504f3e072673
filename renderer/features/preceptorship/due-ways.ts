import type { DueListItem, DueShown } from '#contract';
import { planner } from '../../client/planner.ts';
import type { Field } from '../../components/Fields.tsx';
import { mentorWays } from './mentor-due-ways.ts';

/** What a form about something due may ask. */
export type DueField =
  | 'preceptor'
  | 'mentor'
  | 'day'
  | 'who'
  | 'outcome'
  | 'agreedActions'
  | 'next'
  | 'reason'
  | 'approvedBy'
  | 'hours'
  | 'level'
  | 'note';

export type DueTyped = Record<DueField, string>;

export interface DueOf {
  readonly item: Pick<DueShown, 'step' | 'kind' | 'what' | 'escalation'>;
  readonly whose: Pick<DueListItem, 'key' | 'mentoring' | 'name' | 'preceptor'>;
  readonly today: string;
}

/** One way of taking something off the list. */
export interface Way {
  readonly key: string;
  readonly title: string;
  readonly button: string;
  readonly fields: readonly Field<DueField>[];
  readonly needed: readonly DueField[];
  readonly start?: Partial<DueTyped>;
  send(of: { trust: string; key: string; step: string; typed: DueTyped; aboutNoPatient: boolean }): Promise<{
    label: string | null;
  }>;
}

const day = (label: string): Field<DueField> => ({ key: 'day', label, kind: 'date' });
const reason: Field<DueField> = { key: 'reason', label: 'Reason', most: 300 };
const orNull = (text: string) => text.trim() || null;

const held: Way = {
  key: 'held',
  title: 'It was held or done',
  button: 'Record',
  fields: [
    day('Held on'),
    { key: 'who', label: 'With whom' },
    { key: 'next', label: 'Next meeting', kind: 'date' },
    { key: 'outcome', label: 'Outcome', kind: 'words', most: 300 },
    { key: 'agreedActions', label: 'Agreed actions', kind: 'words', most: 1000 },
  ],
  needed: ['day'],
  send: ({ typed, ...of }) => {
    const { day: on, who, outcome, agreedActions, next } = typed;
    const words = { who: orNull(who), outcome: orNull(outcome), agreedActions: orNull(agreedActions) };
    return planner.preceptorship.recordMeeting({ ...of, held: on, ...words, next: orNull(next) });
  },
};

const planned: Way = {
  key: 'planned',
  title: 'It is planned for a day',
  button: 'Plan',
  fields: [day('Planned for'), { key: 'who', label: 'With whom' }],
  needed: ['day'],
  start: { day: '' },
  send: ({ typed, ...of }) =>
    planner.preceptorship.recordMeeting({ ...of, planned: typed.day, who: orNull(typed.who) }),
};

const moved: Way = {
  key: 'moved',
  title: 'Reschedule, with a reason',
  button: 'Reschedule',
  fields: [day('New day'), reason],
  needed: ['day', 'reason'],
  start: { day: '' },
  send: ({ typed, ...of }) => planner.preceptorship.reschedule({ ...of, to: typed.day, reason: typed.reason }),
};

const notApplicable: Way = {
  key: 'not_applicable',
  title: 'Not applicable, with a reason',
  button: 'Take it off the list',
  fields: [reason],
  needed: ['reason'],
  send: ({ typed, ...of }) => planner.preceptorship.notApplicable({ ...of, reason: typed.reason }),
};

const named: Way = {
  key: 'named',
  title: 'Name the preceptor',
  button: 'Name preceptor',
  fields: [{ key: 'preceptor', label: 'Preceptor' }, day('From')],
  needed: ['preceptor', 'day'],
  send: ({ typed, trust, key, aboutNoPatient }) =>
    planner.preceptorship.recordEvent({
      trust,
      key,
      aboutNoPatient,
      event: { kind: 'preceptor', from: typed.day, preceptor: typed.preceptor },
    }),
};

const given: Way = {
  key: 'given',
  title: 'Hours were given, or are booked',
  button: 'Record hours',
  fields: [day('Day'), { key: 'hours', label: 'Hours, such as 7.5', kind: 'number' }],
  needed: ['day', 'hours'],
  send: ({ typed, trust, key, aboutNoPatient }) => {
    const minutes = Math.round(Number(typed.hours.replace(',', '.')) * 60);
    return planner.preceptorship.addHours({
      trust,
      key,
      aboutNoPatient,
      kind: 'supernumerary',
      day: typed.day,
      minutes,
    });
  },
};

/** Who signs off: somebody else than the preceptee. */
export const signatory = {
  key: 'approvedBy',
  label: 'Signed off by',
  hint: 'the preceptorship lead or manager, by name: another person than the preceptee',
} as const;

const signedOff: Way = {
  key: 'signed_off',
  title: 'Sign off',
  button: 'Sign off',
  fields: [day('Signed off on'), signatory],
  needed: ['day', 'approvedBy'],
  send: ({ typed, trust, key, aboutNoPatient }) =>
    planner.preceptorship.recordEvent({
      trust,
      key,
      aboutNoPatient,
      event: { kind: 'completed', from: typed.day, approvedBy: typed.approvedBy },
    }),
};

const extended = (today: string): Way => ({
  key: 'extended',
  title: 'Extend the programme',
  button: 'Extend',
  fields: [day('New end'), reason, { key: 'approvedBy', label: 'Approved by' }],
  needed: ['day', 'reason', 'approvedBy'],
  start: { day: '' },
  send: ({ typed, trust, key, aboutNoPatient }) =>
    planner.preceptorship.recordEvent({
      trust,
      key,
      aboutNoPatient,
      event: { kind: 'extension', from: today, until: typed.day, reason: typed.reason, approvedBy: typed.approvedBy },
    }),
});

const told = (levels: DueShown['escalation']): Way => ({
  key: 'told',
  title: 'Somebody was told of it',
  button: 'Note it',
  fields: [
    { key: 'level', label: 'Who', choices: levels.map(({ level, name }) => ({ key: level, name })) },
    day('Told on'),
    { key: 'note', label: 'Note', most: 300 },
  ],
  needed: ['level', 'day'],
  start: { level: (levels.find(({ reached, done }) => reached && done === null) ?? levels[0])?.level ?? '' },
  send: ({ typed, ...of }) =>
    planner.preceptorship.escalate({ ...of, level: typed.level, on: typed.day, note: orNull(typed.note) }),
});

/** What can be done about something due, the usual way first. */
export function waysOf({ item, whose, today }: DueOf): Way[] {
  const tell = item.escalation.length > 0 ? [told(item.escalation)] : [];
  switch (item.kind) {
    case 'preceptor':
      return [named, moved, notApplicable, ...tell];
    case 'meeting':
      return item.step === 'completion'
        ? [held, planned, signedOff, extended(today), moved, notApplicable, ...tell]
        : [held, planned, moved, notApplicable, ...tell];
    case 'step':
      return [held, planned, moved, notApplicable, ...tell];
    case 'hours':
      return [given, moved, notApplicable, ...tell];
    case 'end':
      return [signedOff, extended(today), moved, notApplicable, ...tell];
    case 'sign_off':
      return [signedOff, notApplicable];
    case 'limit':
      return [signedOff, notApplicable, ...tell];
    case 'mentor':
    case 'mentor_meeting':
      return whose.mentoring === null ? [] : mentorWays(whose.mentoring, item.kind);
  }
}

/** What the main button of a line says. */
export const mainAction: Record<DueShown['kind'], string> = {
  preceptor: 'Name preceptor',
  meeting: 'Record',
  step: 'Record',
  hours: 'Record hours',
  sign_off: 'Sign off',
  end: 'Sign off',
  limit: 'Sign off',
  mentor: 'Name mentor',
  mentor_meeting: 'Record',
};
