const words: Record<string, string> = {
  totals_row: 'totals',
  footer_row: 'footer lines',
  negative_vacancy_factor_line: 'vacancy factor lines',
  funding_ended_before_census: 'lines whose funding had ended',
  competence_not_mapped: 'competences that are no course of yours',
  person_not_in_post: 'people who are not in post',
};

/** A reason code in words; a code that has none yet reads as its own words. */
export const reasonText = (reason: string): string => words[reason] ?? reason.replaceAll('_', ' ');
