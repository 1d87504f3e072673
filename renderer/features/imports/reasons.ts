const words: Record<string, string> = {
  totals_row: 'totals',
  group_heading: 'headings of groups',
  footer_row: 'footer lines',
  negative_vacancy_factor_line: 'vacancy factor lines',
  funding_ended_before_census: 'lines whose funding had ended',
  competence_not_mapped: 'competences that are no course of yours',
  no_training_recorded: 'people without any training in the file',
  left_by_census: 'people who had left by the day of the list',
  person_not_in_post: 'people who are not in post',
  left_to_earlier_import: 'days that an earlier import keeps',
  cell_error: 'an error of the workbook',
  unit_missing: 'no unit',
  indicator_unknown: 'not known what is counted',
  nothing_counted: 'no count in the row',
  unit_unknown: 'a unit that we do not know',
  date_invalid: 'not a date',
  date_outside_period: 'a date outside the period',
  grade_unknown: 'a grade that we do not know',
  not_a_number: 'not a number',
  number_too_large: 'a number that is too large',
  negative_hours: 'hours below 0',
  time_invalid: 'not a time of day',
  negative_break: 'a break below 0',
  zero_length_shift: 'a shift without length',
  shift_too_long: 'a shift over 16 hours',
  break_longer_than_shift: 'a break as long as the shift',
  person_missing: 'no staff number',
  person_unknown: 'somebody on no list',
  end_before_start: 'an end before its start',
  date_in_future: 'a date in the future',
  duplicate_row: 'a row that is there twice',
  code_word_unknown: 'a word that we do not know',
};

/** A reason code in words; a code that has none yet reads as its own words. */
export const reasonText = (reason: string): string => words[reason] ?? reason.replaceAll('_', ' ');

/** Where a cell came from that was blank in its own row. */
export const givenText = ({ column, from }: { column: string; from: number }): string => `(${column} from row ${from})`;
