import type { AwayReason } from '#contract';
import { noBand } from '../staff/calculations/in-post.ts';
import type { InPostAnswer } from '../staff/service.ts';
import { costCentreKey } from './calculations/ledger.ts';
import type { CostCentreUnit, UnitOfGap } from './calculations/cost-centre-units.ts';
import { fundedGroupOf } from './calculations/funded-groups.ts';
import type { GapPart } from './calculations/gap.ts';
import type { Cover } from './gap-cover.ts';
import type { LedgerAnswer } from './ledger-service.ts';
import type { StoredLine } from './repository.ts';

/** A part of a figure with what a reader wants to know of its row. */
export interface SourcedPart extends GapPart {
  readonly batchId: number | null;
  readonly row: number | null;
  /** Where a line entered by hand comes from; the file of the import otherwise. */
  readonly source: string | null;
  readonly what: string;
  readonly who: string;
  readonly costCentre: string | null;
  readonly why: string | null;
}

/** Lines entered by hand, or set by an assessment. */
export function handParts(lines: readonly StoredLine[], unitOf: (name: string) => UnitOfGap): SourcedPart[] {
  return lines.flatMap((line) => {
    const place = { unit: unitOf(line.unit.name).key, group: line.staffGroup.key, band: line.band.key };
    const requirement = [line.requiredTool, line.requiredSource, line.requiredDate].filter(Boolean).join(', ');
    const of = (measure: 'required' | 'funded' | 'inPost', amount: number | null): SourcedPart[] =>
      amount === null
        ? []
        : [
            {
              ...place,
              of: measure,
              amount,
              by: 'hand',
              batchId: null,
              row: null,
              source: measure === 'required' && requirement ? requirement : 'Entered by hand',
              what: `${line.staffGroup.name}, ${line.band.name}`,
              who: '',
              costCentre: null,
              why: null,
            },
          ];
    return [...of('required', line.required), ...of('funded', line.funded), ...of('inPost', line.inPost)];
  });
}

export function ledgerParts(
  { lines, rules }: LedgerAnswer,
  units: ReadonlyMap<string, CostCentreUnit>,
  unitOf: (name: string | null) => UnitOfGap,
): SourcedPart[] {
  return lines.map((line) => ({
    of: 'funded',
    by: 'import',
    unit: (units.get(costCentreKey(line.costCentre))?.unit ?? unitOf(line.costCentreName)).key,
    group: fundedGroupOf(rules, line),
    band: line.band ?? noBand,
    amount: line.funded,
    batchId: line.batchId,
    row: line.row,
    source: null,
    what: line.post ?? line.subjective ?? '',
    who: '',
    costCentre: line.costCentre,
    why: null,
  }));
}

/** Assignments in post, and of those who are away a second part that takes them off. */
export function staffParts(
  { figures }: InPostAnswer,
  unitOf: (name: string | null) => UnitOfGap,
  reasonOf: (assignment: { person: string; status: string | null }) => AwayReason | null,
): SourcedPart[] {
  return figures.assignments.flatMap(({ entry, group }): SourcedPart[] => {
    const part: SourcedPart = {
      of: 'inPost',
      by: 'import',
      unit: unitOf(entry.unit).key,
      group,
      band: entry.band ?? noBand,
      amount: entry.fte,
      batchId: entry.batchId,
      row: entry.row,
      source: null,
      what: entry.position ?? '',
      who: entry.name ?? entry.person,
      costCentre: entry.costCentre,
      why: null,
    };
    const reason = figures.statusKnown ? reasonOf(entry) : null;
    return reason === null ? [part] : [part, { ...part, of: 'away', reason, why: reason }];
  });
}

/** Registered hours stand beside midwives, the others beside support workers: the lists tell no more. */
export function coverParts({ rows }: Cover, unitOf: (name: string | null) => UnitOfGap): SourcedPart[] {
  return rows.map((row) => ({
    of: row.supply,
    by: 'import',
    unit: unitOf(row.unit).key,
    group: row.registered === 1 ? 'midwives' : 'support',
    band: row.band ?? noBand,
    amount: row.minutes,
    batchId: row.batchId,
    row: row.row,
    source: null,
    what: row.agency ?? (row.supply === 'bank' ? 'Bank' : 'Agency'),
    who: row.name ?? row.person ?? '',
    costCentre: row.costCentre,
    why: row.date,
  }));
}
