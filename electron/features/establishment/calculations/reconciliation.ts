import { type ComparedPlace, type CostCentreDifference, kindOf, placeKey } from './ledger.ts';
import { differs, type JudgedPost, wteOf } from './posts.ts';

/** Ledger and staff list of one month, place by place and post by post. */
export interface MonthOfPlaces<Post extends JudgedPost = JudgedPost> {
  readonly census: string;
  readonly places: readonly ComparedPlace[];
  /** By the key of their place. */
  readonly posts: ReadonlyMap<string, readonly Post[]>;
}

/** What was said of a place or a post, and the figures that were accepted when it was settled. */
export interface PlaceNote {
  readonly reason: string | null;
  readonly owner: string | null;
  readonly note: string;
  readonly settledFunded: number | null;
  readonly settledInPost: number | null;
}

/** What there is to say of a difference: since when it is one, what was said of it, and whether that settled it. */
interface Carried {
  readonly since: string | null;
  readonly said: PlaceNote | null;
  readonly settled: boolean;
}

export interface ReconciledPlace<Post extends JudgedPost = JudgedPost> extends ComparedPlace, Carried {
  readonly key: string;
  readonly kind: CostCentreDifference['kind'] | 'agreed';
  readonly posts: readonly (Post & Carried & { readonly funded: number; readonly inPost: number })[];
}

/** The key of what was said: of a place as a whole, or of one post of it. */
export const noteKey = (place: string, post = '') => (post === '' ? place : `${place} ${post}`);

/**
 * The places of the last of some months, given from the earliest on, with what was said of them. A difference is carried
 * from the first of the unbroken run of months that have it. It is settled while both figures are those accepted; a place
 * that is settled settles its posts.
 */
export function reconcile<Post extends JudgedPost>(
  now: MonthOfPlaces<Post>,
  before: readonly MonthOfPlaces[],
  notes: ReadonlyMap<string, PlaceNote>,
): { readonly places: ReconciledPlace<Post>[]; readonly closed: CostCentreDifference[] } {
  const earlier = before.map(({ census, places, posts }) => {
    const differing = differencesByKey(places);
    return { census, differing, keys: new Set([...differing.keys(), ...keysOfPosts(posts)]) };
  });
  const carried = (key: string, isDifference: boolean, funded: number, inPost: number): Carried => {
    const said = notes.get(key) ?? null;
    const accepted = said !== null && said.settledFunded === funded && said.settledInPost === inPost;
    return { since: isDifference ? sinceOf(key, now.census, earlier) : null, said, settled: isDifference && accepted };
  };
  const places = now.places.map((place): ReconciledPlace<Post> => {
    const key = placeKey(place);
    const kind = kindOf(place) ?? 'agreed';
    const own = carried(key, kind !== 'agreed', place.funded, place.inPost);
    const posts = (now.posts.get(key) ?? []).map((post) => {
      const [funded, inPost] = [wteOf(post.ledger), wteOf(post.staff)];
      const ofPost = carried(noteKey(key, post.key), differs(post), funded, inPost);
      return { ...post, ...ofPost, settled: ofPost.settled || (own.settled && differs(post)), funded, inPost };
    });
    return { ...place, key, kind, ...own, posts };
  });
  const present = differencesByKey(now.places);
  const last = earlier[earlier.length - 1]?.differing ?? new Map<string, CostCentreDifference>();
  return { places, closed: [...last].filter(([key]) => !present.has(key)).map(([, difference]) => difference) };
}

function sinceOf(
  key: string,
  census: string,
  earlier: readonly { readonly census: string; readonly keys: ReadonlySet<string> }[],
): string {
  let since = census;
  for (const month of [...earlier].reverse()) {
    if (!month.keys.has(key)) break;
    since = month.census;
  }
  return since;
}

function keysOfPosts(posts: MonthOfPlaces['posts']): string[] {
  return [...posts].flatMap(([place, own]) => own.filter(differs).map(({ key }) => noteKey(place, key)));
}

function differencesByKey(places: readonly ComparedPlace[]): Map<string, CostCentreDifference> {
  const found = new Map<string, CostCentreDifference>();
  for (const place of places) {
    const kind = kindOf(place);
    if (kind !== null) found.set(placeKey(place), { ...place, kind });
  }
  return found;
}

/** How much of the ledger and the staff list is reconciled: by lines, by the greater WTE of each line, and by posts. */
export function shareReconciled(places: readonly ReconciledPlace[]) {
  const done = places.filter(({ kind, settled }) => kind === 'agreed' || settled);
  const weight = (some: readonly ReconciledPlace[]) =>
    some.reduce((sum, { funded, inPost }) => sum + Math.max(0, funded, inPost), 0);
  const told = places.flatMap(({ posts }) => posts).filter(({ verdict }) => verdict !== 'not_told');
  return {
    lines: { numerator: done.length, denominator: places.length },
    wte: { numerator: weight(done), denominator: weight(places) },
    posts: {
      numerator: told.filter((post) => !differs(post) || post.settled).length,
      denominator: told.length,
    },
  };
}
