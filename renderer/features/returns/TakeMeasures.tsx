import { useState } from 'react';
import { base64 } from '../../client/base64.ts';
import { planner } from '../../client/planner.ts';
import { useAct } from '../../client/queries.ts';
import { sentence } from '../../client/refusal.ts';
import { Dialog } from '../../components/Dialog.tsx';
import { FileField } from '../../components/FileField.tsx';
import { DialogFoot } from '../../components/DialogFoot.tsx';

/** Takes in the measures that the LMNS, or another trust, handed on in a file. */
export function TakeMeasures({ trust, onClose }: { trust: string; onClose: () => void }) {
  const [file, setFile] = useState<File | null>(null);
  const [problem, setProblem] = useState<string>();
  const take = useAct(
    async (chosen: File) => {
      const contents = base64(new Uint8Array(await chosen.arrayBuffer()));
      return planner.returns.addMeasures({ trust, fileName: chosen.name, contents });
    },
    ({ label }) => label ?? 'These measures are here already',
  );
  const submit = () => {
    setProblem(file ? undefined : 'Choose a file.');
    if (file) take.mutate(file, { onSuccess: onClose });
    else document.getElementById('measures-file')?.focus();
  };
  return (
    <Dialog title="Measures of the LMNS" onClose={onClose}>
      <p>
        An LMNS can ask for measures of its own beside those of the planner. Choose the file that it sent; its measures
        are then listed with the others, and you enter their figures for each period.
      </p>
      <FileField
        id="measures-file"
        label="File of measures"
        hint="It ends in .mwpmeasures. A newer file of the same LMNS replaces what the older one defined."
        accept=".mwpmeasures,.json"
        problem={problem ?? (take.isError ? sentence(take.error) : undefined)}
        onChoose={(chosen) => {
          take.reset();
          setProblem(undefined);
          setFile(chosen);
        }}
      />
      <DialogFoot save="Take them in" isSaving={take.isPending} onSave={submit} onCancel={onClose} cancel="Close" />
    </Dialog>
  );
}
