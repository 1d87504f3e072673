import type { OrganisationDefaults } from '../../../contract/reference.ts';

/** Which group of the figures an assignment belongs to (D19). */
export interface GroupRules {
  readonly byOccupationCode: ReadonlyMap<string, string>;
  /** By the code of the NHS staff group, for groups that no occupation code tells apart. */
  readonly byStaffGroup: ReadonlyMap<string, string>;
  readonly unmapped: string;
}

/**
 * The rules that the reference data states. A group with occupation codes is told by these alone, one without by its NHS
 * staff group; a group that figures count under another key, such as neonatal nurses, has no rule of its own. `own` are
 * the codes that a trust has put into groups itself.
 */
export function groupRules(
  { staffGroups, unmapped }: Pick<OrganisationDefaults, 'staffGroups' | 'unmapped'>,
  own: Readonly<Record<string, string>> = {},
): GroupRules {
  const counted = staffGroups.filter(({ inPostKey }) => inPostKey !== unmapped.key);
  return {
    byOccupationCode: new Map([
      ...counted.flatMap(({ occupationCodes, inPostKey }) => occupationCodes.map((code) => [code, inPostKey] as const)),
      ...Object.entries(own),
    ]),
    byStaffGroup: new Map(
      counted
        .filter(({ occupationCodes }) => occupationCodes.length === 0)
        .map(({ nhsStaffGroup, inPostKey }) => [nhsStaffGroup.code, inPostKey] as const),
    ),
    unmapped: unmapped.key,
  };
}

/** The group of an assignment: by occupation code, then by staff group, never by the title of the job (D19). */
export function groupOf(
  rules: GroupRules,
  { occupationCode, staffGroup }: { readonly occupationCode: string | null; readonly staffGroup: string | null },
): string {
  return rules.byOccupationCode.get(occupationCode ?? '') ?? rules.byStaffGroup.get(staffGroup ?? '') ?? rules.unmapped;
}
