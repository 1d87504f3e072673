import { type Command, type CommandId, commands } from '#contract';
import { glossary, type GlossaryKey } from '../help/glossary.ts';
import type { HelpPage } from '../help/page.ts';
import { pathsLedTo } from '../help/paths.ts';
import { searchPages } from '../help/search.ts';
import { commandsKnownAs, screensKnownAs } from './known-as.ts';
import { type Known, type Match, matching } from './matching.ts';

export type NamedCommand = Command & { readonly id: CommandId };

/** What is needed to know which commands can be given now. */
export interface Situation {
  readonly inView: 'trust' | 'lmns';
  readonly isSample: boolean;
  /** What Undo and Redo would undo and do again; null where nothing. */
  readonly undo: string | null;
  readonly redo: string | null;
  readonly isOn: (part: string | undefined) => boolean;
  readonly may: (does: Command['does']) => boolean;
  readonly isPerformed: (id: CommandId) => boolean;
}

/** Whether whoever is signed in could ever give a command on this PC. */
export const isTheirs = ({ part, does }: Command, { isOn, may }: Pick<Situation, 'isOn' | 'may'>): boolean =>
  isOn(part) && may(does);

/** The commands that can be given now, but those that are unlisted. */
export function commandsNow(situation: Situation): NamedCommand[] {
  const { inView, isSample, undo, redo, isPerformed } = situation;
  const works = ({ id, works: where }: NamedCommand): boolean => {
    if (id === 'undo') return undo !== null;
    if (id === 'redo') return redo !== null;
    if (where === 'everywhere') return true;
    if (where === 'in a trust') return inView === 'trust';
    if (where === 'in the sample') return inView === 'trust' && isSample;
    return isPerformed(id);
  };
  return commands.filter(
    (command: NamedCommand) => !command.unlisted && isTheirs(command, situation) && works(command),
  );
}

/** A screen as Go anywhere knows it. */
export const knownScreen = ({ title, path, section }: { title: string; path: string; section: string }) => ({
  id: path,
  title: `Go to ${title}`,
  name: title,
  also: screensKnownAs[path] ?? [],
  beside: section,
});

/** A command as Go anywhere knows it; `of` is to what, where a screen has several such. */
export const knownCommand = ({ id, words, keys }: NamedCommand, title = words) => ({
  id,
  title,
  also: commandsKnownAs[id],
  beside: keys[0] ?? 'Command',
});

/** What of help is opened. */
export type HelpEntry = Known & {
  readonly id: string;
  readonly opens: { kind: 'page'; id: string } | { kind: 'term'; key: GlossaryKey };
};

/** So much of help is listed: the rest of what is found stays in sight. */
const OF_HELP = 6;

/** Whether a page is about a screen that whoever is signed in has; one about none or all of them is. */
function isAboutTheirs(page: HelpPage, paths: ReadonlySet<string>): boolean {
  const about = page.screens.length > 0 ? page.screens : pathsLedTo(page);
  return about.length === 0 || about.some((path) => paths.has(path));
}

/** Pages and terms of help by their titles, then pages by their text. */
export function helpMatching(
  pages: readonly HelpPage[],
  paths: ReadonlySet<string>,
  typed: string,
): Match<HelpEntry>[] {
  if (typed.trim() === '') return [];
  const theirs = pages.filter((page) => isAboutTheirs(page, paths));
  const pageEntry = ({ id, title }: HelpPage, beside: string): HelpEntry => ({
    id: `help ${id}`,
    title,
    beside,
    opens: { kind: 'page', id },
  });
  const terms = (Object.keys(glossary) as GlossaryKey[]).map(
    (key): HelpEntry => ({
      id: `term ${key}`,
      title: glossary[key].term,
      also: glossary[key].said,
      beside: 'Glossary',
      opens: { kind: 'term', key },
    }),
  );
  const named = matching([...theirs.map((page) => pageEntry(page, 'Help')), ...terms], typed);
  const inText = searchPages(theirs, typed)
    .map((page): Match<HelpEntry> => ({ one: pageEntry(page, 'Help, in its text'), why: [] }))
    .filter(({ one }) => !named.some((match) => match.one.id === one.id));
  return [...named, ...(typed.trim().length > 2 ? inText : [])].slice(0, OF_HELP);
}
