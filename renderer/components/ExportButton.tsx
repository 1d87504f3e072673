import { useMutation } from '@tanstack/react-query';
import type { ExportTable } from '#contract';
import { planner } from '../client/planner.ts';
import { sentence } from '../client/refusal.ts';
import { saveExported } from '../client/save-exported.ts';
import { useSignedIn } from '../client/session.ts';
import { announce } from './announce.ts';
import { Button } from './Button.tsx';

interface ExportButtonProps {
  table: () => ExportTable | Promise<ExportTable>;
  disabled?: boolean;
}

/** Saves what is shown as a workbook; `table` is asked for when the button is pressed. Not there where the PC's policy says so. */
export function ExportButton({ table, disabled = false }: ExportButtonProps) {
  const { isOn } = useSignedIn();
  const save = useMutation({
    mutationFn: async () => saveExported(await planner.exports.table(await table())),
    onSuccess: (told) => told && announce(told),
    onError: (error) => announce(sentence(error)),
  });
  if (!isOn('exports')) return null;
  return (
    <Button disabled={disabled || save.isPending} onClick={() => save.mutate()}>
      Export
    </Button>
  );
}
