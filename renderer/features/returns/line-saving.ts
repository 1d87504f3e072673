import type { AnswerChange, Register, RegisterLine, TypedEvidence } from '#contract';
import { planner } from '../../client/planner.ts';
import { queryClient } from '../../client/queries.ts';
import type { FigureDecision } from '../../components/DecideFigure.tsx';

/** Which line of which return. */
interface LineOfReturn {
  readonly trust: string;
  readonly period: string;
  readonly reference: string;
}

/** Saves one field of a line and shows the line as it was stored. */
export async function saveLine(of: LineOfReturn, change: AnswerChange): Promise<void> {
  await showLine(of, await planner.returns.changeAnswer({ ...of, change }));
}

/** Adds a piece of evidence, or with an id changes one. */
export async function saveEvidence(of: LineOfReturn, id: number | undefined, item: TypedEvidence): Promise<void> {
  await showLine(
    of,
    id === undefined
      ? await planner.returns.addEvidence({ ...of, item })
      : await planner.returns.changeEvidence({ ...of, id, item }),
  );
}

export async function removeEvidence(of: LineOfReturn, id: number): Promise<void> {
  await showLine(of, await planner.returns.removeEvidence({ ...of, id }));
}

/** Takes a figure into the evidence of a line, as it is or in other words or values. */
export async function keepFigure(of: LineOfReturn, decision: FigureDecision): Promise<void> {
  const { aboutNoPatient: _none, ...sent } = decision;
  await showLine(of, await planner.returns.keepFigure({ ...of, ...sent }));
}

/** Only what the change touches is asked for again: typing must not reread every roster. */
async function showLine(
  { trust, period, reference }: LineOfReturn,
  { line }: { readonly line: RegisterLine },
): Promise<void> {
  queryClient.setQueryData<Register>(['returns', trust, period, 'register'], (register) => {
    if (!register) return register;
    const lines = register.lines.map((own) => (own.plan.reference === reference ? line : own));
    return { ...register, lines, answered: lines.filter(({ answer }) => answer.status !== null).length };
  });
  await Promise.all([
    queryClient.invalidateQueries({ queryKey: ['history', trust] }),
    queryClient.invalidateQueries({ queryKey: ['returns', trust, 'periods'] }),
    queryClient.invalidateQueries({ queryKey: ['returns', trust, period, 'checks'] }),
    queryClient.invalidateQueries({ queryKey: ['returns', trust, period, 'changes'] }),
  ]);
}
