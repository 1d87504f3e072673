import type { ReconciledPost, Reconciliation, ReconciliationLine } from '#contract';
import type { StatusKind } from '../../../components/Status.tsx';
import { wteText } from '../../../components/numbers.ts';
import { bandText, kindText, lineKey, lineText, postStatusOf, statusOf, verdictText } from './words.ts';

export type By = 'line' | 'post';
export type Shown = 'open' | 'differences' | 'all';

/** A cost centre, group and band, or one post of it, as the table shows it. */
export interface Row {
  key: string;
  line: ReconciliationLine;
  post: ReconciledPost | null;
  /** As a label has it: "Midwife, 441102 Antenatal Ward, Midwives, Band 6". */
  title: string;
  funded: number;
  inPost: number;
  what: string;
  status: { kind: StatusKind; word: string };
  differs: boolean;
  since: string | null;
  reason: string | null;
  owner: string | null;
  note: string;
  settled: boolean;
}

/** The rows of the table, as the person chose to see them. */
export function rowsOf({ lines }: Reconciliation, by: By, shown: Shown): Row[] {
  const rows =
    by === 'line' ? lines.map(lineRow) : lines.flatMap((line) => line.posts.map((post) => postRow(line, post)));
  return shown === 'all'
    ? rows
    : rows.filter(({ differs, settled }) => differs && (shown === 'differences' || !settled));
}

function lineRow(line: ReconciliationLine): Row {
  const { funded, inPost, kind, since, reason, owner, note, settled } = line;
  const said = { since, reason, owner, note, settled };
  const what = kindText[kind];
  const differs = kind !== 'agreed';
  return {
    key: lineKey(line),
    line,
    post: null,
    title: lineText(line),
    funded,
    inPost,
    what,
    status: statusOf(line),
    differs,
    ...said,
  };
}

function postRow(line: ReconciliationLine, post: ReconciledPost): Row {
  const { verdict, since, reason, owner, note, settled } = post;
  const said = { since, reason, owner, note, settled };
  return {
    key: `${lineKey(line)} ${post.key}`,
    line,
    post,
    title: `${post.post}, ${lineText(line)}`,
    funded: post.funded ?? 0,
    inPost: post.inPost ?? 0,
    what: verdictText(post),
    status: postStatusOf(post),
    differs: verdict !== 'agreed' && verdict !== 'not_told',
    ...said,
  };
}

/** "funded at 441105, Band 6 with 1.00 WTE": where the other file has a post. */
export function elsewhereText({ elsewhere, funded }: ReconciledPost): string {
  if (elsewhere === null) return '';
  const verb = funded === null ? 'funded' : 'in post';
  return `${wteText(elsewhere.wte)} WTE is ${verb} at ${elsewhere.costCentre || 'no cost centre'}, ${bandText(elsewhere.band)}`;
}
