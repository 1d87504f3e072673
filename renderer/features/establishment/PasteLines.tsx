import { Textarea } from 'nhsuk-react-components';
import { type FormEvent, useState } from 'react';
import type { CellProblem } from '#contract';
import { planner } from '../../client/planner.ts';
import { useAct } from '../../client/queries.ts';
import { refusedCells, sentence } from '../../client/refusal.ts';
import { useTrust } from '../../client/trust.ts';
import { DialogFoot } from '../../components/DialogFoot.tsx';
import { type Column, DataTable } from '../../components/DataTable.tsx';
import { blockOf } from '../../components/clipboard.ts';
import { Form } from '../../components/Form.tsx';

const problemColumns: Column<CellProblem>[] = [
  { key: 'row', title: 'Row', value: ({ row }) => row, number: true, means: 'The row of what was pasted.' },
  { key: 'column', title: 'Column', value: ({ column }) => column, number: true },
  { key: 'read', title: 'What is there', value: ({ read }) => read || '(empty)', header: true },
  { key: 'message', title: 'What is wrong', value: ({ message }) => message },
];

/** Takes whole lines from a spreadsheet: all of them, or none and every problem by cell. */
export function PasteLines({ text: initial, onDone }: { text: string; onDone: () => void }) {
  const trust = useTrust();
  const [text, setText] = useState(initial);
  const paste = useAct(
    () => planner.establishment.pasteLines({ trust: trust.code, rows: blockOf(text) }),
    ({ label, added, changed }) =>
      label ? `Saved: ${added} added, ${changed} changed` : 'These lines were here already. Nothing was changed.',
  );
  const problems = refusedCells<CellProblem>(paste.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (blockOf(text).length) paste.mutate(undefined, { onSuccess: onDone });
  };
  return (
    <Form onSubmit={submit}>
      <Textarea
        id="pasted-lines"
        label="Lines copied from a spreadsheet"
        hint="Columns in this order: unit, staff group, band, required, funded, in post, tool, source, date. Or put a row of these headings on top, in any order. A line that is here already is changed; a cell left blank becomes “not known”."
        rows={10}
        wrap="off"
        value={text}
        error={paste.isError ? sentence(paste.error) : undefined}
        onChange={(event) => setText(event.target.value)}
      />
      {problems.length > 0 && (
        <DataTable
          caption="Problems by cell"
          columns={problemColumns}
          rows={problems}
          rowKey={({ row, column }) => `${row}:${column}`}
        />
      )}
      <DialogFoot save="Paste the lines" isSaving={paste.isPending || !blockOf(text).length} onCancel={onDone} />
    </Form>
  );
}
