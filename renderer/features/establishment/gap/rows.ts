import type { GapMeasure, GapPosition, GapShown } from '#contract';

export type View = 'unit' | 'line' | 'band';

/** Which rows of which figure are asked for. */
export interface Behind {
  measure: GapMeasure;
  title: string;
  unit?: string;
  group?: string;
  band?: string;
  gross?: boolean;
  /** A rate that is made of the figure, with its numbers. */
  rate?: string;
}

export interface GapTableRow {
  key: string;
  kind: 'unit' | 'row' | 'total';
  title: string;
  /** The unit, or the staff group, that it stands below: the same name for all of one, and for no other. */
  under: string;
  /** Of a row of a staff group, or of a band of one. */
  groupName?: string;
  band?: string;
  position: GapPosition;
  scope: Pick<Behind, 'unit' | 'group' | 'band'>;
}

export const bandText = (band: string) => (band === '-' ? 'No band' : `Band ${band}`);

/** What stands in the gap for a unit, staff group or band, or for all. */
export function positionAt(
  { all, byUnit, byGroup, byUnitAndGroup, byGroupAndBand, lines }: GapShown,
  { unit, group, band }: Pick<Behind, 'unit' | 'group' | 'band'>,
): GapPosition | undefined {
  if (unit === undefined && group === undefined) return all;
  if (group === undefined) return byUnit.find((one) => one.unit.key === unit)?.position;
  if (unit === undefined)
    return band === undefined
      ? byGroup.find((one) => one.group === group)?.position
      : byGroupAndBand.find((one) => one.group === group && one.band === band)?.position;
  return band === undefined
    ? byUnitAndGroup.find((one) => one.unit.key === unit && one.group === group)?.position
    : lines.find((one) => one.unit.key === unit && one.group === group && one.band === band)?.position;
}

/** Names by keys; those of one name are told apart by their keys. */
function namesOf(named: readonly { readonly key: string; readonly name: string }[]): Map<string, string> {
  const isAlone = (name: string) => named.filter((one) => one.name === name).length === 1;
  return new Map(named.map(({ key, name }) => [key, isAlone(name) ? name : `${name} (${key})`]));
}

/** The table's rows: each unit with its groups, or its groups and bands, or groups and bands of all units. */
export function tableRows(gap: GapShown, view: View): GapTableRow[] {
  const total: GapTableRow = { key: 'all', kind: 'total', title: 'All, net', under: '', position: gap.all, scope: {} };
  if (view === 'band') {
    const rows = gap.byGroup.flatMap(({ group, groupName, position }): GapTableRow[] => [
      { key: group, kind: 'unit', title: groupName, under: groupName, position, scope: { group } },
      ...gap.byGroupAndBand
        .filter((row) => row.group === group)
        .map(
          ({ band, position: own }): GapTableRow => ({
            key: `${group} ${band}`,
            kind: 'row',
            title: bandText(band),
            under: groupName,
            position: own,
            scope: { group, band },
          }),
        ),
    ]);
    return [...rows, total];
  }
  const lines: (GapShown['byUnitAndGroup'][number] & { band?: string })[] =
    view === 'line' ? gap.lines : gap.byUnitAndGroup;
  const names = namesOf(gap.byUnit.map(({ unit }) => unit));
  const rows = gap.byUnit.flatMap(({ unit, position }): GapTableRow[] => [
    {
      key: unit.key,
      kind: 'unit',
      title: unit.name,
      under: names.get(unit.key) ?? unit.name,
      position,
      scope: { unit: unit.key },
    },
    ...lines
      .filter((row) => row.unit.key === unit.key)
      .map(
        ({ group, groupName, band, position: own }): GapTableRow => ({
          key: `${unit.key} ${group} ${band ?? ''}`,
          kind: 'row',
          title: band === undefined ? groupName : `${groupName}, ${bandText(band)}`,
          under: names.get(unit.key) ?? unit.name,
          groupName,
          ...(band === undefined ? {} : { band: bandText(band) }),
          position: own,
          scope: { unit: unit.key, group, ...(band === undefined ? {} : { band }) },
        }),
      ),
  ]);
  return [...rows, total];
}

export interface GapColumn {
  measure: GapMeasure;
  title: string;
  /** Hundred-thousandths of a WTE, or a rate that is WTE; null is not known. */
  of: (position: GapPosition) => number | null;
}

const cover = (rate: GapPosition['bank']) => (rate === null ? null : (rate.numerator / rate.denominator) * 100_000);

export const columns: GapColumn[] = [
  { measure: 'required', title: 'Required', of: ({ required }) => required.wte },
  { measure: 'funded', title: 'Funded', of: ({ funded }) => funded.wte },
  { measure: 'inPost', title: 'In post', of: ({ inPost }) => inPost.wte },
  { measure: 'available', title: 'Available', of: ({ available }) => available },
  { measure: 'bank', title: 'Bank', of: ({ bank }) => cover(bank) },
  { measure: 'agency', title: 'Agency', of: ({ agency }) => cover(agency) },
  { measure: 'requiredLessFunded', title: 'Required − funded', of: ({ requiredLessFunded }) => requiredLessFunded.wte },
  { measure: 'vacancy', title: 'Vacancy', of: ({ vacancy }) => vacancy.wte },
  {
    measure: 'requiredLessInPost',
    title: 'Required − in post',
    of: ({ requiredLessInPost }) => requiredLessInPost.wte,
  },
  {
    measure: 'requiredLessAvailable',
    title: 'Required − available',
    of: ({ requiredLessAvailable }) => requiredLessAvailable.wte,
  },
];
