import { planner } from './planner.ts';
import { queryClient } from './queries.ts';

/** Lets a file go that is not to be imported. What is being asked about it is given up first: it has no answer any more. */
export async function letGo(file: string): Promise<void> {
  const isOfFile = ({ queryKey }: { queryKey: readonly unknown[] }) => JSON.stringify(queryKey).includes(file);
  await queryClient.cancelQueries({ predicate: isOfFile });
  queryClient.removeQueries({ predicate: isOfFile });
  await planner.imports.discard({ file });
}
