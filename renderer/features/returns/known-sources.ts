/** Lines that the app can know something about: where it would know it from, and what to do first. */
export const knownSources: Record<string, { from: string; first: string }> = {
  '4.1': {
    from: 'the establishment and the forecast',
    first: 'Enter required, funded and in post under Establishment, or import the ledger and the staff list.',
  },
  '4.2': {
    from: 'the establishment, the rosters and the vacancy plan',
    first: 'Enter the establishment, import the rosters of the period, and keep the vacancies.',
  },
  '4.3': {
    from: 'the establishment, the agreed levels and the staff list',
    first: 'Enter the administrative posts under Establishment, or import the ledger or the staff list.',
  },
  '5.1': { from: 'the retention plan', first: 'Import the plan, or add its actions under Retention plan.' },
  '5.2': {
    from: 'workforce equality and the retention plan',
    first: 'Add a snapshot under Workforce equality, or name this line in an action of the retention plan.',
  },
  '5.3': {
    from: 'workforce equality and the retention plan',
    first: 'Answer the anti-racism checklist under Workforce equality, or name this line in an action of the plan.',
  },
  '5.4': {
    from: 'the surveys and the retention plan',
    first: 'Enter the results of students and trainees under Surveys, or name this line in an action of the plan.',
  },
  '5.5': {
    from: 'preceptorship and mentors',
    first: 'Import the preceptorship log, or add preceptees and mentors by hand.',
  },
  '5.6': {
    from: 'succession and careers and the retention plan',
    first: 'Add roles and who may follow under Succession and careers, or name this line in an action of the plan.',
  },
  '6.1': {
    from: 'training compliance and the training needs analysis',
    first: 'Import the training file and the staff list, and make the analysis under Training needs.',
  },
  '6.2': {
    from: 'supervision and consultant attendance',
    first: 'Answer the checklists under Supervision and locums, and enter who attended.',
  },
  '6.3': { from: 'the locums', first: 'Enter the spells of locums under Supervision and locums.' },
};
