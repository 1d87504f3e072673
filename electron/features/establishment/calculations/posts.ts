import { groupedBy } from '../../../core/grouped.ts';
import type { PlacedPost } from './clues.ts';
import type { FundedRules } from './funded-groups.ts';
import { isCompared, kindOf, placeKey } from './ledger.ts';
import { namesTitle, numberKey, titleKey } from './post-titles.ts';

/** A post of either file, with its number where the file gives one. */
export interface NumberedPost extends PlacedPost {
  readonly positionNumber: string | null;
}

/**
 * What ledger and staff list say of one post: `agreed` where what is funded is in post, or less of it, an ordinary vacancy;
 * `elsewhere` where the other file has it at another cost centre or band; `not_told` where names differ on both sides, so
 * that nobody can say which of them is which.
 */
export type PostVerdict = 'agreed' | 'over' | 'only_ledger' | 'only_staff' | 'elsewhere' | 'not_told';

/** Key of a post without a name, which is like no other. */
const nameless = '-';

/** A post of one place with its rows on both sides. Each row of a place is in exactly one post. */
export interface JudgedPost<Funded extends NumberedPost = NumberedPost, InPost extends NumberedPost = NumberedPost> {
  /** One name for it within its place, in every month. */
  readonly key: string;
  readonly title: string;
  readonly verdict: PostVerdict;
  readonly matchedBy: 'number' | 'title' | 'part_of_title' | null;
  readonly ledger: readonly Funded[];
  readonly staff: readonly InPost[];
  /** The rows that the other file has of it at another place. */
  readonly elsewhere: readonly NumberedPost[];
}

/** Rows of one file at one place that are of one post. */
interface Side<Post extends NumberedPost = NumberedPost> {
  readonly place: string;
  readonly key: string;
  readonly posts: Post[];
}

/**
 * Verdicts post by post, by the key of their place: by position number where both files have it, else by the same title
 * within cost centre, group and band, else by a title that names the other. `leftOut` are rows of the ledger that do not
 * count: somebody in post under such a title is in no other post of the place.
 */
export function judgePosts<Funded extends NumberedPost, InPost extends NumberedPost>(
  { funded, inPost, leftOut }: { funded: readonly Funded[]; inPost: readonly InPost[]; leftOut: readonly PlacedPost[] },
  rules: Pick<FundedRules, 'unmapped'>,
): Map<string, JudgedPost<Funded, InPost>[]> {
  const numbers = new Set(funded.map(({ positionNumber }) => numberKey(positionNumber)));
  const shared = new Set(
    inPost.map(({ positionNumber }) => numberKey(positionNumber)).filter((key) => numbers.has(key)),
  );
  const ledger = sidesOf(funded, shared, rules);
  const staff = sidesOf(inPost, shared, rules);
  const places = new Set([...ledger, ...staff].map(({ place }) => place));
  const placesOfLedger = placesByKey(ledger);
  const placesOfStaff = placesByKey(staff);
  const ended = new Set(leftOut.map((post) => `${placeKey(post)} ${titleKey(post.title)}`));
  const judged = new Map<string, JudgedPost<Funded, InPost>[]>();
  const [ledgerAt, staffAt] = [byPlace(ledger), byPlace(staff)];
  for (const place of places) {
    const { posts, ledgerLeft, staffLeft } = matched(ledgerAt.get(place) ?? [], staffAt.get(place) ?? []);
    const otherOf = (side: Side, own: PlacesByKey, other: PlacesByKey): readonly NumberedPost[] =>
      side.key !== nameless && own.get(side.key)?.length === 1 && other.get(side.key)?.length === 1
        ? (other.get(side.key)?.[0]?.posts ?? [])
        : [];
    const moved = {
      ledger: ledgerLeft.filter((side) => otherOf(side, placesOfLedger, placesOfStaff).length > 0),
      staff: staffLeft.filter((side) => otherOf(side, placesOfStaff, placesOfLedger).length > 0),
    };
    const told = staffLeft.filter(
      (side) => !moved.staff.includes(side) && ended.has(`${place} ${titleKey(side.posts[0]?.title ?? null)}`),
    );
    const ledgerRest = ledgerLeft.filter((side) => !moved.ledger.includes(side));
    const staffRest = staffLeft.filter((side) => !moved.staff.includes(side) && !told.includes(side));
    const unclear = ledgerRest.length > 0 && staffRest.length > 0;
    judged.set(
      place,
      [
        ...posts,
        ...moved.ledger.map((side) => onLedger(side, 'elsewhere', otherOf(side, placesOfLedger, placesOfStaff))),
        ...moved.staff.map((side) => onStaffList(side, 'elsewhere', otherOf(side, placesOfStaff, placesOfLedger))),
        ...told.map((side) => onStaffList(side, 'only_staff')),
        ...ledgerRest.map((side) => onLedger(side, unclear ? 'not_told' : 'only_ledger')),
        ...staffRest.map((side) => onStaffList(side, unclear ? 'not_told' : 'only_staff')),
      ].sort((one, other) => (one.key < other.key ? -1 : 1)) as JudgedPost<Funded, InPost>[],
    );
  }
  return judged;
}

/** True where ledger and staff list do not say the same of a post; one that cannot be told apart is no difference. */
export function differs({ verdict }: Pick<JudgedPost, 'verdict'>): boolean {
  return verdict !== 'agreed' && verdict !== 'not_told';
}

/** Of several spellings the first by letters, whatever the order of the rows. */
const titleOf = (posts: readonly NumberedPost[]) => posts.map(({ title }) => title ?? '').sort()[0] ?? '';

export const wteOf = (posts: readonly { readonly wte: number }[]) => posts.reduce((sum, { wte }) => sum + wte, 0);

function sidesOf<Post extends NumberedPost>(
  posts: readonly Post[],
  shared: ReadonlySet<string>,
  rules: Pick<FundedRules, 'unmapped'>,
): Side<Post>[] {
  const sides = new Map<string, Side<Post>>();
  for (const post of posts) {
    if (!isCompared(post.group, rules)) continue;
    const number = numberKey(post.positionNumber);
    const key = number !== '' && shared.has(number) ? `#${number}` : titleKey(post.title) || nameless;
    const place = placeKey(post);
    const side = sides.get(`${place} ${key}`) ?? { place, key, posts: [] };
    side.posts.push(post);
    sides.set(`${place} ${key}`, side);
  }
  return [...sides.values()];
}

type PlacesByKey = ReadonlyMap<string, readonly Side[]>;

const byPlace = <Post extends NumberedPost>(sides: readonly Side<Post>[]) => groupedBy(sides, ({ place }) => place);
const placesByKey = (sides: readonly Side[]): PlacesByKey => groupedBy(sides, ({ key }) => key);

const isNumber = ({ key }: Side) => key.startsWith('#');

/** The posts of one place that both files have, and what is left of either. */
function matched(ledger: readonly Side[], staff: readonly Side[]) {
  const exact = new Map(ledger.flatMap((side) => (side.key === nameless ? [] : [[side.key, side] as const])));
  const found = new Map<Side, { posts: NumberedPost[]; by: JudgedPost['matchedBy'] }>();
  const staffLeft: Side[] = [];
  for (const side of staff) {
    const own = exact.get(side.key);
    if (own === undefined) staffLeft.push(side);
    else found.set(own, { posts: [...side.posts], by: isNumber(side) ? 'number' : 'title' });
  }
  // What has a number that both files know is found by it, here or elsewhere, and never by its title.
  const free = ledger.filter((side) => !found.has(side) && !isNumber(side));
  for (const side of staffLeft.filter((one) => !isNumber(one))) {
    const fits = free.filter((own) => namesTitle(own.posts[0]?.title ?? null, side.posts[0]?.title ?? null));
    const [only] = fits;
    if (only === undefined || fits.length > 1) continue;
    const posts = [...(found.get(only)?.posts ?? []), ...side.posts];
    found.set(only, { posts, by: 'part_of_title' });
    staffLeft.splice(staffLeft.indexOf(side), 1);
  }
  return {
    posts: [...found].map(([{ key, posts: own }, { posts, by }]): JudgedPost => {
      const kind = kindOf({ funded: wteOf(own), inPost: wteOf(posts) });
      const verdict = kind === null ? 'agreed' : verdicts[kind];
      return { key, title: titleOf(own), verdict, matchedBy: by, ledger: own, staff: posts, elsewhere: [] };
    }),
    ledgerLeft: ledger.filter((side) => !found.has(side)),
    staffLeft,
  };
}

const verdicts = { over_established: 'over', nobody_in_post: 'only_ledger', not_in_ledger: 'only_staff' } as const;

/** A post that only one file has at this place; one of no WTE is no difference. */
function onLedger({ key, posts }: Side, verdict: PostVerdict, elsewhere: readonly NumberedPost[] = []): JudgedPost {
  const shown = wteOf(posts) > 0 ? verdict : 'agreed';
  return { key, title: titleOf(posts), verdict: shown, matchedBy: null, ledger: posts, staff: [], elsewhere };
}

function onStaffList({ key, posts }: Side, verdict: PostVerdict, elsewhere: readonly NumberedPost[] = []): JudgedPost {
  const shown = wteOf(posts) > 0 ? verdict : 'agreed';
  return { key, title: titleOf(posts), verdict: shown, matchedBy: null, ledger: [], staff: posts, elsewhere };
}
