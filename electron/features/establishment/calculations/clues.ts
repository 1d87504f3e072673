import { formatWte } from '../../../core/wte.ts';
import { costCentreKey } from './ledger.ts';
import type { ReconciledPlace } from './reconciliation.ts';
import { titleKey } from './post-titles.ts';

/** A post of the ledger or of the staff list, with the place it stands at. */
export interface PlacedPost {
  readonly costCentre: string | null;
  readonly group: string;
  readonly band: string;
  readonly title: string | null;
  readonly wte: number;
  readonly row: number;
}

/** A row of the ledger's file that does not count. */
export interface LeftOutPost extends PlacedPost {
  readonly kind: 'posted_twice' | 'funding_ended';
  readonly message: string;
}

interface Evidence {
  readonly funded: readonly PlacedPost[];
  readonly inPost: readonly (PlacedPost & { readonly unit: string | null })[];
  readonly leftOut: readonly LeftOutPost[];
}

const mostPlaces = 3;

/** What the files themselves offer as an explanation of a difference, in sentences; none where the place agrees. */
export function cluesOf(place: ReconciledPlace, all: readonly ReconciledPlace[], evidence: Evidence): string[] {
  if (place.kind === 'agreed') return leftOutHere(place, evidence);
  return [
    ...namesElsewhere(place, evidence),
    ...leftOutHere(place, evidence),
    ...(place.kind === 'nobody_in_post'
      ? []
      : [...unknownCostCentre(place, evidence), ...unfilledElsewhere(place, all)]),
  ];
}

/** A post of one name that is funded in one place and paid in another. */
function namesElsewhere(place: ReconciledPlace, { funded, inPost }: Evidence): string[] {
  const [here, there] = place.kind === 'nobody_in_post' ? [funded, inPost] : [inPost, funded];
  const titles = new Map(here.filter(isAt(place)).map(({ title }) => [titleKey(title), title ?? '']));
  const clues: string[] = [];
  for (const [key, title] of titles) {
    if (key === '' || there.some((post) => isAt(place)(post) && titleKey(post.title) === key)) continue;
    // A name that several places share, such as "Midwife", tells nothing.
    const own = here.filter((post) => titleKey(post.title) === key);
    const others = there.filter((post) => titleKey(post.title) === key);
    if (others.length === 0 || !own.every(isAt(place)) || new Set(others.map(placeText)).size > 1) continue;
    const wte = formatWte(others.reduce((sum, post) => sum + post.wte, 0));
    const verb = place.kind === 'nobody_in_post' ? 'in post' : 'funded';
    clues.push(`${title}: ${wte} WTE is ${verb} at ${placeText(others[0]!)} (row ${others[0]!.row}).`);
  }
  return clues;
}

function leftOutHere(place: ReconciledPlace, { leftOut }: Evidence): string[] {
  return leftOut.filter(isAt(place)).map(({ message }) => message);
}

function unknownCostCentre(place: ReconciledPlace, { funded, inPost }: Evidence): string[] {
  const key = costCentreKey(place.costCentre);
  if (place.kind !== 'not_in_ledger' || funded.some((post) => costCentreKey(post.costCentre) === key)) return [];
  const units = new Set(inPost.filter(isAt(place)).map(({ unit }) => unit ?? 'no unit'));
  return [`The ledger has no cost centre ${place.costCentre || '(none)'}. Its people sit in ${[...units].join(', ')}.`];
}

function unfilledElsewhere(place: ReconciledPlace, all: readonly ReconciledPlace[]): string[] {
  const over = place.inPost - place.funded;
  const unfilled = all
    .filter(
      ({ group, band, funded, inPost }) => group === place.group && band === place.band && funded - inPost >= over,
    )
    .sort((one, other) => other.funded - other.inPost - (one.funded - one.inPost))
    .slice(0, mostPlaces)
    .map(({ costCentre, funded, inPost }) => `${costCentre} ${formatWte(funded - inPost)}`);
  if (unfilled.length === 0) return [];
  return [`Unfilled WTE of the same group and band that would cover it: ${unfilled.join(', ')}.`];
}

const isAt = (place: ReconciledPlace) => (post: PlacedPost) =>
  costCentreKey(post.costCentre) === costCentreKey(place.costCentre) &&
  post.group === place.group &&
  post.band === place.band;

const placeText = ({ costCentre, band }: PlacedPost) =>
  `cost centre ${costCentre ?? '(none)'}, ${band === '-' ? 'no band' : `Band ${band}`}`;
