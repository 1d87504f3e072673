import type { ExportTable } from '#contract';
import { useSignedIn } from '../client/session.ts';
import { Button } from './Button.tsx';
import { useSaveTable } from './save-table.ts';

interface ExportButtonProps {
  table: () => ExportTable | Promise<ExportTable>;
  disabled?: boolean;
}

/** Saves what is shown as a workbook; `table` is asked for when the button is pressed. Not there where the PC's policy says so. */
export function ExportButton({ table, disabled = false }: ExportButtonProps) {
  const { isOn } = useSignedIn();
  const save = useSaveTable();
  if (!isOn('exports')) return null;
  return (
    <Button disabled={disabled || save.isPending} onClick={() => save.mutate({ as: 'table', table })}>
      Export
    </Button>
  );
}
