import { type ReactNode, type RefObject, useEffect, useRef, useState } from 'react';
import type { DraftForm, KeptDraft } from '#contract';
import { useDrafts } from '../../client/drafts.ts';
import { DraftNote } from './DraftNote.tsx';
import { type FormField, valueOf } from './fields.ts';
import { DraftKeeper } from './keeper.ts';

interface DraftOptions {
  /** What the form is called: the dialog's or the table's title. */
  readonly title: string;
  /** Which record it is of, where the title does not say it. */
  readonly record?: string | number | undefined;
  /** The role that alone may have the draft back, where what is typed is confidential. */
  readonly keptFor?: string | undefined;
  /** The role that was said to open the record. */
  readonly saidRole?: string | undefined;
  /** Fields of a table that are saved one by one. */
  readonly cells?: boolean;
}

interface Offer {
  readonly draft: KeptDraft;
  readonly keeper: DraftKeeper;
  readonly form: DraftForm;
}

const differs = (field: FormField, start: string | undefined) => valueOf(field) !== start;
const isMarked = (field: FormField) => field.hasAttribute('data-unsaved');

/** Keeps what is typed below `root` until it is saved, and answers the words with which an earlier draft is put back. */
export function useDraft(root: RefObject<HTMLElement | null>, options: DraftOptions): ReactNode {
  const { title, record = '', keptFor, saidRole, cells = false } = options;
  const drafts = useDrafts();
  const role = useRef<string | null>(null);
  const [offer, setOffer] = useState<Offer | null>(null);
  useEffect(() => {
    role.current = keptFor === undefined ? null : keptFor.trim();
  }, [keptFor]);
  useEffect(() => {
    const element = root.current;
    if (!element || !drafts) return undefined;
    const screen = (location.hash.slice(1).split('?')[0] ?? '').slice(0, 300);
    const form = { screen, form: title.slice(0, 500), record: String(record).slice(0, 300) };
    const keeper = new DraftKeeper(element, {
      drafts,
      form,
      selector: cells ? 'input[data-field]' : 'form :is(input, textarea, select):not([data-field])',
      isUnsaved: cells ? isMarked : differs,
      savesAlone: cells,
      role: () => role.current,
    });
    const end = keeper.watch();
    let isThere = true;
    const find = async () => {
      const draft = await drafts.find({ ...form, ...(saidRole ? { role: saidRole } : {}) });
      if (draft === null || !isThere) return;
      const isWithheld = draft.fields.length === 0;
      const isPut = (await keeper.restore(draft.fields)) > 0;
      if (!isThere || !(isPut || isWithheld)) return;
      keeper.ask(isWithheld ? 'withheld' : 'offered');
      setOffer({ draft, keeper, form });
    };
    find().catch(() => undefined);
    return () => {
      isThere = false;
      end();
      setOffer(null);
    };
  }, [root, drafts, title, record, saidRole, cells]);
  if (offer === null || drafts === null) return null;
  const { draft, keeper, form } = offer;
  const answered = () => {
    keeper.ask(null);
    setOffer(null);
  };
  return (
    <DraftNote
      draft={draft}
      onKeep={answered}
      onThrowAway={() => {
        keeper.reset();
        answered();
      }}
      onRole={async (said) => {
        const opened = await drafts.find({ ...form, role: said });
        if (!opened || opened.fields.length === 0) return false;
        await keeper.restore(opened.fields);
        keeper.ask('offered');
        setOffer({ draft: opened, keeper, form });
        return true;
      }}
    />
  );
}
