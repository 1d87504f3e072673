import type { FirstRows, Mapping } from '#contract';
import { Button } from '../../components/Button.tsx';
import { useWhatItIs, type WhatItIs } from './WhatItIs.tsx';

interface SayWhatItIsProps {
  sheets: readonly FirstRows[];
  mapping: Mapping;
  onSaid: (what: WhatItIs) => void;
}

/** A file whose headings are not known: a person says what it is and where its headings stand; its columns are asked for next. */
export function SayWhatItIs({ sheets, mapping, onSaid }: SayWhatItIsProps) {
  const { fields, say } = useWhatItIs(sheets, mapping, onSaid);
  if (fields === null) return null;
  return (
    <section className="panel">
      <h2>What is this file?</h2>
      <p>
        Its headings are not known here. Say what it is and which row has the headings: which column is which is asked
        next, and remembered for the next file with these headings. Nothing is stored yet.
      </p>
      {fields}
      <Button kind="main" onClick={say}>
        Read it as this
      </Button>
    </section>
  );
}
