import { type ReactNode, useState } from 'react';
import type { ExportTable } from '#contract';
import { useSignedIn } from '../../client/session.ts';
import { Button } from '../Button.tsx';
import { Dialog } from '../Dialog.tsx';
import { DialogFoot } from '../DialogFoot.tsx';
import { useSaveTable } from '../save-table.ts';
import { useScreenCommand } from '../screen-command.ts';

interface ExportOrPrintProps {
  caption: string;
  table: () => ExportTable;
  onPrint: () => void;
}

/** The table as it stands, as a workbook, as CSV, or on paper; on paper alone where the PC's policy says so. */
export function ExportOrPrint({ caption, table, onPrint }: ExportOrPrintProps): ReactNode {
  const { isOn } = useSignedIn();
  const [open, setOpen] = useState(false);
  const save = useSaveTable(() => setOpen(false));
  useScreenCommand('export-table', () => setOpen(true), caption);
  if (!isOn('exports'))
    return (
      <Button aria-label={`Print ${caption}`} onClick={onPrint}>
        Print
      </Button>
    );
  return (
    <>
      <Button aria-label={`Export or print ${caption}`} onClick={() => setOpen(true)}>
        Export or print
      </Button>
      {open && (
        <Dialog title={`Export or print: ${caption}`} onClose={() => setOpen(false)}>
          <p>Columns, order, groups and filter are as the table stands now. What the words mean goes with it.</p>
          <DialogFoot
            save="Workbook (.xlsx)"
            act="export"
            isSaving={save.isPending}
            onSave={() => save.mutate({ as: 'table', table })}
            onCancel={() => setOpen(false)}
          >
            <Button disabled={save.isPending} onClick={() => save.mutate({ as: 'csv', table })}>
              Text for other programs (.csv)
            </Button>
            <Button
              onClick={() => {
                setOpen(false);
                // The dialog is closed before the page is drawn for paper.
                setTimeout(onPrint);
              }}
            >
              Print this table
            </Button>
          </DialogFoot>
        </Dialog>
      )}
    </>
  );
}
