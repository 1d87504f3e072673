import type { AgreedLevel, ExportTable } from '#contract';

const reviews = { due: 'due', soon: 'due soon', later: 'later', none: 'none set' };

/** The levels agreed locally as a table for a workbook. */
export function agreedLevelsExport(levels: readonly AgreedLevel[], trust: string): ExportTable {
  return {
    title: `Levels agreed locally, ${trust}`.slice(0, 200),
    subtitle: 'Professions for which there is no national tool',
    columns: [
      { heading: 'Profession', kind: 'text' },
      { heading: 'Role', kind: 'text' },
      { heading: 'Required', kind: 'wte' },
      { heading: 'Funded', kind: 'wte' },
      { heading: 'In post', kind: 'wte' },
      { heading: 'Required − funded', kind: 'wte' },
      { heading: 'Vacancy', kind: 'wte' },
      { heading: 'Required − in post', kind: 'wte' },
      { heading: 'Source', kind: 'text' },
      { heading: 'Agreed by', kind: 'text' },
      { heading: 'Agreed on', kind: 'date' },
      { heading: 'Review on', kind: 'date' },
      { heading: 'Review', kind: 'text' },
      { heading: 'Note', kind: 'long_text' },
    ],
    rows: levels.map((level) => ({
      kind: 'row',
      values: [
        level.professionName,
        [level.role, level.designation, level.tier].filter(Boolean).join(', '),
        level.required,
        level.funded,
        level.inPost,
        level.requiredLessFunded,
        level.vacancy,
        level.requiredLessInPost,
        level.source ?? '',
        level.agreedBy ?? '',
        level.date,
        level.reviewOn,
        reviews[level.review],
        level.note,
      ],
    })),
    definitions: [
      { term: 'Required', meaning: 'WTE that was agreed locally, by whom and on which source is said beside it.' },
      { term: 'Vacancy', meaning: 'Funded minus in post; negative is over-established.' },
      { term: 'Not known', meaning: 'An empty cell: nobody has entered it. It is not nought.' },
    ],
  };
}
