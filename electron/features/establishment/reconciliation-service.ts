import type { Context } from '../../context.ts';
import { groupedBy } from '../../core/grouped.ts';
import type { TrustRow } from '../organisation/repository.ts';
import { groupOf } from '../staff/calculations/groups.ts';
import { noBand } from '../staff/calculations/in-post.ts';
import { groupRulesOf } from '../staff/occupation-codes.ts';
import { type PostSum, postSums } from '../staff/person-repository.ts';
import type { InPostAnswer } from '../staff/service.ts';
import { fundedGroupOf, type FundedRules } from './calculations/funded-groups.ts';
import { comparedPlaces } from './calculations/ledger.ts';
import { type JudgedPost, judgePosts, type NumberedPost } from './calculations/posts.ts';
import { type MonthOfPlaces, reconcile, type ReconciledPlace } from './calculations/reconciliation.ts';
import { answerLedger, type LedgerAnswer } from './ledger-service.ts';
import { type LeftOutLine, leftOutLines } from './left-out-lines.ts';
import { type LedgerSum, ledgerLinesOfAll, notesOf, ownReasons } from './reconciliation-repository.ts';

type World = Pick<Context, 'database' | 'reference'>;

export interface FundedPost extends NumberedPost {
  readonly batchId: number;
  readonly costCentreName: string | null;
}

export interface StaffPost extends NumberedPost {
  readonly batchId: number;
  readonly unit: string | null;
}

/** A post with the rows of both files. */
export type PostOfFiles = JudgedPost<FundedPost, StaffPost>;

export interface ReconciliationAnswer {
  readonly ledger: LedgerAnswer;
  readonly staff: InPostAnswer;
  readonly places: readonly ReconciledPlace<PostOfFiles>[];
  readonly closed: ReturnType<typeof reconcile>['closed'];
  readonly funded: readonly FundedPost[];
  readonly inPost: readonly StaffPost[];
  readonly leftOut: readonly LeftOutLine[];
  /** Days of the ledgers that are held, the newest first. */
  readonly ledgers: readonly string[];
  readonly reasons: readonly string[];
}

/**
 * The ledger in force on a day, or the newest, against the staff list beside it, with what earlier months had and what
 * was said. Undefined where there is no ledger of the day, or no staff list beside it.
 */
export function answerReconciliation(world: World, trust: TrustRow, on?: string): ReconciliationAnswer | undefined {
  const { database, reference } = world;
  const ledger = answerLedger(world, trust, on);
  if (ledger?.staff === undefined) return undefined;
  const { staff, rules } = ledger;
  const funded = ledger.lines.map(
    (line): FundedPost => ({
      batchId: line.batchId,
      row: line.row,
      costCentre: line.costCentre,
      costCentreName: line.costCentreName,
      group: fundedGroupOf(rules, line),
      band: line.band ?? noBand,
      title: line.post,
      positionNumber: line.positionNumber,
      wte: line.funded,
    }),
  );
  const inPost = staff.figures.assignments.map(
    ({ entry, group }): StaffPost => ({
      batchId: entry.batchId,
      row: entry.row,
      costCentre: entry.costCentre,
      unit: entry.unit,
      group,
      band: entry.band ?? noBand,
      title: entry.position,
      positionNumber: entry.positionNumber,
      wte: entry.fte,
    }),
  );
  const leftOut = leftOutLines(
    database,
    ledger.sources.map(({ id }) => id),
    rules,
  );
  const lines = ledgerLinesOfAll(database, trust.id);
  const ledgers = [...new Set(lines.map(({ census }) => census))].sort();
  const before = monthsBefore(world, trust, ledger.census, ledgers, lines, rules);
  const places = comparedPlaces(funded, inPost, rules);
  const now = { census: ledger.census, places, posts: judgePosts({ funded, inPost, leftOut }, rules) };
  return {
    ledger,
    staff,
    ...reconcile(now, before, notesOf(database, trust.id)),
    funded,
    inPost,
    leftOut,
    ledgers: ledgers.reverse(),
    reasons: ownReasons(database, trust.id) ?? reference.gap.reasons,
  };
}

/** Earlier ledgers, each against the staff list that was in force on its day. */
function monthsBefore(
  world: World,
  trust: TrustRow,
  census: string,
  ledgers: readonly string[],
  lines: readonly LedgerSum[],
  rules: FundedRules,
): MonthOfPlaces[] {
  const days = ledgers.filter((day) => day < census);
  if (days.length === 0) return [];
  const groups = groupRulesOf(world, trust.id);
  const ledgerOn = groupedBy(lines, (line) => line.census);
  const listOn = groupedBy(postSums(world.database, trust.id), (sum) => sum.census);
  const lists = [...listOn.keys()].sort();
  return days.flatMap((day) => {
    const list = lists.filter((each) => each <= day).pop();
    if (list === undefined) return [];
    const ledger = ledgerOn.get(day) ?? [];
    const funded = ledger.map((line) => fundedSum(line, rules));
    const inPost = (listOn.get(list) ?? []).map((sum) => placedSum(sum, groups));
    const leftOut = leftOutLines(world.database, [...new Set(ledger.map(({ batchId }) => batchId))], rules);
    const posts = judgePosts({ funded, inPost, leftOut }, rules);
    return [{ census: day, places: comparedPlaces(funded, inPost, rules), posts }];
  });
}

function fundedSum(line: LedgerSum, rules: FundedRules): NumberedPost {
  const { row, costCentre, positionNumber, post: title, funded: wte } = line;
  return { row, costCentre, group: fundedGroupOf(rules, line), band: line.band ?? noBand, title, positionNumber, wte };
}

function placedSum(sum: PostSum, groups: ReturnType<typeof groupRulesOf>): NumberedPost {
  const { costCentre, position: title, positionNumber, wte } = sum;
  return { row: 0, costCentre, group: groupOf(groups, sum), band: sum.band ?? noBand, title, positionNumber, wte };
}
