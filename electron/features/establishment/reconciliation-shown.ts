import type { Reconciliation, ReconciliationLine } from '#contract';
import { cluesOf } from './calculations/clues.ts';
import { costCentreKey, isCompared } from './calculations/ledger.ts';
import { differs, wteOf } from './calculations/posts.ts';
import { type PlaceNote, type ReconciledPlace, shareReconciled } from './calculations/reconciliation.ts';
import type { FundedPost, PostOfFiles, ReconciliationAnswer, StaffPost } from './reconciliation-service.ts';

const formulas = [
  {
    figure: 'agreed',
    formula: 'of one cost centre, staff group and band no more is in post than is funded, and somebody is in post',
  },
  { figure: 'over_established', formula: 'in post > funded > 0' },
  { figure: 'nobody_in_post', formula: 'funded > 0 and in post = 0' },
  { figure: 'not_in_ledger', formula: 'in post > 0 and funded = 0' },
  {
    figure: 'post',
    formula:
      'posts of one place are matched by position number where both files have it, else by the same title, else by a title that names the other; left over on both sides they cannot be told apart; a post that the other file has at another place counts at both',
  },
  { figure: 'reconciled', formula: '(lines that agree + lines settled) ÷ all lines' },
  { figure: 'reconciledWte', formula: 'the same by WTE, of each line the greater of funded and in post' },
  { figure: 'reconciledPosts', formula: 'the same by post, without the posts that cannot be told apart' },
];

/** A reconciliation as it is shown, each line with its posts, its rows and its clues. */
export function shownReconciliation(answer: ReconciliationAnswer, nameOf: (group: string) => string): Reconciliation {
  const { ledger, staff, places, funded, inPost, leftOut, closed } = answer;
  const readIn = placeOfRow(answer);
  const share = shareReconciled(places);
  const lines = places.map((place): ReconciliationLine => {
    const { key: _key, said, posts, ...line } = place;
    const here = funded.filter(isAt(place));
    return {
      ...line,
      costCentreName: here[0]?.costCentreName ?? nameOfCostCentre(funded, place.costCentre),
      groupName: nameOf(place.group),
      ...wordsOf(said),
      clues: cluesOf(place, places, { funded, inPost, leftOut }),
      posts: posts.map((post) => shownPost(post, readIn)),
    };
  });
  const posts = lines.flatMap((line) => line.posts);
  const open = posts.filter((post) => differs(post) && !post.settled);
  const unsettled = lines.filter(({ kind, settled }) => kind !== 'agreed' && !settled);
  return {
    ledgerCensus: ledger.census,
    staffCensus: staff.census,
    ledgers: [...answer.ledgers],
    lines,
    fileFindings: leftOut.map(({ batchId, title, wte, ...finding }) => ({
      ...finding,
      ...readIn({ batchId, row: finding.row }),
      costCentre: finding.costCentre ?? '',
      post: title ?? '',
      funded: wte,
    })),
    closed: closed.map((difference) => ({ ...difference, groupName: nameOf(difference.group) })),
    differences: lines.filter(({ kind }) => kind !== 'agreed').length,
    unsettled: unsettled.length,
    carried: unsettled.filter(({ since }) => since !== null && since < ledger.census).length,
    reconciled: share.lines,
    reconciledWte: share.wte,
    ofPosts: {
      differences: posts.filter(differs).length,
      unsettled: open.length,
      carried: open.filter(({ since }) => since !== null && since < ledger.census).length,
      notTold: posts.filter(({ verdict }) => verdict === 'not_told').length,
      reconciled: share.posts,
    },
    leftOut: leftOutGroups(answer, nameOf),
    reasons: [...answer.reasons],
    formulas,
    remarks: [...ledger.remarks],
  };
}

const wordsOf = (said: PlaceNote | null) => ({
  reason: said?.reason ?? null,
  owner: said?.owner ?? null,
  note: said?.note ?? '',
});

function shownPost(
  post: ReconciledPlace<PostOfFiles>['posts'][number],
  readIn: ReturnType<typeof placeOfRow>,
): ReconciliationLine['posts'][number] {
  const { key, title, verdict, matchedBy, ledger, staff, elsewhere, since, said, settled } = post;
  const [other] = elsewhere;
  return {
    key,
    post: title || 'No name',
    verdict,
    matchedBy,
    funded: ledger.length === 0 ? null : post.funded,
    inPost: staff.length === 0 ? null : post.inPost,
    people: staff.length,
    elsewhere: other ? { costCentre: other.costCentre ?? '', band: other.band, wte: wteOf(elsewhere) } : null,
    since,
    ...wordsOf(said),
    settled,
    ledgerRows: ledger.map(readIn),
    staffRows: staff.map(readIn),
  };
}

function leftOutGroups(
  { funded, inPost, ledger: { rules } }: ReconciliationAnswer,
  nameOf: (group: string) => string,
): Reconciliation['leftOut'] {
  const groups = new Set([...funded, ...inPost].map(({ group }) => group).filter((group) => !isCompared(group, rules)));
  return [...groups].sort().map((group) => {
    const sum = (posts: readonly { group: string; wte: number }[]) =>
      posts.filter((post) => post.group === group).reduce((total, { wte }) => total + wte, 0);
    const why =
      group === rules.unmapped
        ? 'Their occupation codes or posts belong to no staff group: map them first.'
        : 'A ledger seldom has lines for doctors, so what they lack is not known.';
    return { group, groupName: nameOf(group), funded: sum(funded), inPost: sum(inPost), why };
  });
}

function placeOfRow({ ledger, staff }: ReconciliationAnswer) {
  const sources = new Map([...ledger.sources, ...staff.sources].map((source) => [source.id, source]));
  return ({ batchId, row }: { batchId: number; row: number }) => {
    const { fileName = '', sheet = '' } = sources.get(batchId) ?? {};
    return { batch: batchId, fileName, sheet, row };
  };
}

function nameOfCostCentre(funded: readonly FundedPost[], costCentre: string): string | null {
  return funded.find((post) => costCentreKey(post.costCentre) === costCentreKey(costCentre))?.costCentreName ?? null;
}

const isAt = (place: ReconciledPlace) => (post: FundedPost | StaffPost) =>
  costCentreKey(post.costCentre) === costCentreKey(place.costCentre) &&
  post.group === place.group &&
  post.band === place.band;
