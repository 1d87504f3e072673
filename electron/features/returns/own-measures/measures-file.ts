import { createHash } from 'node:crypto';
import type { z } from 'zod';
import type { MeasureDefinition, PersonalFinding } from '#contract';
import { measuresFile, measuresFormat, MEASURES_VERSION, typedMeasure } from '../../../contract/own-measures.ts';
import { definitionText } from '../calculations/own-measures.ts';
import { personalDataIn } from '../calculations/personal-data.ts';
import type { Json } from '../calculations/records.ts';
import { inWords } from '../bundle/refusals.ts';

/** The first twelve digits of the SHA-256 of a definition, short enough to be read out over the telephone. */
export const fingerprintOf = (definition: MeasureDefinition): string =>
  createHash('sha256').update(definitionText(definition)).digest('hex').slice(0, 12);

const sumOf = (measures: readonly MeasureDefinition[]) =>
  createHash('sha256').update(JSON.stringify(measures)).digest('hex');

/** Some measures as a file for others to take in. */
export function writeMeasures(measures: readonly MeasureDefinition[]): Buffer {
  const file: z.infer<typeof measuresFile> = {
    format: measuresFormat,
    version: MEASURES_VERSION,
    sha256: sumOf(measures),
    measures: [...measures],
  };
  return Buffer.from(`${JSON.stringify(file, null, 2)}\n`);
}

/** The measures of a file, or in words why it is not taken. */
export function readMeasures(
  bytes: Buffer,
): { kind: 'read'; measures: MeasureDefinition[] } | { kind: 'refused'; message: string } {
  const refused = (message: string) => ({ kind: 'refused' as const, message: `${message} Nothing was stored.` });
  let raw: unknown;
  try {
    raw = JSON.parse(bytes.toString('utf8'));
  } catch {
    return refused('This is not a file of measures, or it ends too early. Choose one that a planner saved.');
  }
  const said = raw as { format?: unknown; version?: unknown } | null;
  if (said?.format !== measuresFormat)
    return refused('This is not a file of measures. Choose one that the planner of an LMNS or a trust saved.');
  if (typeof said.version === 'number' && said.version > MEASURES_VERSION)
    return refused('This file was made by a newer version of the planner. Update this one, then choose it again.');
  const parsed = measuresFile.safeParse(raw);
  if (!parsed.success || parsed.data.sha256 !== sumOf(parsed.data.measures))
    return refused('This file was changed after it was made. Ask for it again.');
  const { measures } = parsed.data;
  const odd = measures.find((one) => one.definedBy === undefined || !typedMeasure.safeParse(one).success);
  if (odd)
    return refused(`The measure “${odd.id}” does not say who defines it, or is not whole. Ask for the file again.`);
  const found: PersonalFinding[] = personalDataIn(measures as unknown as Json);
  if (found.length > 0) return refused(`The file seems to tell of a person. ${inWords(found)}`);
  return { kind: 'read', measures };
}
