import { createElement, type ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { beforeAll, describe, expect, it } from 'vitest';
import type { RetentionPlan } from '#contract';
import { boardColumns } from '../../../renderer/features/retention/board-columns.ts';
import { ifSamples, openImportingTrust, sampleFile, samplesAreHere } from '../../support/importing.ts';

const trust = 'T1';
/** By its address: this side is compiled without a page. */
const onePage = new URL('../../../renderer/features/retention/OnePage.tsx', import.meta.url).pathname;

describe.skipIf(!samplesAreHere)(`the sample’s improvement plan${ifSamples}`, () => {
  let plan: RetentionPlan;
  beforeAll(async () => {
    const { client, import: take } = await openImportingTrust();
    await take(sampleFile('l_retention_action_plan.xlsx'));
    const [first] = (await client.retention.plan({ trust, on: '2026-11-02' })).actions;
    await client.retention.changeAction({ trust, key: first!.key, owner: 'Retention midwife', escalateTo: 'lmns' });
    plan = await client.retention.plan({ trust, on: '2026-11-02' });
  });

  it('stands on the board by due date: every action once, overdue first, each column by its day', () => {
    const columns = boardColumns(plan, plan.actions, 'due');
    expect(columns.map(({ name }) => name)).toEqual([
      'Overdue',
      'Due soon',
      'Later',
      'No due date',
      'Complete or cancelled',
    ]);
    expect(columns.flatMap(({ cards }) => cards.map(({ key }) => key)).sort()).toEqual(
      plan.actions.map(({ key }) => key).sort(),
    );
    const [overdue, soon, later, none, closed] = columns.map(({ cards }) => cards);
    expect(overdue!.map(({ key }) => key).sort()).toEqual([...plan.overdue].sort());
    expect(overdue!.length).toBeGreaterThan(0);
    for (const { due } of overdue!) expect(due! < '2026-11-02').toBe(true);
    for (const { due } of [...soon!, ...later!]) expect(due! >= '2026-11-02').toBe(true);
    expect(none!.every(({ due }) => due === null)).toBe(true);
    expect(closed!.every((one) => one.closed)).toBe(true);
    for (const { cards } of columns) {
      const days = cards.map(({ due }) => due ?? '~');
      expect(days).toEqual([...days].sort());
    }
  });

  it('is printed on one page with its figures in words, what stands out first, and each action’s owner, day and measure', async () => {
    const { OnePage } = (await import(onePage)) as { OnePage: (of: { plan: RetentionPlan }) => ReactNode };
    const html = renderToStaticMarkup(createElement(OnePage, { plan }));
    const words = html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
    const open = plan.actions.filter(({ closed, gone }) => !closed && !gone).length;
    expect(words).toContain(
      `${open} of ${plan.actions.length} actions open · ${plan.overdue.length} overdue · ${plan.dueSoon.length} due soon · ${plan.unmeasured.length} unmeasured · ${plan.escalated} escalated`,
    );
    expect(words).toContain('no approved version yet');
    const rows = [...html.matchAll(/<tr><td>(.*?)<\/tr>/g)].map(([row]) => row);
    const isOverdue = rows.map((row) => /overdue/i.test(row));
    expect(rows.length).toBe(Math.min(plan.actions.length, 22));
    expect(isOverdue.slice(0, plan.overdue.length).every(Boolean)).toBe(true);
    expect(isOverdue.slice(plan.overdue.length).some(Boolean)).toBe(false);
    const changed = rows.find((row) => row.includes('Retention midwife'))!;
    expect(changed).toContain('LMNS');
    expect(words).toContain('Overdue: due before the day, neither complete nor cancelled.');
  });
});
