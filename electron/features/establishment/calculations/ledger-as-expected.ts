import { roundedPercent, roundedQuotient } from '../../../core/rates.ts';
import { oneWte } from '../../../core/wte.ts';
import { type LedgerFigures, type LedgerGap, netAndGross, overFunded, vacancyOf } from './ledger.ts';

const wte = (value: number): number => roundedQuotient(value, oneWte);
const wteOrNull = (value: number | null): number | null => (value === null ? null : wte(value));

/** Figures of a ledger under their printed names: WTE and percent to two decimals, null where not known. */
export function ledgerAsExpected(figures: LedgerFigures, census: string): Record<string, unknown> {
  const bands: Record<string, Record<string, ReturnType<typeof namedGap>>> = {};
  for (const gap of figures.bands) bands[gap.group] = { ...bands[gap.group], [gap.band]: namedGap(gap) };
  const ofBirth = netAndGross(figures.bands.filter(({ group }) => group === 'midwives' || group === 'support'));
  const funded = [...figures.fundedByGroup].sort(([one], [other]) => (one < other ? -1 : 1));
  return {
    census,
    funded_wte_by_group: Object.fromEntries(funded.map(([group, sum]) => [group, wte(sum)])),
    by_group_and_band: bands,
    by_group: Object.fromEntries(figures.groups.map((gap) => [gap.group, namedGap(gap)])),
    cost_centre_differences:
      figures.differences?.map(({ costCentre, group, band, kind, ...difference }) => ({
        cost_centre: costCentre,
        group,
        band,
        kind,
        funded_wte: wte(difference.funded),
        in_post_wte: wte(difference.inPost),
      })) ?? null,
    midwives_and_support_vacancy_wte_net: wteOrNull(ofBirth.net),
    midwives_and_support_vacancy_wte_gross_by_band: wteOrNull(ofBirth.gross),
  };
}

function namedGap(gap: LedgerGap) {
  const vacancy = vacancyOf(gap);
  const percent = (numerator: number | null) => {
    const rate = overFunded(gap, numerator);
    return rate && roundedPercent(rate);
  };
  return {
    funded_wte: wte(gap.funded),
    in_post_wte: wteOrNull(gap.inPost),
    vacancy_wte: wteOrNull(vacancy),
    vacancy_rate_percent: percent(vacancy),
    establishment_fill_percent: percent(gap.inPost),
  };
}
