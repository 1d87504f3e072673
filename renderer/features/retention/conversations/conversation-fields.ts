import type { Conversations } from '#contract';
import { named } from '../../../components/Choose.tsx';
import type { Field } from '../../../components/Fields.tsx';
import type { FieldKey } from './conversation-typed.ts';
import { consentText } from './words.ts';

interface Section {
  title: string;
  fields: Field<FieldKey>[];
}

const none = 'Not said';

/** The fields of a conversation in their groups. */
export function conversationSections({ choices }: Conversations, units: readonly string[]): Section[] {
  return [
    {
      title: 'Who and when',
      fields: [
        { key: 'kind', label: 'Kind', choices: choices.kinds },
        { key: 'name', label: 'With' },
        { key: 'person', label: 'Employee number (optional)' },
        { key: 'unit', label: 'Unit', choices: units.map((name) => ({ key: name, name })), open: true },
        { key: 'role', label: 'Led by (role)', hint: 'not the line manager for itchy feet' },
        { key: 'channel', label: 'Channel', choices: choices.channels, none },
        { key: 'offered', label: 'Offered', kind: 'date' },
        { key: 'planned', label: 'Planned for', kind: 'date' },
        { key: 'held', label: 'Held', kind: 'date' },
        { key: 'declined', label: 'Declined', kind: 'date' },
        { key: 'minutes', label: 'Minutes', kind: 'number' },
      ],
    },
    {
      title: 'What came of it',
      fields: [
        {
          key: 'intention',
          label: 'Intention',
          choices: choices.intention.map(({ score, name }) => ({ key: String(score), name: `${score} ${name}` })),
          none,
        },
        {
          key: 'consent',
          label: 'May be shared',
          choices: named(consentText),
        },
        { key: 'followUp', label: 'Follow up on', kind: 'date' },
        { key: 'followedUp', label: 'Followed up on', kind: 'date' },
        { key: 'action', label: 'What was agreed', kind: 'words' },
        {
          key: 'note',
          label: 'Note',
          kind: 'words',
          hint: 'Stays here: in no list and in no file that is saved. Nothing about patients.',
        },
      ],
    },
  ];
}
