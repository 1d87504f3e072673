import { useQuery } from '@tanstack/react-query';
import { type EarlierAnswer, statusWords } from '#contract';
import { planner } from '../../client/planner.ts';
import { Answered } from '../../components/Answered.tsx';
import { dateText } from '../../components/numbers.ts';
import { Status } from '../../components/Status.tsx';
import { evidenceKinds } from './evidence-kinds.ts';

/** What the line was answered in every other quarter and month, the newest first. */
export function EarlierAnswers({ of }: { of: { trust: string; period: string; reference: string } }) {
  const earlier = useQuery({
    queryKey: ['returns', of.trust, of.period, 'earlier', of.reference],
    queryFn: () => planner.returns.earlierAnswers(of),
  });
  return (
    <section aria-labelledby="earlier-answers">
      <h2 id="earlier-answers">Other quarters and months</h2>
      <Answered query={earlier}>
        {(answers) =>
          answers.length === 0 ? (
            <p>No other period has a return yet. What you answer here will stand beside the next one.</p>
          ) : (
            <>
              {answers.map((one) => (
                <OneAnswer key={one.period} one={one} />
              ))}
            </>
          )
        }
      </Answered>
    </section>
  );
}

function OneAnswer({ one: { title, state, submittedAt, answer } }: { one: EarlierAnswer }) {
  const told: [string, string][] = [
    ['Progress', answer.progress],
    ['Next steps', answer.nextSteps],
    [
      'Evidence',
      [answer.evidence, ...answer.evidenceItems.map((item) => `${evidenceKinds[item.kind]}: ${item.title}`)]
        .filter(Boolean)
        .join('\n'),
    ],
    ['Lead', answer.lead],
    ['Due', answer.due ? dateText(answer.due) : ''],
    ['Risk', answer.risk],
    ['Mitigation', answer.mitigation],
    ['Help needed', answer.helpNeeded],
    ['Willing to share', answer.sharing ? 'Yes' : ''],
  ];
  return (
    <details className="panel earlier">
      <summary>
        <span className="earlier__head">
          <strong>{title}</strong>
          {answer.status ? <Status kind={answer.status} word={statusWords[answer.status]} /> : 'No status'}
          <span className="earlier__state">{submittedAt ? `submitted ${dateText(submittedAt)}` : state}</span>
        </span>
      </summary>
      <dl className="earlier__answer">
        {told
          .filter(([, text]) => text !== '')
          .map(([term, text]) => (
            <div key={term}>
              <dt>{term}</dt>
              <dd className="typed-text">{text}</dd>
            </div>
          ))}
      </dl>
      {told.every(([, text]) => text === '') && <p>Nothing else was answered.</p>}
    </details>
  );
}
