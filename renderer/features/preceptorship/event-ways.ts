import type { PrecepteeEvent, PrecepteePage } from '#contract';
import { dateText, wteText } from '../../components/numbers.ts';
import type { Field } from '../../components/Fields.tsx';
import { signatory } from './due-ways.ts';

export type EventKind = PrecepteeEvent['kind'];
export type EventField = 'from' | 'until' | 'wte' | 'preceptor' | 'unit' | 'setting' | 'reason' | 'approvedBy' | 'note';
export type EventTyped = Record<EventField, string>;

const date = (key: 'from' | 'until', label: string, hint?: string): Field<EventField> => ({
  key,
  label,
  kind: 'date',
  ...(hint ? { hint } : {}),
});
const noteField: Field<EventField> = { key: 'note', label: 'Note', kind: 'words', most: 300 };
const setting: Field<EventField> = {
  key: 'setting',
  label: 'Setting',
  none: 'By the kind of the unit',
  choices: [
    { key: 'hospital', name: 'Hospital' },
    { key: 'community', name: 'Community, outside the hospital' },
  ],
};
const because = (label: string): Field<EventField> => ({ key: 'reason', label, most: 300 });

interface EventWay {
  readonly title: string;
  readonly button: string;
  readonly fields: readonly Field<EventField>[];
  readonly needed: readonly EventField[];
}

export const eventWays: Record<EventKind, EventWay> = {
  pause: {
    title: 'Pause: the clock stops',
    button: 'Record the pause',
    fields: [
      date('from', 'First day away'),
      date('until', 'First day back', 'blank while it is not known'),
      because('Reason, such as maternity leave, sickness or career break'),
      noteField,
    ],
    needed: ['from', 'reason'],
  },
  wte: {
    title: 'Change of WTE',
    button: 'Record the change',
    fields: [date('from', 'From'), { key: 'wte', label: 'New WTE', hint: 'such as 0.8' }, noteField],
    needed: ['from', 'wte'],
  },
  preceptor: {
    title: 'Another preceptor',
    button: 'Record the preceptor',
    fields: [date('from', 'From'), { key: 'preceptor', label: 'Preceptor' }, because('Reason'), noteField],
    needed: ['from', 'preceptor'],
  },
  unit: {
    title: 'Move to another unit',
    button: 'Record the move',
    fields: [date('from', 'From'), { key: 'unit', label: 'Unit' }, setting, noteField],
    needed: ['from', 'unit'],
  },
  rotation: {
    title: 'Rotation',
    button: 'Record the rotation',
    fields: [date('from', 'First day'), date('until', 'Last day'), { key: 'unit', label: 'Unit' }, setting, noteField],
    needed: ['from', 'unit'],
  },
  extension: {
    title: 'Extension',
    button: 'Extend',
    fields: [
      date('from', 'Agreed on'),
      date('until', 'New end'),
      because('Reason'),
      { key: 'approvedBy', label: 'Approved by' },
      noteField,
    ],
    needed: ['from', 'until', 'reason', 'approvedBy'],
  },
  completed: {
    title: 'Sign-off, early completion too',
    button: 'Sign off',
    fields: [date('from', 'Signed off on'), signatory, noteField],
    needed: ['from', 'approvedBy'],
  },
  left: {
    title: 'Leaving',
    button: 'Record the leaving',
    fields: [date('from', 'Last day'), because('Reason for leaving'), noteField],
    needed: ['from', 'reason'],
  },
};

/** Common reasons, to choose from or to go beyond. */
export const reasonsOf: Partial<Record<EventKind, readonly string[]>> = {
  pause: ['Maternity leave', 'Adoption leave', 'Long-term sickness', 'Career break', 'Secondment'],
  left: [
    'Voluntary Resignation - Work Life Balance',
    'Voluntary Resignation - Health',
    'Voluntary Resignation - Relocation',
    'Voluntary Resignation - Promotion',
    'Voluntary Resignation - To undertake further education or training',
    'Voluntary Resignation - Lack of Opportunities',
    'Voluntary Resignation - Incompatible Working Relationships',
    'Voluntary Resignation - Other/Not Known',
    'End of Fixed Term Contract',
    'Dismissal - Capability',
    'Employee Transfer',
  ],
};

export const missingWords: Record<EventField, string> = {
  from: 'Enter the day.',
  until: 'Enter the day.',
  wte: 'Enter a WTE, such as 0.8.',
  preceptor: 'Enter the name of the preceptor.',
  unit: 'Enter the unit.',
  setting: 'Choose one.',
  reason: 'Enter the reason.',
  approvedBy: 'Enter by whom.',
  note: '',
};

const period = ({ from, until }: { from: string; until?: string | null | undefined }, open: string) =>
  `${dateText(from)} to ${until ? dateText(until) : open}`;

/** What an event says, in words. */
export function eventWords(event: PrecepteeEvent): { what: string; when: string; more: string } {
  const note = event.note ?? '';
  const more = (...parts: (string | null)[]) => [...parts, note].filter(Boolean).join(' · ');
  switch (event.kind) {
    case 'pause':
      return { what: 'Pause', when: period(event, 'no day of return yet'), more: more(event.reason) };
    case 'wte':
      return { what: `${wteText(event.wte)} WTE`, when: `from ${dateText(event.from)}`, more: more() };
    case 'preceptor':
      return { what: `Preceptor ${event.preceptor}`, when: `from ${dateText(event.from)}`, more: more(event.reason) };
    case 'unit':
      return { what: `Moves to ${event.unit}`, when: `from ${dateText(event.from)}`, more: more(event.setting) };
    case 'rotation':
      return { what: `Rotation ${event.unit}`, when: period(event, 'open'), more: more(event.setting) };
    case 'extension':
      return {
        what: `Extended to ${dateText(event.until)}`,
        when: `agreed ${dateText(event.from)}`,
        more: more(event.reason, `approved by ${event.approvedBy}`),
      };
    case 'completed':
      return {
        what: 'Signed off',
        when: dateText(event.from),
        more: more(`by ${event.approvedBy}`),
      };
    case 'left':
      return { what: 'Left', when: dateText(event.from), more: more(event.reason) };
  }
}

/** What somebody's leaving means for the programme. */
export const leftWords: Record<NonNullable<PrecepteePage['leftWhen']>, string> = {
  during: 'during the programme',
  after: 'within the months after the programme that count',
  later: 'later than the months after the programme that count',
};
