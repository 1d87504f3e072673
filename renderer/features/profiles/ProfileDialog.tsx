import { TextInput } from 'nhsuk-react-components';
import { type FormEvent, useState } from 'react';
import { type Profile, ROLE_NAMES, type Role } from '#contract';
import { planner } from '../../client/planner.ts';
import { queryClient, useAct } from '../../client/queries.ts';
import { sentence } from '../../client/refusal.ts';
import { Button } from '../../components/Button.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { DialogFoot } from '../../components/DialogFoot.tsx';
import { Fields } from '../../components/Fields.tsx';
import { Form } from '../../components/Form.tsx';

const roles = (['editor', 'viewer', 'lmns'] as const).map((key) => ({ key, name: ROLE_NAMES[key] }));

interface ProfileDialogProps {
  profile: Profile | null;
  isFirst: boolean;
  /** With the recovery code, where one was made. */
  onClose: (recoveryCode: string | null) => void;
}

/** Adds a profile, or changes one: name, role, and a new PIN where one is typed. */
export function ProfileDialog({ profile, isFirst, onClose }: ProfileDialogProps) {
  const [typed, setTyped] = useState({
    name: profile?.name ?? '',
    role: profile?.role ?? (isFirst ? 'editor' : 'viewer'),
    post: profile?.post ?? '',
  });
  const [secret, setSecret] = useState('');
  const [again, setAgain] = useState('');
  const [differ, setDiffer] = useState(false);
  const save = useAct(
    async () => {
      const cells = { name: typed.name, role: typed.role as Role, post: typed.post.trim() || null };
      if (profile === null) return planner.profiles.addProfile({ ...cells, secret: secret || null });
      await planner.profiles.changeProfile({ profile: profile.id, ...cells });
      return secret ? planner.profiles.setSecret({ profile: profile.id, secret }) : { recoveryCode: null };
    },
    () => `Saved ${typed.name}`,
  );
  const remove = useAct(
    () => planner.profiles.removeProfile({ profile: profile?.id ?? 0 }),
    () => `Removed ${typed.name}`,
  );
  const noSecret = useAct(
    () => planner.profiles.setSecret({ profile: profile?.id ?? 0, secret: null }),
    () => `${typed.name} is asked for no PIN`,
  );
  const done = (code: string | null) => {
    void queryClient.invalidateQueries({ queryKey: ['session'] });
    onClose(code);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setDiffer(secret !== again);
    if (secret === again) save.mutate(undefined, { onSuccess: ({ recoveryCode }) => done(recoveryCode) });
  };
  const failed = [save, remove, noSecret].find(({ isError }) => isError);
  return (
    <Dialog title={profile === null ? 'Add a profile' : `Change ${profile.name}`} onClose={() => onClose(null)}>
      <Form onSubmit={submit}>
        {failed && (
          <p className="note note--wrong" role="alert">
            {sentence(failed.error)}
          </p>
        )}
        <Fields
          id="profile"
          fields={[
            { key: 'name', label: 'Name' },
            { key: 'role', label: 'May', choices: roles },
            {
              key: 'post',
              label: 'Role in the trust',
              hint: 'Such as Head of Midwifery: keeps confidential conversations and signs returns',
            },
          ]}
          typed={typed}
          problems={[]}
          onType={(key, value) => setTyped({ ...typed, [key]: value })}
        />
        <TextInput
          id="profile-secret"
          type="password"
          label={profile?.hasSecret ? 'New PIN or passphrase' : 'PIN or passphrase'}
          hint={profile?.hasSecret ? 'Leave empty to keep the one there is' : '6 digits or characters, or more'}
          autoComplete="new-password"
          value={secret}
          onChange={({ currentTarget }) => setSecret(currentTarget.value)}
        />
        <TextInput
          id="profile-again"
          type="password"
          label="The same again"
          autoComplete="new-password"
          value={again}
          error={differ ? 'The two are not the same. Type it again.' : undefined}
          onChange={({ currentTarget }) => setAgain(currentTarget.value)}
        />
        <DialogFoot
          save={profile === null ? 'Add the profile' : 'Save the profile'}
          isSaving={save.isPending}
          onCancel={() => onClose(null)}
        >
          {profile?.hasSecret && (
            <Button onClick={() => noSecret.mutate(undefined, { onSuccess: () => done(null) })}>
              Take the PIN away
            </Button>
          )}
          {profile && (
            <Button kind="warning" onClick={() => remove.mutate(undefined, { onSuccess: () => done(null) })}>
              Remove the profile
            </Button>
          )}
        </DialogFoot>
      </Form>
    </Dialog>
  );
}
