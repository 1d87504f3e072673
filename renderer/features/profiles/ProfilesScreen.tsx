import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { type Profile, ROLE_NAMES } from '#contract';
import { planner } from '../../client/planner.ts';
import { useAct } from '../../client/queries.ts';
import { sentence } from '../../client/refusal.ts';
import { announce } from '../../components/announce.ts';
import { Answered } from '../../components/Answered.tsx';
import { Button } from '../../components/Button.tsx';
import { Choose } from '../../components/Choose.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { Page } from '../../components/Page.tsx';
import { FOR_PROFILE, RecoveryCode } from '../../components/RecoveryCode.tsx';
import { ProfileDialog } from './ProfileDialog.tsx';
import { DataTable, type Column } from '../../components/DataTable.tsx';

const minutes = ['5', '10', '15', '30', '60'].map((key) => ({ key, name: `after ${key} minutes` }));

/** Who works with the planner on this PC, in which role, and when the screen is locked. */
export default function ProfilesScreen() {
  const [open, setOpen] = useState<Profile | 'new' | null>(null);
  const [code, setCode] = useState<string | null>(null);
  const session = useQuery({ queryKey: ['session'], queryFn: () => planner.profiles.state() });
  const idle = useAct(
    (key: string) => planner.profiles.setIdleMinutes({ minutes: key === '' ? null : Number(key) }),
    () => 'Saved when the screen is locked',
  );
  return (
    <Page
      title="Profiles"
      subtitle="Who works with the planner on this PC · left as they are by undo and by putting back a backup"
      filters={
        session.data && (
          <Choose
            title="Lock when nobody is there"
            value={session.data.idleMinutes === null ? '' : String(session.data.idleMinutes)}
            choices={minutes}
            all="never"
            onChoose={(key) => idle.mutate(key, { onError: (error) => announce(sentence(error)) })}
          />
        )
      }
      actions={
        <Button kind="main" onClick={() => setOpen('new')}>
          Add a profile
        </Button>
      }
    >
      <Answered query={session}>
        {({ profiles, who }) => (
          <>
            {profiles.length === 0 ? (
              <EmptyState title="One editor, without a PIN">
                <p>
                  Whoever opens the planner on this PC may see and change everything. To lock the screen, or to let
                  others look at figures without names, add a profile for yourself first: an editor with a PIN.
                </p>
              </EmptyState>
            ) : (
              <Profiles profiles={profiles} own={who?.profile ?? null} onOpen={setOpen} />
            )}
            {open !== null && (
              <ProfileDialog
                profile={open === 'new' ? null : open}
                isFirst={profiles.length === 0}
                onClose={(recoveryCode) => {
                  setOpen(null);
                  setCode(recoveryCode);
                }}
              />
            )}
            {code !== null && <RecoveryCode code={code} forgotten={FOR_PROFILE} onClose={() => setCode(null)} />}
          </>
        )}
      </Answered>
      <section className="panel" aria-labelledby="what-profiles-do">
        <h2 id="what-profiles-do">What a profile keeps out, and what it does not</h2>
        <p>
          Each call is refused by the planner itself where the role may not make it, not by hiding a button. A viewer
          sees figures that single out nobody, and saves them; it changes nothing. LMNS works with the returns of trusts
          alone.
        </p>
        <p>
          A PIN covers the screen of the planner. Whoever can run programs as you on this PC can still reach the file;
          an encrypted store keeps it closed to those who only have the disk. After three wrong tries each further one
          waits longer, from 5 seconds to 15 minutes, also after a restart.
        </p>
      </section>
    </Page>
  );
}

function secretText({ hasSecret, role, hasRecoveryCode }: Profile): string {
  if (!hasSecret) return 'None';
  if (role !== 'editor') return 'Set';
  return hasRecoveryCode ? 'Set, with a recovery code' : 'Set, without a recovery code';
}

interface ProfilesProps {
  profiles: readonly Profile[];
  own: number | null;
  onOpen: (profile: Profile) => void;
}

function Profiles({ profiles, own, onOpen }: ProfilesProps) {
  const columns: Column<Profile>[] = [
    {
      key: 'name',
      title: 'Name',
      header: true,
      value: ({ id, name }) => `${name}${id === own ? ' (signed in)' : ''}`,
    },
    { key: 'may', title: 'May', value: ({ role }) => ROLE_NAMES[role], means: 'What the profile may see and change.' },
    { key: 'post', title: 'Role in the trust', value: ({ post }) => post, show: ({ post }) => post ?? '–' },
    { key: 'secret', title: 'PIN or passphrase', value: secretText },
    {
      key: 'act',
      title: 'Change',
      acts: true,
      value: () => null,
      show: (profile) => <Button onClick={() => onOpen(profile)}>Change {profile.name}</Button>,
    },
  ];
  return <DataTable caption="Profiles on this PC" columns={columns} rows={profiles} rowKey={({ id }) => id} />;
}
