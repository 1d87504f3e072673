import { EmptyState } from '../components/EmptyState.tsx';
import { Page } from '../components/Page.tsx';

/** In the place of a screen that a link leads to and that the PC's policy switches off. */
export function SwitchedOff({ title }: { title: string }) {
  return (
    <Page title={title}>
      <EmptyState title="This part is switched off here">
        <p>
          Your trust’s policy for this PC switches it off; nothing of what was entered is lost. Ask IT, who can change
          that. <a href="#/about">About</a> says what the policy holds.
        </p>
      </EmptyState>
    </Page>
  );
}
