import {
  type FetchQueryOptions,
  notifyManager,
  QueryClient,
  type UseMutationResult,
  useMutation,
} from '@tanstack/react-query';
import { announce } from '../components/announce.ts';

// The backend is on this PC: there is no network to wait for, and a failure is not worth a silent second try.
const local = { networkMode: 'always', retry: false } as const;

export const queryClient = new QueryClient({
  defaultOptions: { queries: { ...local, refetchOnWindowFocus: false }, mutations: local },
});

// An answer is handed to the screen before whoever waited for it goes on. By a timer, as the library has it, a field that was
// saved would show for a moment what stood in it before.
notifyManager.setScheduler(queueMicrotask);

/**
 * Asks anew for all that is on the screen. Which trusts there are comes first, and is drawn before the rest is asked:
 * nothing is asked about a trust that has just gone.
 */
async function refresh(): Promise<void> {
  const isOverview = ({ queryKey }: { queryKey: readonly unknown[] }) => queryKey[0] === 'organisation';
  await queryClient.invalidateQueries({ predicate: isOverview });
  await new Promise((drawn) => setTimeout(drawn));
  await queryClient.invalidateQueries({ predicate: (query) => !isOverview(query) });
}

/** Does something that changes the store; then every figure on the screen is asked for anew, and `said` is announced. */
export function useAct<Input, Output>(
  perform: (input: Input) => Promise<Output>,
  said?: (output: Output, input: Input) => string | null,
): UseMutationResult<Output, Error, Input> {
  return useMutation({
    mutationFn: perform,
    onSuccess: async (output, input) => {
      await refresh();
      const message = said?.(output, input);
      if (message) announce(message);
    },
  });
}

/**
 * Asks by itself after a while, and not while something is being changed: what it asks about, such as a trust, may be going.
 * What it gives back leaves that unasked.
 */
export function askLater<Answer>(query: FetchQueryOptions<Answer>, waitMs: number): () => void {
  const ask = () => {
    if (queryClient.isMutating() === 0) void queryClient.prefetchQuery(query);
    else timer = setTimeout(ask, waitMs);
  };
  let timer = setTimeout(ask, waitMs);
  return () => clearTimeout(timer);
}
