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
    expect(counted).toMatchObject({ course: 'fetal_monitoring', listed: true });
    const left = names.filter(({ course }) => course === null);
    expect(left.length).toBeGreaterThan(0);
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

  it('that were no course at the import count at once when they are taught, and undo takes them back', async () => {
    const moving = 'NHS|CSTF|Moving and Handling - Level 2 - 2 Years|';
    const compliance = async () => (await training.compliance({ trust: t, on: '2026-10-31' })).cells;
    const state = async () => (await training.competences({ trust: t })).find((one) => one.name === moving);
    const before = await compliance();
    const rows = (await state())!.rows;
    expect(await state()).toEqual({ name: moving, rows, course: null, listed: false });
    await training.teachCompetence({ trust: t, name: moving, course: 'saving_babies_lives' });
    expect(await state()).toEqual({ name: moving, rows, course: 'saving_babies_lives', listed: true });
    const heads = (cells: typeof before, course: string) =>
      cells.filter((cell) => cell.course === course).reduce((sum, cell) => sum + cell.inDate.numerator, 0);
    const after = await compliance();
    expect(heads(after, 'saving_babies_lives')).toBeGreaterThan(heads(before, 'saving_babies_lives'));
    expect(heads(after, 'fire_safety')).toBe(heads(before, 'fire_safety'));
    const { rows: people } = await training.people({ trust: t, course: 'saving_babies_lives', which: 'in_date' });
    const cards = await Promise.all(people.slice(0, 40).map(({ person }) => training.person({ trust: t, person })));
    expect(JSON.stringify(cards)).toContain('Moving and Handling');
    await trust.client.history.undo({ trust: t });
    expect([await compliance(), (await state())?.course]).toEqual([before, null]);
  });
});
