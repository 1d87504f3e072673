import { type FormHTMLAttributes, useContext, useRef } from 'react';
import { KeptByDialog, useDraft } from './draft/use-draft.tsx';

interface FormProps extends FormHTMLAttributes<HTMLFormElement> {
  /** What it is called where drafts are listed; without it by its label, or by what its button says that it does. */
  called?: string;
  /** Which record it is of, where the screen's address does not say it. */
  record?: string | number | undefined;
  /** True where what is typed is a secret, which is kept nowhere. */
  secret?: boolean;
  /** Makes room for fields that were added, by the names of the fields that a draft has. */
  onDraft?: (names: readonly string[]) => void;
}

/**
 * A form. What is typed into it is kept until it is saved or given up: by the dialog that it stands in, or by itself. Every
 * form is one of these, so that none can do without.
 */
export function Form({ called, record, secret = false, onDraft, children, ...rest }: FormProps) {
  const form = useRef<HTMLFormElement>(null);
  const isKept = useContext(KeptByDialog);
  const title = called ?? rest['aria-label'] ?? '';
  const earlier = useDraft(form, { title, record, onDraft, off: isKept || secret });
  return (
    <form noValidate ref={form} data-secret={secret ? '' : undefined} {...rest}>
      {earlier}
      {children}
    </form>
  );
}
