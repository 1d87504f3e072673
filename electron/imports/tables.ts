/** Tables of the rows of each kind of file. */
export const tablesOf = {
  staff_list: ['assignment'],
  ledger: ['ledger_line'],
  leavers: ['leaver'],
  absence: ['absence_episode'],
  duty_roster: ['duty', 'unavailability'],
  bank_list: ['booking'],
  training: ['training_record'],
  preceptees: ['preceptee'],
  vacancy_tracker: ['vacancy'],
  retention_plan: ['retention_action'],
  monthly_counts: ['imported_count'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type KindOfFile = keyof typeof tablesOf;

export const isKindOfFile = (kind: string): kind is KindOfFile => kind in tablesOf;
