import { type ReactNode, useEffect, useRef } from 'react';
import { announce } from './announce.ts';
import { Button } from './Button.tsx';
import { copyText } from './copy-table.ts';
import { Dialog } from './Dialog.tsx';
import { DialogFoot } from './DialogFoot.tsx';
import { MadeFacts } from './MadeFacts.tsx';
import type { Making } from './making.ts';
import { dateText } from './numbers.ts';

interface MadeDialogProps {
  name: string;
  value: string;
  making: Making;
  /** Of whom, when, and by which filters. */
  of: string;
  /** What stands below the figure. */
  remark?: ReactNode;
  /** Opens the rows behind it. */
  onRows?: (() => void) | undefined;
  onClose: () => void;
}

/** How any figure was made: formula, inputs with their days, files or entries, packs and own values, its rows; and a text for a paper. */
export function MadeDialog({ name, value, making, of, remark, onRows, onClose }: MadeDialogProps) {
  const facts = useRef<HTMLDListElement>(null);
  const { notes = [] } = making;
  // Its first control is at its foot: it is read from its start all the same.
  useEffect(() => {
    facts.current?.closest('dialog')?.scrollTo(0, 0);
  }, []);
  return (
    <Dialog title={`How was this made? ${name}`} onClose={onClose}>
      <p className="figure__value">{value}</p>
      <dl className="facts made__facts" ref={facts}>
        <MadeFacts value={value} making={making} of={of} remark={remark} />
      </dl>
      {making.copiedAs !== undefined && (
        <p className="note">Copied as “{making.copiedAs}”, without its inputs: small numbers stay inside the trust.</p>
      )}
      {notes.map((text) => (
        <p key={text}>{text}</p>
      ))}
      <DialogFoot onCancel={onClose}>
        <Button onClick={() => copyMaking(facts.current, `${name}: ${making.copiedAs ?? value}`, notes)}>
          Copy for a paper
        </Button>
        {onRows && (
          <Button
            onClick={() => {
              onClose();
              onRows();
            }}
          >
            Show its rows
          </Button>
        )}
      </DialogFoot>
    </Dialog>
  );
}

/** The words of an element, without what stays inside the trust. */
function wordsOf(element: Element | null): string {
  const copy = element?.cloneNode(true) as Element | undefined;
  for (const part of copy?.querySelectorAll('[data-stays]') ?? []) part.remove();
  return copy?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
}

/** Copies what the panel says, a line for each fact, with the day of today. */
function copyMaking(facts: Element | null, what: string, notes: readonly string[] = []): void {
  const lines = [...(facts?.querySelectorAll('dt:not([data-stays])') ?? [])].map((term) => {
    const answer = term.nextElementSibling;
    const items = [...(answer?.querySelectorAll('li') ?? [])].map(wordsOf);
    return `${wordsOf(term)}: ${items.length > 0 ? items.join('; ') : wordsOf(answer)}`;
  });
  // Swedish writes a day as YYYY-MM-DD.
  const today = dateText(new Date().toLocaleDateString('sv-SE'));
  copyText([`${what}.`, ...lines, ...notes, `Maternity Workforce Planner, ${today}.`].join('\n'));
  announce('Copied with its date and source. Paste it into a paper.');
}
