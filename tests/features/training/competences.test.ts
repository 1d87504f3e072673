import { beforeAll, describe, expect, it } from 'vitest';
import {
  ifSamples,
  type ImportingTrust,
  openImportingTrust,
  sampleFile,
  samplesAreHere,
} from '../../support/importing.ts';
import { refusalOf } from '../../support/planner.ts';

describe.skipIf(!samplesAreHere)(`names that the staff record has for what people did${ifSamples}`, () => {
  let trust: ImportingTrust;
  const t = 'T1';
  let training: ImportingTrust['client']['training'];
  const name = 'NHS|LMNS|Fetal Surveillance Study Day - 1 Year|';
  beforeAll(async () => {
    trust = await openImportingTrust();
    training = trust.client.training;
    for (const file of ['e_esr_staff_in_post_2026-10-31.xlsx', 'i_training_compliance.xlsx'])
      await trust.import(sampleFile(file));
  });
  const inDate = async (course: string) => {
    const { cells } = await training.compliance({ trust: t, on: '2026-10-31' });
    return cells.find((cell) => cell.course === course && cell.group === 'midwives')!.inDate.numerator;
  };

  it('are listed with their rows and courses, those too that no course had when the file was imported', async () => {
    const names = await training.competences({ trust: t });
    const counted = names.find((one) => one.name === name);
    expect(counted).toMatchObject({ course: 'fetal_monitoring', listed: true, leftOut: 0 });
    const left = names.filter(({ course }) => course === null);
    expect(left.length).toBeGreaterThan(0);
    for (const one of left) expect(one.leftOut).toBe(one.rows);
  });

  it('are taught to count as another course at once, in every figure, and undone as one step', async () => {
    const [fetal, emergencies] = [await inDate('fetal_monitoring'), await inDate('maternity_emergencies')];
    await training.teachCompetence({ trust: t, name, course: 'maternity_emergencies' });
    expect(await inDate('fetal_monitoring')).toBeLessThan(fetal);
    expect(await inDate('maternity_emergencies')).toBeGreaterThan(emergencies);
    const { rows } = await training.people({ trust: t, course: 'maternity_emergencies', which: 'in_date' });
    const cards = await Promise.all(rows.slice(0, 60).map(({ person }) => training.person({ trust: t, person })));
    const evidence = cards
      .flatMap(({ attainments }) => attainments)
      .filter((one) => one.course === 'maternity_emergencies');
    expect(JSON.stringify(evidence)).toContain('Fetal Surveillance');
    expect(await training.teachCompetence({ trust: t, name, course: 'maternity_emergencies' })).toEqual({
      label: null,
    });
    await trust.client.history.undo({ trust: t });
    expect([await inDate('fetal_monitoring'), await inDate('maternity_emergencies')]).toEqual([fetal, emergencies]);
    const none = training.teachCompetence({ trust: t, name, course: 'gardening' });
    expect((await refusalOf(none)).code).toBe('NO_SUCH_CHOICE');
  });

  it('that were left out count once they are taught and the file is imported again', async () => {
    const [left] = (await training.competences({ trust: t })).filter(({ course }) => course === null);
    await training.teachCompetence({ trust: t, name: left!.name, course: 'fire_safety' });
    const state = async () => (await training.competences({ trust: t })).find((one) => one.name === left!.name);
    expect(await state()).toMatchObject({ course: 'fire_safety', leftOut: left!.leftOut });
    await trust.import(sampleFile('i_training_compliance.xlsx'), { overlap: 'replace' });
    expect(await state()).toMatchObject({ course: 'fire_safety', leftOut: 0 });
  });
});
