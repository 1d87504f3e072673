import { useEffect, useRef, useState } from 'react';
import type { Batch } from '#contract';
import { useImportQueue } from '../../client/import-queue.ts';
import { takeIncoming, useIncoming } from '../../client/incoming.ts';
import { queryClient } from '../../client/queries.ts';
import { useTrust } from '../../client/trust.ts';
import { Button } from '../../components/Button.tsx';
import { Page } from '../../components/Page.tsx';
import { BatchList } from './BatchList.tsx';
import { FileQueue } from './FileQueue.tsx';
import { LeftOutPage } from './LeftOutPage.tsx';
import { ImportFlow } from './ImportFlow.tsx';
import { KeptAnswers } from './KeptAnswers.tsx';
import { RememberedMappings } from './RememberedMappings.tsx';

const ACCEPTED = '.xlsx,.xlsm,.xls,.csv,.txt,.tsv';

/** Takes files in, one after the other, and lists what was imported. */
export default function ImportsScreen() {
  const trust = useTrust();
  const { queue, share, add: take, remove, markStored } = useImportQueue(trust.code);
  const [opened, setOpened] = useState<number | null>(null);
  const [mending, setMending] = useState<Batch | null>(null);
  const picker = useRef<HTMLInputElement>(null);
  const incoming = useIncoming(({ files }) => files);

  useEffect(() => {
    if (incoming.length > 0) take(takeIncoming());
  }, [incoming, take]);

  // One file alone is opened as soon as it is there; of several the person says which is first.
  const [only, ...others] = queue;
  const current = queue.find(({ id }) => id === opened) ?? (others.length === 0 ? only : undefined);
  if (current?.taken)
    return (
      <ImportFlow
        key={current.id}
        file={current.taken}
        onStored={() => markStored(current.id)}
        onDone={() => {
          remove(current.id, false);
          setOpened(null);
          void queryClient.invalidateQueries();
        }}
      />
    );

  if (mending !== null) return <LeftOutPage key={mending.id} of={mending} onDone={() => setMending(null)} />;

  return (
    <Page
      title="Imports"
      subtitle={`${trust.name} · rosters, bank lists, staff lists, leavers, absence, ledger, training and plans, from Excel or CSV`}
    >
      <div
        className="drop"
        role="group"
        aria-label="Take a file in"
        onDragOver={(event) => event.preventDefault()}
        onDrop={(event) => {
          event.preventDefault();
          take(event.dataTransfer.files);
        }}
      >
        <p>
          <strong>Drop one file or several here</strong>, or choose them. Nothing is stored until you have seen what was
          read and what will change.
        </p>
        <Button kind="main" onClick={() => picker.current?.click()} disabled={share !== null}>
          Choose files
        </Button>
        <input
          ref={picker}
          type="file"
          multiple
          hidden
          accept={ACCEPTED}
          aria-label="Files to import"
          onChange={(event) => {
            take(event.target.files ?? []);
            event.target.value = '';
          }}
        />
        {share !== null && (
          <p role="status">
            Taking the file in… <progress value={share} aria-label="Share of the file taken in" />
          </p>
        )}
      </div>
      <KeptAnswers atHand={queue.map(({ taken }) => taken?.file)} />
      {queue.length > 0 && (
        <FileQueue queue={queue} onOpen={({ id }) => setOpened(id)} onRemove={({ id }) => remove(id)} />
      )}
      <h2>What was imported</h2>
      <BatchList onMend={setMending} />
      <RememberedMappings />
    </Page>
  );
}
