import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../../electron/core/dates.ts';
import { retentionAsExpected } from '../../../electron/features/retention/calculations/as-expected.ts';
import { retentionFigures } from '../../../electron/features/retention/calculations/figures.ts';
import type { ActionEntry } from '../../../electron/features/retention/entries.ts';

const today = '2026-11-02';
const bare: ActionEntry = {
  row: 1,
  day: today,
  number: null,
  references: [],
  theme: null,
  action: null,
  owner: null,
  start: null,
  due: null,
  status: null,
  rag: null,
  escalated: false,
  measure: null,
  baseline: null,
  target: null,
  current: null,
  notes: null,
};
const action = (fields: Partial<ActionEntry>): ActionEntry => ({ ...bare, ...fields });
const figures = (actions: readonly ActionEntry[]) => retentionFigures(actions, { dueSoonDays: 28 }, today);
const printed = (actions: readonly ActionEntry[]) => retentionAsExpected(figures(actions), new Map());

const some = fc
  .array(
    fc.record({
      due: fc.option(fc.integer({ min: -60, max: 60 }).map((days) => addDays(today, days))),
      status: fc.option(fc.constantFrom('not_started', 'in_progress', 'complete', 'cancelled', 'Delayed', 'DELAYED')),
      rag: fc.option(fc.constantFrom('red', 'amber', 'green', 'blue')),
      escalated: fc.boolean(),
      references: fc.uniqueArray(fc.constantFrom('4.2', '5.1', '5.2'), { maxLength: 2 }),
    }),
  )
  .map((list) => list.map((fields, at) => action({ row: at + 5, number: String(at + 1), ...fields })));

describe('the figures of a retention plan', () => {
  it('are the same whatever the order of the rows', () => {
    fc.assert(
      fc.property(some, fc.infiniteStream(fc.nat()), (actions, keys) => {
        const shuffled = actions
          .map((one) => ({ one, key: keys.next().value }))
          .sort((a, b) => a.key - b.key)
          .map(({ one }) => one);
        expect(printed(shuffled)).toEqual(printed(actions));
      }),
    );
  });

  it('add up: every action has one status and one colour, and no action is both overdue and due soon', () => {
    fc.assert(
      fc.property(some, (actions) => {
        const { byStatus, byRag, byReference, overdue, dueSoon } = figures(actions);
        const count = (groups: typeof byStatus) => [...groups.values()].reduce((sum, { length }) => sum + length, 0);
        expect([count(byStatus), count(byRag)]).toEqual([actions.length, actions.length]);
        expect(count(byReference)).toBe(
          actions.reduce((sum, { references }) => sum + Math.max(1, references.length), 0),
        );
        expect(overdue.filter((one) => dueSoon.includes(one))).toEqual([]);
        expect([...overdue, ...dueSoon].some(({ status }) => status === 'complete' || status === 'cancelled')).toBe(
          false,
        );
      }),
    );
  });

  it('an action is overdue the day after it was due, and due soon today and for 28 days', () => {
    const dues = ['2026-11-01', '2026-11-02', '2026-11-30', '2026-12-01'];
    expect(printed(dues.map((due, at) => action({ number: String(at + 1), due })))).toMatchObject({
      overdue_action_numbers: [1],
      due_within_28_days_action_numbers: [2, 3],
      by_status: { '(blank)': 4 },
    });
  });

  it('numbers are listed as people count, those without one by their row', () => {
    const due = '2026-10-01';
    const numbers = ['10', '2', 'R1.10', 'R1.9', null];
    expect(printed(numbers.map((number) => action({ number, due, row: 9 })))['overdue_action_numbers']).toEqual([
      2,
      10,
      'R1.9',
      'R1.10',
      'row 9',
    ]);
  });
});
