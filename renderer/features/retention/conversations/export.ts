import type { Conversations, ExportTable, ListedConversation } from '#contract';
import { dateText } from '../../../components/numbers.ts';
import { consentText, stateText, themeNames } from './words.ts';

/**
 * The conversations in view as a workbook, as the list has them: no notes, and of confidential ones neither who nor what
 * about. No free text is in it; themes only where the person said that they may be shared.
 */
export function exportOf(data: Conversations, rows: readonly ListedConversation[], trust: string): ExportTable {
  return {
    title: `Conversations of ${trust}`.slice(0, 200),
    subtitle: `${rows.length} of ${data.list.length} · as on ${dateText(data.on)} · without names and free text; themes where they may be shared`,
    columns: [
      { heading: 'Kind', kind: 'text' },
      { heading: 'Unit', kind: 'text' },
      { heading: 'State', kind: 'text' },
      { heading: 'Offered', kind: 'date' },
      { heading: 'Planned', kind: 'date' },
      { heading: 'Held', kind: 'date' },
      { heading: 'Declined', kind: 'date' },
      { heading: 'Led by', kind: 'text' },
      { heading: 'Minutes', kind: 'count' },
      { heading: 'May be shared', kind: 'text' },
      { heading: 'Themes', kind: 'text' },
      { heading: 'Follow up', kind: 'date' },
      { heading: 'Followed up', kind: 'date' },
    ],
    rows: rows.map((one) => ({
      kind: 'row',
      values: [
        one.kindName,
        one.unit,
        stateText[one.state],
        one.offered,
        one.planned,
        one.held,
        one.declined,
        one.role,
        one.minutes,
        consentText[one.consent],
        one.consent === 'none' ? null : themeNames(data, one.themes),
        one.followUp,
        one.followedUp,
      ],
    })),
    definitions: data.formulas.map(({ figure, formula }) => ({ term: figure, meaning: formula })),
  };
}
