import { createContext, type ReactNode, type RefObject, useEffect, useRef, useState } from 'react';
import type { DraftForm, KeptDraft } from '#contract';
import { useDrafts } from '../../client/drafts.ts';
import { DraftNote } from './DraftNote.tsx';
import { type FormField, valueOf } from './fields.ts';
import { DraftKeeper } from './keeper.ts';

/** True below a dialog, which keeps what is typed into the forms in it. */
export const KeptByDialog = createContext(false);

interface DraftOptions {
  /** What the form is called: the dialog's or the table's title; where it is empty, what its button says that it does. */
  readonly title: string;
  /** Which record it is of, where the title does not say it. */
  readonly record?: string | number | undefined;
  /** The role that alone may have the draft back, where what is typed is confidential. */
  readonly keptFor?: string | undefined;
  /** The role that was said to open the record. */
  readonly saidRole?: string | undefined;
  /** Which fields: those of a form, the cells of a table of fields, or a page's that are saved one by one. */
  readonly fields?: keyof typeof kinds;
  /** The screen's path, where one page stays as the path goes to the next record. */
  readonly path?: string;
  /** True where nothing is kept. */
  readonly off?: boolean;
  /** Told the names of the fields that a draft has before they are put back. */
  readonly onDraft?: ((names: readonly string[]) => void) | undefined;
}

interface Offer {
  readonly draft: KeptDraft;
  readonly keeper: DraftKeeper;
  readonly form: DraftForm;
}

/** What is saved of a field that stands alone is on the field: `data-stored`. */
const differs = (field: FormField, start: string | undefined) =>
  valueOf(field) !== (field.getAttribute('data-stored') ?? start);
const isMarked = (field: FormField) => field.hasAttribute('data-unsaved');
const kinds = {
  form: {
    selector: ':is(form :is(input, textarea, select):not([data-field]), [data-stored])',
    isUnsaved: differs,
    savesAlone: false,
  },
  cells: { selector: 'input[data-field]', isUnsaved: isMarked, savesAlone: true },
  page: { selector: '[data-stored]', isUnsaved: differs, savesAlone: true },
} as const;

const doesOf = (form: HTMLElement) => form.querySelector('button[type="submit"]')?.textContent?.trim() ?? '';

/** Keeps what is typed below `root` until it is saved, and answers the words with which an earlier draft is put back. */
export function useDraft(root: RefObject<HTMLElement | null>, options: DraftOptions): ReactNode {
  const { title, record = '', keptFor, saidRole, fields = 'form', path, off = false, onDraft } = options;
  const drafts = useDrafts();
  const role = useRef<string | null>(null);
  const told = useRef(onDraft);
  const [offer, setOffer] = useState<Offer | null>(null);
  useEffect(() => {
    role.current = keptFor === undefined ? null : keptFor.trim();
    told.current = onDraft;
  }, [keptFor, onDraft]);
  useEffect(() => {
    const element = root.current;
    if (!element || off || !drafts.may) return undefined;
    const screen = (path ?? location.hash.slice(1).split('?')[0] ?? '').slice(0, 300);
    const form = { screen, form: (title || doesOf(element)).slice(0, 500), record: String(record).slice(0, 300) };
    const keeper = new DraftKeeper(element, {
      drafts,
      form,
      ...kinds[fields],
      role: () => role.current,
    });
    const end = keeper.watch();
    let isThere = true;
    const find = async () => {
      const draft = await drafts.find({ ...form, ...(saidRole ? { role: saidRole } : {}) });
      if (draft === null || !isThere) return;
      const isWithheld = draft.fields.length === 0;
      told.current?.(draft.fields.map(({ name }) => name));
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
  }, [root, drafts, title, record, saidRole, fields, path, off]);
  if (offer === null) return null;
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
