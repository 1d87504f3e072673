interface GlossaryEntry {
  readonly term: string;
  readonly meaning: string;
  /** Words by which the interface says it, as they are linked. */
  readonly said: readonly string[];
}

const entry = (term: string, meaning: string, ...said: string[]): GlossaryEntry => ({ term, meaning, said });

/** The terms of the interface, as published where they are published. */
export const glossary = {
  wte: entry(
    'WTE, whole-time equivalent',
    'One person at full-time hours, 37.5 a week, is 1.00 WTE. ESR calls it FTE. The planner keeps it exactly and rounds only what it shows.',
    'whole-time equivalents',
    'FTE',
    'WTE',
  ),
  establishment: entry(
    'Establishment',
    'The posts that a service has to have or may fill: required by an assessment, or funded by the budget, in WTE.',
    'establishment',
  ),
  funded: entry('Funded', 'WTE that the finance ledger has money for in the month.', 'funded'),
  'in-post': entry(
    'In post',
    'Permanent and fixed-term staff with a contract on the day, in WTE, also while on leave. No bank, no agency.',
    'staff in post',
    'in post',
  ),
  available: entry(
    'Available',
    'In post less those on maternity leave, secondment, career break and long-term sickness, and those who are supernumerary.',
    'really available',
    'available',
  ),
  vacancy: entry(
    'Vacancy and vacancy rate',
    'Funded less in post. The rate divides it by funded. Below nought there are more in post than funded.',
    'vacancy rate',
    'vacancy',
  ),
  'birthrate-plus': entry(
    'Birthrate+',
    'A method that works out from births and their casemix how many midwives and support workers a service needs. An assessment is to be repeated about every three years.',
    'Birthrate+',
  ),
  headroom: entry(
    'Headroom, or uplift',
    'What is added to a requirement for annual leave, study, sickness and other absence, so that the numbers on duty are met.',
    'headroom',
    'uplift',
  ),
  'staff-group': entry(
    'Staff group',
    'Midwives, maternity support workers, obstetricians and others, told by the occupation code of the staff record, never by the title of a post.',
    'staff groups',
    'staff group',
  ),
  esr: entry('ESR', 'The Electronic Staff Record of the NHS, from which staff lists, leavers and absence come.', 'ESR'),
  ledger: entry('Ledger', 'The finance system’s list of funded posts by cost centre.', 'ledger'),
  'cost-centre': entry(
    'Cost centre',
    'The place in the ledger that pays for posts. Each is given to a unit.',
    'cost centres',
    'cost centre',
  ),
  stability: entry('Stability', 'Of the people in post a year ago, the share that is still in post.', 'stability'),
  'fill-rate': entry(
    'Fill rate',
    'Hours worked divided by hours planned, for a unit and a part of the day.',
    'shift fill',
    'fill rate',
  ),
  coordinator: entry(
    'Supernumerary coordinator',
    'The midwife in charge of the delivery suite who has no women of her own at the start of the shift.',
    'supernumerary coordinator',
  ),
  'red-flag': entry(
    'Red flag',
    'An event that warns of too few midwives, such as a delay of an induction or a missed break.',
    'red flags',
  ),
  preceptee: entry(
    'Preceptee',
    'A newly registered midwife or nurse in a preceptorship programme.',
    'preceptees',
    'preceptee',
  ),
  preceptor: entry('Preceptor', 'The prepared colleague who supports a preceptee.', 'preceptors', 'preceptor'),
  supernumerary: entry('Supernumerary', 'On duty beside the planned numbers, to learn.', 'supernumerary'),
  backfill: entry('Backfill', 'Hours that somebody else works while a person trains.', 'backfill'),
  locum: entry('Locum', 'A doctor engaged for a time in place of one in post.', 'locums'),
  'fetal-monitoring': entry(
    'Fetal monitoring',
    'The yearly training in reading the heart rate of the baby, one of those that the incentive scheme counts.',
    'fetal monitoring',
  ),
  lmns: entry(
    'LMNS and ICB',
    'The local maternity and neonatal system is the partnership of trusts of an area; the integrated care board is the NHS body that it reports to.',
    'LMNS',
    'ICB',
  ),
  'theme-2': entry(
    'Theme 2',
    'The workforce theme of the three-year delivery plan: twelve lines that a trust answers, on growing, valuing and training its staff.',
    'Theme 2',
  ),
  restatement: entry(
    'Restatement',
    'A correction of a return that was submitted, with its reason and what changed.',
    'restatement',
    'restated',
  ),
  suppression: entry(
    'Small numbers',
    'A count so small that it could tell who is meant is held back, and so is any figure from which it could be worked out.',
    'small numbers',
  ),
  pack: entry(
    'Pack',
    'A dated set of published rules, such as thresholds and meeting months, with its source and version.',
    'packs',
    'pack',
  ),
  census: entry('Day of the list', 'The day as on which a staff list says who is in post.'),
} as const satisfies Record<string, GlossaryEntry>;

export type GlossaryKey = keyof typeof glossary;
