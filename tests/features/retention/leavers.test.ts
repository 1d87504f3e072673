import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { reasonJudge } from '../../../electron/features/staff/calculations/reasons.ts';
import { loadReference } from '../../../electron/reference/load.ts';
import { expectedOf, ifSamples, openImportingTrust, sampleFile, samplesAreHere } from '../../support/importing.ts';
import { refusalOf } from '../../support/planner.ts';

const trust = 'T1';
const { leavingReasons, retention: rules } = loadReference(join(import.meta.dirname, '../../../resources'));
const judge = reasonJudge(leavingReasons);

describe('reasons for leaving', () => {
  it('are voluntary or avoidable by the same rules as the leaver rates', () => {
    const unavoidable = /^(?:end of fixed term|employee transfer|death|merged|bank)/i;
    const voluntary = /^(?:voluntary resignation|voluntary early retirement|flexi retirement)/i;
    for (const { reason } of leavingReasons.reasons)
      expect([reason, judge(reason).avoidable, judge(reason).group === 'voluntary']).toEqual([
        reason,
        !unavoidable.test(reason),
        voluntary.test(reason),
      ]);
  });

  it('name elements of retention that there are', () => {
    const known = rules.elements.map(({ key }) => key);
    for (const { element } of leavingReasons.reasons) if (element) expect(known).toContain(element);
  });

  it('that are blank count as avoidable and other; those that only begin like listed ones as these', () => {
    expect(judge(null)).toEqual({ group: 'other', avoidable: true, element: null });
    expect(judge('Voluntary Resignation - Childcare')).toMatchObject({ group: 'voluntary', avoidable: true });
    expect(judge('END OF FIXED TERM CONTRACT - Secondment')).toMatchObject({ group: 'other', avoidable: false });
    expect(judge('Retirement - Something')).toMatchObject({ group: 'retirement' });
    expect(judge('Went to sea')).toMatchObject({ group: 'other', avoidable: true });
  });
});

describe.skipIf(!samplesAreHere)(`the sample leavers${ifSamples}`, () => {
  const expected = expectedOf('g_leavers_24_months.xlsx') as {
    groups: Record<string, Record<string, number>>;
    leavers_by_reason: Record<string, number>;
  };
  const percent = ({ numerator, denominator }: { numerator: number; denominator: number }) =>
    Number(((100 * numerator) / denominator + 1e-9).toFixed(2));

  type Client = Awaited<ReturnType<typeof openImportingTrust>>['client'];
  let retention: Client['retention'];
  let organisation: Client['organisation'];
  let staff: Client['staff'];
  beforeAll(async () => {
    const { client, import: take } = await openImportingTrust();
    await take(sampleFile('e_esr_staff_in_post_2026-10-31.xlsx'));
    await take(sampleFile('g_leavers_24_months.xlsx'));
    ({ retention, organisation, staff } = client);
  });

  it('give exactly the rates, voluntary and avoidable leavers that are given', async () => {
    const groupsOf: Record<string, string[]> = { midwives: ['midwives'], support: ['support'] };
    for (const [name, given] of Object.entries(expected.groups)) {
      const shown = await retention.leavers({ trust, groups: groupsOf[name] });
      if (!shown) throw new Error('no leavers');
      expect({
        heads_start: shown.headsStart,
        heads_end: shown.headsEnd,
        leavers: shown.leavers,
        stayed_from_start: shown.stayed,
        leaver_rate_percent: percent(shown.leaverRate),
        leaver_rate_fte_percent: percent(shown.leaverRateFte),
        stability_percent: percent(shown.stability),
        leavers_avoidable: shown.avoidable,
        leavers_voluntary: shown.voluntary,
      }).toEqual(expect.objectContaining(given.fte_start === undefined ? given : withoutFte(given)));
      expect(shown.voluntary + shown.retirement + shown.other).toBe(shown.leavers);
      for (const lines of [shown.service, shown.age, shown.band, shown.unit]) {
        const sum = (of: 'leavers' | 'headsStart' | 'headsEnd') => lines.reduce((total, line) => total + line[of], 0);
        expect([sum('leavers'), sum('headsStart'), sum('headsEnd')]).toEqual([
          shown.leavers,
          shown.headsStart,
          shown.headsEnd,
        ]);
      }
    }
  });

  it('give the leavers by reason, with the twelve months before beside them', async () => {
    const shown = await retention.leavers({ trust });
    const reasons = Object.fromEntries(
      (shown?.reasons ?? []).map(({ reason, leavers }) => [reason ?? '(blank)', leavers]),
    );
    expect(Object.entries(reasons).filter(([, leavers]) => leavers > 0)).toEqual(
      expect.arrayContaining(Object.entries(expected.leavers_by_reason)),
    );
    expect(shown?.before).toEqual({ first: '2024-11-01', last: '2025-10-31' });
    const before = (shown?.reasons ?? []).reduce((sum, one) => sum + (one.before ?? 0), 0);
    const earlier = await retention.leavers({ trust, period: shown?.before ?? undefined });
    expect(before).toBe(earlier?.leavers);
    expect(earlier?.before).toBeNull();
  });

  it('have a row behind each leaver, with file, sheet and row', async () => {
    const shown = await retention.leavers({ trust });
    expect(shown?.rows).toHaveLength(25);
    expect(shown?.rows.filter(({ early }) => early)).toHaveLength(shown?.early ?? -1);
    expect(new Set(shown?.rows.map(({ fileName }) => fileName))).toEqual(new Set(['g_leavers_24_months.xlsx']));
  });

  it('are grouped by the trust’s own rules where it has some, on every screen, and the published grouping stays beside', async () => {
    const reason = 'Voluntary Resignation - Work Life Balance';
    const rule = (of: 'group' | 'avoidable') => ({ trust, pack: 'leaving-reasons', path: `reasons[${reason}].${of}` });
    const before = await retention.leavers({ trust });
    expect(before?.reasons.every(({ published }) => published === null)).toBe(true);
    const agreed = { agreedBy: 'Retention group', why: 'Our exit interviews' };
    expect(await organisation.setRule({ ...rule('group'), value: 'other', ...agreed })).toEqual({
      label: `${reason}: group: other in place of voluntary`,
    });
    await organisation.setRule({ ...rule('avoidable'), value: false, ...agreed });
    const after = await retention.leavers({ trust });
    // Eight left for it.
    expect([after?.voluntary, after?.avoidable]).toEqual([(before?.voluntary ?? 0) - 8, (before?.avoidable ?? 0) - 8]);
    expect(after?.reasons.find((one) => one.reason === reason)).toMatchObject({
      group: 'other',
      avoidable: false,
      published: { groupName: 'Voluntary', avoidable: true },
    });
    const rates = await staff.leavers({ trust });
    const both = rates?.groups.find(({ groups }) => groups.length === 2);
    expect([both?.voluntary, both?.avoidable]).toEqual([after?.voluntary, after?.avoidable]);
    const refused = organisation.setRule({ ...rule('group'), value: 'whatever', ...agreed });
    expect(await refusalOf(refused)).toMatchObject({ code: 'NOT_ALLOWED' });
    await organisation.resetRule(rule('group'));
    await organisation.resetRule(rule('avoidable'));
    expect(await retention.leavers({ trust })).toEqual(before);
  });

  it('month by month add up to the leavers of the year, and tell an action’s effect', async () => {
    const { key } = await retention.addAction({
      trust,
      action: 'Self-rostering',
      start: '2025-11-01',
      figure: 'leavers',
    });
    const effect = await retention.effect({ trust, key });
    const after = effect?.points.filter(({ phase }) => phase === 'after') ?? [];
    expect(after).toHaveLength(12);
    expect(after.reduce((sum, { value }) => sum + (value?.numerator ?? 0), 0)).toBe(25);
    expect(effect?.points.filter(({ phase }) => phase === 'before')).toHaveLength(12);
    expect(effect).toMatchObject({ unit: 'leavers', better: 'lower', limits: { values: 12 } });
    await retention.changeAction({ trust, key, figure: 'reason:Voluntary Resignation - Work Life Balance' });
    const byReason = await retention.effect({ trust, key });
    expect(
      byReason?.points
        .filter(({ phase }) => phase === 'after')
        .reduce((sum, { value }) => sum + (value?.numerator ?? 0), 0),
    ).toBe(8);
    await retention.changeAction({ trust, key, figure: 'early_rate' });
    const rate = await retention.effect({ trust, key });
    expect(rate).toMatchObject({ unit: 'percent', better: 'lower' });
    const early = rate?.points.filter(({ phase }) => phase === 'after').map(({ value }) => value?.numerator ?? 0) ?? [];
    expect(early.reduce((sum, one) => sum + one, 0)).toBe(100 * ((await retention.leavers({ trust }))?.early ?? 0));
    await retention.changeAction({ trust, key, start: null });
    expect(await retention.effect({ trust, key })).toMatchObject({ judgement: 'no_start', limits: null });
    await retention.changeAction({ trust, key, figure: null });
    expect(await retention.effect({ trust, key })).toBeNull();
  });
});

function withoutFte(given: Record<string, number>) {
  const { fte_start: _start, fte_end: _end, leavers_fte: _left, ...others } = given;
  return others;
}
