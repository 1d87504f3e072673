import type { EstablishmentGap, EstablishmentLine, EstablishmentPosition, EstablishmentSheet } from '#contract';

/** A row of the grid: a unit with its totals, a line, or what stands below them all. */
export interface GridRow {
  readonly key: string;
  /** A `share` is the part of the net gaps that comes from lines that are short, or from lines that are over. */
  readonly kind: 'unit' | 'line' | 'total' | 'share';
  readonly title: string;
  /** Said before the title to those who cannot see the rows above. */
  readonly within: string | null;
  readonly position: EstablishmentPosition;
  readonly line: EstablishmentLine | null;
}

export const lineTitle = ({ staffGroup, band }: Pick<EstablishmentLine, 'staffGroup' | 'band'>) =>
  band.key === '-' ? staffGroup.name : `${staffGroup.name}, ${band.name}`;

/** The rows of a sheet: each unit with its totals, its lines below it, then the total of all, net and gross. */
export function rowsOf(sheet: EstablishmentSheet): GridRow[] {
  const rows = sheet.byUnit.flatMap(({ unit, position }): GridRow[] => [
    { key: `unit ${unit.id}`, kind: 'unit', title: unit.name, within: null, position, line: null },
    ...sheet.lines
      .filter((line) => line.unit.id === unit.id)
      .map(
        (line): GridRow => ({
          key: `line ${line.id}`,
          kind: 'line',
          title: lineTitle(line),
          within: unit.name,
          position: line.position,
          line,
        }),
      ),
  ]);
  return [...rows, ...totalRowsOf(sheet.all)];
}

/** Net is what short lines (gross) and over-established lines come to together. */
function totalRowsOf(all: EstablishmentPosition): GridRow[] {
  const total = { within: null, line: null };
  return [
    { ...total, key: 'all', kind: 'total', title: 'All, net', position: all },
    {
      ...total,
      key: 'short',
      kind: 'share',
      title: 'Short lines only (gross)',
      position: part(all, ({ gross }) => gross),
    },
    {
      ...total,
      key: 'over',
      kind: 'share',
      title: 'Over-established lines only',
      position: part(all, ({ wte, gross }) => (wte === null || gross === null ? null : wte - gross)),
    },
  ];
}

function part(all: EstablishmentPosition, of: (gap: EstablishmentGap) => number | null): EstablishmentPosition {
  const shareOf = (gap: EstablishmentGap) => ({ ...gap, wte: of(gap) });
  return {
    ...all,
    requiredLessFunded: shareOf(all.requiredLessFunded),
    vacancy: shareOf(all.vacancy),
    requiredLessInPost: shareOf(all.requiredLessInPost),
  };
}
