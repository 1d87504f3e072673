/** Stages of recruitment by their codes in the import format, in their order, under the names that figures give them. */
export const stages: Readonly<Record<string, string>> = {
  approval: 'approval to recruit',
  advert: 'advert live',
  shortlisting: 'shortlisting',
  interview: 'interview',
  conditional_offer: 'conditional offer',
  checks: 'pre-employment checks',
  unconditional_offer: 'unconditional offer',
  start_agreed: 'start date agreed',
  started: 'started',
  on_hold: 'on hold',
  withdrawn: 'withdrawn',
};

/** Where candidates come from, by code. */
export const sources: Readonly<Record<string, string>> = {
  experienced: 'Experienced',
  newly_qualified: 'Newly qualified',
  return_to_practice: 'Return to practice',
  international: 'International',
  internal: 'Internal',
  apprenticeship: 'Apprenticeship',
  conversion: 'Conversion',
};

const over: ReadonlySet<string> = new Set(['started', 'withdrawn']);
const offered: ReadonlySet<string> = new Set(['conditional_offer', 'checks', 'unconditional_offer', 'start_agreed']);

/** A post that is neither started nor withdrawn. One without a stage, or at a stage that we do not know, is still to be filled. */
export function isLive(stage: string | null): boolean {
  return stage === null || !over.has(stage);
}

/** A post that somebody was offered and that nobody has started in. */
export function isOffered(stage: string | null): boolean {
  return stage !== null && offered.has(stage);
}
