import type { EstablishmentPosition, EstablishmentSheet } from '#contract';
import { roundedPercent } from '../../../core/rates.ts';
import { oneWte } from '../../../core/wte.ts';
import { roundedQuotient } from '../../../core/rates.ts';

type Figure = number | null;
type SheetFigures = Pick<EstablishmentSheet, 'byUnit' | 'byGroup' | 'byGroupAndBand' | 'all'>;

/**
 * The figures as the command line prints them: plain numbers with two decimals, the unit in the name, null where not
 * known. A gap covers the lines that say both of its values; `lines_…` says how many those are.
 */
export function establishmentFiguresAsExpected(sheet: SheetFigures) {
  const bands: Record<string, Record<string, ReturnType<typeof figuresOf>>> = {};
  for (const { staffGroup, band, position } of sheet.byGroupAndBand)
    bands[staffGroup.key] = { ...bands[staffGroup.key], [band.key]: figuresOf(position) };
  const ofBirth = sheet.byGroupAndBand.filter(({ staffGroup }) => ['midwives', 'support'].includes(staffGroup.key));
  const vacancies = ofBirth.map(({ position }) => position.vacancy.wte).filter((wte) => wte !== null);
  const sumOf = (values: number[]) => (values.length ? wte(values.reduce((total, value) => total + value, 0)) : null);
  return {
    ...figuresOf(sheet.all),
    funded_wte_by_group: Object.fromEntries(
      sheet.byGroup.map(({ staffGroup, position }) => [staffGroup.key, wte(position.funded.wte)]),
    ),
    by_unit: Object.fromEntries(sheet.byUnit.map(({ unit, position }) => [unit.name, figuresOf(position)])),
    by_group: Object.fromEntries(
      sheet.byGroup.map(({ staffGroup, position }) => [staffGroup.key, figuresOf(position)]),
    ),
    by_group_and_band: bands,
    midwives_and_support_vacancy_wte_net: sumOf(vacancies),
    midwives_and_support_vacancy_wte_gross_by_band: sumOf(vacancies.map((value) => Math.max(0, value))),
  };
}

function figuresOf(position: EstablishmentPosition) {
  return {
    required_wte: wte(position.required.wte),
    funded_wte: wte(position.funded.wte),
    in_post_wte: wte(position.inPost.wte),
    required_minus_funded_wte: wte(position.requiredLessFunded.wte),
    vacancy_wte: wte(position.vacancy.wte),
    required_minus_in_post_wte: wte(position.requiredLessInPost.wte),
    required_minus_funded_wte_gross: wte(position.requiredLessFunded.gross),
    vacancy_wte_gross: wte(position.vacancy.gross),
    required_minus_in_post_wte_gross: wte(position.requiredLessInPost.gross),
    vacancy_rate_percent: position.vacancyRate && roundedPercent(position.vacancyRate),
    establishment_fill_percent: position.establishmentFill && roundedPercent(position.establishmentFill),
    lines: position.lines,
    lines_compared_required_funded: position.requiredLessFunded.compared,
    lines_compared_vacancy: position.vacancy.compared,
    lines_compared_required_in_post: position.requiredLessInPost.compared,
  };
}

const wte = (value: number | null): Figure => (value === null ? null : roundedQuotient(value, oneWte));
