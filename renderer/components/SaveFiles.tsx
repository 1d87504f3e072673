import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { ExportedFile } from '#contract';
import { sentence } from '../client/refusal.ts';
import { saveExported } from '../client/save-exported.ts';
import { announce } from './announce.ts';
import { Button } from './Button.tsx';
import { Dialog } from './Dialog.tsx';
import { DialogFoot } from './DialogFoot.tsx';

/** A file that can be saved: what it is called, whom it is for, and how it is made. */
export interface FileChoice {
  readonly name: string;
  readonly what: string;
  readonly make: () => Promise<ExportedFile>;
}

interface SaveFilesProps {
  /** What the button says, and what the dialog is called. */
  button: string;
  title: string;
  files: readonly FileChoice[];
}

/** A button that offers files to save, each in a sentence. */
export function SaveFiles({ button, title, files }: SaveFilesProps) {
  const [open, setOpen] = useState(false);
  const save = useMutation({
    mutationFn: async (file: FileChoice) => saveExported(await file.make()),
    onSuccess: (told) => told && announce(told),
  });
  return (
    <>
      <Button
        onClick={() => {
          save.reset();
          setOpen(true);
        }}
      >
        {button}
      </Button>
      {open && (
        <Dialog title={title} onClose={() => setOpen(false)}>
          {save.isError && (
            <p className="nhsuk-error-message" role="alert">
              {sentence(save.error)}
            </p>
          )}
          {save.data && <p>{save.data}</p>}
          <ul className="save-files">
            {files.map((file) => (
              <li key={file.name}>
                <Button disabled={save.isPending} onClick={() => save.mutate(file)}>
                  {file.name}
                </Button>
                <span>{file.what}</span>
              </li>
            ))}
          </ul>
          <DialogFoot onCancel={() => setOpen(false)} />
        </Dialog>
      )}
    </>
  );
}
