import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { commands, contract } from '#contract';
import { SWITCHABLE } from '../../electron/policy/policy.ts';
import { listedScreens } from '../support/listed-screens.ts';
import { partOfScreen } from '../../renderer/client/screen-parts.ts';

const app = join(import.meta.dirname, '../../renderer/app');
const read = (file: string) => readFileSync(join(app, file), 'utf8');

/** Screens whose folder is called otherwise than the part of the contract that they are of. */
const otherwise: Record<string, string> = { 'personal-data': 'personalData', about: 'planner' };

test('every screen is of a part that the policy of a PC may switch off, or of one that cannot be', () => {
  expect(listedScreens.length).toBeGreaterThan(45);
  for (const { path, file } of listedScreens) {
    const folder = file.split('/')[1] ?? '';
    const part = otherwise[folder] ?? folder;
    expect(Object.keys(contract)).toContain(part);
    expect([path, partOfScreen[path]]).toEqual([path, SWITCHABLE.includes(part) ? part : undefined]);
  }
  expect(Object.keys(partOfScreen).filter((path) => !listedScreens.some((screen) => screen.path === path))).toEqual([]);
});

test('every command that works on a part says which, so that it goes with it from menu, keys and palette', () => {
  for (const command of commands) if ('part' in command) expect(SWITCHABLE).toContain(command.part);
  const without = commands.filter((command) => !('part' in command)).map(({ id }) => id);
  expect(without).toEqual([
    'go-to',
    'backup',
    'lock',
    'print',
    'appearance',
    'appearance-light',
    'appearance-dark',
    'appearance-system',
    'help',
    'keyboard',
    'glossary',
    'release-notes',
    'add-unit',
    'filter-table',
    'copy-table',
    'arrange-table',
    'show-all-rows',
  ]);
});

test('navigation, palette and routes take the screens from one list, which leaves out what is switched off', () => {
  expect(read('screens-in-view.ts')).toMatch(/useScreens[\s\S]*isOn\(partOfScreen\[screen\.path\]\)/);
  for (const file of ['Navigation.tsx', 'offers.ts', 'Frame.tsx']) expect(read(file)).toContain('useScreens()');
  expect(read('Frame.tsx')).toContain('<SwitchedOff title={title} />');
  for (const file of ['entries.ts', 'Keyboard.tsx']) expect(read(file)).toContain('isTheirs(command');
});

const renderer = join(app, '..');
const sources = readdirSync(renderer, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file))
  .map((file) => ({ file: file.replaceAll('\\', '/'), text: readFileSync(join(renderer, file), 'utf8') }));
/** The part that a file's screens are of: a policy that switches it off leaves none of them. */
const ownPart = (file: string) => {
  const folder = /^features\/([a-z-]+)\//.exec(file)?.[1];
  return folder && (otherwise[folder] ?? folder);
};

/** Files that call a part other than their own without asking whether it is on, and why nobody meets a refusal. */
const asked: Record<string, string> = {
  'client/changes.ts': 'what offers the history asks first',
  'client/drafts.ts': 'drafts are kept whatever is switched off',
  'client/let-go.ts': 'called for files of the screen of imports alone',
  'components/save-table.ts': 'the buttons that save a table ask first',
  'client/upload.ts': 'called by the screen of imports alone',
  'app/remove-sample.ts': 'the button and the command that run it are gone where it is off',
  'app/saving-waits.ts': 'says how far an import is, which shows nothing of a trust',
  'app/undo.ts': 'asks for the history; an LMNS that is switched off is not in view',
  'app/view.ts': 'an LMNS that is switched off is not among the choices',
  'features/backups/StoreLockDialog.tsx': 'opened by the button of StoreLock, which asks',
  'features/today/DueItems.tsx': 'what is due of a part that is off is left out by the backend',
};

test('nothing calls a part that may be switched off, from a screen of another, without asking whether it is on', () => {
  const calling = sources.flatMap(({ file, text }) => {
    const parts = [...text.matchAll(/\bplanner\s*\.\s*([a-zA-Z]+)\b/g)].map(([, part = '']) => part);
    const others = [...new Set(parts)].filter((part) => SWITCHABLE.includes(part) && part !== ownPart(file));
    return others.filter((part) => !text.includes(`isOn('${part}')`)).map(() => file);
  });
  expect([...new Set(calling)].sort()).toEqual(Object.keys(asked).sort());
});

test('words and buttons that lead to a screen of another part say, or are gone, where that is switched off', () => {
  const astray = sources.flatMap(({ file, text }) =>
    [...text.matchAll(/(?:href|to)=(?:"#?|\{[`']#?)(\/[a-z-]+)/g)]
      .filter((found) => !text.slice(0, found.index).trimEnd().endsWith('<ScreenLink'))
      .map(([, path = '']) => ({ file, path, part: partOfScreen[path] }))
      .filter(({ part }) => part !== undefined && part !== ownPart(file)),
  );
  expect(astray.map(({ file, path }) => `${file} ${path}`)).toEqual(['app/StatusLine.tsx /history']);
  expect(read('StatusLine.tsx')).toMatch(/isOn\('history'\) \? \(\s*<Link href="\/history"/);
  // Where it leads is worked out: fields of the form, the list of screens, and what asks itself.
  const workedOut = sources.filter(({ text }) => /<(?:a|Link)\s[^<]*?href=\{/.test(text)).map(({ file }) => file);
  expect(workedOut.sort()).toEqual(['app/Navigation.tsx', 'components/ErrorSummary.tsx', 'components/ScreenLink.tsx']);
});

test('a place of another part is opened from what the backend told alone, which leaves out what is switched off', () => {
  const screenOf = new Map(
    [...readFileSync(join(renderer, 'client/opened.ts'), 'utf8').matchAll(/^ {2}([a-z_]+): '(\/[a-z-]+)',$/gm)].map(
      ([, kind = '', path = '']) => [kind, path] as const,
    ),
  );
  expect(screenOf.size).toBeGreaterThan(20);
  const astray = sources.flatMap(({ file, text }) =>
    [...text.matchAll(/open(?:Place|New)\('([a-z_]+)'/g)]
      .map(([, kind = '']) => partOfScreen[screenOf.get(kind) ?? ''])
      .filter((part) => part !== undefined && part !== ownPart(file))
      .map(() => file),
  );
  // Commands go with their part, and imports were listed by the backend.
  expect([...new Set(astray)]).toEqual(['app/commands.ts', 'features/today/Changes.tsx']);
});
