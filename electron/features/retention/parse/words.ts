import type { RetentionRules } from '../../../contract/retention-rules.ts';
import { findLoosely, type LooseWord, looseKey, looseWordReader } from '../../../imports/clean/loose-words.ts';
import { cellText } from '../../../imports/clean/text.ts';
import type { Words } from '../../../imports/clean/words.ts';
import type { CellValue } from '../../../imports/workbook/cell.ts';

type WordReader = (cell: CellValue) => LooseWord | null;

/** Readers of the cells of an action that hold words: the code that each means, or the word as it stands. */
export interface ActionWords {
  readonly theme: WordReader;
  readonly status: WordReader;
  readonly rag: WordReader;
  readonly escalate: WordReader;
}

export function actionWords(words: Words, rules: RetentionRules): ActionWords {
  return {
    theme: themeReader(rules),
    status: looseWordReader(words, 'status'),
    rag: looseWordReader(words, 'rag'),
    escalate: looseWordReader(words, 'flag'),
  };
}

/** A reader of elements of retention, by their names and the other names that they go by. */
function themeReader({ elements }: RetentionRules): WordReader {
  const known = new Map(
    elements.flatMap(({ key, name, alsoCalled }) =>
      [name, ...alsoCalled].map((said) => [looseKey(said), key] as const),
    ),
  );
  return (cell) => {
    const text = cellText(cell);
    if (text === null) return null;
    const code = findLoosely(known, text) ?? null;
    return { code, kept: code ?? text };
  };
}
