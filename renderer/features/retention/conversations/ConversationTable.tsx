import { useMemo } from 'react';
import type { Conversations, ListedConversation } from '#contract';
import { type Column, DataTable } from '../../../components/DataTable.tsx';
import { Status } from '../../../components/Status.tsx';
import { dayText, reminderText, stateText, themeNames } from './words.ts';

interface ConversationTableProps {
  data: Conversations;
  rows: ListedConversation[];
  onOpen: (conversation: ListedConversation) => void;
}

/** The conversations in view, each of which opens; of confidential ones neither who nor what about. */
export function ConversationTable({ data, rows, onOpen }: ConversationTableProps) {
  const columns = useMemo(
    (): Column<ListedConversation>[] => [
      {
        key: 'name',
        title: 'Who',
        header: true,
        value: ({ name }) => name,
        show: (one) => (
          <button
            type="button"
            className="link"
            aria-label={`${one.name}, ${one.kindName}, ${dayText(one.day)}`}
            onClick={() => onOpen(one)}
          >
            {one.name}
          </button>
        ),
      },
      {
        key: 'kind',
        title: 'Kind',
        value: ({ kindName }) => kindName,
        means: 'Stay, new starter, return, career, or exit conversation.',
      },
      { key: 'unit', title: 'Unit', value: ({ unit }) => unit },
      {
        key: 'state',
        title: 'State',
        value: ({ state, day }) => `${stateText[state]} ${day ?? ''}`,
        show: ({ state, day }) => `${stateText[state]}, ${dayText(day)}`,
        means: 'Planned, held, or declined, with its day.',
      },
      {
        key: 'reminder',
        title: 'To see to',
        value: (one) => reminderText(one)?.word ?? '',
        show: (one) => {
          const reminder = reminderText(one);
          return reminder && <Status {...reminder} />;
        },
        means: 'What is due: a conversation to hold, or an agreement to follow up.',
      },
      {
        key: 'themes',
        title: 'Themes',
        value: ({ themes }) => themeNames(data, themes),
        means: 'What was spoken about, by the trust’s list of themes.',
      },
      {
        key: 'intention',
        title: 'Intention',
        number: true,
        value: ({ intention }) => intention,
        means: 'From 1, is leaving, to 5, as the person says.',
      },
      { key: 'role', title: 'With', value: ({ role }) => role, means: 'The role that held the conversation.' },
      // Shown, and neither copied nor filtered by: free text stays here.
      {
        key: 'action',
        title: 'Agreed',
        value: () => '',
        show: ({ action }) => action,
        means: 'Free text: neither copied nor exported.',
      },
    ],
    [data, onOpen],
  );
  return (
    <div className="retention-table">
      <DataTable
        caption="Conversations"
        columns={columns}
        rows={[...rows].sort((one, other) => ((one.day ?? '') < (other.day ?? '') ? 1 : -1))}
        rowKey={({ id }) => id}
      />
    </div>
  );
}
