import type { AssessmentResult, PlannedLine, Trust, UseOptions } from '#contract';
import type { Database } from '../../database/database.ts';
import { recordChange } from '../../database/history.ts';
import type { StoredAssessment } from './assessment-repository.ts';
import { assessmentName } from './assessment-words.ts';
import { ofExact, type Requirement, shareOut, sumOfRequirements } from './calculations/required-lines.ts';
import { insertLine, listLines, type StoredLine, updateLine } from './repository.ts';

/** The tool that such a requirement names; lines that name it belong to an assessment. */
export const birthrateTool = 'Birthrate+';

type Planned =
  | { readonly kind: 'planned'; readonly lines: PlannedLine[]; readonly total: string; readonly present: StoredLine[] }
  | { readonly kind: 'refused'; readonly message: string };

/**
 * The required lines as an assessment would have them: its areas at their units, its specialist and management posts at
 * one. Lines that an earlier assessment required and this one does not become nought. Nothing is changed.
 */
export function planLines(
  database: Database,
  trust: Trust,
  { areas, status }: StoredAssessment,
  result: AssessmentResult,
  options: UseOptions,
): Planned {
  const refused = (message: string): Planned => ({ kind: 'refused', message });
  if (status !== 'agreed') return refused('Only an agreed assessment can be the requirement. Agree this one first.');
  for (const [group, name] of [
    ['midwives', 'midwives'],
    ['support', 'maternity support workers'],
  ])
    if (!trust.staffGroups.some(({ key }) => key === group))
      return refused(`${trust.name} has no staff group for ${name}. Add it under Trust and units.`);
  for (const band of [options.midwivesBand, options.supportBand, options.specialistBand])
    if (!trust.bands.some(({ key }) => key === band))
      return refused(`${trust.name} has no band ${band}. Choose another.`);

  const band = options.split === 'funded' ? null : { midwives: options.midwivesBand, support: options.supportBand };
  const requirements: Requirement[] = [];
  for (const [index, area] of areas.entries()) {
    const { wte, midwives, support } = result.areas[index]!;
    if (wte === null) continue;
    if (midwives === null || support === null)
      return refused('Enter the support share: the requirement is set for midwives and for support workers.');
    const unit = area.unit;
    if (unit === null) return refused(`${area.name} has no unit. Make this a draft again and choose its unit.`);
    const put = (staffGroup: 'midwives' | 'support', value: string, otherwise: string) => {
      if (value !== '0')
        requirements.push({ unit, staffGroup, wte: ofExact(value), band: band?.[staffGroup] ?? null, otherwise });
    };
    put('midwives', midwives, options.midwivesBand);
    put('support', support, options.supportBand);
  }
  if (requirements.length === 0) return refused('No area has WTE yet. Enter the results of the areas first.');
  if (result.specialist !== null && result.specialist !== '0') {
    if (options.specialistUnit === null || !trust.units.some(({ id }) => id === options.specialistUnit))
      return refused('Choose the unit at which the specialist and management posts stand.');
    requirements.push({
      unit: options.specialistUnit,
      staffGroup: 'midwives',
      wte: ofExact(result.specialist),
      band: options.specialistBand,
      otherwise: options.specialistBand,
    });
  }

  const present = listLines(database, trust.id);
  const shared = shareOut(
    requirements,
    present.map((line) => ({
      unit: line.unit.id,
      staffGroup: line.staffGroup.key,
      band: line.band.key,
      funded: line.funded,
    })),
  );
  const keyOf = (unit: number, staffGroup: string, bandKey: string) => JSON.stringify([unit, staffGroup, bandKey]);
  const before = new Map(present.map((line) => [keyOf(line.unit.id, line.staffGroup.key, line.band.key), line]));
  const lines = shared.map((line): PlannedLine => {
    const there = before.get(keyOf(line.unit, line.staffGroup, line.band));
    const bandKey = line.band;
    return {
      unit: trust.units.find(({ id }) => id === line.unit)!,
      staffGroup: trust.staffGroups.find(({ key }) => key === line.staffGroup)!,
      band: trust.bands.find(({ key }) => key === bandKey) ?? there!.band,
      before: there?.required ?? null,
      required: line.required,
      change: !there ? 'new' : there.required === line.required ? 'same' : 'changed',
    };
  });
  const planned = new Set(shared.map((line) => keyOf(line.unit, line.staffGroup, line.band)));
  const left = present.filter(
    (line) =>
      line.requiredTool === birthrateTool && !planned.has(keyOf(line.unit.id, line.staffGroup.key, line.band.key)),
  );
  return {
    kind: 'planned',
    present,
    total: sumOfRequirements(requirements),
    lines: [
      ...lines,
      ...left.map(
        ({ unit, staffGroup, band: of, required }): PlannedLine => ({
          unit,
          staffGroup,
          band: of,
          before: required,
          required: 0,
          change: 'no longer required',
        }),
      ),
    ],
  };
}

/** Writes planned lines with the assessment as their source: one change, which undo takes back whole. */
export function useLines(
  database: Database,
  { trustId, at }: { trustId: number; at: string },
  assessment: StoredAssessment,
  { lines, present }: { lines: readonly PlannedLine[]; present: readonly StoredLine[] },
): string | null {
  const source = assessmentName(assessment);
  const values = (required: number) => ({
    required,
    requiredTool: birthrateTool,
    requiredSource: source,
    requiredDate: assessment.head.date,
  });
  const lineOf = ({ unit, staffGroup, band }: PlannedLine) =>
    present.find(
      (line) => line.unit.id === unit.id && line.staffGroup.key === staffGroup.key && line.band.key === band.key,
    );
  const same = lines.every((line) => {
    const there = lineOf(line);
    return (
      there?.required === line.required &&
      there.requiredSource === source &&
      there.requiredTool === birthrateTool &&
      there.requiredDate === assessment.head.date
    );
  });
  if (same) return null;
  const label = `Use ${source} as the required establishment`;
  recordChange(database, { trustId, label, at }, () => {
    for (const line of lines) {
      const there = lineOf(line);
      if (there) updateLine(database, there.id, values(line.required));
      else {
        const place = { unitId: line.unit.id, staffGroup: line.staffGroup.key, band: line.band.key };
        insertLine(database, trustId, place, values(line.required));
      }
    }
  });
  return label;
}
