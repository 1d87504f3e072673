import { useState } from 'react';
import type { KeptDraft } from '#contract';
import { Button } from '../Button.tsx';
import { clockText, weekdayText } from '../numbers.ts';

/** What is said where it was not typed into a form. */
export interface DraftWords {
  readonly typed: string;
  readonly unsaved: string;
  readonly keep: string;
  readonly throwAway: string;
}

const ofForms: DraftWords = {
  typed: 'You typed this on',
  unsaved: 'and did not save it',
  keep: 'Keep on',
  throwAway: 'Throw it away',
};

interface DraftNoteProps {
  draft: KeptDraft;
  words?: DraftWords | undefined;
  onKeep: () => void;
  onThrowAway: () => void;
  /** Puts a confidential draft back for the role that it was kept for; false where that is another. */
  onRole: (role: string) => Promise<boolean>;
}

/** Says that what was typed before is back, and asks what is to become of it. */
export function DraftNote({ draft, words = ofForms, onKeep, onThrowAway, onRole }: DraftNoteProps) {
  const { typed, unsaved, keep, throwAway } = words;
  const [role, setRole] = useState('');
  const [wrong, setWrong] = useState(false);
  const isWithheld = draft.isConfidential && draft.fields.length === 0;
  const when = `${weekdayText(draft.at)}, ${clockText(draft.at)}`;
  return (
    <div className="note draft-note" data-draft="" role="status">
      <p>
        {typed} {when} {unsaved}.{' '}
        {isWithheld ? 'It is confidential: say your role to have it back.' : `${keep}, or ${throwAway.toLowerCase()}.`}
      </p>
      <div className="dialog__actions">
        {isWithheld ? (
          <>
            <label>
              Your role{' '}
              <input
                value={role}
                autoComplete="off"
                aria-invalid={wrong || undefined}
                onChange={({ target }) => setRole(target.value)}
              />
            </label>
            <Button onClick={() => void onRole(role).then((isOpen) => setWrong(!isOpen))}>Put it back</Button>
          </>
        ) : (
          <Button onClick={onKeep}>{keep}</Button>
        )}
        <Button onClick={onThrowAway}>{throwAway}</Button>
      </div>
      {wrong && <p role="alert">It was kept for another role. Say the role that keeps the record.</p>}
    </div>
  );
}
