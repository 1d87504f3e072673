import { useMutation } from '@tanstack/react-query';
import { useRef } from 'react';
import { upload } from '../../client/upload.ts';
import { sentence } from '../../client/refusal.ts';
import { announce } from '../../components/announce.ts';
import { Button } from '../../components/Button.tsx';

/** Takes in a backup from another place or PC, to be looked at before anything is changed. */
export function FromFile({ onTaken }: { onTaken: (file: string, name: string) => void }) {
  const input = useRef<HTMLInputElement>(null);
  const take = useMutation({
    mutationFn: (file: File) => upload(file, () => undefined),
    onSuccess: ({ file, name }) => onTaken(file, name),
    onError: (error) => announce(sentence(error)),
  });
  return (
    <>
      <input
        ref={input}
        hidden
        type="file"
        accept=".mwpbackup"
        aria-label="Backup file"
        onChange={({ target }) => {
          const [file] = target.files ?? [];
          if (file) take.mutate(file);
          target.value = '';
        }}
      />
      <Button disabled={take.isPending} onClick={() => input.current?.click()}>
        {take.isPending ? 'Taking the file in…' : 'Restore from a file'}
      </Button>{' '}
    </>
  );
}
