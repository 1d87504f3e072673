import type { ReturnFigure, ReturnMeasure } from '#contract';
import { decidedText, measureText } from './figure-words.ts';
import { type ImportedKind, input, type Making } from './making.ts';

/** What a figure rests on: kinds of file, what is entered by hand, and packs. */
interface Basis {
  readonly imports: readonly ImportedKind[];
  readonly entered: readonly string[];
  readonly packs: readonly string[];
}

const establishment = 'Establishment: required, funded and in post of its lines';
const required = 'Required staffing: assessments and agreed levels';
const preceptees = 'Preceptorship: preceptees, meetings, hours and events';
const mentors = 'Mentors: appointments, mentors, meetings and reviews';
const posts = 'Vacancies: posts, stages and dates';
const trained = 'Training sessions: seats and attendance';
const actions = 'Retention plan: actions, readings and reviews';
const supervision = 'Supervision and locums: spells, events and nights on call';
const counts = 'Workforce equality: the counts of the snapshot';
const surveys = 'Surveys and learning environment: answers, scores and areas';
const careers = 'Succession and careers: critical roles and their successors';
const requests = 'Flexible working and later careers: requests for flexible working';

const basis = (imports: readonly ImportedKind[], entered: readonly string[], ...packs: string[]): Basis => ({
  imports,
  entered,
  packs,
});
const gap = basis(['ledger', 'staff_list'], [establishment], 'organisation', 'gap-rules');
const rosters = basis(['duty_roster'], []);
const left = basis(['leavers', 'staff_list'], [], 'organisation');
/** Its packs follow from whom a figure counts, which it says itself. */
const programme = basis(['preceptees'], [preceptees]);
const mentored = basis(['staff_list'], [mentors], 'mentor-rules');
const inDate = basis(['training', 'staff_list', 'absence'], [trained], 'training-courses');
const equal = basis(['staff_list'], [counts], 'workforce-equality');
const plan = basis(['retention_plan'], [actions], 'retention-rules');

/** What the figures of Today and of a return rest on, by how their keys begin. */
const bases: Readonly<Record<string, Basis>> = {
  gap,
  establishment: gap,
  vacancies: gap,
  'shift fill': rosters,
  'temporary staffing': rosters,
  forecast: basis(
    ['staff_list', 'leavers', 'ledger', 'vacancy_tracker'],
    ['Forecast: what the trust assumes', establishment, posts],
    'forecast-rules',
    'recruitment-rules',
  ),
  'vacancy plan': basis(['vacancy_tracker'], [posts], 'recruitment-rules'),
  retention: plan,
  preceptees: programme,
  mentors: mentored,
  training: inDate,
  administration: basis([], [required], 'agreed-levels'),
  equality: equal,
  'anti-racism': equal,
  succession: basis(['staff_list'], [careers], 'succession-and-careers'),
  survey: basis([], [surveys], 'survey-concepts'),
  learning: basis([], [surveys], 'learning-environment-charter'),
  needs: basis(['staff_list'], ['Training needs: topics, who needs them, and assumptions'], 'training-needs'),
  supervision: basis([], [supervision], 'supervision-and-locums'),
  consultant: basis([], [supervision], 'supervision-and-locums'),
  locums: basis([], [supervision], 'supervision-and-locums'),
  // Measures of the pack, by their id.
  'vacancy-rate': gap,
  'establishment-fill': gap,
  'funding-gap': basis(['ledger'], [establishment, required], 'organisation'),
  'staffing-gap': basis(['staff_list'], [establishment, required], 'organisation'),
  'requirements-in-date': basis([], [establishment]),
  'shift-fill': rosters,
  'temporary-share': rosters,
  'coordinator-rostered': rosters,
  'coordinator-present': rosters,
  'leaver-rate': left,
  stability: left,
  'sickness-absence': basis(['absence', 'leavers', 'staff_list'], [], 'organisation'),
  'retention-actions-complete': plan,
  'flexible-working-granted': basis([], [requests], 'flexible-working-rules'),
  'first-meeting-on-time': programme,
  'preceptor-named-on-time': programme,
  'mentor-named-on-time': mentored,
  'training-compliance': inDate,
};

/** Kinds of file that tell of every day of a period; of the others the newest tells how things stand. */
const overDays: ReadonlySet<ImportedKind> = new Set(['leavers', 'absence', 'duty_roster', 'bank_list']);

/** Files, entries and packs that a figure rests on, by its key or the id of its measure, and what it says of that itself. */
export function basisOf(
  key: string,
  days?: { readonly from: string | null; readonly on: string; readonly packs?: readonly string[] | undefined },
): Pick<Making, 'imports' | 'packs' | 'packsOfOthers'> & Pick<Basis, 'entered'> {
  const beginnings = Object.keys(bases).filter((one) => key === one || key.startsWith(`${one} `));
  const found = bases[beginnings.sort((one, other) => other.length - one.length)[0] ?? ''];
  return {
    imports: (found?.imports ?? []).map((kind) => ({
      kind,
      ...(days && { last: days.on, first: overDays.has(kind) ? (days.from ?? days.on) : null }),
    })),
    entered: found?.entered ?? [],
    packs: days?.packs ?? found?.packs ?? [],
    // Kept before figures said it.
    ...(found === programme && days?.packs === undefined && { packsOfOthers: ['The programmes of its preceptees'] }),
  };
}

/** How one measure of a return's figure was made; of a kept one also what was decided of it. */
export function measureMaking(
  { key, source, of, warnings, rests }: Pick<ReturnFigure, 'key' | 'source' | 'of' | 'warnings' | 'rests'>,
  measure: ReturnMeasure,
  kept: ReturnFigure | null = null,
  before: string | null = null,
): Making {
  const inputs = measure.inputs.map((one) => input(one.title, measureText(one)));
  return {
    formula: measure.formula ?? (measure.kind === 'count' ? 'counted one by one' : 'as it was entered'),
    inputs: [
      ...(inputs.length > 0 ? inputs : [input(measure.title, measureText(measure))]),
      ...(before === null ? [] : [input('At your last visit', before, 'then')]),
    ],
    on: of,
    sources: [source],
    ...basisOf(key, rests),
    notes: [measure.note, ...warnings, kept && decidedText(kept)].flatMap((text) => text || []),
  };
}
