import type { ReturnDocument, ReturnRestatement } from '#contract';
import type { Context } from '../../context.ts';
import { inTransaction } from '../../database/database.ts';
import { recordChange } from '../../database/history.ts';
import { settle } from '../../database/settle.ts';
import type { TrustRow } from '../organisation/repository.ts';
import { changesBetween } from './calculations/changes.ts';
import { periodTitle } from './calculations/periods.ts';
import { buildDocument, legibleDocument, signedDocument, sinceBefore } from './document.ts';
import { deleteEvidenceOf, evidenceOf, insertEvidence } from './evidence-repository.ts';
import { keepEntered, restoreEntered } from './own-measures/repository.ts';
import { lineIdsOf, replaceAnswers, type ReturnRow, setSteps } from './repository.ts';
import { correctedDocument } from './standing.ts';
import { insertSubmission, newestSubmission, type Submission } from './submission-repository.ts';

interface Step {
  readonly trust: TrustRow;
  readonly row: ReturnRow;
  readonly role: string;
}

const asOne = (context: Context, { trust, row }: Omit<Step, 'role'>, what: string, work: () => void) =>
  recordChange(
    context.database,
    { trustId: trust.id, label: `${what} the return of ${periodTitle(row.period)}`, at: context.now() },
    work,
  );

export function checkReturn(context: Context, step: Step): void {
  const { row, role } = step;
  asOne(context, step, 'Check', () =>
    setSteps(context.database, row.id, { state: 'checked', checkedBy: role, checkedAt: context.now() }),
  );
}

/** Keeps answers and figures as they are now: that is what is submitted. */
export function signOffReturn(context: Context, step: Step): void {
  const { trust, row, role } = step;
  const at = context.now();
  const document = buildDocument(context, trust, row);
  const signed = { ...document, signatures: { ...document.signatures, signedOff: { role, at } } };
  asOne(context, step, 'Sign off', () =>
    setSteps(context.database, row.id, {
      state: 'signed off',
      signedOffBy: role,
      signedOffAt: at,
      signedOff: JSON.stringify(signed),
    }),
  );
}

/** Submits what was signed off. Neither a verb nor an undo changes it from then on. */
export function submitReturn(context: Context, step: Step): void {
  const signed = signedDocument(step.row);
  if (signed === null) throw new Error('A return that is signed off was kept when it was');
  const document = {
    ...signed,
    signatures: { ...signed.signatures, submitted: { role: step.role, at: context.now() } },
  };
  keepSubmission(context, step, 'Submit', { number: 1, document });
}

function keepSubmission(context: Context, step: Step, what: string, submission: Submission): void {
  const { database } = context;
  const { row, trust } = step;
  inTransaction(database, () => {
    let entered: number[] = [];
    asOne(context, step, what, () => {
      insertSubmission(database, row.id, submission);
      entered = keepEntered(database, trust.id, row.period);
      setSteps(database, row.id, { state: 'submitted', signedOff: null });
    });
    settle(database, [
      { table: 'theme2_return', rowIds: [row.id] },
      { table: 'return_line', rowIds: lineIdsOf(database, row.id) },
      { table: 'return_evidence', rowIds: evidenceOf(database, row.id).map(({ id }) => id) },
      { table: 'own_measure_value', rowIds: entered },
    ]);
  });
}

/** Takes the last step back; false for a draft, which has none. */
export function takeBack(context: Context, step: Omit<Step, 'role'>): boolean {
  const { database } = context;
  const { row } = step;
  if (row.state === 'signed off')
    asOne(context, step, 'Take back the sign-off of', () =>
      setSteps(database, row.id, { state: 'checked', signedOffBy: null, signedOffAt: null, signedOff: null }),
    );
  else if (row.state === 'checked')
    asOne(context, step, 'Take back the check of', () =>
      setSteps(database, row.id, { state: 'draft', checkedBy: null, checkedAt: null }),
    );
  else if (row.state === 'correction') asOne(context, step, 'Give up the correction of', () => restore(context, row));
  else return false;
  return true;
}

/** Answers and evidence as they were submitted last. */
function restore({ database }: Context, row: ReturnRow): void {
  const submitted = newestSubmission(database, row.id)?.document;
  if (!submitted) throw new Error('A correction is of something that was submitted');
  replaceAnswers(database, row.id, submitted.lines);
  deleteEvidenceOf(database, row.id);
  for (const { reference, evidenceItems } of submitted.lines)
    for (const item of evidenceItems) {
      const kept = submitted.figures.find((own) => own.reference === reference && own.key === item.figure);
      insertEvidence(database, { returnId: row.id, reference }, item, kept ?? null);
    }
  restoreEntered(database, row.trustId, row.period);
  setSteps(database, row.id, { state: 'submitted' });
}

export function startCorrection(context: Context, step: Omit<Step, 'role'>): void {
  if (step.row.state === 'correction') return;
  asOne(context, step, 'Start a correction of', () => setSteps(context.database, step.row.id, { state: 'correction' }));
}

/** Submits a correction beside what was submitted before; null where nothing differs from it. */
export function restateReturn(
  context: Context,
  step: Step,
  { reason, figuresAnew }: { readonly reason: string; readonly figuresAnew: boolean },
): ReturnRestatement | null {
  const { trust, row, role } = step;
  const submitted = newestSubmission(context.database, row.id);
  if (!submitted) throw new Error('A correction is of something that was submitted');
  const corrected = correctedDocument(context, trust, row, submitted.document, figuresAnew);
  const changes = changesBetween(submitted.document, corrected, { figures: true, tables: true });
  if (changes.length === 0) return null;
  const at = context.now();
  const of = submitted.document.signatures.submitted?.at ?? submitted.document.madeAt;
  const restatement: ReturnRestatement = { at, by: role, reason, of, changes };
  const document: ReturnDocument = {
    ...corrected,
    signatures: { ...submitted.document.signatures, submitted: { role, at } },
    restatements: [...submitted.document.restatements, restatement],
  };
  keepSubmission(context, step, 'Correct', {
    number: submitted.number + 1,
    document: legibleDocument({ ...document, sinceBefore: sinceBefore(context, trust, document) }),
  });
  return restatement;
}
