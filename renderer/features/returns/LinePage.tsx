import { useEffect } from 'react';
import type { Register, RegisterLine } from '#contract';
import { Button } from '../../components/Button.tsx';
import { Page } from '../../components/Page.tsx';
import { AnswerForm } from './AnswerForm.tsx';
import { FiguresOffered } from './FiguresOffered.tsx';
import { saveLine } from './line-saving.ts';
import { type Place } from './places.ts';
import { WhatIsAsked } from './WhatIsAsked.tsx';

interface LinePageProps {
  register: Register;
  line: RegisterLine;
  field: Place['field'];
  onPlace: (place: Place | null) => void;
}

/** One line of the return: what is asked, the answer, and the figures that prove it. */
export function LinePage({ register, line, field, onPlace }: LinePageProps) {
  const { trust, period, title, lines } = register;
  const { reference } = line.plan;
  const at = lines.findIndex((own) => own.plan.reference === reference);
  const neighbour = (step: number) => lines[at + step]?.plan.reference;
  const before = neighbour(-1);
  const after = neighbour(1);
  useEffect(() => {
    if (field !== null) document.getElementById(field)?.focus();
  }, [field]);
  const of = { trust: trust.code, period, reference };

  return (
    <Page
      title={`${reference} ${line.plan.title}`}
      subtitle={`Theme 2 return of ${trust.name} · ${title} · saved as you type`}
      filters={<Button onClick={() => onPlace(null)}>All lines</Button>}
      actions={
        <>
          {before && (
            <Button onClick={() => onPlace({ reference: before, field: null })} aria-label={`Line before, ${before}`}>
              ← {before}
            </Button>
          )}
          {after && (
            <Button onClick={() => onPlace({ reference: after, field: null })} aria-label={`Next line, ${after}`}>
              {after} →
            </Button>
          )}
        </>
      }
    >
      {line.findings.map(({ message, field: missing }) => (
        <p className="note note--attention" key={message}>
          {message}{' '}
          <button type="button" className="link" onClick={() => document.getElementById(missing)?.focus()}>
            Go to it
          </button>
        </p>
      ))}
      <div className="line-page">
        <section className="panel" aria-label="Answer">
          <AnswerForm line={line} save={(change) => saveLine(of, change)} />
        </section>
        <div>
          <WhatIsAsked line={line} carriedFrom={register.carriedFrom} />
          <FiguresOffered of={of} line={line} quarter={title} />
        </div>
      </div>
    </Page>
  );
}
