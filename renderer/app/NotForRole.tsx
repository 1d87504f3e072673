import { ROLE_NAMES } from '#contract';
import { useSignedIn } from '../client/session.ts';
import { EmptyState } from '../components/EmptyState.tsx';
import { Page } from '../components/Page.tsx';

/** In the place of a screen that a link leads to and the role has no use for. */
export function NotForRole({ title }: { title: string }) {
  const { who } = useSignedIn();
  return (
    <Page title={title}>
      <EmptyState title="This screen is not for your profile">
        <p>
          You are signed in as {who.name}, “{ROLE_NAMES[who.role]}”. Ask an editor for what you need from here, or lock
          the planner and sign in with another profile.
        </p>
      </EmptyState>
    </Page>
  );
}
