import { useEffect } from 'react';
import { useLocation } from 'wouter';
import type { AppCommandId, CommandId } from '#contract';
import { useInView } from '../client/lmns.ts';
import { openNew } from '../client/opened.ts';
import { planner } from '../client/planner.ts';
import { platform } from '../client/platform.ts';
import { useAct } from '../client/queries.ts';
import { sentence } from '../client/refusal.ts';
import { announce } from '../components/announce.ts';
import { showHelp } from '../help/shown.ts';
import { performedByScreen } from '../components/screen-command.ts';
import { printPage } from '../components/printing.ts';
import { commandOf, keyName } from './keys.ts';
import { useChooseAppearance } from './appearance.ts';
import { useRemoveSample } from './remove-sample.ts';
import { lockNow } from './SessionButton.tsx';
import { useUndo } from './undo.ts';

/** What the frame opens over the screen. */
export type Overlay = 'go-to' | 'keyboard' | 'appearance';

/** Does a command wherever it was given. */
export type Perform = (id: CommandId) => void;

/** What each command runs: those of the app here, the others by the screen in view. */
export function usePerform(open: (overlay: Overlay) => void): Perform {
  const [path, navigate] = useLocation();
  const { undo, redo } = useUndo();
  // An LMNS receives returns; a trust imports.
  const taking = useInView().kind === 'lmns' ? '/lmns' : '/imports';
  const backup = useAct(
    () => planner.backups.make(),
    ({ problem }) => problem ?? 'A backup was made and checked',
  );
  const appearance = useChooseAppearance();
  const removeSample = useRemoveSample();
  const ofApp: Record<AppCommandId, () => void> = {
    'go-to': () => {
      showHelp(null);
      open('go-to');
    },
    import: () => navigate(taking),
    backup: () => backup.mutate(undefined, { onError: (error) => announce(sentence(error)) }),
    lock: lockNow,
    print: () => void printPage(),
    undo,
    redo,
    help: () =>
      void import('../help/pages.ts').then(({ pageOfScreen }) => showHelp({ kind: 'page', id: pageOfScreen(path).id })),
    appearance: () => open('appearance'),
    'appearance-light': () => appearance.mutate('light'),
    'appearance-dark': () => appearance.mutate('dark'),
    'appearance-system': () => appearance.mutate('system'),
    keyboard: () => open('keyboard'),
    glossary: () => showHelp({ kind: 'term', key: null }),
    'release-notes': () => showHelp({ kind: 'releases' }),
    'remove-sample': () => removeSample.mutate(undefined, { onError: (error) => announce(sentence(error)) }),
    'add-preceptee': () => openNew('preceptee'),
    'add-vacancy': () => openNew('post'),
    'add-action': () => openNew('action'),
    'add-conversation': () => openNew('conversation'),
    'plan-session': () => openNew('session'),
    'add-unit': () => openNew('unit'),
  };
  return (id) => (id in ofApp ? ofApp[id as AppCommandId] : performedByScreen(id))?.();
}

const inText = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName));

/** Hears commands by key and from the menu of the window. */
export function useCommands(perform: Perform): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const id = event.defaultPrevented ? undefined : commandOf(keyName(event), inText(event.target));
      if (id === undefined) return;
      event.preventDefault();
      perform(id);
    };
    window.addEventListener('keydown', onKey);
    const deaf = platform.onCommand(perform);
    return () => {
      window.removeEventListener('keydown', onKey);
      deaf();
    };
  });
}
