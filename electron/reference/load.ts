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
import { type PreceptorshipRules, preceptorshipRules } from '../contract/preceptorship-rules.ts';
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
import type { RetentionRules } from '../contract/retention-rules.ts';
import type { TrainingRules } from '../contract/training-rules.ts';
import {
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
    preceptorshipRules,
    birthrateRules,
    neonatalRules,
    agreedLevelRules,
    continuityRules,
    incentiveScheme,
    redFlagRules,
    recruitmentRules,
    forecastRules,
    checkedRetentionRules,
    checkedTrainingRules,
  ],
  {
    error: (issue) =>
      issue.code === 'invalid_union' ? 'expected a kind of reference file that this version knows' : undefined,
  },
);
type ReferenceFile = z.infer<typeof referenceFile>;
type KindOfFile = ReferenceFile['kind'];

/** The published rules that the planner follows, checked. */
export interface Reference {
  readonly plan: DeliveryPlan & { readonly byReference: ReadonlyMap<string, PlanLine> };
  readonly organisation: OrganisationDefaults;
  readonly theme2Return: Theme2ReturnRules;
  readonly gap: GapRules;
  readonly preceptorship: PreceptorshipRules;
  readonly birthrate: BirthrateRules;
  readonly neonatal: NeonatalRules;
  readonly agreedLevels: AgreedLevelRules;
  readonly continuity: ContinuityRules;
  /** Years of the incentive scheme, the earliest first. */
  readonly incentiveSchemes: readonly IncentiveScheme[];
  readonly redFlags: RedFlagRules;
  readonly recruitment: RecruitmentRules;
  readonly forecast: ForecastRules;
  readonly retention: RetentionRules;
  readonly training: TrainingRules;
  /** What each file says of itself, in order of file name: title, version, source, valid-from. */
  readonly packs: readonly ReferenceHead[];
}

/**
 * Reads `reference/*.json` in the given resources folder. Throws one sentence that names the file, and the place in
 * it, when a file is missing, is not JSON or breaks a rule: the app is not sound then, and nothing can be shown.
 */
export function loadReference(resourcesFolder: string): Reference {
  const folder = join(resourcesFolder, 'reference');
  const packs = jsonFilesIn(folder).map((path) => readReferenceFile(path));
  const plan = theOnly(packs, 'delivery plan', folder);
  return {
    plan: { ...plan, byReference: new Map(plan.lines.map((line) => [line.reference, line])) },
    organisation: theOnly(packs, 'organisation', folder),
    theme2Return: theOnly(packs, 'theme 2 return', folder),
    gap: theOnly(packs, 'gap rules', folder),
    preceptorship: theOnly(packs, 'preceptorship rules', folder),
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
    retention: theOnly(packs, 'retention rules', folder),
    training: theOnly(packs, 'training courses', folder),
    packs,
  };
}

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

function readReferenceFile(path: string): ReferenceFile {
  let content: unknown;
  try {
    content = JSON.parse(readFileSync(path, 'utf8'));
  } catch (cause) {
    throw new Error(`The reference file ${path} cannot be read: ${reasonOf(cause)}.`, { cause });
  }
  const result = referenceFile.safeParse(content);
  if (result.success) return result.data;
  throw new Error(`The reference file ${path} breaks a rule: ${result.error.issues.map(placeAndRule).join('; ')}.`);
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
