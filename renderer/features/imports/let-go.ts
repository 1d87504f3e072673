import { planner } from '../../client/planner.ts';
import { queryClient } from '../../client/queries.ts';

const isOf =
  (file: string) =>
  ({ queryKey }: { queryKey: readonly unknown[] }) =>
    JSON.stringify(queryKey).includes(file);

/** Gives up what is being asked about a file: after it is stored, or let go, there is no answer any more. */
export const giveUpQuestions = (file: string) => queryClient.cancelQueries({ predicate: isOf(file) });

/** Lets a file go that is not to be imported. What is being asked about it is given up first: it has no answer any more. */
export async function letGo(file: string): Promise<void> {
  await giveUpQuestions(file);
  queryClient.removeQueries({ predicate: isOf(file) });
  await planner.imports.discard({ file });
}
