import { dateInWords } from '../../../../core/dates.ts';
import { monthTitle } from '../months.ts';
import type { Oversight } from '../oversight.ts';
import { note, type Section, tableOf } from './parts.ts';

/** What was done about red flags, and what is still to do. */
export function actionSection({ actions }: Oversight): Section {
  const title = 'Actions taken';
  if (actions.length === 0)
    return {
      title,
      says: [],
      blocks: [
        note('No action is entered for the period. Enter what was done about red flags on the Assurance screen.'),
      ],
    };
  const done = actions.filter((action) => action.done !== null).length;
  return {
    title,
    says: [
      `${actions.length === 1 ? 'One action was' : `${actions.length} actions were`} taken about red flags; ${done === actions.length ? 'all are' : `${done} ${done === 1 ? 'is' : 'are'}`} done.`,
    ],
    blocks: [
      tableOf({
        title: 'Actions about red flags',
        words: ['Month', 'About', 'Action', 'Lead', 'State'],
        figures: [],
        rows: actions.map(({ month, flag, unit, action, lead, due, done: on }) => [
          monthTitle(month, true),
          [flag ?? 'Red flags', unit].filter(Boolean).join(', '),
          action,
          lead || '–',
          on !== null ? `Done ${dateInWords(on)}` : due === null ? 'Open' : `Due ${dateInWords(due)}`,
        ]),
      }),
    ],
  };
}

const definitions = [
  { term: 'Required', meaning: 'WTE that the tool named in the report asks for.' },
  { term: 'Funded', meaning: 'WTE of posts in the budget, filled and vacant.' },
  {
    term: 'In post',
    meaning: 'Contracted WTE of staff on the staff list on a day; bank and agency are never part of it.',
  },
  { term: 'Available', meaning: 'In post less maternity and other long leave.' },
  {
    term: 'Vacancy',
    meaning:
      'Funded less in post, its sign kept: below nought is more staff than funded posts. The vacancy rate is vacancy ÷ funded.',
  },
  {
    term: 'Shift fill',
    meaning: 'Care hours worked ÷ care hours planned; supernumerary, management and on-call duties are left out.',
  },
  {
    term: 'Supernumerary coordinator',
    meaning:
      'A registered duty in charge and outside the numbers. Counted where one is rostered for the shift and one is there at its start.',
  },
  {
    term: 'WTE',
    meaning: 'Whole-time equivalent. Figures are exact and rounded once, half up, where they are printed.',
  },
];

/** The terms used, and where each figure comes from. */
export function definitionBlocks({ rules, sources }: Oversight): Section['blocks'] {
  return [
    { kind: 'heading', level: 1, text: 'Definitions' },
    { kind: 'definitions', items: [...definitions, ...rules.definitions] },
    { kind: 'heading', level: 1, text: 'Sources' },
    { kind: 'list', items: sources.length > 0 ? [...sources] : ['Figures entered by hand.'] },
  ];
}
