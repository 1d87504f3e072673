import type { OrganisationDefaults } from '../../../contract/reference.ts';

/** Which group of the figures a ledger's post belongs to (D21). */
export interface FundedRules {
  /** By code of the NHS staff group; of registered nurses and midwives the post's text decides. */
  readonly byStaffGroup: ReadonlyMap<string, string>;
  readonly unmapped: string;
}

/** The staff group of registered nurses and midwives, which holds two groups of the figures. */
const nursingAndMidwifery = '03';
const midwifery = /midwi|matron|co-?ordinator/i;

/** The rules that the reference data states: each NHS staff group with one key of its own for funded posts. */
export function fundedRules({
  staffGroups,
  unmapped,
}: Pick<OrganisationDefaults, 'staffGroups' | 'unmapped'>): FundedRules {
  const mapped = staffGroups.filter(
    ({ fundedKey, nhsStaffGroup }) => fundedKey !== unmapped.key && nhsStaffGroup.code !== nursingAndMidwifery,
  );
  return {
    byStaffGroup: new Map(mapped.map(({ nhsStaffGroup, fundedKey }) => [nhsStaffGroup.code, fundedKey])),
    unmapped: unmapped.key,
  };
}

/**
 * The group of a post: support, administrative and medical posts by their staff group, registered posts by their text,
 * which also tells midwives where the ledger gives no staff group that is known.
 */
export function fundedGroupOf(
  rules: FundedRules,
  { staffGroup, post }: { readonly staffGroup: string | null; readonly post: string | null },
): string {
  const group = rules.byStaffGroup.get(staffGroup ?? '');
  if (group !== undefined) return group;
  if (staffGroup !== null && staffGroup !== nursingAndMidwifery && /^\d\d$/.test(staffGroup)) return rules.unmapped;
  if (midwifery.test(post ?? '')) return 'midwives';
  return staffGroup === nursingAndMidwifery ? 'other_nursing' : rules.unmapped;
}
