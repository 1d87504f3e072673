import { type AnswerChange, PROSE_LIMIT, type ReturnDocument, statusWords } from '#contract';
import { dateInWords } from '../../core/dates.ts';
import { assertNever } from '../../core/invariant.ts';
import type { Context } from '../../context.ts';
import { recordChange } from '../../database/history.ts';
import type { TrustRow } from '../organisation/repository.ts';
import { carryOver, noAnswer, quarterTitle } from './calculations.ts';
import { readFigures } from './document.ts';
import { trustLines } from './register.ts';
import { answersOf, findReturn, insertReturn, returnBefore, type ReturnRow, setAnswer, setMade } from './repository.ts';

/** Starts a quarter with what still holds from the latest one before; where it is started already nothing changes. */
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
  recordChange(database, { trustId: trust.id, label: `Start the return of ${quarterTitle(period)}`, at: now() }, () =>
    insertReturn(database, trust.id, period, earlier?.period ?? null, answers),
  );
  return startReturn(context, trust, period);
}

/** Saves one field of an answer as a named change; false where it says that already. */
export function saveAnswer(
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
    case 'helpNeeded':
      return 'help needed';
    case 'progress':
    case 'evidence':
    case 'risk':
      return change.field;
    default:
      return assertNever(change);
  }
}

/**
 * Writes a figure's sentence below the evidence of its line; false where the evidence has it already. The sentence must
 * be the one that the figure gives now, or nothing is written.
 */
export function acceptFigure(
  context: Context,
  trust: TrustRow,
  row: ReturnRow,
  { reference, key, sentence }: { reference: string; key: string; sentence: string },
): { kind: 'accepted'; changed: boolean } | { kind: 'gone' } | { kind: 'full' } {
  const figure = readFigures(context, trust, row.period).find((own) => own.key === key && own.reference === reference);
  if (figure?.sentence !== sentence) return { kind: 'gone' };
  const { evidence } = answersOf(context.database, row.id).get(reference) ?? noAnswer;
  if (evidence.split('\n').includes(sentence)) return { kind: 'accepted', changed: false };
  const { database, now } = context;
  const value = evidence.trim() === '' ? sentence : `${evidence.trimEnd()}\n${sentence}`;
  if (value.length > PROSE_LIMIT) return { kind: 'full' };
  recordChange(database, { trustId: trust.id, label: `${reference} evidence: ${figure.title}`, at: now() }, () =>
    setAnswer(database, row.id, reference, { field: 'evidence', value }),
  );
  return { kind: 'accepted', changed: true };
}

/** Keeps a return as it is made now, in place of what was kept when it was made before. */
export function keepReturn(context: Context, trust: TrustRow, row: ReturnRow, document: ReturnDocument): void {
  const { database } = context;
  const label = `${row.madeAt === null ? 'Make' : 'Make anew'} the return of ${document.title}`;
  recordChange(database, { trustId: trust.id, label, at: document.madeAt }, () =>
    setMade(database, row.id, document.madeAt, JSON.stringify(document)),
  );
}
