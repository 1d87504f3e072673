import type { ActionCells, ActionField, RetentionAction } from '#contract';

/** Fields of the form: lines of the delivery plan are typed as one text. */
export type FieldKey = ActionField;

export const fieldKeys: FieldKey[] = [
  'number',
  'unit',
  'references',
  'theme',
  'promise',
  'issue',
  'evidence',
  'evidenceSource',
  'baseline',
  'baselineOn',
  'action',
  'owner',
  'start',
  'due',
  'status',
  'rag',
  'cost',
  'funding',
  'equalityReference',
  'measure',
  'target',
  'current',
  'figure',
  'confidence',
  'nextReview',
  'escalateTo',
  'escalation',
  'notes',
];

/** What the form shows at first: the action, or what a new one starts from. */
export function typedOf(
  action: RetentionAction | null,
  start: Partial<Record<ActionField, string>> | undefined,
): Record<FieldKey, string> {
  const text = (field: FieldKey): string => {
    if (action === null) return start?.[field] ?? (field === 'status' ? 'not_started' : '');
    const value = action[field];
    return Array.isArray(value) ? value.join(', ') : String(value ?? '');
  };
  return Object.fromEntries(fieldKeys.map((field) => [field, text(field)])) as Record<FieldKey, string>;
}

/** What was typed as the planner takes it, and what cannot be understood. */
export function readTyped(typed: Readonly<Record<FieldKey, string>>): {
  cells: Partial<ActionCells>;
  problems: Partial<Record<FieldKey, string>>;
} {
  const problems: Partial<Record<FieldKey, string>> = {};
  if (!typed.action.trim() && !typed.number.trim()) problems.action = 'Say what is to be done.';
  const cost = typed.cost.replace(/[£,\s]/g, '');
  if (cost !== '' && !/^\d{1,9}$/.test(cost)) problems.cost = 'Enter whole pounds, such as 12000.';
  const cells = Object.fromEntries(
    fieldKeys.map((field) => {
      const text = typed[field].trim();
      if (field === 'references') {
        const lines = text.split(/[,;]+/).map((line) => line.trim());
        return [field, [...new Set(lines)].filter(Boolean)];
      }
      if (text === '') return [field, null];
      return [field, field === 'cost' ? Number(cost) : text];
    }),
  );
  return { cells: cells as Partial<ActionCells>, problems };
}
