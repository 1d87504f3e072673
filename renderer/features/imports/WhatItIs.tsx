import { useQuery } from '@tanstack/react-query';
import { Select } from 'nhsuk-react-components';
import { type ReactNode, useState } from 'react';
import type { FirstRows, Mapping } from '#contract';
import { planner } from '../../client/planner.ts';
import { useTrust } from '../../client/trust.ts';
import { Answered } from '../../components/Answered.tsx';

export type WhatItIs = Required<Pick<Mapping, 'kind' | 'sheet' | 'headerRow'>>;

interface Asked {
  readonly fields: ReactNode;
  /** Says it; where the kind is wanting, that has the focus instead. */
  readonly say: () => void;
}

/** Asks what a file is, on which sheet it stands, and in which row its headings. `before` is chosen to begin with. */
export function useWhatItIs(
  sheets: readonly FirstRows[],
  before: Pick<Mapping, 'kind' | 'sheet'>,
  onSaid: (what: WhatItIs) => void,
): Asked {
  const trust = useTrust().code;
  const kinds = useQuery({ queryKey: ['import kinds', trust], queryFn: () => planner.imports.kinds({ trust }) });
  const [kind, setKind] = useState(before.kind ?? '');
  const [name, setName] = useState(before.sheet ?? sheets[0]?.name ?? '');
  const [row, setRow] = useState<number | null>(null);
  const [asked, setAsked] = useState(false);
  const sheet = sheets.find((one) => one.name === name) ?? sheets[0];
  if (sheet === undefined) return { fields: null, say: () => undefined };
  const headerRow = row ?? sheet.likely;
  const fields = (
    <>
      <Answered query={kinds}>
        {(found) => (
          <Select
            id="import-kind"
            label="Kind of file"
            value={kind}
            error={asked && kind === '' ? 'Choose what the file is.' : undefined}
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
            setRow(null);
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
        onChange={(event) => setRow(Number(event.target.value))}
      >
        {sheet.rows.map(({ row: number, text }) => (
          <Select.Option key={number} value={String(number)}>
            {`Row ${number}: ${text}`}
          </Select.Option>
        ))}
      </Select>
    </>
  );
  const say = () => {
    setAsked(true);
    if (kind === '') document.getElementById('import-kind')?.focus();
    else onSaid({ kind, sheet: sheet.name, headerRow });
  };
  return { fields, say };
}
