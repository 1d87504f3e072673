import type { Access } from './access.ts';

/** Where a command stands in the menu of the desktop app. */
export interface MenuPlace {
  readonly under: 'file' | 'edit' | 'view' | 'help';
  /** With the letter that opens it after an ampersand. */
  readonly label: string;
  /** A line is drawn above it. */
  readonly apart?: true;
}

/** What a screen may show on which a command works. */
type WorkOfScreen = 'tables' | 'pages with a history' | 'problems of an import' | 'lines that are typed into';

/** Something that a person can tell the planner to do, from the menu, by key or from the box to go anywhere. */
export interface Command {
  readonly id: string;
  /** What it does, as the box to go anywhere and the list of keys say it. */
  readonly words: string;
  /** Where it works: in every part of the app, wherever a trust or the sample is in view, or on what is named. */
  readonly works: 'everywhere' | 'in a trust' | 'in the sample' | WorkOfScreen;
  /** Its keys, the one to show first: "Ctrl K", "Shift F8". On a Mac, Ctrl is Command. */
  readonly keys: readonly string[];
  /** The one to show on a Mac, where that is another. */
  readonly macKeys?: string;
  /** Its keys work inside a text field too, but for one that types; where not, they are the field's own there. */
  readonly insideText: boolean;
  readonly menu?: MenuPlace;
  /** The part of the contract that it is of, where the PC's policy may switch that off: then it is offered nowhere. */
  readonly part?: string;
  /** What it calls of the backend, where not every role may: then it is not offered to the others. */
  readonly does?: Pick<Access, 'act' | 'data'>;
  /** Not offered in the box to go anywhere, which is where it leads. */
  readonly unlisted?: true;
}

/** Every command: the menu, the keys, the box to go anywhere and the list of keys are drawn from here. */
export const commands = [
  {
    id: 'go-to',
    words: 'Go to a person, a unit, a screen or a trust, or do something',
    works: 'everywhere',
    keys: ['Ctrl K'],
    insideText: true,
    menu: { under: 'file', label: '&Go to…' },
    unlisted: true,
  },
  {
    id: 'import',
    does: { act: 'import', data: 'none' },
    part: 'imports',
    words: 'Import a file',
    works: 'everywhere',
    keys: ['Ctrl O'],
    insideText: true,
    menu: { under: 'file', label: '&Import a file…' },
  },
  {
    id: 'backup',
    does: { act: 'change', data: 'people' },
    words: 'Make a backup now',
    works: 'everywhere',
    keys: [],
    insideText: false,
    menu: { under: 'file', label: 'Make a &backup now', apart: true },
  },
  {
    id: 'lock',
    words: 'Lock the planner now',
    works: 'everywhere',
    keys: ['Ctrl L'],
    insideText: true,
    menu: { under: 'file', label: '&Lock now', apart: true },
  },
  {
    id: 'print',
    words: 'Print this page',
    works: 'everywhere',
    keys: ['Ctrl P'],
    insideText: true,
    menu: { under: 'file', label: '&Print…', apart: true },
  },
  {
    id: 'undo',
    part: 'history',
    words: 'Undo the last change',
    works: 'everywhere',
    keys: ['Ctrl Z'],
    insideText: false,
    menu: { under: 'edit', label: '&Undo' },
  },
  {
    id: 'redo',
    part: 'history',
    words: 'Redo: do it again',
    works: 'everywhere',
    keys: ['Ctrl Y', 'Ctrl Shift Z'],
    macKeys: 'Ctrl Shift Z',
    insideText: false,
    menu: { under: 'edit', label: '&Redo' },
  },
  {
    id: 'appearance',
    words: 'Choose light or dark',
    works: 'everywhere',
    keys: [],
    insideText: false,
    menu: { under: 'view', label: '&Appearance…', apart: true },
  },
  { id: 'appearance-light', words: 'Light appearance', works: 'everywhere', keys: [], insideText: false },
  { id: 'appearance-dark', words: 'Dark appearance', works: 'everywhere', keys: [], insideText: false },
  {
    id: 'appearance-system',
    words: 'Appearance as the system has it',
    works: 'everywhere',
    keys: [],
    insideText: false,
  },
  {
    id: 'help',
    words: 'Help for this screen',
    works: 'everywhere',
    keys: ['F1'],
    insideText: true,
    menu: { under: 'help', label: '&Help for this screen' },
  },
  {
    id: 'keyboard',
    words: 'Show what can be done and its keys',
    works: 'everywhere',
    keys: ['Ctrl /', '?'],
    insideText: true,
    menu: { under: 'help', label: '&Keyboard' },
  },
  {
    id: 'glossary',
    words: 'Glossary: what the terms mean',
    works: 'everywhere',
    keys: [],
    insideText: false,
    menu: { under: 'help', label: '&Glossary' },
  },
  {
    id: 'release-notes',
    words: 'What is new in this version',
    works: 'everywhere',
    keys: [],
    insideText: false,
    menu: { under: 'help', label: '&What is new', apart: true },
  },
  {
    id: 'add-preceptee',
    does: { act: 'change', data: 'people' },
    part: 'preceptorship',
    words: 'Add a preceptee',
    works: 'in a trust',
    keys: [],
    insideText: false,
  },
  {
    id: 'add-vacancy',
    does: { act: 'change', data: 'people' },
    part: 'vacancies',
    words: 'Add a vacancy',
    works: 'in a trust',
    keys: [],
    insideText: false,
  },
  {
    id: 'add-action',
    does: { act: 'change', data: 'figures' },
    part: 'retention',
    words: 'Add an action to the retention plan',
    works: 'in a trust',
    keys: [],
    insideText: false,
  },
  {
    id: 'add-conversation',
    does: { act: 'change', data: 'people' },
    part: 'retention',
    words: 'Add a conversation',
    works: 'in a trust',
    keys: [],
    insideText: false,
  },
  {
    id: 'plan-session',
    does: { act: 'change', data: 'people' },
    part: 'training',
    words: 'Plan a session of training',
    works: 'in a trust',
    keys: [],
    insideText: false,
  },
  {
    id: 'add-unit',
    does: { act: 'change', data: 'figures' },
    words: 'Add a unit',
    works: 'in a trust',
    keys: [],
    insideText: false,
  },
  {
    id: 'remove-sample',
    part: 'sample',
    does: { act: 'change', data: 'figures' },
    words: 'Remove the sample',
    works: 'in the sample',
    keys: [],
    insideText: false,
  },
  { id: 'filter-table', words: 'Filter', works: 'tables', keys: [], insideText: false },
  { id: 'copy-table', words: 'Copy', works: 'tables', keys: [], insideText: false },
  { id: 'export-table', part: 'exports', words: 'Export or print', works: 'tables', keys: [], insideText: false },
  { id: 'arrange-table', words: 'Arrange', works: 'tables', keys: [], insideText: false },
  { id: 'show-all-rows', words: 'Show all rows', works: 'tables', keys: [], insideText: false },
  {
    id: 'page-history',
    part: 'history',
    words: 'Show the history of this page',
    works: 'pages with a history',
    keys: [],
    insideText: false,
  },
  {
    id: 'next-problem',
    part: 'imports',
    words: 'Go to the next problem of the import',
    works: 'problems of an import',
    keys: ['F8'],
    insideText: true,
  },
  {
    id: 'previous-problem',
    part: 'imports',
    words: 'Go to the problem before',
    works: 'problems of an import',
    keys: ['Shift F8'],
    insideText: true,
  },
  {
    id: 'line-history',
    part: 'history',
    words: 'Show the history of the line that the cursor is in',
    works: 'lines that are typed into',
    keys: ['Ctrl Shift H'],
    insideText: true,
  },
] as const satisfies readonly Command[];

export type CommandId = (typeof commands)[number]['id'];

/** Those that a screen does while it is there; the others work everywhere. */
export type ScreenCommandId = Extract<(typeof commands)[number], { works: WorkOfScreen }>['id'];
export type AppCommandId = Exclude<CommandId, ScreenCommandId>;
