import type { DeliveryPlan, PlanOwner } from '../../contract/reference.ts';
import { ownerKeys, publishedHeadings } from './columns.ts';
import { remark } from './remark.ts';
import type { PlanTableRemark } from './remark.ts';
import type { PlanTableRow } from './rows.ts';

/** A line of a published table: its reference, its wording as published (white space tidied), and who it is ticked for. */
export interface PlanTableLine {
  readonly row: number;
  readonly reference: string;
  readonly wording: string;
  readonly owner: PlanOwner;
}

export type Judgement = { readonly line: PlanTableLine } | { readonly problem: PlanTableRemark };

const oneTick = `one tick under ${ownerKeys.map((owner) => publishedHeadings[owner]).join(', ')}`;

/** One line, or the one problem that keeps the row out: unknown reference, marks, wording, then seen before. */
export function judge(
  { row, reference, wording, marks }: PlanTableRow,
  plan: Pick<DeliveryPlan, 'lines'>,
  before: ReadonlyMap<string, PlanTableLine>,
): Judgement {
  const refuse = (said: Omit<Parameters<typeof remark>[0], 'row'>): Judgement => ({
    problem: remark({ row, ...said }),
  });
  if (!plan.lines.some((line) => line.reference === reference)) {
    const message = `Row ${row}: the plan has no line “${reference}”.`;
    return refuse({
      code: 'reference_unknown',
      column: 'reference',
      read: reference,
      expected: 'a reference such as 4.12',
      message,
    });
  }
  const line = `Row ${row}, line ${reference}`;
  const references = [reference];
  const unclear = ownerKeys.find((owner) => marks[owner].mark === 'unclear');
  if (unclear !== undefined) {
    const { read } = marks[unclear];
    const message = `${line}: “${read}” under ${publishedHeadings[unclear]} is neither a tick nor blank.`;
    return refuse({
      code: 'mark_unclear',
      column: unclear,
      read,
      expected: 'a tick or an empty cell',
      message,
      references,
    });
  }
  const [owner, second] = ownerKeys.filter((key) => marks[key].mark === 'ticked');
  if (owner === undefined) {
    return refuse({ code: 'owner_missing', expected: oneTick, message: `${line}: no owner is ticked.`, references });
  }
  if (second !== undefined) {
    const both = `${publishedHeadings[owner]} and ${publishedHeadings[second]}`;
    const message = `${line}: both ${both} are ticked. A line has one owner.`;
    return refuse({ code: 'owner_twice', column: second, read: both, expected: oneTick, message, references });
  }
  if (wording === '') {
    const message = `${line}: the wording is empty.`;
    return refuse({
      code: 'wording_missing',
      column: 'wording',
      expected: 'the wording of the line',
      message,
      references,
    });
  }
  const first = before.get(reference);
  if (first !== undefined) {
    const message = `${line}: this line is in row ${first.row} already, and that row is kept.`;
    return refuse({
      code: 'duplicate_row',
      column: 'reference',
      read: reference,
      expected: 'each line once',
      message,
      references,
    });
  }
  return { line: { row, reference, wording, owner } };
}
