import { ORPCError } from '@orpc/client';
import { useMutation } from '@tanstack/react-query';
import { TextInput } from 'nhsuk-react-components';
import { useState } from 'react';
import { LEAST_PASSPHRASE } from '#contract';
import { planner } from '../../client/planner.ts';
import { sentence } from '../../client/refusal.ts';
import { saveExported } from '../../client/save-exported.ts';
import { announce } from '../../components/announce.ts';
import { Dialog } from '../../components/Dialog.tsx';
import { DialogFoot } from '../../components/DialogFoot.tsx';
import { Form } from '../../components/Form.tsx';

const namesSomebody = (error: unknown) => error instanceof ORPCError && error.code === 'NAMES_SOMEBODY';

/** Saves the signed-off return as the one file that the LMNS's planner takes in, with a passphrase where it is wanted. */
export function BundleDialog({ of, onClose }: { of: { trust: string; period: string }; onClose: () => void }) {
  const [passphrase, setPassphrase] = useState('');
  const [namesNobody, setNamesNobody] = useState(false);
  const save = useMutation({
    mutationFn: async () =>
      saveExported(await planner.returns.bundle({ ...of, passphrase: passphrase || null, namesNobody })),
    onSuccess: (told) => {
      if (told) announce(told);
      onClose();
    },
  });
  return (
    <Dialog title="Save a bundle for the LMNS" onClose={onClose}>
      <Form
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate();
        }}
      >
        <p>
          One file that the LMNS’s planner takes in, with its own checksum. It holds the return as it was signed off,
          and no person.
        </p>
        <TextInput
          id="bundle-passphrase"
          type="password"
          label="Passphrase (optional)"
          hint={`${LEAST_PASSPHRASE} characters or more. Tell it to the LMNS by telephone, not in the same message as the file.`}
          autoComplete="new-password"
          value={passphrase}
          error={save.isError ? sentence(save.error) : undefined}
          onChange={({ currentTarget }) => setPassphrase(currentTarget.value)}
        />
        {(namesNobody || namesSomebody(save.error)) && (
          <label className="choice">
            <input type="checkbox" checked={namesNobody} onChange={({ target }) => setNamesNobody(target.checked)} /> I
            have read these words: they name nobody
          </label>
        )}
        <DialogFoot save="Save the bundle" act="export" isSaving={save.isPending} onCancel={onClose} />
      </Form>
    </Dialog>
  );
}
