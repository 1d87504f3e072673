import { shownCell } from './text.ts';
import type { MappedRow, RowOutcome, RowWarning } from '../row.ts';
import type { CellValue } from '../workbook/cell.ts';

export type Refused = Extract<RowOutcome<never>, { kind: 'refused' }>;

/** Why a row of any file is left out (D3). */
export type RefusalReason =
  | 'cell_error'
  | 'unit_missing'
  | 'unit_unknown'
  | 'date_invalid'
  | 'date_outside_period'
  | 'grade_unknown'
  | 'indicator_unknown'
  | 'not_a_number'
  | 'number_too_large'
  | 'negative_hours'
  | 'time_invalid'
  | 'negative_break'
  | 'zero_length_shift'
  | 'shift_too_long'
  | 'break_longer_than_shift'
  | 'person_missing'
  | 'person_unknown'
  | 'end_before_start'
  | 'date_in_future'
  | 'duplicate_row';

/** A remark that leaves the row in. */
export type WarningCode =
  | 'formula_like_text'
  | 'hours_differ'
  | 'hours_blank'
  | 'hours_over_a_day'
  | 'code_word_unknown'
  | 'request_id_blank'
  | 'request_id_reused'
  | 'finalised_date_unread'
  | 'fte_differs_from_hours'
  | 'occupation_code_unmapped'
  | 'assignment_category_blank'
  | 'date_unread'
  | 'leaving_reason_missing'
  | 'person_not_checked'
  | 'band_unknown'
  | 'ledger_group_unmapped'
  | 'negative_funding'
  | 'wte_missing'
  | 'person_listed_twice'
  | 'preceptor_date_missing'
  | 'patient_identifier'
  | 'dates_out_of_order'
  | 'vacancy_ref_reused'
  | 'stage_missing'
  | 'due_date_missing'
  | 'action_number_missing'
  | 'action_number_reused'
  | 'theme2_ref_unknown'
  | 'retention_theme_unknown';

/** Leaves a row out: `message` follows the quoted cell and its heading, as in "late" in "Start" is not a time of day. */
export function refuse(
  row: MappedRow,
  reason: RefusalReason,
  field: string,
  cell: CellValue,
  expected: string,
  message: string,
): Refused {
  const read = shownCell(cell);
  const quoted = cell === null ? `"${row.heading(field)}" is empty` : `"${read}" in "${row.heading(field)}"`;
  const sentence = /^[.:]/.test(message) ? quoted + message : `${quoted} ${message}`;
  return { kind: 'refused', reason, problem: { field, read, expected, message: sentence } };
}

export function isRefused(value: unknown): value is Refused {
  return typeof value === 'object' && value !== null && (value as { kind?: unknown }).kind === 'refused';
}

export function warning(code: WarningCode, field: string, message: string): RowWarning {
  return { code, field, message };
}
