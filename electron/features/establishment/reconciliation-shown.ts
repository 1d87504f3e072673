import type { Reconciliation, ReconciliationLine } from '#contract';
import { cluesOf } from './calculations/clues.ts';
import { costCentreKey, isCompared } from './calculations/ledger.ts';
import { titleKey } from './calculations/post-titles.ts';
import { type ReconciledPlace, shareReconciled } from './calculations/reconciliation.ts';
import type { FundedPost, ReconciliationAnswer, StaffPost } from './reconciliation-service.ts';

const formulas = [
  {
    figure: 'agreed',
    formula: 'of one cost centre, staff group and band no more is in post than is funded, and somebody is in post',
  },
  { figure: 'over_established', formula: 'in post > funded > 0' },
  { figure: 'nobody_in_post', formula: 'funded > 0 and in post = 0' },
  { figure: 'not_in_ledger', formula: 'in post > 0 and funded = 0' },
  { figure: 'reconciled', formula: '(lines that agree + lines settled) ÷ all lines' },
  { figure: 'reconciledWte', formula: 'the same by WTE, of each line the greater of funded and in post' },
];

/** A reconciliation as it is shown, each line with its posts, its rows and its clues. */
export function shownReconciliation(answer: ReconciliationAnswer, nameOf: (group: string) => string): Reconciliation {
  const { ledger, staff, places, funded, inPost, leftOut, closed } = answer;
  const readIn = placeOfRow(answer);
  const share = shareReconciled(places);
  const lines = places.map((place): ReconciliationLine => {
    const { key: _key, said, ...line } = place;
    const here = funded.filter(isAt(place));
    return {
      ...line,
      costCentreName: here[0]?.costCentreName ?? nameOfCostCentre(funded, place.costCentre),
      groupName: nameOf(place.group),
      reason: said?.reason ?? null,
      owner: said?.owner ?? null,
      note: said?.note ?? '',
      clues: cluesOf(place, places, { funded, inPost, leftOut }),
      posts: postsOf(here, inPost.filter(isAt(place)), readIn),
    };
  });
  const unsettled = lines.filter(({ kind, settled }) => kind !== 'agreed' && !settled);
  return {
    ledgerCensus: ledger.census,
    staffCensus: staff.census,
    ledgers: [...answer.ledgers],
    sources: [...ledger.sources],
    staffSources: [...staff.sources],
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
    leftOut: leftOutGroups(answer, nameOf),
    reasons: [...answer.reasons],
    formulas,
    remarks: [...ledger.remarks],
  };
}

/** Posts by their name: of one name the ledger's and the staff list's side by side. */
function postsOf(
  funded: readonly FundedPost[],
  inPost: readonly StaffPost[],
  readIn: ReturnType<typeof placeOfRow>,
): ReconciliationLine['posts'] {
  const keys = new Set([...funded, ...inPost].map(({ title }) => titleKey(title)));
  return [...keys].map((key) => {
    const ofLedger = funded.filter(({ title }) => titleKey(title) === key);
    const ofStaff = inPost.filter(({ title }) => titleKey(title) === key);
    const sum = (posts: readonly { wte: number }[]) => posts.reduce((total, { wte }) => total + wte, 0);
    return {
      post: ofLedger[0]?.title ?? ofStaff[0]?.title ?? 'No name',
      funded: ofLedger.length === 0 ? null : sum(ofLedger),
      inPost: ofStaff.length === 0 ? null : sum(ofStaff),
      people: ofStaff.length,
      ledgerRows: ofLedger.map(readIn),
      staffRows: ofStaff.map(readIn),
    };
  });
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
