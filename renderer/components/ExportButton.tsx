import { useMutation } from '@tanstack/react-query';
import type { ExportTable } from '#contract';
import { planner } from '../client/planner.ts';
import { sentence } from '../client/refusal.ts';
import { saveExported } from '../client/save-exported.ts';
import { announce } from './announce.ts';
import { Button } from './Button.tsx';

/** Saves what is shown as a workbook; `table` is asked for when the button is pressed. */
export function ExportButton({ table }: { table: () => ExportTable | Promise<ExportTable> }) {
  const save = useMutation({
    mutationFn: async () => saveExported(await planner.exports.table(await table())),
    onSuccess: (told) => told && announce(told),
    onError: (error) => announce(sentence(error)),
  });
  return (
    <Button disabled={save.isPending} onClick={() => save.mutate()}>
      Export
    </Button>
  );
}
