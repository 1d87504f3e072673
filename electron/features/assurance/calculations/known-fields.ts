import type { KnownFieldKey } from '../../../contract/assurance-rules.ts';
import { roundedExact } from '../../../contract/exact.ts';
import { formatWte } from '../../../core/wte.ts';
import type { Oversight } from './oversight.ts';
import { acuitySection } from './report/acuity.ts';
import { breakdownSection } from './report/breakdown.ts';
import { oneToOneSection, ratioSection, redFlagSection } from './report/care.ts';
import type { Section } from './report/parts.ts';
import { coordinatorSection, fillSection } from './report/shifts.ts';

/** What the planner knows of a field, as a person would type it: an offer that they take or leave. */
export function knownField(key: KnownFieldKey, oversight: Oversight): string | null {
  return known[key](oversight);
}

/** A part that the planner has nothing for is not known to be missing: the trust's own report may have it. */
function yesWhere(isThere: boolean): string | null {
  return isThere ? 'yes' : null;
}

function hasPart(section: (oversight: Oversight) => Section): (oversight: Oversight) => string | null {
  return (oversight) => yesWhere(section(oversight).says.length > 0);
}

const known: Readonly<Record<KnownFieldKey, (oversight: Oversight) => string | null>> = {
  assessment_tool: ({ assessment }) =>
    assessment && ['Birthrate+', assessment.provider].filter((word) => word !== null).join(', '),
  assessment_reference: ({ assessment }) => assessment && assessment.name,
  assessment_date: ({ assessment }) => assessment && assessment.date,
  specialist_share: ({ assessment }) => {
    const share = assessment?.result.specialistOfClinical ?? null;
    if (share === null) return null;
    const [above = '0', below = '1'] = share.split('/');
    return `${roundedExact(`${BigInt(above) * 100n}/${below}`, 2)} % of the clinical total`;
  },
  calculator_date: ({ neonatal }) => only(neonatal)?.date ?? null,
  neonatal_qualified: ({ neonatal }) => wteOf(only(neonatal)?.qualifiedWte ?? null),
  neonatal_registered: ({ neonatal }) => wteOf(only(neonatal)?.registeredWte ?? null),
  neonatal_designation: ({ neonatal }) => only(neonatal)?.designation ?? null,
  report_breakdown: hasPart(breakdownSection),
  report_funded: ({ workforce }) => yesWhere(workforce.groups.some((group) => group.requiredLessFunded !== null)),
  report_planned_actual: hasPart(fillSection),
  report_ratio: hasPart(ratioSection),
  report_acuity: hasPart(acuitySection),
  report_coordinator: hasPart(coordinatorSection),
  report_one_to_one: hasPart(oneToOneSection),
  report_red_flags: hasPart(redFlagSection),
  report_actions: ({ actions }) => yesWhere(actions.length > 0),
};

/** With two neonatal units nothing says which of them is meant. */
const only = ({ calculators }: Oversight['neonatal']) => (calculators.length === 1 ? calculators[0] : undefined);
const wteOf = (wte: number | null) => (wte === null ? null : formatWte(wte));
