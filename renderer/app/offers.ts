import { useContext } from 'react';
import type { LmnsOverview, Place, PlaceKind, Trust } from '#contract';
import { useLocation } from 'wouter';
import { useInView } from '../client/lmns.ts';
import { useSignedIn } from '../client/session.ts';
import { openPlace } from '../client/opened.ts';
import { TrustInView } from '../client/trust.ts';
import { allPerformedByScreen } from '../components/screen-command.ts';
import type { HelpPage } from '../help/page.ts';
import { showHelp } from '../help/shown.ts';
import { again } from './again.ts';
import type { Perform } from './commands.ts';
import { commandsNow, helpMatching, knownCommand, knownScreen, type NamedCommand } from './entries.ts';
import { type Known, matching } from './matching.ts';
import { type Visited, useVisited } from './recent.ts';
import { useScreens } from './screens-in-view.ts';
import { useUndo } from './undo.ts';
import { useView } from './view.ts';

/** Something that the box to go anywhere offers. */
export interface Offer {
  readonly id: string;
  readonly title: string;
  /** The words of the job by which it was found, where those of the title are others. */
  readonly why?: string;
  readonly detail: string | null;
  readonly perform: () => void;
}

/** What is offered whatever is typed, and by which words it is found. */
type OwnOffer = Offer & Known;

export interface OfferGroup {
  readonly name: string;
  readonly offers: readonly Offer[];
}

const namesOfKinds: Record<PlaceKind, string> = {
  person: 'People',
  preceptee: 'Preceptees',
  preceptor: 'Preceptors',
  mentoring: 'New in Band 7 or 8',
  unit: 'Units',
  post: 'Vacant posts',
  session: 'Training sessions',
  course: 'Courses',
  action: 'Retention actions',
  line: 'Lines of the return',
  import: 'Imports',
  lmns_trust: 'Trusts of the LMNS',
  receipt: 'Returns received',
  record: 'What the LMNS records',
  system_line: 'Lines across the trusts',
  system_measure: 'Measures of the system',
  own_line: 'Own lines',
};

/** The places found, each kind under its name; what a choice opens is remembered as visited. */
export function groupsOfPlaces(places: readonly Place[], visit: (place: Visited) => void): OfferGroup[] {
  const kinds = [...new Set(places.map(({ kind }) => kind))];
  return kinds.map((kind) => ({
    name: namesOfKinds[kind],
    offers: places
      .filter((place) => place.kind === kind)
      .map(({ key, title, detail }) => ({
        id: `${kind} ${key}`,
        title,
        detail,
        perform: () => {
          visit({ title, detail: namesOfKinds[kind], to: { kind, key } });
          openPlace(kind, key);
        },
      })),
  }));
}

/** Those of which every word typed is a part, with the words of the job by which they were found. */
export const offersMatching = (all: readonly OwnOffer[], typed: string): Offer[] =>
  matching(all, typed).map(({ one, why }) => ({ ...one, why: why.join(', ') }));

/** What of help is found by its words. */
export function useHelpOffers(pages: readonly HelpPage[], typed: string): Offer[] {
  const paths = new Set(useScreens().map(({ path }) => path));
  return helpMatching(pages, paths, typed).map(({ one: { id, title, beside, opens }, why }) => ({
    id,
    title,
    why: why.join(', '),
    detail: beside ?? null,
    perform: () => showHelp(opens),
  }));
}

/** The commands that can be given now; what the screen does to several things, once for each. */
function useCommandOffers(perform: Perform): OwnOffer[] {
  const inView = useInView();
  const { isOn, may } = useSignedIn();
  const { state } = useUndo();
  const [undo, redo] = [state?.undo ?? null, state?.redo ?? null];
  const isSample = useContext(TrustInView)?.isSample ?? false;
  const isPerformed = (id: NamedCommand['id']) => allPerformedByScreen(id).length > 0;
  const offer = (command: NamedCommand, title: string | undefined, act: () => void, turn = 0): OwnOffer => ({
    ...knownCommand(command, title),
    id: turn === 0 ? command.id : `${command.id} ${turn}`,
    detail: command.keys[0] ?? 'Command',
    perform: act,
  });
  return commandsNow({ inView: inView.kind, isSample, undo, redo, isOn, may, isPerformed }).flatMap((command) => {
    const each = allPerformedByScreen(command.id).filter(({ to }) => to !== undefined);
    if (each.length > 0)
      return each.map(({ to, perform: act }, turn) => offer(command, `${command.words}: ${to}`, act, turn));
    const title = command.id === 'undo' ? `Undo “${undo}”` : command.id === 'redo' ? `Redo “${redo}”` : undefined;
    return [offer(command, title, () => perform(command.id))];
  });
}

/** Screens, trusts and commands that can be had now, and where the person has been. */
export function useOffers(trusts: Trust[], systems: LmnsOverview[], perform: Perform) {
  const [location, navigate] = useLocation();
  const inView = useInView();
  const screens = useScreens();
  const view = useView(trusts, systems);
  const { visited } = useVisited();
  const commandOffers = useCommandOffers(perform);
  const goTo = (path: string) => () => (path === location ? again(path) : navigate(path));
  const own: OwnOffer[] = [
    ...screens.map((screen) => ({ ...knownScreen(screen), detail: screen.section, perform: goTo(screen.path) })),
    ...trusts
      .filter(({ code }) => inView.kind === 'lmns' || code !== inView.code)
      .map(({ name, code }) => ({
        id: `trust ${code}`,
        title: `Show ${name}`,
        name,
        beside: 'Trust',
        detail: 'Trust',
        perform: () => view.mutate({ trust: code }),
      })),
    ...systems
      .filter(({ id }) => inView.kind === 'trust' || id !== inView.id)
      .map(({ name, id }) => ({
        id: `lmns ${id}`,
        title: `Show ${name}`,
        name,
        beside: 'Local system',
        detail: 'Local system',
        perform: () => view.mutate({ lmns: id }),
      })),
    ...commandOffers,
  ];
  const recent: Offer[] = visited
    .filter(({ of }) => of === inView.name)
    .map(({ title, detail, to }) => ({
      id: `recent ${title}`,
      title,
      detail,
      perform: typeof to === 'string' ? goTo(to) : () => openPlace(to.kind, to.key),
    }));
  return { own, recent };
}
