import { useCallback, useEffect, useRef, useState } from 'react';
import type { TakenFile } from '#contract';
import { takeIncoming, useIncoming } from '../../client/incoming.ts';
import { queryClient } from '../../client/queries.ts';
import { sentence } from '../../client/refusal.ts';
import { useTrust } from '../../client/trust.ts';
import { Button } from '../../components/Button.tsx';
import { Page } from '../../components/Page.tsx';
import { BatchList } from './BatchList.tsx';
import { ImportFlow } from './ImportFlow.tsx';
import { RememberedMappings } from './RememberedMappings.tsx';
import { upload } from './upload.ts';

const ACCEPTED = '.xlsx,.xlsm,.xls,.csv,.txt,.tsv';

/** Takes files in, one after the other, and lists what was imported. */
export default function ImportsScreen() {
  const trust = useTrust();
  const [waiting, setWaiting] = useState<File[]>([]);
  const [current, setCurrent] = useState<TakenFile | null>(null);
  const [share, setShare] = useState<number | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const picker = useRef<HTMLInputElement>(null);
  const incoming = useIncoming(({ files }) => files);

  const take = useCallback((files: Iterable<File>) => setWaiting((before) => [...before, ...files]), []);
  useEffect(() => {
    if (incoming.length > 0) take(takeIncoming());
  }, [incoming, take]);

  useEffect(() => {
    const [file, ...rest] = waiting;
    if (!file || current || share !== null || failure) return;
    setWaiting(rest);
    setShare(0);
    upload(file, setShare)
      .then(setCurrent)
      .catch((error: unknown) => setFailure(`${file.name}: ${sentence(error)}`))
      .finally(() => setShare(null));
  }, [waiting, current, share, failure]);

  if (current)
    return (
      <ImportFlow
        key={current.file}
        file={current}
        onDone={() => {
          setCurrent(null);
          void queryClient.invalidateQueries();
        }}
      />
    );

  return (
    <Page
      title="Imports"
      subtitle={`${trust.name} · rosters, bank lists, staff lists, leavers, absence, ledger, training and plans, from Excel or CSV`}
    >
      {failure && (
        <div className="note note--wrong" role="alert">
          <p>{failure}</p>
          <Button onClick={() => setFailure(null)}>Go on</Button>
        </div>
      )}
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
      <h2>What was imported</h2>
      <BatchList />
      <RememberedMappings />
    </Page>
  );
}
