import { QueryClient, type UseMutationResult, useMutation } from '@tanstack/react-query';
import { announce } from '../components/announce.ts';

// The backend is on this PC: there is no network to wait for, and a failure is not worth a silent second try.
const local = { networkMode: 'always', retry: false } as const;

export const queryClient = new QueryClient({
  defaultOptions: { queries: { ...local, refetchOnWindowFocus: false }, mutations: local },
});

/** Does something that changes the store; then every figure on the screen is asked for anew, and `said` is announced. */
export function useAct<Input, Output>(
  perform: (input: Input) => Promise<Output>,
  said?: (output: Output, input: Input) => string | null,
): UseMutationResult<Output, Error, Input> {
  return useMutation({
    mutationFn: perform,
    onSuccess: async (output, input) => {
      const message = said?.(output, input);
      if (message) announce(message);
      await queryClient.invalidateQueries();
    },
  });
}
