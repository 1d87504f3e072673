import type { KnownFieldKey } from '../../../contract/assurance-rules.ts';
import { roundedExact } from '../../../contract/exact.ts';
import { formatWte } from '../../../core/wte.ts';
import type { Oversight } from './oversight.ts';
import { acuitySection } from './report/acuity.ts';
import { breakdownSection } from './report/breakdown.ts';
import { oneToOneSection, ratioSection, redFlagSection } from './report/care.ts';
import type { Section } from './report/parts.ts';
import { coordinatorSection, fillSection } from './report/shifts.ts';
import { certificatesChecked, saidOfMissed, type Supervised } from './supervised.ts';

/** What the planner knows of a field, as a person would type it: an offer that they take or leave. */
export function knownField(key: KnownFieldKey, oversight: Oversight, supervised: Supervised): string | null {
  return key in knownOfAudits
    ? knownOfAudits[key as keyof typeof knownOfAudits](supervised)
    : known[key as keyof typeof known](oversight);
}

/** A part that the planner has nothing for is not known to be missing: the trust's own report may have it. */
function yesWhere(isThere: boolean): string | null {
  return isThere ? 'yes' : null;
}

function hasPart(section: (oversight: Oversight) => Section): (oversight: Oversight) => string | null {
  return (oversight) => yesWhere(section(oversight).says.length > 0);
}

const knownOfAudits = {
  locum_audit_first: ({ locums }) => locums && locums.audit.first,
  locum_audit_last: ({ locums }) => locums && locums.audit.last,
  locum_episodes: ({ locums }) => locums && String(locums.short.length),
  locum_compliant: ({ locums }) => locums && countOf(locums.short, ({ compliant }) => compliant),
  locum_route_works_here: ({ locums }) => locums && countOf(locums.short, ({ route }) => route === 'works_here'),
  locum_route_trainee_here: ({ locums }) => locums && countOf(locums.short, ({ route }) => route === 'trainee_here'),
  locum_route_certificate: ({ locums }) => locums && countOf(locums.short, ({ route }) => route === 'certificate'),
  locum_certificates_checked: certificatesChecked,
  long_locums: ({ locums }) => locums && String(locums.long.length),
  long_locums_tool: ({ locums }) => locums && countOf(locums.long, ({ toolComplete }) => toolComplete === true),
  long_locums_induction: ({ locums }) => locums && each(locums.long, ({ induction }) => induction === true),
  long_locums_consultant: ({ locums }) =>
    locums && each(locums.long, ({ namedConsultant }) => namedConsultant !== null),
  rest_procedure: ({ procedure }) => procedure,
  rest_procedure_date: ({ procedureDate }) => procedureDate,
  rest_disturbed: ({ rest }) => rest && String(rest.disturbed),
  rest_given: ({ rest }) => rest && String(rest.owed.numerator),
  rest_board_assured: ({ boardAssured }) => boardAssured,
  attendance_first: ({ attendance }) => attendance && attendance.audit.first,
  attendance_last: ({ attendance }) => attendance && attendance.audit.last,
  attendance_events: ({ attendance }) => attendance && String(attendance.events.length),
  attendance_attended: ({ attendance }) => attendance && countOf(attendance.events, ({ attended }) => attended),
  attendance_reasons: (supervised) => saidOfMissed(supervised, 'reason'),
  attendance_reviewed: ({ attendance }) =>
    attendance && countOf(attendance.events, ({ attended, reviewed }) => !attended && reviewed),
  attendance_actions: (supervised) => saidOfMissed(supervised, 'action'),
} satisfies Partial<Record<KnownFieldKey, (supervised: Supervised) => string | null>>;

const countOf = <Item>(items: readonly Item[], holds: (item: Item) => boolean) => String(items.filter(holds).length);
const each = <Item>(items: readonly Item[], holds: (item: Item) => boolean) =>
  items.length === 0 ? null : items.every(holds) ? 'yes' : 'no';

const known: Readonly<
  Record<Exclude<KnownFieldKey, keyof typeof knownOfAudits>, (oversight: Oversight) => string | null>
> = {
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
  neonatal_tier_gaps: ({ neonatal: { tiers } }) =>
    tiers.length === 0 || tiers.some(({ gap }) => gap === null)
      ? null
      : tiers.map(({ name, gap }) => `${name}: ${gap! > 0 ? `${formatWte(gap!)} short` : 'none'}`).join('; '),
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
