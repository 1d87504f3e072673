/** What the figures of an establishment mean, by their keys: for headings, papers and files. */
export const positionMeans = {
  required: 'WTE that the service needs by the assessment or locally agreed level in force, uplift included.',
  funded: 'WTE that the finance ledger has money for in the month, or was entered by hand.',
  inPost: 'WTE of permanent and fixed-term staff with a contract on the day, also while on leave. No bank, no agency.',
  available: 'In post less those on long leave, secondment or long-term sickness, and those who are supernumerary.',
  requiredLessFunded: 'Needed and not funded. Below nought more is funded than needed.',
  vacancy: 'Funded less in post. Below nought more are in post than funded.',
  requiredLessInPost: 'Needed and not in post.',
  vacancyRate: 'Vacancy ÷ funded.',
  establishmentFill: 'In post ÷ funded.',
  gross: 'What is short alone: what is over elsewhere does not make up for it.',
} as const;
