import { useState } from 'react';
import { create } from 'zustand';
import type { TakenFile } from '#contract';
import { letGo } from './let-go.ts';
import { sentence } from './refusal.ts';
import { upload } from './upload.ts';

/** A file that was dropped: on its way in, taken in, or not to be had. */
export interface QueuedFile {
  readonly id: number;
  /** The code of the trust that it is for. */
  readonly trust: string;
  readonly file: File;
  readonly taken: TakenFile | null;
  readonly failure: string | null;
  readonly isStored: boolean;
}

interface Queue {
  readonly files: readonly QueuedFile[];
  /** The one that is being taken in, and how much of it is. */
  readonly underWay: { readonly id: number; readonly share: number } | null;
}

const EMPTY: Queue = { files: [], underWay: null };
const store = create<Queue>(() => EMPTY);
let ids = 0;
let isTaking = false;

const change = (id: number, part: Partial<QueuedFile>) =>
  store.setState(({ files }) => ({ files: files.map((one) => (one.id === id ? { ...one, ...part } : one)) }));

/** Takes files in one after the other, in the order in which they were dropped. */
async function takeIn(): Promise<void> {
  if (isTaking) return;
  isTaking = true;
  const isWaiting = ({ taken, failure }: QueuedFile) => taken === null && failure === null;
  for (let next = store.getState().files.find(isWaiting); next; next = store.getState().files.find(isWaiting)) {
    const { id, file } = next;
    const far = (share: number) => store.setState({ underWay: { id, share } });
    far(0);
    try {
      change(id, { taken: await upload(file, far) });
    } catch (error) {
      change(id, { failure: sentence(error) });
    }
  }
  isTaking = false;
  store.setState({ underWay: null });
}

function add(trust: string, files: Iterable<File>): void {
  const added = [...files].map((file) => ({ id: ++ids, trust, file, taken: null, failure: null, isStored: false }));
  store.setState((before) => ({ files: [...before.files.filter(({ isStored }) => !isStored), ...added] }));
  void takeIn();
}

/** Takes a file off the list; `discard` where it was not imported. */
function remove(id: number, discard = true): void {
  const { files } = store.getState();
  const taken = files.find((one) => one.id === id)?.taken;
  const again = files.some((one) => one.id !== id && one.taken?.file === taken?.file);
  store.setState({ files: files.filter((one) => one.id !== id) });
  if (taken && discard && !again) void letGo(taken.file);
}

/** The files that wait to be imported into a trust: they stay while other screens are looked at. */
export function useImportQueue(trust: string) {
  const { files, underWay } = store();
  // What was stored is in view until its screen is left.
  const [left] = useState(() => new Set(files.flatMap(({ id, isStored }) => (isStored ? [id] : []))));
  return {
    queue: files.filter((one) => one.trust === trust && !left.has(one.id)),
    share: underWay?.share ?? null,
    add: (given: Iterable<File>) => add(trust, given),
    remove,
    markStored: (id: number) => change(id, { isStored: true }),
  };
}

/** Forgets which files wait, because nobody is signed in any more. */
export const forgetQueue = (): void => store.setState(EMPTY);
