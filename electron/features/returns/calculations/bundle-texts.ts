/**
 * What a text of a return may hold. `code`: a key or reference of the planner. `planner words`: words of the planner, its packs
 * or the published plan, in which surnames stand by chance. `organisation`: names of trusts, systems, units and the lists that a
 * trust keeps of them, no person's. `role`: the title of a role. `approved text`: what somebody typed, or what was made of it.
 */
export type TextClass = 'code' | 'planner words' | 'organisation' | 'role' | 'approved text';

const figure = {
  key: 'code',
  reference: 'code',
  title: 'planner words',
  'measures[].key': 'code',
  'measures[].title': 'planner words',
  'measures[].value': 'approved text',
  'measures[].workedOut': 'approved text',
  'measures[].formula': 'planner words',
  'measures[].inputs[].title': 'planner words',
  'measures[].inputs[].value': 'approved text',
  'measures[].note': 'planner words',
  source: 'approved text',
  of: 'approved text',
  'warnings[]': 'planner words',
  'rests.packs[]': 'code',
  sentence: 'approved text',
  'decision.reason': 'approved text',
} as const;
const shared = {
  title: 'approved text',
  text: 'approved text',
  element: 'planner words',
  'references[]': 'code',
  approvedBy: 'role',
} as const;
const changes = { place: 'approved text', from: 'approved text', to: 'approved text' } as const;

const within = (before: string, fields: Readonly<Record<string, TextClass>>): [string, TextClass][] =>
  Object.entries(fields).map(([field, kind]) => [`${before}${field}`, kind]);

/** The class of every text of a return by its path; a step into a list is written []. */
export const bundleTexts: ReadonlyMap<string, TextClass> = new Map<string, TextClass>([
  ['trust.name', 'organisation'],
  ['system.name', 'organisation'],
  ['title', 'planner words'],
  ['appVersion', 'code'],
  ...within('packs[].', { id: 'code', title: 'planner words', version: 'code' }),
  ...within('definitions[].', { term: 'planner words', meaning: 'planner words' }),
  ...within('lines[].', {
    reference: 'code',
    objective: 'planner words',
    title: 'planner words',
    sentence: 'planner words',
    published: 'planner words',
    dates: 'planner words',
    progress: 'approved text',
    nextSteps: 'approved text',
    evidence: 'approved text',
    'evidenceItems[].title': 'approved text',
    'evidenceItems[].place': 'approved text',
    'evidenceItems[].detail': 'approved text',
    'evidenceItems[].figure': 'code',
    lead: 'role',
    risk: 'approved text',
    mitigation: 'approved text',
    helpNeeded: 'approved text',
  }),
  ...within('figures[].', figure),
  ...within('workforce.rows[].', {
    unit: 'organisation',
    staffGroup: 'organisation',
    band: 'organisation',
    requiredTool: 'approved text',
    requiredSource: 'approved text',
  }),
  ...within('rosters.', {
    'fill[].unit': 'organisation',
    'temporary[].unit': 'organisation',
    'sources[]': 'approved text',
  }),
  ...within('shared.practices[].', shared),
  ...within('shared.challenges[].', shared),
  ...within('measures.definitions[].', {
    id: 'code',
    shortName: 'approved text',
    description: 'approved text',
    'references[]': 'code',
    source: 'approved text',
    numerator: 'approved text',
    denominator: 'approved text',
    exclusions: 'approved text',
    standardisation: 'approved text',
    'levels[]': 'code',
    'definedBy.name': 'organisation',
  }),
  ...within('measures.values[].', {
    measure: 'code',
    group: 'organisation',
    formula: 'approved text',
    pack: 'code',
    'packs[]': 'code',
    note: 'approved text',
  }),
  ['measures.basis.tool', 'approved text'],
  ...within('signatures.', { 'checked.role': 'role', 'signedOff.role': 'role', 'submitted.role': 'role' }),
  ...within('restatements[].', { by: 'role', reason: 'approved text' }),
  ...within('restatements[].changes[].', changes),
  ['sinceBefore.title', 'planner words'],
  ...within('sinceBefore.changes[].', changes),
]);

/** The class of a text; one that nobody has classed is looked at as if somebody had typed it. */
export const textClass = (path: string): TextClass =>
  bundleTexts.get(path.replace(/^document\./, '')) ?? 'approved text';
