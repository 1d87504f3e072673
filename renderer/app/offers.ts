import {
  type Command,
  type CommandId,
  commands,
  foldedWords,
  folded,
  type LmnsOverview,
  type Place,
  type PlaceKind,
  type Trust,
} from '#contract';
import { useLocation } from 'wouter';
import { useInView } from '../client/lmns.ts';
import { useSignedIn } from '../client/session.ts';
import { openPlace } from '../client/opened.ts';
import { performedByScreen } from '../components/screen-command.ts';
import { again } from './again.ts';
import type { Perform } from './commands.ts';
import { type Visited, useVisited } from './recent.ts';
import { useScreens } from './screens-in-view.ts';
import { useUndo } from './undo.ts';
import { useView } from './view.ts';

type Named = Command & { readonly id: CommandId };

/** Something that the box to go anywhere offers. */
export interface Offer {
  readonly id: string;
  readonly title: string;
  readonly detail: string | null;
  readonly perform: () => void;
}

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

/** Those of which every word is a part, the one typed in full first. */
export function matching<One extends { readonly title: string }>(all: readonly One[], typed: string): One[] {
  const words = foldedWords(typed);
  const whole = words.join(' ');
  const isIt = ({ title }: One) => Number([whole, `go to ${whole}`].includes(folded(title)));
  return all
    .filter(({ title }) => words.every((word) => folded(title).includes(word)))
    .sort((one, other) => isIt(other) - isIt(one));
}

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

/** Screens, trusts and commands that can be had now, and where the person has been. */
export function useOffers(trusts: Trust[], systems: LmnsOverview[], perform: Perform) {
  const [location, navigate] = useLocation();
  const inView = useInView();
  const screens = useScreens();
  const { isOn } = useSignedIn();
  const { state } = useUndo();
  const view = useView(trusts, systems);
  const { visited } = useVisited();
  const goTo = (path: string) => () => (path === location ? again(path) : navigate(path));
  const words = ({ id, words: said }: Command) =>
    id === 'undo' ? `Undo “${state?.undo}”` : id === 'redo' ? `Redo “${state?.redo}”` : said;
  const can = ({ id, works, unlisted, part }: Named) =>
    !unlisted &&
    isOn(part) &&
    (id === 'undo'
      ? state?.undo
      : id === 'redo'
        ? state?.redo
        : works === 'everywhere' || (works === 'in a trust' ? inView.kind === 'trust' : performedByScreen(id)));
  const own: Offer[] = [
    ...screens.map(({ title, path, section }) => ({
      id: path,
      title: `Go to ${title}`,
      detail: section,
      perform: goTo(path),
    })),
    ...trusts
      .filter(({ code }) => inView.kind === 'lmns' || code !== inView.code)
      .map(({ name, code }) => ({
        id: `trust ${code}`,
        title: `Show ${name}`,
        detail: 'Trust',
        perform: () => view.mutate({ trust: code }),
      })),
    ...systems
      .filter(({ id }) => inView.kind === 'trust' || id !== inView.id)
      .map(({ name, id }) => ({
        id: `lmns ${id}`,
        title: `Show ${name}`,
        detail: 'Local system',
        perform: () => view.mutate({ lmns: id }),
      })),
    ...commands.filter(can).map((command: Named) => ({
      id: command.id,
      title: words(command),
      detail: command.keys[0] ?? 'Command',
      perform: () => perform(command.id),
    })),
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
