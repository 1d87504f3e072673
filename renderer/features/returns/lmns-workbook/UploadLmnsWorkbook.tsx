import { useState } from 'react';
import { base64 } from '../../../client/base64.ts';
import { planner } from '../../../client/planner.ts';
import { useAct } from '../../../client/queries.ts';
import { sentence } from '../../../client/refusal.ts';
import { useTrust } from '../../../client/trust.ts';
import { Button } from '../../../components/Button.tsx';
import { Dialog } from '../../../components/Dialog.tsx';
import { FileField } from '../../../components/FileField.tsx';
import { DialogFoot } from '../../../components/DialogFoot.tsx';

interface UploadLmnsWorkbookProps {
  open: boolean;
  onOpen: (open: boolean) => void;
  onUploaded: (id: number) => void;
}

/** Uploads a workbook to be filled in. */
export function UploadLmnsWorkbook({ open, onOpen, onUploaded }: UploadLmnsWorkbookProps) {
  const trust = useTrust().code;
  const [file, setFile] = useState<File | null>(null);
  const [problem, setProblem] = useState<string>();
  const upload = useAct(
    async (chosen: File) => {
      const contents = base64(new Uint8Array(await chosen.arrayBuffer()));
      return planner.returns.addLmnsWorkbook({ trust, fileName: chosen.name, contents });
    },
    (_, { name }) => `Uploaded ${name}`,
  );
  const submit = () => {
    setProblem(file ? undefined : 'Choose a workbook.');
    if (!file) document.getElementById('lmns-workbook-file')?.focus();
    else
      upload.mutate(file, {
        onSuccess: ({ id }) => {
          onUploaded(id);
          onOpen(false);
        },
      });
  };
  const said = problem ?? (upload.isError ? sentence(upload.error) : undefined);
  return (
    <>
      <Button onClick={() => onOpen(true)}>Upload a workbook…</Button>
      {open && (
        <Dialog title="Upload the LMNS’s workbook" onClose={() => onOpen(false)}>
          <FileField
            id="lmns-workbook-file"
            label="Workbook as the LMNS sent it"
            hint="An Excel Workbook (.xlsx), or one with macros (.xlsm): they are kept and never run. Up to 10 MB."
            accept=".xlsx,.xlsm"
            problem={said}
            onChoose={(chosen) => {
              upload.reset();
              setProblem(undefined);
              setFile(chosen);
            }}
          />
          <DialogFoot save="Upload it" isSaving={upload.isPending} onSave={submit} onCancel={() => onOpen(false)} />
        </Dialog>
      )}
    </>
  );
}
