import type { Register, ReturnSignature } from '#contract';
import { momentText } from './words.ts';

type Step = { name: string; signed: ReturnSignature | null; done: boolean; now: boolean };

/** How far the return is: each step with the role that took it and when. */
export function StepStrip({ register }: { register: Register }) {
  const { state, checked, signedOff, submitted, restated } = register;
  const isSubmitted = state === 'submitted' || state === 'correction';
  const steps: Step[] = [
    { name: 'Draft', signed: null, done: state !== 'draft', now: state === 'draft' },
    { name: 'Checked', signed: checked, done: checked !== null, now: state === 'checked' },
    { name: 'Signed off', signed: signedOff, done: signedOff !== null, now: state === 'signed off' },
    {
      name: state === 'correction' ? 'Being corrected' : restated > 0 ? 'Corrected' : 'Submitted',
      signed: submitted,
      done: isSubmitted,
      now: isSubmitted,
    },
  ];
  return (
    <ol className="steps-strip" aria-label="How far the return is">
      {steps.map(({ name, signed, done, now }) => (
        <li
          key={name}
          className={`steps-strip__step ${done ? 'steps-strip__step--done' : ''} ${now ? 'steps-strip__step--now' : ''}`}
          aria-current={now ? 'step' : undefined}
        >
          <span className="steps-strip__name">
            {done && !now && <span aria-hidden="true">✓ </span>}
            {name}
          </span>
          <span className="unseen">, </span>
          <span className="steps-strip__who">
            {signed ? `${signed.role}, ${momentText(signed.at)}` : now ? 'now' : done ? 'done' : 'to come'}
          </span>
        </li>
      ))}
    </ol>
  );
}
