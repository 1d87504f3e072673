import { useCallback, useEffect, useState } from 'react';
import type { TakenFile } from '#contract';
import { sentence } from '../../client/refusal.ts';
import { letGo } from './let-go.ts';
import { upload } from '../../client/upload.ts';

/** A file that was dropped: on its way in, taken in, or not to be had. */
export interface QueuedFile {
  readonly id: number;
  readonly file: File;
  readonly taken: TakenFile | null;
  readonly failure: string | null;
}

let ids = 0;

/** The files that wait to be imported, taken in one after the other in the order in which they were dropped. */
export function useQueue() {
  const [queue, setQueue] = useState<QueuedFile[]>([]);
  const [underWay, setUnderWay] = useState<{ id: number; share: number } | null>(null);

  const add = useCallback((files: Iterable<File>) => {
    const added = [...files].map((file) => ({ id: ++ids, file, taken: null, failure: null }));
    setQueue((before) => [...before, ...added]);
  }, []);
  const change = useCallback(
    (id: number, part: Partial<QueuedFile>) =>
      setQueue((before) => before.map((one) => (one.id === id ? { ...one, ...part } : one))),
    [],
  );

  useEffect(() => {
    const next = queue.find(({ taken, failure }) => taken === null && failure === null);
    if (next === undefined || underWay !== null) return;
    const { id, file } = next;
    setUnderWay({ id, share: 0 });
    upload(file, (share) => setUnderWay({ id, share }))
      .then((taken) => change(id, { taken }))
      .catch((error: unknown) => change(id, { failure: sentence(error) }))
      .finally(() => setUnderWay(null));
  }, [queue, underWay, change]);

  /** Takes a file off the list; `discard` where it was not imported. */
  const remove = (id: number, discard = true) => {
    const taken = queue.find((one) => one.id === id)?.taken;
    const again = queue.some((one) => one.id !== id && one.taken?.file === taken?.file);
    setQueue((before) => before.filter((one) => one.id !== id));
    if (taken && discard && !again) void letGo(taken.file);
  };
  return { queue, share: underWay?.share ?? null, add, remove };
}
