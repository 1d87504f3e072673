import { type AnswerChange, statusWords } from '#contract';
import { dateInWords } from '../../core/dates.ts';
import { assertNever } from '../../core/invariant.ts';
import type { Context } from '../../context.ts';
import { recordChange } from '../../database/history.ts';
import type { TrustRow } from '../organisation/repository.ts';
import { carryOver, noAnswer } from './calculations.ts';
import { periodTitle } from './calculations/periods.ts';
import { trustLines } from './register.ts';
import { answersOf, findReturn, insertReturn, returnBefore, type ReturnRow, setAnswer } from './repository.ts';

/** Starts a period with what still holds from the latest one of its kind before; where it is started already nothing changes. */
export function startReturn(context: Context, trust: TrustRow, period: string): ReturnRow {
  const { database, now } = context;
  const found = findReturn(database, trust.id, period);
  if (found) return found;
  const earlier = returnBefore(database, trust.id, period);
  const before = earlier ? answersOf(database, earlier.id) : new Map();
  const answers = trustLines(context).map(({ reference }) => ({
    reference,
    ...carryOver(before.get(reference) ?? noAnswer),
  }));
  recordChange(database, { trustId: trust.id, label: `Start the return of ${periodTitle(period)}`, at: now() }, () =>
    insertReturn(database, trust.id, period, earlier?.period ?? null, answers),
  );
  return startReturn(context, trust, period);
}

/** Saves one field of an answer as a named change; false where it says that already. */
export function changeAnswer(
  context: Context,
  trust: TrustRow,
  row: ReturnRow,
  reference: string,
  change: AnswerChange,
): boolean {
  const { database, now } = context;
  const answer = answersOf(database, row.id).get(reference) ?? noAnswer;
  if (answer[change.field] === change.value) return false;
  recordChange(database, { trustId: trust.id, label: `${reference} ${changeInWords(change)}`, at: now() }, () =>
    setAnswer(database, row.id, reference, change),
  );
  return true;
}

function changeInWords(change: AnswerChange): string {
  switch (change.field) {
    case 'status':
      return change.value === null ? 'no status' : `“${statusWords[change.value]}”`;
    case 'due':
      return change.value === null ? 'no due date' : `due ${dateInWords(change.value)}`;
    case 'lead':
      return change.value === '' ? 'no lead' : `lead ${change.value}`;
    case 'sharing':
      return change.value ? 'willing to share' : 'not to be shared';
    case 'helpNeeded':
      return 'help needed';
    case 'nextSteps':
      return 'next steps';
    case 'progress':
    case 'evidence':
    case 'risk':
    case 'mitigation':
      return change.field;
    default:
      return assertNever(change);
  }
}
