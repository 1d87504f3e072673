import { type AnswerChange, type Register, type RegisterLine } from '#contract';
import { planner } from '../../client/planner.ts';
import { queryClient } from '../../client/queries.ts';

/** Which line of which return. */
interface LineOfReturn {
  readonly trust: string;
  readonly period: string;
  readonly reference: string;
}

/** Saves one field of a line and shows the line as it was stored. */
export async function saveLine({ trust, period, reference }: LineOfReturn, change: AnswerChange): Promise<void> {
  const { line } = await planner.returns.save({ trust, period, reference, change });
  await showLine({ trust, period, reference }, line);
}

/** Puts a figure's sentence into the evidence of a line. */
export async function acceptFigure(of: LineOfReturn, figure: { key: string; sentence: string }): Promise<void> {
  const { line } = await planner.returns.acceptFigure({ ...of, ...figure });
  await showLine(of, line);
}

/** Only what the change touches is asked for again: typing must not reread every roster. */
async function showLine({ trust, period, reference }: LineOfReturn, line: RegisterLine): Promise<void> {
  queryClient.setQueryData<Register>(['returns', trust, period, 'register'], (register) => {
    if (!register) return register;
    const lines = register.lines.map((own) => (own.plan.reference === reference ? line : own));
    return { ...register, lines, answered: lines.filter(({ answer }) => answer.status !== null).length };
  });
  await Promise.all([
    queryClient.invalidateQueries({ queryKey: ['history', trust] }),
    queryClient.invalidateQueries({ queryKey: ['returns', trust, 'quarters'] }),
  ]);
}
