import { useQuery } from '@tanstack/react-query';
import { Select } from 'nhsuk-react-components';
import { useState } from 'react';
import type { FirstRows, Mapping } from '#contract';
import { planner } from '../../client/planner.ts';
import { Answered } from '../../components/Answered.tsx';
import { Button } from '../../components/Button.tsx';

interface SayWhatItIsProps {
  trust: string;
  sheets: readonly FirstRows[];
  mapping: Mapping;
  onSaid: (part: Mapping) => void;
}

/** A file whose headings are not known: a person says what it is and where its headings stand; its columns are asked for next. */
export function SayWhatItIs({ trust, sheets, mapping, onSaid }: SayWhatItIsProps) {
  const kinds = useQuery({ queryKey: ['import kinds', trust], queryFn: () => planner.imports.kinds({ trust }) });
  const [kind, setKind] = useState(mapping.kind ?? '');
  const [name, setName] = useState(mapping.sheet ?? sheets[0]?.name ?? '');
  const sheet = sheets.find((one) => one.name === name) ?? sheets[0];
  const [said, setSaid] = useState<number | null>(null);
  const [asked, setAsked] = useState(false);
  if (!sheet) return null;
  const headerRow = said ?? sheet.likely;
  const isWanting = asked && kind === '';
  return (
    <section className="panel">
      <h2>What is this file?</h2>
      <p>
        Its headings are not known here. Say what it is and which row has the headings: which column is which is asked
        next, and remembered for the next file with these headings. Nothing is stored yet.
      </p>
      <Answered query={kinds}>
        {(found) => (
          <Select
            id="import-kind"
            label="Kind of file"
            value={kind}
            error={isWanting ? 'Choose what the file is.' : undefined}
            onChange={(event) => setKind(event.target.value)}
          >
            <Select.Option value="">Choose…</Select.Option>
            {found.map((one) => (
              <Select.Option key={one.kind} value={one.kind}>
                {one.title}
              </Select.Option>
            ))}
          </Select>
        )}
      </Answered>
      {sheets.length > 1 && (
        <Select
          id="import-unknown-sheet"
          label="Sheet"
          value={sheet.name}
          onChange={(event) => {
            setName(event.target.value);
            setSaid(null);
          }}
        >
          {sheets.map((one) => (
            <Select.Option key={one.name} value={one.name}>
              {one.name}
            </Select.Option>
          ))}
        </Select>
      )}
      <Select
        id="import-unknown-row"
        label="Row of the headings"
        value={String(headerRow)}
        onChange={(event) => setSaid(Number(event.target.value))}
      >
        {sheet.rows.map(({ row, text }) => (
          <Select.Option key={row} value={String(row)}>
            {`Row ${row}: ${text}`}
          </Select.Option>
        ))}
      </Select>
      <Button
        kind="main"
        onClick={() => {
          setAsked(true);
          if (kind === '') document.getElementById('import-kind')?.focus();
          else onSaid({ kind, sheet: sheet.name, headerRow });
        }}
      >
        Read it as this
      </Button>
    </section>
  );
}
