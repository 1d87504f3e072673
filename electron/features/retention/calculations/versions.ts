import type { ActionCells, ActionField, KeptAction, KeptVersion } from '#contract';
import { cellAsText, titleOf } from './living.ts';

/** Fields as changes and versions call them. */
export const fieldNames: Record<ActionField, string> = {
  number: 'number',
  unit: 'unit',
  references: 'delivery plan lines',
  theme: 'element',
  promise: 'People Promise',
  issue: 'issue',
  evidence: 'evidence',
  evidenceSource: 'source of the evidence',
  baseline: 'baseline',
  baselineOn: 'day of the baseline',
  action: 'action',
  owner: 'owner',
  start: 'start',
  due: 'due',
  status: 'status',
  rag: 'RAG',
  cost: 'cost',
  funding: 'funding',
  equalityReference: 'equality plan reference',
  measure: 'measure',
  target: 'target',
  current: 'current value',
  figure: 'figure',
  confidence: 'confidence',
  nextReview: 'next review',
  escalateTo: 'escalation',
  escalation: 'what is escalated',
  notes: 'notes',
};

const fields = Object.keys(fieldNames) as ActionField[];

/** The cells of an action alone. */
export function cellsOf(action: ActionCells): ActionCells {
  return Object.fromEntries(fields.map((field) => [field, action[field]])) as ActionCells;
}

/** How the plan of today differs from one that was kept, by what a person calls the actions. */
export function changesSince(kept: readonly KeptAction[], now: readonly KeptAction[]): KeptVersion['since'] {
  const before = new Map(kept.map((action) => [action.key, action]));
  const after = new Set(now.map(({ key }) => key));
  return {
    added: now.filter(({ key }) => !before.has(key)).map(titleOf),
    gone: kept.filter(({ key }) => !after.has(key)).map(titleOf),
    changed: now.flatMap((action) => {
      const then = before.get(action.key);
      if (!then) return [];
      const differing = fields.filter((field) => cellAsText(action[field]) !== cellAsText(then[field] ?? null));
      const names = differing.map((field) => fieldNames[field]);
      if (action.latest !== then.latest) names.push('value of the measure');
      return names.length === 0 ? [] : [{ action: titleOf(action), fields: names }];
    }),
  };
}
