import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { ExportedFile, SharedWith } from '#contract';
import { sentence } from '../client/refusal.ts';
import { saveExported } from '../client/save-exported.ts';
import { announce } from './announce.ts';
import { Button } from './Button.tsx';
import { Dialog } from './Dialog.tsx';

const profiles: Record<SharedWith, { name: string; what: string }> = {
  lmns: {
    name: 'For the LMNS and the board',
    what: 'Small counts are left out, with all that would tell them.',
  },
  public: {
    name: 'To publish',
    what: 'More small counts are left out, and what is shown is rounded.',
  },
};

/** Saves a file that may leave the trust, once it is said for whom it is. */
export function ShareButton({ file }: { file: (profile: SharedWith) => Promise<ExportedFile> }) {
  const [open, setOpen] = useState(false);
  const save = useMutation({
    mutationFn: async (profile: SharedWith) => saveExported(await file(profile)),
    onSuccess: (told) => {
      setOpen(false);
      if (told) announce(told);
    },
    onError: (error) => {
      setOpen(false);
      announce(sentence(error));
    },
  });
  return (
    <>
      <Button onClick={() => setOpen(true)}>Export to share</Button>
      {open && (
        <Dialog title="Export to share" onClose={() => setOpen(false)}>
          <p>For whom is it? No person is in the file, and no count that a person could be told from.</p>
          <ul className="share-choices">
            {(Object.keys(profiles) as SharedWith[]).map((profile) => (
              <li key={profile}>
                <Button disabled={save.isPending} onClick={() => save.mutate(profile)}>
                  {profiles[profile].name}
                </Button>
                <span>{profiles[profile].what}</span>
              </li>
            ))}
          </ul>
          <div className="dialog__actions">
            <Button onClick={() => setOpen(false)}>Cancel</Button>
          </div>
        </Dialog>
      )}
    </>
  );
}
