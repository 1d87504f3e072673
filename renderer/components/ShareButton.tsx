import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { ExportedFile, SharedWith } from '#contract';
import { queryClient } from '../client/queries.ts';
import { sentence } from '../client/refusal.ts';
import { saveExported } from '../client/save-exported.ts';
import { announce } from './announce.ts';
import { Button } from './Button.tsx';
import { Dialog } from './Dialog.tsx';
import { DialogFoot } from './DialogFoot.tsx';

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
  const [said, setSaid] = useState<string | null>(null);
  const save = useMutation({
    mutationFn: async (profile: SharedWith) => {
      const made = await file(profile);
      // What it told is kept, as a change that can be undone.
      void queryClient.invalidateQueries({ queryKey: ['history'] });
      return { told: await saveExported(made), leftOut: made.leftOut ?? null };
    },
    onSuccess: ({ told, leftOut }) => {
      if (told) announce(told);
      setSaid(leftOut);
      if (leftOut === null) setOpen(false);
    },
    onError: (error) => {
      setOpen(false);
      announce(sentence(error));
    },
  });
  return (
    <>
      <Button
        onClick={() => {
          setSaid(null);
          setOpen(true);
        }}
      >
        Export to share
      </Button>
      {open && (
        <Dialog title="Export to share" onClose={() => setOpen(false)}>
          <p>For whom is it? No person is in the file, and no count that a person could be told from.</p>
          {said && (
            <p className="note note--attention" role="status">
              The file is made. {said}
            </p>
          )}
          <p>
            What the file tells is kept, so that a corrected file of the same period does not tell the correction. If
            the file goes to nobody, press Undo.
          </p>
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
          <DialogFoot onCancel={() => setOpen(false)} cancel={said ? 'Close' : 'Cancel'} />
        </Dialog>
      )}
    </>
  );
}
