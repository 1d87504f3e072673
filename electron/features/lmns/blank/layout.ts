import { statusWords } from '#contract';

/** Tells the LMNS's blank workbook from any other, and the shape of this version from later ones. */
export const blankFormat = 'maternity-workforce-planner/blank-return';
export const BLANK_VERSION = 1;

export const sheetNames = {
  cover: 'Cover',
  lines: 'Lines',
  workforce: 'Workforce',
  measures: 'Measures',
  lists: 'Lists',
  /** Hidden: what the workbook is, for the planner of the LMNS. */
  mark: 'Blank return',
} as const;

/** First row below the headings. */
export const FIRST_ROW = 5;
/** Rows of staff groups that a trust can fill in. */
export const WORKFORCE_ROWS = 60;

/** What the cover asks for, in column B, by row. */
export const coverRows = {
  code: { row: 5, label: 'Trust code (ODS)' },
  name: { row: 6, label: 'Trust' },
  role: { row: 7, label: 'Submitted by (a role, no name)' },
  submitted: { row: 8, label: 'Submitted on' },
  census: { row: 9, label: 'Staff figures are of' },
} as const;

/** Columns of the lines, from 1, after the line, its action and what is asked. */
export const lineColumns = [
  { field: 'status', heading: 'Status', column: 4, width: 16 },
  { field: 'progress', heading: 'Progress', column: 5, width: 34 },
  { field: 'nextSteps', heading: 'Next steps', column: 6, width: 26 },
  { field: 'evidence', heading: 'Evidence', column: 7, width: 30 },
  { field: 'lead', heading: 'Lead (a role)', column: 8, width: 16 },
  { field: 'due', heading: 'Due', column: 9, width: 13 },
  { field: 'risk', heading: 'Risk', column: 10, width: 24 },
  { field: 'mitigation', heading: 'Mitigation', column: 11, width: 24 },
  { field: 'helpNeeded', heading: 'Help needed', column: 12, width: 22 },
  { field: 'sharing', heading: 'Willing to share', column: 13, width: 10 },
] as const;

export const workforceColumns = {
  staffGroup: { column: 1, heading: 'Staff group', width: 34 },
  band: { column: 2, heading: 'Band', width: 12 },
  required: { column: 3, heading: 'Required WTE', width: 14 },
  funded: { column: 4, heading: 'Funded WTE', width: 14 },
  inPost: { column: 5, heading: 'In post WTE', width: 14 },
  tool: { column: 6, heading: 'Tool that says what is required', width: 30 },
  assessed: { column: 7, heading: 'Assessed on', width: 14 },
} as const;

/** Columns of the measures: the first six tell which, the others are filled in. */
export const measureColumns = { id: 1, numerator: 7, denominator: 8, on: 9 } as const;

/** Column A of the hidden sheet, beside a measure that the LMNS defines itself. */
export const MARK_MEASURE = 'measure';

export const statusList = Object.values(statusWords);
export const SHARING = ['Yes', 'No'] as const;
export const PROSE_LIMIT = 4000;
