import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { protectTables } from '../../../electron/core/protected-tables.ts';
import { eachOnce, pipelinePublished } from '../../../electron/features/retention/calculations/pipeline.ts';
import { requireTrust } from '../../../electron/features/organisation/trust.ts';
import { sharedSystem } from '../../../electron/features/retention/shared-system.ts';
import { attack } from '../../support/attack-tables.ts';
import { temporaryFolder } from '../../support/database.ts';
import { ifSamples, openImportingTrust, sampleFile, samplesAreHere } from '../../support/importing.ts';
import { refusalOf } from '../../support/planner.ts';
import { readCells } from '../../support/read-cells.ts';

const trust = 'T1';
const groups = ['white', 'bme', 'unknown'] as const;

describe('critical roles and their successors', () => {
  it('are listed by risk and impact, with who is ready first, and a role without anybody ready now stands out', async () => {
    const { retention, history } = (await openImportingTrust()).client;
    const matron = await retention.setRole({ trust, name: 'Matron', band: '8a', risk: 'low', impact: 'medium' });
    const head = await retention.setRole({
      trust,
      name: 'Head of midwifery',
      band: '8c',
      risk: 'high',
      impact: 'high',
      review: '2026-10-01',
    });
    await retention.setSuccessor({ trust, role: head.id, name: 'Beth Late', readiness: 'in_3_to_5' });
    await retention.setSuccessor({
      trust,
      role: head.id,
      name: 'Amara Soon',
      readiness: 'in_1_to_2',
      mentor: 'Director of Midwifery',
    });
    await retention.setSuccessor({ trust, role: matron.id, name: 'Cleo Now', readiness: 'now' });
    const before = await retention.careers({ trust });
    expect(before.roles.map(({ name, isUncovered, reviewOverdue }) => [name, isUncovered, reviewOverdue])).toEqual([
      ['Head of midwifery', true, true],
      ['Matron', false, false],
    ]);
    expect(before.roles[0]!.successors.map(({ name }) => name)).toEqual(['Amara Soon', 'Beth Late']);
    expect(await refusalOf(retention.setRole({ trust, name: 'Ward manager', risk: 'extreme' }))).toMatchObject({
      code: 'NO_SUCH_CHOICE',
    });
    await retention.removeRole({ trust, id: head.id });
    expect((await retention.careers({ trust })).roles).toHaveLength(1);
    await history.undo({ trust });
    expect(await retention.careers({ trust })).toEqual(before);
  });

  it('opportunities know who is interested and what came of it, and are open within their dates', async () => {
    const { retention } = (await openImportingTrust()).client;
    const wrong = retention.setOpportunity({
      trust,
      kind: 'course',
      title: 'Leading well',
      opens: '2026-12-01',
      closes: '2026-11-01',
    });
    expect(await refusalOf(wrong)).toMatchObject({ code: 'DATES_WRONG', data: { field: 'closes' } });
    const { id } = await retention.setOpportunity({
      trust,
      kind: 'shadowing',
      title: 'Shadow a matron',
      closes: '2027-01-31',
      places: 2,
    });
    const { id: interest } = await retention.setInterest({
      trust,
      opportunity: id,
      name: 'Amara Osei',
      day: '2026-11-10',
      outcome: 'interested',
    });
    await retention.setInterest({
      trust,
      id: interest,
      opportunity: id,
      name: 'Amara Osei',
      day: '2026-11-10',
      outcome: 'placed',
    });
    const { opportunities } = await retention.careers({ trust });
    expect(opportunities).toMatchObject([
      { title: 'Shadow a matron', isOpen: true, interests: [{ outcome: 'placed' }] },
    ]);
  });

  it('steps of a career lead on to others, and a career conversation has prompts', async () => {
    const { retention } = (await openImportingTrust()).client;
    const { pathways } = await retention.careers({ trust });
    const known = pathways.map(({ key }) => key);
    for (const { from } of pathways) for (const key of from) expect(known).toContain(key);
    expect(pathways.find(({ key }) => key === 'midwife_6')?.to).toContain('coordinator_7');
    const { choices } = await retention.conversations({ trust });
    expect(choices.templates.find(({ conversation }) => conversation === 'career')?.prompts.length).toBeGreaterThan(3);
    expect(choices.kinds.map(({ key }) => key)).toContain('career');
  });

  it('the talent grid is kept only where the trust wants one', async () => {
    const { client } = await openImportingTrust();
    const { retention, organisation } = client;
    const place = { trust, name: 'Amara Osei', performance: 3, potential: 2, day: '2026-11-01' };
    expect(await refusalOf(retention.setTalent(place))).toMatchObject({ code: 'NO_GRID' });
    expect((await retention.careers({ trust })).talent).toBeNull();
    await organisation.setRule({ trust, pack: 'succession-and-careers', path: 'talentGrid', value: true });
    await retention.setTalent(place);
    expect((await retention.careers({ trust })).talent).toMatchObject([{ name: 'Amara Osei', performance: 3 }]);
  });
});

describe('the pipeline against the workforce', () => {
  it('counts somebody in two roles once, in the higher band group and at the sooner readiness', () => {
    const once = eachOnce([
      { who: '00000001', band: 1, readiness: 2, group: 'unknown' },
      { who: '00000001', band: 3, readiness: 0, group: 'bme' },
      { who: '00000002', band: 0, readiness: 1, group: 'white' },
    ]);
    expect(once).toEqual([
      { who: '00000001', band: 3, readiness: 0, group: 'bme' },
      { who: '00000002', band: 0, readiness: 1, group: 'white' },
    ]);
  });

  it('protects small groups: no count that is left out can be solved from bands, readiness and totals together', () => {
    const person = fc.record({ band: fc.nat(3), readiness: fc.nat(2), group: fc.constantFrom(...groups) });
    const line = fc.record({ band: fc.nat(3), white: fc.nat(30), bme: fc.nat(8), unknown: fc.nat(3) });
    const named = (some: readonly string[]) => some.map((key) => ({ key, name: key }));
    fc.assert(
      fc.property(fc.array(person, { maxLength: 40 }), fc.array(line, { maxLength: 5 }), (people, workforce) => {
        const tables = pipelinePublished({
          bands: named(['support', '5 and 6', '7', '8']),
          readiness: named(['now', 'soon', 'later']),
          people: people.map((one, index) => ({ who: String(index), ...one })),
          workforce,
        });
        expect(tables.sums.length).toBeGreaterThan(10);
        const shown = protectTables(tables, 5);
        for (const one of shown.values())
          if (one.kind === 'shown') expect(one.count === 0 || one.count >= 5).toBe(true);
        for (const [key, [least, most]] of attack(tables, shown, 5))
          expect(most, `${key} can only be ${least}`).toBeGreaterThan(least);
      }),
      { numRuns: 40 },
    );
  });
});

describe.skipIf(!samplesAreHere)(`with the sample staff list${ifSamples}`, () => {
  let world: Awaited<ReturnType<typeof openImportingTrust>>;
  beforeAll(async () => {
    world = await openImportingTrust();
    await world.import(sampleFile('e_esr_staff_in_post_2026-10-31.xlsx'));
    const { retention } = world.client;
    const { id: role } = await retention.setRole({ trust, name: 'Matron', band: '8a' });
    const some = (like: string, many: number) =>
      world.sqlite
        .prepare(
          `SELECT DISTINCT person FROM assignment WHERE ethnic_origin LIKE ? AND category = 'permanent' ORDER BY person LIMIT ?`,
        )
        .pluck()
        .all(like, many) as string[];
    for (const person of [...some('A %', 9), ...some('N %', 3)])
      await retention.setSuccessor({ trust, role, name: `Person ${person}`, person, readiness: 'now' });
  });

  it('the report for the LMNS hides three people, and their share with them, which the trust itself sees', async () => {
    const { retention } = world.client;
    const inside = await retention.pipeline({ trust, profile: 'internal' });
    const band8 = ({ bands }: typeof inside) => bands.find(({ key }) => key === 'band_8')!.pipeline;
    expect(band8(inside)).toEqual({ white: 9, bme: 3, unknown: 0, all: 12, share: { numerator: 3, denominator: 12 } });
    const shared = await retention.pipeline({ trust });
    expect(band8(shared)).toMatchObject({ bme: 'fewer than 5', unknown: 0, share: 'not shown' });
    expect([band8(shared).white, band8(shared).all].filter((one) => typeof one === 'number').length).toBeLessThan(2);
    const { contents } = await retention.pipelineFile({ trust });
    const path = join(temporaryFolder(), 'pipeline.xlsx');
    writeFileSync(path, Buffer.from(contents, 'base64'));
    const [sheet] = await readCells(path);
    const values = Object.values(sheet!.cells);
    expect(values.filter((value) => typeof value === 'number' && value >= 1 && value < 5)).toEqual([]);
    expect(values.some((value) => String(value).includes('Person'))).toBe(false);
  });

  it('what the report and the snapshot of workforce equality show together solves nothing that either leaves out', async () => {
    const { client, context } = world;
    const { id } = await client.retention.addSnapshot({ trust, day: '2026-10-31' });
    const counts = [7, 3, 0].map((counted, index) => ({ group: groups[index]!, counted }));
    await client.retention.setEqualityCounts({ trust, id, indicator: 'disciplinary', groups: counts });
    const { published, snapshots } = sharedSystem(context, requireTrust(context.database, trust));
    expect(snapshots.map(({ shown: one }) => one?.id)).toEqual([id]);
    const shown = protectTables(published, 5);
    const known = [...shown].flatMap(([key, one]) => (one.kind === 'shown' ? [[key, one.count] as const] : []));
    expect(known.filter(([, count]) => count > 0 && count < 5)).toEqual([]);
    for (const [key, [least, most]] of attack(published, shown, 5))
      expect(most, `${key} can only be ${least}`).toBeGreaterThan(least);
  });
});
