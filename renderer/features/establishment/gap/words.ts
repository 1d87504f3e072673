import type { AwayReason, GapPosition, GapShown } from '#contract';
import { dateText, wteText } from '../../../components/numbers.ts';

export const awayText: Record<AwayReason, string> = {
  maternity: 'maternity leave',
  secondment: 'secondment',
  career_break: 'career break',
  other_status: 'other status',
  long_sickness: 'long-term sickness',
  supernumerary: 'supernumerary preceptees',
};

/** "11.52 away: 7.20 maternity leave, 2.40 long-term sickness". */
export function awaySentence(away: GapPosition['away']): string {
  if (away === null) return 'not known without a staff list';
  const reasons = (Object.keys(awayText) as AwayReason[]).filter((reason) => (away[reason] ?? 0) > 0);
  const sum = reasons.reduce((total, reason) => total + (away[reason] ?? 0), 0);
  if (sum === 0) return 'nobody is away';
  return `${wteText(sum)} away: ${reasons.map((reason) => `${wteText(away[reason] ?? 0)} ${awayText[reason]}`).join(', ')}`;
}

type Said = Pick<GapShown, 'trust' | 'ledgerCensus' | 'staffCensus' | 'requirements' | 'all'>;

/** Of whom, when and by what the figures are. */
export function subtitleOf({ trust, ledgerCensus, staffCensus, requirements, all }: Said): string {
  const [first] = requirements;
  const more = requirements.length - 1;
  const required = first
    ? `required by ${[first.tool, first.source].filter(Boolean).join(', ')}${first.date ? ` of ${dateText(first.date)}` : ''}${more > 0 ? ` and ${more} more` : ''}`
    : 'no requirement entered yet';
  return [
    trust.name,
    ledgerCensus
      ? `funded by the ledger of ${dateText(ledgerCensus)}`
      : all.funded.wte === null
        ? 'no ledger yet'
        : 'funded as entered by hand',
    staffCensus
      ? `in post by the staff list of ${dateText(staffCensus)}`
      : all.inPost.wte === null
        ? 'no staff list yet'
        : 'in post as entered by hand',
    required,
  ].join(' · ');
}

/** Whether anything of funded and in post is known: without either there is no gap, whatever a roster tells. */
export const isWithoutLists = ({ lines }: Pick<GapShown, 'lines'>): boolean =>
  lines.every(({ position }) => position.funded.wte === null && position.inPost.wte === null);

/** The terms of this screen and what they mean, for print and export. */
export function definitions(gap: GapShown): { term: string; meaning: string }[] {
  return [
    { term: 'WTE', meaning: 'Whole-time equivalent: 1.00 is one full-time post.' },
    ...gap.formulas.map(({ title, formula }) => ({ term: title, meaning: formula })),
    { term: 'Vacancy rate', meaning: 'vacancy ÷ funded; totals divide the sums, rates are never averaged' },
    {
      term: 'Net and gross',
      meaning:
        'net adds all gaps with their signs; gross adds only what is short: of vacancies by staff group and band, of the others by unit and staff group',
    },
    {
      term: 'Not known',
      meaning: 'never counted as nought; a gap covers the units and staff groups where both figures are known',
    },
  ];
}
