import { useState } from 'react';
import { base64 } from '../../client/base64.ts';
import { planner } from '../../client/planner.ts';
import { useAct } from '../../client/queries.ts';
import { sentence } from '../../client/refusal.ts';
import { Dialog } from '../../components/Dialog.tsx';
import { FileField } from '../../components/FileField.tsx';
import { DialogFoot } from '../../components/DialogFoot.tsx';

/** Loads the published wording from the trust's own copy of the plan's table, to be seen beside ours. */
export function LoadWording({ trust, onClose }: { trust: string; onClose: () => void }) {
  const [file, setFile] = useState<File | null>(null);
  const [problem, setProblem] = useState<string>();
  const load = useAct(
    async (chosen: File) => {
      const contents = base64(new Uint8Array(await chosen.arrayBuffer()));
      return planner.returns.loadPlan({ trust, fileName: chosen.name, contents });
    },
    ({ loaded }) => `Loaded the published wording of ${loaded} lines`,
  );
  const submit = () => {
    setProblem(file ? undefined : 'Choose a file.');
    if (file) load.mutate(file);
    else document.getElementById('plan-file')?.focus();
  };
  const said = problem ?? (load.isError ? sentence(load.error) : undefined);
  return (
    <Dialog title="Load the published wording" onClose={onClose}>
      <p>
        The planner describes each line in its own words. Load your copy of the plan’s table, as a workbook or as
        tab-separated text, and the published wording is shown beside them.
      </p>
      <FileField
        id="plan-file"
        label="File with the table"
        hint="Its headings are Ref No, Theme & Objective, Trusts, ICB/LMNS and NHSE."
        accept=".xlsx,.csv,.txt,.tsv"
        problem={said}
        onChoose={(chosen) => {
          load.reset();
          setProblem(undefined);
          setFile(chosen);
        }}
      />
      {load.data && (
        <div className="note" role="status">
          <p>
            Loaded {load.data.loaded} of {load.data.rowsRead} rows.
          </p>
          <ul className="findings">
            {[...load.data.problems, ...load.data.warnings].map((message) => (
              <li key={message}>{message}</li>
            ))}
          </ul>
        </div>
      )}
      <DialogFoot save="Load the wording" isSaving={load.isPending} onSave={submit} onCancel={onClose} cancel="Close" />
    </Dialog>
  );
}
