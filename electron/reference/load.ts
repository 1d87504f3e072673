import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import {
  type DeliveryPlan,
  type OrganisationDefaults,
  type PlanLine,
  type ReferenceHead,
  type Theme2ReturnRules,
  theme2ReturnRules,
} from '../contract/reference.ts';
import { type GapRules, gapRules } from '../contract/gap-rules.ts';
import { type PreceptorshipProgramme, preceptorshipProgramme } from '../contract/preceptorship-rules.ts';
import { type IncentiveScheme, incentiveScheme, type RedFlagRules, redFlagRules } from '../contract/assurance-rules.ts';
import { type BirthrateRules, birthrateRules } from '../contract/birthrate-rules.ts';
import {
  type AgreedLevelRules,
  agreedLevelRules,
  type ContinuityRules,
  continuityRules,
  type NeonatalRules,
  neonatalRules,
} from '../contract/level-rules.ts';
import { type ForecastRules, forecastRules } from '../contract/forecast-rules.ts';
import { type RecruitmentRules, recruitmentRules } from '../contract/recruitment-rules.ts';
import {
  type CompetencyLists,
  competencyLists,
  type MentorRules,
  mentorRules,
  type PatientIdentifierRules,
  patientIdentifiers,
  type PreceptorRules,
  preceptorRules,
} from '../contract/support-rules.ts';
import { type ConversationRules, conversationRules } from '../contract/conversation-rules.ts';
import { type SelfAssessmentRules, selfAssessmentRules } from '../contract/self-assessment-rules.ts';
import { type LeavingReasons, leavingReasons } from '../contract/leaving-reasons.ts';
import type { RetentionRules } from '../contract/retention-rules.ts';
import {
  type CompetencyFramework,
  type TrainingNeedsRules,
  type TrainingRules,
  type TrainingScheme,
  trainingNeedsRules,
  trainingScheme,
} from '../contract/training-rules.ts';
import { placesAt } from './places.ts';
import {
  checkedCompetencyFramework,
  checkedDeliveryPlan,
  checkedOrganisationDefaults,
  checkedRetentionRules,
  checkedTrainingRules,
} from './consistency.ts';

/** Every kind of reference file. A new kind of dated pack is one more schema here and one more field of `Reference`. */
const referenceFile = z.discriminatedUnion(
  'kind',
  [
    checkedDeliveryPlan,
    checkedOrganisationDefaults,
    theme2ReturnRules,
    gapRules,
    preceptorshipProgramme,
    birthrateRules,
    neonatalRules,
    agreedLevelRules,
    continuityRules,
    incentiveScheme,
    redFlagRules,
    recruitmentRules,
    forecastRules,
    patientIdentifiers,
    preceptorRules,
    competencyLists,
    mentorRules,
    checkedRetentionRules,
    leavingReasons,
    conversationRules,
    selfAssessmentRules,
    checkedTrainingRules,
    trainingScheme,
    trainingNeedsRules,
    checkedCompetencyFramework,
  ],
  {
    error: (issue) =>
      issue.code === 'invalid_union' ? 'expected a kind of reference file that this version knows' : undefined,
  },
);
export type ReferenceFile = z.infer<typeof referenceFile>;
type KindOfFile = ReferenceFile['kind'];

/** The published rules that the planner follows, checked. */
export interface Reference {
  readonly plan: DeliveryPlan & { readonly byReference: ReadonlyMap<string, PlanLine> };
  readonly organisation: OrganisationDefaults;
  readonly theme2Return: Theme2ReturnRules;
  readonly gap: GapRules;
  /** Programmes of preceptorship, the newly registered midwives' core standard among them, which logs are judged by. */
  readonly programmes: readonly PreceptorshipProgramme[];
  readonly preceptorship: PreceptorshipProgramme;
  readonly birthrate: BirthrateRules;
  readonly neonatal: NeonatalRules;
  readonly agreedLevels: AgreedLevelRules;
  readonly continuity: ContinuityRules;
  /** Years of the incentive scheme, the earliest first. */
  readonly incentiveSchemes: readonly IncentiveScheme[];
  readonly redFlags: RedFlagRules;
  readonly recruitment: RecruitmentRules;
  readonly forecast: ForecastRules;
  readonly patientIdentifiers: PatientIdentifierRules;
  readonly preceptors: PreceptorRules;
  readonly competencies: CompetencyLists;
  readonly mentors: MentorRules;
  readonly retention: RetentionRules;
  readonly leavingReasons: LeavingReasons;
  readonly conversations: ConversationRules;
  readonly selfAssessment: SelfAssessmentRules;
  readonly training: TrainingRules;
  readonly trainingNeeds: TrainingNeedsRules;
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
  const reference: Reference = {
    plan: { ...plan, byReference: new Map(plan.lines.map((line) => [line.reference, line])) },
    organisation: theOnly(packs, 'organisation', folder),
    theme2Return: theOnly(packs, 'theme 2 return', folder),
    gap: theOnly(packs, 'gap rules', folder),
    programmes,
    preceptorship:
      programmes.find(({ programme }) => programme === 'midwifery_core') ??
      theOnly(packs, 'preceptorship programme', folder),
    birthrate: theOnly(packs, 'birthrate plus', folder),
    neonatal: theOnly(packs, 'neonatal staffing', folder),
    agreedLevels: theOnly(packs, 'agreed levels', folder),
    continuity: theOnly(packs, 'continuity of carer', folder),
    incentiveSchemes: packs
      .filter((pack): pack is IncentiveScheme => pack.kind === 'incentive scheme')
      .sort((one, other) => one.year - other.year),
    redFlags: theOnly(packs, 'red flags', folder),
    recruitment: theOnly(packs, 'recruitment rules', folder),
    forecast: theOnly(packs, 'forecast rules', folder),
    patientIdentifiers: theOnly(packs, 'patient identifiers', folder),
    preceptors: theOnly(packs, 'preceptor rules', folder),
    competencies: theOnly(packs, 'competency lists', folder),
    mentors: theOnly(packs, 'mentor rules', folder),
    retention: theOnly(packs, 'retention rules', folder),
    leavingReasons: theOnly(packs, 'leaving reasons', folder),
    conversations: theOnly(packs, 'conversation rules', folder),
    selfAssessment: theOnly(packs, 'retention self-assessment', folder),
    training: theOnly(packs, 'training courses', folder),
    trainingNeeds: theOnly(packs, 'training needs rules', folder),
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

function theOnly<Kind extends KindOfFile>(
  packs: readonly ReferenceFile[],
  kind: Kind,
  folder: string,
): Extract<ReferenceFile, { kind: Kind }> {
  const found = packs.filter((pack): pack is Extract<ReferenceFile, { kind: Kind }> => pack.kind === kind);
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
