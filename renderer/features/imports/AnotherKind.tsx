import { useState } from 'react';
import type { FirstRows, Mapping } from '#contract';
import { Button } from '../../components/Button.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { DialogFoot } from '../../components/DialogFoot.tsx';
import { useWhatItIs, type WhatItIs } from './WhatItIs.tsx';

interface AnotherKindProps {
  sheets: readonly FirstRows[];
  /** As what it is read now; none where more than one reading fits. */
  now: Pick<Mapping, 'kind' | 'sheet'>;
  onSaid: (what: WhatItIs) => void;
}

/** The way on where a file was recognised as what it is not. */
export function AnotherKind(props: AnotherKindProps) {
  const [isAsking, setIsAsking] = useState(false);
  return (
    <>
      <Button onClick={() => setIsAsking(true)}>This is another kind of file</Button>
      {isAsking && <AnotherKindDialog {...props} onClose={() => setIsAsking(false)} />}
    </>
  );
}

function AnotherKindDialog({ sheets, now, onSaid, onClose }: AnotherKindProps & { onClose: () => void }) {
  const { fields, say } = useWhatItIs(sheets, now, (what) => {
    onClose();
    onSaid(what);
  });
  return (
    <Dialog title="What is this file?" onClose={onClose}>
      <p>
        Say what it is and which row has the headings. What you answered about its columns and rows so far was about
        another kind of file, and is asked anew. It is remembered for the next file with these headings. Nothing is
        stored yet.
      </p>
      {fields}
      <DialogFoot save="Read it as this" onSave={say} onCancel={onClose} />
    </Dialog>
  );
}
