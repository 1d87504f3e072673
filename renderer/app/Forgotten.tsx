import { useMutation } from '@tanstack/react-query';
import { TextInput } from 'nhsuk-react-components';
import { useState } from 'react';
import type { Profile } from '#contract';
import { planner } from '../client/planner.ts';
import { sentence } from '../client/refusal.ts';
import { showSession } from '../client/session.ts';
import { Button } from '../components/Button.tsx';
import { Form } from '../components/Form.tsx';
import { FOR_PROFILE, RecoveryCode } from '../components/RecoveryCode.tsx';

/** The way back in: another editor, the recovery code, or what is true where there is neither. */
export function Forgotten({ profile, profiles }: { profile: Profile; profiles: readonly Profile[] }) {
  const [code, setCode] = useState('');
  const [secret, setSecret] = useState('');
  const recover = useMutation({
    mutationFn: () => planner.profiles.recover({ profile: profile.id, code, secret }),
  });
  const editors = profiles.filter(({ id, role }) => role === 'editor' && id !== profile.id).map(({ name }) => name);
  if (recover.data)
    return (
      <RecoveryCode
        code={recover.data.recoveryCode}
        forgotten={FOR_PROFILE}
        onClose={() => void planner.profiles.state().then(showSession)}
      />
    );
  return (
    <div className="door__forgotten">
      {editors.length > 0 && (
        <p>
          An editor can set a new one under Profiles: {editors.join(', ')}. Nothing of what is in the planner is lost.
        </p>
      )}
      {profile.hasRecoveryCode ? (
        <Form
          secret
          onSubmit={(event) => {
            event.preventDefault();
            recover.mutate();
          }}
        >
          <p>
            {editors.length > 0 ? 'Or use' : 'Use'} the recovery code that was printed when the PIN was set. Nothing of
            what is in the planner is lost.
          </p>
          <TextInput
            id="recover-code"
            label="Recovery code"
            autoComplete="off"
            value={code}
            error={recover.isError ? sentence(recover.error) : undefined}
            onChange={({ currentTarget }) => setCode(currentTarget.value)}
          />
          <TextInput
            id="recover-secret"
            type="password"
            label="New PIN or passphrase"
            hint="6 digits or characters, or more"
            autoComplete="new-password"
            value={secret}
            onChange={({ currentTarget }) => setSecret(currentTarget.value)}
          />
          <Button type="submit" disabled={recover.isPending}>
            Set the new one and sign in
          </Button>
        </Form>
      ) : (
        editors.length === 0 && (
          <p>
            There is no other editor and no recovery code, so no way back through this screen. Whoever looks after this
            PC can set a new PIN by the command line, which the audit tells of: a PIN covers the screen, and it is an
            encrypted store that keeps people out of the file.
          </p>
        )
      )}
    </div>
  );
}
