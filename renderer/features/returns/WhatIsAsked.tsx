import type { RegisterLine } from '#contract';
import { planDates } from './words.ts';

/** What the line asks for in our words and the publisher's, and by when. */
export function WhatIsAsked({ line: { plan, published } }: { line: RegisterLine }) {
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
    </section>
  );
}
