import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { askLater, queryClient } from '../../renderer/client/queries.ts';

const asked = vi.fn(() => 'answer');
const query = { queryKey: ['asked later'], queryFn: asked };

/** Something that is being changed until it is said to be done. */
function change() {
  let done = () => {};
  const mutationFn = () => new Promise<void>((settle) => (done = settle));
  const changed = queryClient.getMutationCache().build(queryClient, { mutationFn }).execute(undefined);
  return async () => {
    done();
    await changed;
  };
}

beforeEach(() => {
  vi.useFakeTimers();
  asked.mockClear();
});
afterEach(() => {
  queryClient.clear();
  vi.useRealTimers();
});

test('what is asked by itself waits until nothing is being changed any more: it may be about a trust that is just going', async () => {
  const finish = change();
  askLater(query, 2000);
  await vi.advanceTimersByTimeAsync(5000);
  expect(asked).not.toHaveBeenCalled();
  await finish();
  await vi.advanceTimersByTimeAsync(2000);
  expect(asked).toHaveBeenCalledOnce();
});

test('what is asked by itself is not asked any more once the page has left it, however long a change took', async () => {
  const finish = change();
  const leave = askLater(query, 2000);
  await vi.advanceTimersByTimeAsync(3000);
  leave();
  await finish();
  await vi.advanceTimersByTimeAsync(10_000);
  expect(asked).not.toHaveBeenCalled();
});
