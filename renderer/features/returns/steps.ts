import type { Register, ReturnState } from '#contract';

export interface NextStep {
  readonly key: Register['roles'][number]['step'];
  readonly button: string;
  /** What it means, before it is done. */
  readonly means: string;
  /** What is announced after. */
  readonly done: string;
}

const steps: Partial<Record<ReturnState, NextStep>> = {
  draft: {
    key: 'check',
    button: 'Mark as checked',
    means: 'Answers cannot be changed while the return is checked. The step can be taken back.',
    done: 'Checked',
  },
  checked: {
    key: 'signOff',
    button: 'Sign off',
    means:
      'Answers and figures are kept as they are now, and that is what will be submitted. The step can be taken back.',
    done: 'Signed off',
  },
  'signed off': {
    key: 'submit',
    button: 'Submit',
    means:
      'What was signed off becomes what the trust said, with its figures, packs and the version of the app. It stays as it is for ever; later it can only be corrected, with a reason.',
    done: 'Submitted',
  },
  correction: {
    key: 'restate',
    button: 'Submit the correction',
    means:
      'The corrected return counts from now on. What was submitted first is kept, and what changed is listed with the reason.',
    done: 'Submitted the correction of',
  },
};

/** The step that comes next; undefined where none does. */
export const next = (state: ReturnState): NextStep | undefined => steps[state];
