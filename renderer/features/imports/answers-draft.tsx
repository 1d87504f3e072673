import { type ReactNode, useEffect, useState } from 'react';
import { useStateDraft } from '../../components/draft/state-draft.tsx';
import { HalfTyped, HalfTypedFields } from './half-typed.ts';
import { asFields, fromFields, isNothing, nothingSaid, type Said } from './kept-answers.ts';

/** What a draft of answers is called in the list of drafts, and on which screen it goes on. */
export const IMPORT_ANSWERS = { screen: '/imports', form: 'Answers to a file' };
export const LEFT_OUT_ANSWERS = { screen: '/imports', form: 'Rows left out of an import' };

interface AnswersOf {
  readonly form: typeof IMPORT_ANSWERS;
  /** Which file by its content, or which import. */
  readonly record: string;
  readonly fileName: string;
  /** True once they are stored, or given up. */
  readonly isOver: boolean;
}

/**
 * What a person says of a file, kept until it is stored or given up and there again for the same file. `turn` rises where
 * the fields are to begin anew.
 */
export function useAnswers({ form, record, fileName, isOver }: AnswersOf) {
  const [said, setSaid] = useState<Said>(nothingSaid);
  const [half] = useState(() => new HalfTyped());
  const [turn, setTurn] = useState(0);
  const begin = (from: ReturnType<typeof fromFields>) => {
    half.putBack(from.half);
    setSaid(from.said);
    setTurn((before) => before + 1);
  };
  const { touched, note } = useStateDraft(
    {
      form: { ...form, record },
      screenTitle: 'Imports',
      words: { typed: 'You answered this on', unsaved: 'and did not store it', keep: 'Go on', throwAway: 'Start anew' },
      read: () => (isOver ? [] : asFields(fileName, said, half.texts)),
      putBack: (fields) => begin(fromFields(fields)),
      giveUp: () => begin(fromFields([])),
    },
    isOver ? null : said,
  );
  useEffect(() => {
    half.listen(touched);
  });
  const below = (fields: ReactNode) => <HalfTypedFields value={half}>{fields}</HalfTypedFields>;
  return { said, setSaid, isAnything: !isNothing(said), turn, note, below };
}
