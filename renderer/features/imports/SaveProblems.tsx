import { useMutation } from '@tanstack/react-query';
import type { ExportedFile } from '#contract';
import { sentence } from '../../client/refusal.ts';
import { saveExported } from '../../client/save-exported.ts';
import { announce } from '../../components/announce.ts';
import { Button } from '../../components/Button.tsx';

/** Saves the rows with problems as a workbook, to send back to whoever made the file. */
export function SaveProblems({ make }: { make: () => Promise<ExportedFile> }) {
  const save = useMutation({
    mutationFn: async () => saveExported(await make()),
    onSuccess: (told) => told && announce(told),
    onError: (error) => announce(sentence(error)),
  });
  return (
    <Button disabled={save.isPending} onClick={() => save.mutate()}>
      {save.isPending ? 'Writing…' : 'Save problem rows'}
    </Button>
  );
}
