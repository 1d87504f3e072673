import { useQuery } from '@tanstack/react-query';
import { Fragment, type ReactNode, useContext, useRef } from 'react';
import { planner } from '../client/planner.ts';
import { TrustInView } from '../client/trust.ts';
import { announce } from './announce.ts';
import { Button } from './Button.tsx';
import { copyText } from './copy-table.ts';
import { Dialog } from './Dialog.tsx';
import { dateText } from './numbers.ts';
import { DialogFoot } from './DialogFoot.tsx';

interface MadeDialogProps {
  name: string;
  value: string;
  /** The formula in words with its numbers. */
  formula: ReactNode;
  /** What went into it, each with its date where it has one. */
  inputs?: readonly { readonly title: string; readonly text: ReactNode }[];
  /** Where it comes from. */
  source: string;
  /** Of whom, when, and by which filters. */
  of: string;
  notes?: readonly string[];
  /** Opens the rows behind it. */
  onRows?: (() => void) | undefined;
  onClose: () => void;
}

/** How any figure was made: formula, inputs, source, whose own values it may rest on, its rows; and a sentence for a paper. */
export function MadeDialog(props: MadeDialogProps) {
  const { name, value, formula, inputs = [], source, of, notes = [], onRows, onClose } = props;
  const facts = useRef<HTMLDListElement>(null);
  const copy = () => {
    const terms = [...(facts.current?.querySelectorAll('dt') ?? [])].map(
      (term) => `${term.textContent}: ${term.nextElementSibling?.textContent ?? ''}`,
    );
    // Swedish writes a day as YYYY-MM-DD.
    const today = dateText(new Date().toLocaleDateString('sv-SE'));
    copyText([`${name}: ${value}.`, ...terms, ...notes, `Maternity Workforce Planner, ${today}.`].join('\n'));
    announce('Copied with its date and source. Paste it into a paper.');
  };
  return (
    <Dialog title={`How was this made? ${name}`} onClose={onClose}>
      <p className="figure__value">{value}</p>
      <dl className="facts" ref={facts}>
        <dt>Formula</dt>
        <dd>{formula}</dd>
        {inputs.map(({ title, text }) => (
          <Fragment key={title}>
            <dt>{title}</dt>
            <dd>{text}</dd>
          </Fragment>
        ))}
        <dt>Source</dt>
        <dd>{source}</dd>
        <dt>Of</dt>
        <dd>{of}</dd>
        <OwnValues />
      </dl>
      {notes.map((text) => (
        <p key={text}>{text}</p>
      ))}
      <DialogFoot onCancel={onClose}>
        <Button onClick={copy}>Copy for a paper</Button>
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

/** Which published values the trust overrode, by whom agreed and why: every figure is worked out with them. */
function OwnValues() {
  const trust = useContext(TrustInView);
  const packs = useQuery({
    queryKey: ['rules', trust?.code],
    queryFn: () => planner.organisation.rules({ trust: trust?.code ?? '' }),
    enabled: trust !== null,
  });
  const own = (packs.data ?? []).flatMap((pack) =>
    pack.values.flatMap((rule) => (rule.own ? [{ pack, rule, own: rule.own }] : [])),
  );
  if (!packs.data) return null;
  return (
    <>
      <dt>Rules</dt>
      <dd>
        {own.length === 0
          ? `As published, in the ${packs.data.length} packs in force: nobody has overridden a value.`
          : own.map(({ pack, rule, own: { id, value, agreedBy, why, setAt } }) => (
              <span className="made__own" key={id}>
                {rule.name}: {String(value)} {rule.unit} in place of {String(rule.published)}
                {agreedBy && `, agreed by ${agreedBy}`}
                {why && ` (${why})`}, {dateText(setAt)} · {pack.title}, version {pack.version}
              </span>
            ))}
      </dd>
    </>
  );
}
