import { type RegisterLine, statusWords } from '#contract';
import { Status } from '../../components/Status.tsx';
import { planDates } from './words.ts';

/** What the line asks for in our words and the publisher's, by when, and what was answered last time. */
export function WhatIsAsked({
  line: { plan, published, before },
  carriedFrom,
}: {
  line: RegisterLine;
  carriedFrom: string | null;
}) {
  const dates = planDates(plan);
  return (
    <section className="panel" aria-labelledby="asked">
      <h2 id="asked">What is asked</h2>
      <p>{plan.sentence}</p>
      {dates && <p>When: {dates}.</p>}
      {published !== null && (
        <blockquote className="published">
          <p>{published}</p>
          <footer>As published</footer>
        </blockquote>
      )}
      {before?.status && (
        <>
          <h3>{carriedFrom ?? 'The return before'}</h3>
          <p>
            <Status kind={before.status} word={statusWords[before.status]} />
          </p>
          {before.progress !== '' && <p className="typed-text">{before.progress}</p>}
        </>
      )}
    </section>
  );
}
