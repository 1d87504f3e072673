import { useEffect, useRef, useState } from 'react';
import type { ReceiveOutcome } from '#contract';
import { base64 } from '../../client/base64.ts';
import { takeIncoming, useIncoming } from '../../client/incoming.ts';
import { planner } from '../../client/planner.ts';
import { useAct } from '../../client/queries.ts';
import { sentence } from '../../client/refusal.ts';
import { Button } from '../../components/Button.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { counted } from '../../components/numbers.ts';
import { ReceiveAnswer } from './ReceiveAnswer.tsx';
import { DialogFoot } from '../../components/DialogFoot.tsx';

/** What is told of a file once somebody has looked at what it asked. */
export interface Told {
  passphrase?: string;
  accepted?: string[];
  addTrust?: boolean;
  namesNobody?: boolean;
}

interface Chosen {
  readonly key: number;
  readonly fileName: string;
  readonly contents: string;
  /** All that was told of it so far: a file may ask for more than one thing. */
  readonly told: Told;
  readonly outcome: ReceiveOutcome | null;
}

/** Receives the files that are chosen or dropped, one after the other, and asks of each what only a person can say. */
export function ReceiveFiles({ lmns }: { lmns: number }) {
  const [chosen, setChosen] = useState<Chosen[]>([]);
  const input = useRef<HTMLInputElement>(null);
  const receive = useAct((one: Chosen) =>
    planner.lmns
      .receive({ lmns, fileName: one.fileName, contents: one.contents, passphrase: null, ...one.told })
      .catch((error: unknown): ReceiveOutcome => ({ kind: 'refused', said: `${one.fileName}: ${sentence(error)}` })),
  );
  const ask = async (one: Chosen, told: Told) => {
    const next = { ...one, told: { ...one.told, ...told } };
    const outcome = await receive.mutateAsync(next);
    setChosen((before) => before.map((other) => (other.key === one.key ? { ...next, outcome } : other)));
  };
  const take = async (files: readonly File[]) => {
    const read = await Promise.all(
      files.map(async (file, index) => ({
        key: index,
        fileName: file.name,
        contents: base64(new Uint8Array(await file.arrayBuffer())),
        told: {},
        outcome: null,
      })),
    );
    setChosen(read);
    for (const one of read) await ask(one, {});
  };
  // Files that were opened from outside.
  const incoming = useIncoming(({ files }) => files.length);
  useEffect(() => {
    const files = incoming > 0 ? takeIncoming() : [];
    if (files.length > 0) void take(files);
  });
  const isStored = ({ outcome }: Chosen) => outcome?.kind === 'received';
  const waiting = chosen.filter(({ outcome }) => outcome === null).length;
  return (
    // Dropping is another way of choosing: the button does the same by keyboard.
    <span
      className="receive"
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        void take([...event.dataTransfer.files]);
      }}
    >
      <Button kind="main" onClick={() => input.current?.click()}>
        Receive files…
      </Button>
      <input
        ref={input}
        id="received-files"
        hidden
        type="file"
        multiple
        aria-label="Files to receive"
        onChange={({ target }) => {
          const files = [...(target.files ?? [])];
          target.value = '';
          if (files.length > 0) void take(files);
        }}
      />
      <small>Return bundles or workbooks of trusts; drop them here, too</small>
      {chosen.length > 0 && (
        <Dialog title="Files to receive" wide onClose={() => setChosen([])}>
          <p role="status">
            {waiting > 0
              ? `${counted(waiting, 'file')} to read…`
              : `${chosen.filter(isStored).length} of ${counted(chosen.length, 'file')} received.`}
          </p>
          <ul className="received-files">
            {chosen.map((one) => (
              <li
                key={one.key}
                className={`received-file received-file--${one.outcome?.kind.replaceAll(' ', '-') ?? ''}`}
              >
                <p>{one.outcome?.said ?? `${one.fileName}: waiting`}</p>
                {one.outcome && (
                  <ReceiveAnswer
                    id={`file-${one.key}`}
                    outcome={one.outcome}
                    isBusy={receive.isPending}
                    onTold={(told) => void ask(one, told)}
                  />
                )}
              </li>
            ))}
          </ul>
          <DialogFoot onCancel={() => setChosen([])} />
        </Dialog>
      )}
    </span>
  );
}
