import type { Database } from '../../database/database.ts';
import { recordChange } from '../../database/history.ts';
import { type Requirement, shareOut } from './calculations/required-lines.ts';
import { insertLine, listLines, updateLine } from './repository.ts';

interface Level {
  /** At one unit, for one staff group. */
  readonly requirement: Requirement;
  readonly tool: string;
  readonly source: string;
  readonly date: string | null;
  /** Name of the change. */
  readonly label: string;
}

/**
 * Makes a level the requirement of a staff group at a unit, shared over its funded bands, as one change. Lines there that
 * the same source required before and does not any more become nought. Null where the establishment says so already.
 */
export function adoptLevel(
  database: Database,
  { trustId, at }: { trustId: number; at: string },
  { requirement, tool, source, date, label }: Level,
): string | null {
  const present = listLines(database, trustId).filter(
    ({ unit, staffGroup }) => unit.id === requirement.unit && staffGroup.key === requirement.staffGroup,
  );
  const shared = shareOut(
    [requirement],
    present.map(({ unit, staffGroup, band, funded }) => ({
      unit: unit.id,
      staffGroup: staffGroup.key,
      band: band.key,
      funded,
    })),
  );
  const cells = (required: number) => ({
    required,
    requiredTool: tool,
    requiredSource: source,
    requiredDate: date,
  });
  const wanted = [
    ...shared.map(({ band, required }) => ({ band, required })),
    ...present
      .filter(({ band, requiredTool, requiredSource }) => {
        const before = requiredTool === tool && requiredSource === source;
        return before && !shared.some((line) => line.band === band.key);
      })
      .map(({ band }) => ({ band: band.key, required: 0 })),
  ];
  const lineOf = (band: string) => present.find((line) => line.band.key === band);
  const same = wanted.every(({ band, required }) => {
    const line = lineOf(band);
    const says = line && [line.required, line.requiredTool, line.requiredSource, line.requiredDate];
    return JSON.stringify(says) === JSON.stringify([required, tool, source, date]);
  });
  if (same) return null;
  recordChange(database, { trustId, label, at }, () => {
    for (const { band, required } of wanted) {
      const line = lineOf(band);
      if (line) updateLine(database, line.id, cells(required));
      else
        insertLine(
          database,
          trustId,
          { unitId: requirement.unit, staffGroup: requirement.staffGroup, band },
          cells(required),
        );
    }
  });
  return label;
}
