import { useQuery } from '@tanstack/react-query';
import type { Register, RegisterLine } from '#contract';
import { planner } from '../../client/planner.ts';
import { Button } from '../../components/Button.tsx';
import { RecordHistory } from '../../components/changes/RecordHistory.tsx';
import { Page } from '../../components/Page.tsx';
import { AnswerForm } from './AnswerForm.tsx';
import { EarlierAnswers } from './EarlierAnswers.tsx';
import { FiguresOffered } from './FiguresOffered.tsx';
import { saveLine } from './line-saving.ts';
import { type Place, placeOf, useFocusOn } from './places.ts';
import { WhatIsAsked } from './WhatIsAsked.tsx';

interface LinePageProps {
  register: Register;
  line: RegisterLine;
  field: Place['field'];
  onPlace: (place: Place | null) => void;
}

const closed: Partial<Record<Register['state'], string>> = {
  checked: 'This return has been checked. Take the check back to change an answer.',
  'signed off': 'This return has been signed off. Take the sign-off and the check back to change an answer.',
  submitted: 'This return has been submitted and stays as it is. Start a correction to change an answer.',
};

/** One line of the return: what is asked, the answer, the figures that prove it, and what was answered before. */
export function LinePage({ register, line, field, onPlace }: LinePageProps) {
  const { trust, period, title, lines, state, statuses } = register;
  const { reference } = line.plan;
  const at = lines.findIndex((own) => own.plan.reference === reference);
  const neighbour = (step: number) => lines[at + step]?.plan.reference;
  const before = neighbour(-1);
  const after = neighbour(1);
  useFocusOn(field);
  const of = { trust: trust.code, period, reference };
  const open = closed[state] === undefined;

  return (
    <Page
      leaves
      title={`${reference} ${line.plan.title}`}
      subtitle={`Theme 2 return of ${trust.name} · ${title} · ${open ? 'saved as you type' : state}`}
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
      {!open && <p className="note">{closed[state]}</p>}
      {open && <Findings of={of} line={line} onPlace={onPlace} />}
      <div className="line-page">
        <section className="panel" aria-label="Answer">
          <AnswerForm of={of} statuses={statuses} line={line} open={open} save={(change) => saveLine(of, change)} />
          <RecordHistory of={{ kind: 'return_line', fields: { reference } }} />
        </section>
        <div>
          <WhatIsAsked line={line} />
          <FiguresOffered of={of} line={line} title={title} open={open} />
          <EarlierAnswers of={of} />
        </div>
      </div>
    </Page>
  );
}

/** What the answer lacks at once, and what its figures make doubtful as soon as they are worked out. */
function Findings({
  of,
  line,
  onPlace,
}: { of: { trust: string; period: string; reference: string } } & Pick<LinePageProps, 'line' | 'onPlace'>) {
  const checks = useQuery({
    queryKey: ['returns', of.trust, of.period, 'checks'],
    queryFn: () => planner.returns.checks({ trust: of.trust, period: of.period }),
  });
  const found = (checks.data ?? []).filter(({ reference }) => reference === of.reference);
  const lacks = new Set(line.findings.map(({ message }) => message));
  const isOfAnswer = new Set(['missing', 'evidence', 'mitigation']);
  const shown = [
    ...line.findings,
    ...found.filter(({ kind, message }) => !isOfAnswer.has(kind) && !lacks.has(message)),
  ];
  return (
    <>
      {shown.map((finding) => (
        <p className="note note--attention" key={finding.message}>
          {finding.message}{' '}
          <button
            type="button"
            className="link"
            onClick={() => {
              const { field } = placeOf(finding);
              const element = field === null ? null : document.getElementById(field);
              if (element) element.focus();
              else onPlace(placeOf(finding));
            }}
          >
            Go to it
          </button>
        </p>
      ))}
    </>
  );
}
