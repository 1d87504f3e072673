import { describe, expect, it, test } from 'vitest';
import { type Command, commands, mayCall, type Role } from '#contract';
import { commandsNow, helpMatching, knownCommand, knownScreen, type Situation } from '../../renderer/app/entries.ts';
import { commandsKnownAs, screensKnownAs } from '../../renderer/app/known-as.ts';
import { matching } from '../../renderer/app/matching.ts';
import { hasUseFor, isOf } from '../../renderer/app/screens-for-role.ts';
import { partOfScreen } from '../../renderer/client/screen-parts.ts';
import { listedScreens } from '../support/listed-screens.ts';
import { helpPages } from '../../renderer/help/pages.ts';

interface Who {
  readonly inView?: 'trust' | 'lmns';
  readonly role?: Role;
  readonly off?: readonly string[];
}

/** What the box lists of screens, commands and help when that is typed, as “title · why”. */
function listed(typed: string, { inView = 'trust', role = 'editor', off = [] }: Who = {}): string[] {
  const isOn = (part: string | undefined) => part === undefined || !off.includes(part);
  const situation: Situation = {
    inView,
    isSample: false,
    undo: 'Add a unit',
    redo: null,
    isOn,
    may: (does) => does === undefined || mayCall(role, does),
    isPerformed: (id) => commands.some((command: Command) => command.id === id && command.works === 'tables'),
  };
  const theirs = listedScreens.filter(
    (screen) => isOf(inView, screen) && hasUseFor(role, screen) && isOn(partOfScreen[screen.path]),
  );
  const own = [...theirs.map(knownScreen), ...commandsNow(situation).map((command) => knownCommand(command))];
  const paths = new Set(theirs.map(({ path }) => path));
  return [...matching(own, typed), ...helpMatching(helpPages, paths, typed)].map(({ one, why }) =>
    [one.title, ...why].join(' · '),
  );
}
const firstThree = (typed: string, who?: Who) =>
  listed(typed, who)
    .slice(0, 3)
    .map((line) => line.split(' · ')[0]);

/** What is typed, and where whoever types it means to come. */
const meant: readonly (readonly [
  who: string,
  inView: 'trust' | 'lmns',
  words: readonly (readonly [string, string])[],
])[] = [
  [
    'a workforce lead',
    'trust',
    [
      ['agency', 'Go to Rosters'],
      ['bank', 'Go to Rosters'],
      ['birthrate', 'Go to Required staffing'],
      ['birthrate plus', 'Go to Required staffing'],
      ['BR+', 'Go to Required staffing'],
      ['wte', 'Go to The gap'],
      ['vacancy rate', 'Go to The gap'],
      ['shortfall', 'Go to The gap'],
      ['sickness', 'Go to Rates'],
      ['turnover', 'Go to Rates'],
      ['stability', 'Go to Rates'],
      ['headroom', 'Go to Required staffing'],
      ['uplift', 'Go to Required staffing'],
      ['continuity', 'Go to Required staffing'],
      ['esr', 'Go to Staff in post'],
      ['headcount', 'Go to Staff in post'],
      ['msw', 'Go to Staff in post'],
      ['ledger', 'Go to Reconciliation'],
      ['finance', 'Go to Reconciliation'],
      ['budget', 'Go to Establishment'],
      ['recruitment', 'Go to Vacancies'],
      ['time to hire', 'Go to Vacancies'],
      ['joiners', 'Go to Vacancies'],
      ['scenario', 'Go to Forecast'],
      ['what if', 'Go to Forecast'],
      ['student', 'Go to Student placements'],
      ['university', 'Go to Student placements'],
      ['fill rate', 'Go to Rosters'],
      ['rota', 'Go to Rosters'],
      ['red flag', 'Go to Assurance'],
      ['cnst', 'Go to Assurance'],
      ['mis', 'Go to Assurance'],
      ['board report', 'Go to Assurance'],
      ['undo import', 'Go to Imports'],
      ['upload', 'Go to Imports'],
      ['csv', 'Import a file'],
      ['quarterly return', 'Go to Theme 2 return'],
      ['restatement', 'Go to Theme 2 return'],
      ['template', 'Go to The LMNS’s workbook'],
      ['settings', 'Go to Rules and defaults'],
      ['threshold', 'Go to Rules and defaults'],
      ['ward', 'Go to Trust and units'],
      ['restore', 'Go to Backups'],
      ['gdpr', 'Go to Personal data'],
      ['subject access', 'Go to Personal data'],
      ['password', 'Go to Profiles'],
      ['licence', 'Go to About'],
    ],
  ],
  [
    'a retention midwife',
    'trust',
    [
      ['nqm', 'Go to Preceptorship'],
      ['preceptee', 'Go to Preceptorship'],
      ['sign off', 'Go to Preceptorship'],
      ['supernumerary hours', 'Go to Preceptorship'],
      ['overdue', 'Go to Today'],
      ['escalation', 'Go to Due list'],
      ['outlook', 'Go to Due list'],
      ['band 7', 'Go to Mentors'],
      ['exit interview', 'Go to Conversations'],
      ['stay conversation', 'Go to Conversations'],
      ['itchy', 'Go to Conversations'],
      ['why they left', 'Go to Leavers'],
      ['resignation', 'Go to Leavers'],
      ['action plan', 'Go to Retention plan'],
      ['legacy mentor', 'Go to Flexible working and later careers'],
      ['retire and return', 'Go to Flexible working and later careers'],
      ['wres', 'Go to Workforce equality'],
      ['edi', 'Go to Workforce equality'],
      ['talent', 'Go to Succession and careers'],
      ['staff survey', 'Go to Surveys and learning environment'],
      ['nets', 'Go to Surveys and learning environment'],
      ['mandatory', 'Go to Training compliance'],
      ['prompt', 'Go to Training compliance'],
      ['ctg', 'Go to Training compliance'],
      ['study day', 'Go to Training sessions'],
      ['tna', 'Go to Training needs'],
      ['backfill', 'Go to Training needs'],
      ['locum', 'Go to Supervision and locums'],
      ['pma', 'Go to Roles and frameworks'],
      ['ccf', 'Go to Courses and packs'],
      ['dark', 'Dark appearance'],
      ['dark mode', 'Dark appearance'],
      ['theme', 'Choose light or dark'],
      ['print', 'Print this page'],
      ['pdf', 'Print this page'],
      ['excel', 'Export or print'],
      ['show all', 'Show all rows'],
      ['columns', 'Arrange'],
      ['log out', 'Lock the planner now'],
      ['shortcuts', 'Show what can be done and its keys'],
      ['manual', 'Help for this screen'],
      ['abbreviation', 'Glossary: what the terms mean'],
      ['release notes', 'What is new in this version'],
    ],
  ],
  [
    'an analyst of an LMNS',
    'lmns',
    [
      ['compile', 'Go to Compiled returns'],
      ['heat map', 'Go to Compiled returns'],
      ['compare', 'Go to Compiled returns'],
      ['small numbers', 'Go to Compiled returns'],
      ['board paper', 'Go to Compiled returns'],
      ['who is late', 'Go to Returns received'],
      ['chase', 'Go to Returns received'],
      ['bundle', 'Go to Returns received'],
      ['good practice', 'Go to Actions'],
      ['follow up', 'Go to Actions'],
      ['icb lines', 'Go to Own lines'],
      ['import', 'Import a file'],
      ['access log', 'Go to Audit'],
      ['changes', 'Go to History'],
    ],
  ],
];

describe.each(meant)('%s', (_who, inView, words) => {
  test.each(words)('who types “%s” finds “%s” among the first three', (typed, title) => {
    expect(firstThree(typed, { inView })).toContain(title);
  });
});

it('every screen and every command has words of the job, none of them twice or said by its title already', () => {
  expect(Object.keys(screensKnownAs).sort()).toEqual(listedScreens.map(({ path }) => path).sort());
  expect(Object.keys(commandsKnownAs).sort()).toEqual(commands.map(({ id }) => id).sort());
  const titled = [
    ...listedScreens.map(({ path, title }) => [title, screensKnownAs[path] ?? []] as const),
    ...commands.map(({ id, words }) => [words, commandsKnownAs[id]] as const),
  ];
  for (const [title, also] of titled) {
    expect(also.length, title).toBeGreaterThan(0);
    expect(new Set(also.map((one) => one.toLowerCase())).size, title).toBe(also.length);
    expect(
      also.filter((one) => one.toLowerCase() === title.toLowerCase()),
      title,
    ).toEqual([]);
  }
});

it('says by which word of the job a place was found, and nothing where its title says it', () => {
  expect(listed('wte')[0]).toBe('Go to The gap · WTE');
  expect(listed('shortfall wte')).toContain('Go to The gap · Shortfall · WTE');
  expect(listed('wte')).toContain('WTE, whole-time equivalent');
  expect(listed('the gap')[0]).toBe('Go to The gap');
  expect(listed('go to rosters')[0]).toBe('Go to Rosters');
});

it('a name of a person finds no screen by two letters, nor by letters amid a word of the job', () => {
  for (const name of ['jo', 'al', 'bo', 'sue', 'ada', 'tess'])
    expect(listed(name).filter((line) => line.includes(' · '))).toEqual([]);
});

it('finds a page of help by its task, and a term by how the interface says it', () => {
  expect(listed('undo an import')).toContain('Undo an import');
  expect(listed('glossary stability')).toEqual(['Stability']);
  expect(listed('fte')).toContain('WTE, whole-time equivalent · FTE');
});

it('who has no use for a screen or may not give a command is offered neither, nor the help of it', () => {
  const all = (role: Role) => listed('', { role });
  for (const role of ['viewer', 'lmns'] as const) {
    const offered = all(role);
    for (const hidden of [
      'Go to Backups',
      'Make a backup now',
      'Add a preceptee',
      'Add a unit',
      'Plan a session of training',
    ])
      expect(offered, `${role}: ${hidden}`).not.toContain(hidden);
    expect(listed('restore', { role })).not.toContain('Make, keep and put back a backup');
  }
  expect(all('viewer')).not.toContain('Import a file');
  expect(all('viewer')).toContain('Print this page');
  expect(all('editor')).toContain('Make a backup now');
  expect(listed('import', { role: 'lmns', inView: 'lmns' })).toContain('Import a file');
});

it('what the policy of a PC switches off is found by none of its words', () => {
  const off = { off: ['training', 'exports', 'history'] };
  expect(listed('mandatory', off).filter((line) => line.includes('Training'))).toEqual([]);
  expect(listed('tna', off)).toEqual([]);
  for (const hidden of [
    'Go to Training compliance',
    'Plan a session of training',
    'Export or print',
    'Undo the last change',
  ])
    expect(listed('', off)).not.toContain(hidden);
  expect(listed('study day', off)).not.toContain('Plan a day of training and record attendance');
  expect(listed('study day')).toContain('Plan a session of training · Study day');
});
