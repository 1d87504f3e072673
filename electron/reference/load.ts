import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import type { IncentiveScheme } from '../contract/assurance-rules.ts';
import type { PreceptorshipProgramme } from '../contract/preceptorship-rules.ts';
import type { DeliveryPlan, PlanLine, ReferenceHead } from '../contract/reference.ts';
import type { CompetencyFramework, TrainingScheme } from '../contract/training-rules.ts';
import { type KindOfFile, type ReferenceFile, referenceFile } from './kinds.ts';
import { placesAt } from './places.ts';

/** The packs of which there is one each: what the planner calls them, and their kind. */
const single = {
  organisation: 'organisation',
  theme2Return: 'theme 2 return',
  measures: 'theme 2 measures',
  gap: 'gap rules',
  birthrate: 'birthrate plus',
  neonatal: 'neonatal staffing',
  agreedLevels: 'agreed levels',
  continuity: 'continuity of carer',
  redFlags: 'red flags',
  recruitment: 'recruitment rules',
  forecast: 'forecast rules',
  patientIdentifiers: 'patient identifiers',
  preceptors: 'preceptor rules',
  competencies: 'competency lists',
  mentors: 'mentor rules',
  retention: 'retention rules',
  schedule: 'retention schedule',
  leavingReasons: 'leaving reasons',
  conversations: 'conversation rules',
  selfAssessment: 'retention self-assessment',
  smallNumbers: 'small numbers',
  equality: 'workforce equality',
  careers: 'succession and careers',
  flexibleWorking: 'flexible working rules',
  laterCareers: 'later career rules',
  surveys: 'survey concepts',
  learningEnvironment: 'learning environment charter',
  training: 'training courses',
  trainingNeeds: 'training needs rules',
  supervision: 'supervision and locums',
  trainingRoles: 'training roles',
} as const satisfies Readonly<Record<string, KindOfFile>>;

type Pack<Kind extends KindOfFile> = Extract<ReferenceFile, { kind: Kind }>;
type Singles = { readonly [Name in keyof typeof single]: Pack<(typeof single)[Name]> };

/** The published rules that the planner follows, checked. */
export interface Reference extends Singles {
  readonly plan: DeliveryPlan & { readonly byReference: ReadonlyMap<string, PlanLine> };
  /** Programmes of preceptorship, the newly registered midwives' core standard among them, which logs are judged by. */
  readonly programmes: readonly PreceptorshipProgramme[];
  readonly preceptorship: PreceptorshipProgramme;
  /** Years of the incentive scheme, the earliest first. */
  readonly incentiveSchemes: readonly IncentiveScheme[];
  /** What years of the incentive scheme ask of training, the earliest first. */
  readonly trainingSchemes: readonly TrainingScheme[];
  /** Versions of the framework of what maternity staff train in, the earliest first. */
  readonly frameworks: readonly CompetencyFramework[];
  /** What each file says of itself, in order of file name: title, version, source, valid-from. */
  readonly packs: readonly ReferenceHead[];
  /** Each pack with the text that it was read from. */
  readonly sources: readonly PackSource[];
  /** The same as published, where a trust uses values of its own; itself where it uses none. */
  readonly published: Reference;
  /** Values that the PC's policy decides, by pack and path: no trust has its own in their place. */
  readonly decided?: ReadonlySet<string>;
}

/** A pack and the JSON that it was read from. */
export interface PackSource {
  readonly pack: ReferenceFile;
  readonly text: string;
}

/**
 * Reads `reference/*.json` in the given resources folder. Throws one sentence that names the file, and the place in
 * it, when a file is missing, is not JSON or breaks a rule: the app is not sound then, and nothing can be shown.
 */
export function loadReference(resourcesFolder: string): Reference {
  const folder = join(resourcesFolder, 'reference');
  return assembled(jsonFilesIn(folder).map(readReferenceFile), folder);
}

/** The reference of some packs. Throws a sentence where a kind is missing, or there twice; `folder` is named in it. */
export function assembled(sources: readonly PackSource[], folder = 'of reference files'): Reference {
  const packs = sources.map(({ pack }) => pack);
  const plan = theOnly(packs, 'delivery plan', folder);
  const programmes = packs
    .filter((pack): pack is PreceptorshipProgramme => pack.kind === 'preceptorship programme')
    .sort((one, other) => programmeOrder.indexOf(one.programme) - programmeOrder.indexOf(other.programme));
  const names = Object.keys(single) as (keyof typeof single)[];
  const singles = Object.fromEntries(names.map((name) => [name, theOnly(packs, single[name], folder)]));
  const reference: Reference = {
    ...(singles as unknown as Singles),
    plan: { ...plan, byReference: new Map(plan.lines.map((line) => [line.reference, line])) },
    programmes,
    preceptorship:
      programmes.find(({ programme }) => programme === 'midwifery_core') ??
      theOnly(packs, 'preceptorship programme', folder),
    incentiveSchemes: packs
      .filter((pack): pack is IncentiveScheme => pack.kind === 'incentive scheme')
      .sort((one, other) => one.year - other.year),
    trainingSchemes: packs
      .filter((pack): pack is TrainingScheme => pack.kind === 'training scheme')
      .sort((one, other) => one.year - other.year),
    frameworks: packs
      .filter((pack): pack is CompetencyFramework => pack.kind === 'competency framework')
      .sort((one, other) => (one.validFrom < other.validFrom ? -1 : 1)),
    packs,
    sources,
    get published() {
      return reference;
    },
  };
  return reference;
}

/** Those of newly registered midwives first; one that is not known here comes before them. */
const programmeOrder = [
  'midwifery_core',
  'midwifery_gold',
  'nursing_core',
  'nursing_gold',
  'international',
  'return_to_practice',
];

function jsonFilesIn(folder: string): string[] {
  let names: string[];
  try {
    names = readdirSync(folder);
  } catch (cause) {
    throw new Error(`The folder of reference files ${folder} cannot be read: ${reasonOf(cause)}.`, { cause });
  }
  return names
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => join(folder, name));
}

function readReferenceFile(path: string): PackSource {
  let text: string;
  let content: unknown;
  try {
    text = readFileSync(path, 'utf8');
    content = JSON.parse(text);
  } catch (cause) {
    throw new Error(`The reference file ${path} cannot be read: ${reasonOf(cause)}.`, { cause });
  }
  const pack = parsePack(content);
  if (typeof pack === 'string') throw new Error(`The reference file ${path} breaks a rule: ${pack}.`);
  return { pack, text };
}

/** A pack, checked; or in words what is wrong with it. */
export function parsePack(content: unknown): ReferenceFile | string {
  const result = referenceFile.safeParse(content);
  if (!result.success) return result.error.issues.map(placeAndRule).join('; ');
  const lost = result.data.values.find(({ path }) => placesAt(content, path).length === 0);
  return lost ? `values: there is no ${lost.path}` : result.data;
}

/** Such as `lines[3].owner: Invalid option`. */
function placeAndRule({ path, message }: z.core.$ZodIssue): string {
  const place = path.map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`)).join('');
  return `${place.replace(/^\./, '') || 'the whole file'}: ${message.replace(/\.$/, '')}`;
}

function theOnly<Kind extends KindOfFile>(packs: readonly ReferenceFile[], kind: Kind, folder: string): Pack<Kind> {
  const found = packs.filter((pack): pack is Pack<Kind> => pack.kind === kind);
  const [first] = found;
  if (first === undefined) throw new Error(`The folder ${folder} has no reference file of kind "${kind}".`);
  if (found.length > 1) {
    const ids = found.map(({ id }) => `${id}.json`).join(' and ');
    throw new Error(`The folder ${folder} has more than one reference file of kind "${kind}": ${ids}.`);
  }
  return first;
}

function reasonOf(cause: unknown): string {
  return cause instanceof Error ? cause.message.replace(/\.$/, '') : String(cause);
}
