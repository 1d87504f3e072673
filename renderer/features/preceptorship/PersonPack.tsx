import { useMutation, useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { createPortal } from 'react-dom';
import type { PaperFormat } from '#contract';
import { planner } from '../../client/planner.ts';
import { sentence } from '../../client/refusal.ts';
import { saveExported } from '../../client/save-exported.ts';
import { useTrust } from '../../client/trust.ts';
import { announce } from '../../components/announce.ts';
import { Answered } from '../../components/Answered.tsx';
import { Button } from '../../components/Button.tsx';
import { DialogFoot } from '../../components/DialogFoot.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { PaperView } from '../../components/PaperView.tsx';

/** The pack for the person's file: to be read, and saved as a PDF or a Word file. */
export function PersonPack({ preceptee }: { preceptee: string }) {
  const trust = useTrust().code;
  const [open, setOpen] = useState(false);
  const pack = useQuery({
    queryKey: ['preceptorship', trust, 'pack', preceptee],
    queryFn: () => planner.preceptorship.personPack({ trust, key: preceptee }),
    enabled: open,
  });
  const save = useMutation({
    mutationFn: async (format: PaperFormat) =>
      saveExported(await planner.preceptorship.personPackFile({ trust, key: preceptee, format })),
    onSuccess: (told) => told && announce(told),
    onError: (error) => announce(sentence(error)),
  });
  return (
    <section className="not-printed">
      <h2>For the person’s file</h2>
      <p>Programme, meetings, hours, changes, competencies and the way to band 6, by name.</p>
      <p className="actions">
        <Button onClick={() => setOpen(true)}>See the pack</Button>
        <Button disabled={save.isPending} onClick={() => save.mutate('pdf')}>
          Save as PDF
        </Button>
        <Button disabled={save.isPending} onClick={() => save.mutate('docx')}>
          Save as Word
        </Button>
      </p>
      {open && (
        <Dialog title="Pack for the person’s file" wide onClose={() => setOpen(false)}>
          <Answered query={pack}>
            {({ paper, pictures }) => (
              <>
                <PaperView paper={paper} pictures={pictures} />
                <PrintedAlone>
                  <PaperView paper={paper} pictures={pictures} />
                </PrintedAlone>
              </>
            )}
          </Answered>
          <DialogFoot
            save="Print the pack"
            act="export"
            onSave={() => window.print()}
            onCancel={() => setOpen(false)}
            cancel="Close"
          >
            <Button disabled={save.isPending} onClick={() => save.mutate('pdf')}>
              Save as PDF
            </Button>
          </DialogFoot>
        </Dialog>
      )}
    </section>
  );
}

/** What is printed in place of the whole page while this is there: a dialog alone would be cut off at its first page. */
function PrintedAlone({ children }: { children: ReactNode }) {
  const page = document.querySelector('.page');
  return page && createPortal(<div className="printed-only printed-alone">{children}</div>, page);
}
