import { agreedLevel, continuityQuarter, continuityTeam, needsAnalysis, neonatalNursing } from '#drizzle';
import type { Context } from '../../electron/context.ts';
import { addDays, addMonths } from '../../electron/core/dates.ts';
import { startingInputs } from '../../electron/features/establishment/assessment-defaults.ts';
import { insertAssessment, setStatus } from '../../electron/features/establishment/assessment-repository.ts';
import { inserterOf, type Owner } from './care-and-plans.ts';
import type { Random } from './random.ts';

/** What the screens of required staffing show of a trust: assessments, agreed levels, cots and continuity teams. */
export function fillRequirements({ database, reference }: Context, { trustId, lastDay }: Owner, random: Random): void {
  const { sqlite } = database;
  const units = sqlite.prepare('SELECT id, kind FROM unit WHERE trust_id = ?').all(trustId) as {
    id: number;
    kind: string;
  }[];
  for (const [index, years] of [8, 4, 1].entries()) {
    const inputs = startingInputs(reference.birthrate, units);
    const id = insertAssessment(database, trustId, {
      ...inputs,
      head: { ...inputs.head, basis: 'worked', date: addMonths(lastDay, -12 * years), uplift: 2_400_000 },
      settings: inputs.settings.map((setting) => ({
        ...setting,
        births: 2000,
        counts: { I: 60, II: 140, III: 180, IV: 260, V: 360 },
      })),
      areas: inputs.areas.map((area) => ({
        ...area,
        unit: random.of(units).id,
        activities: area.activities.map((activity) => ({
          ...activity,
          quantity: activity.driver === 'cases' ? random.whole(100, 3000) * 100_000 : random.whole(1, 4) * 100_000,
          hours: activity.hours ?? random.whole(2, 24) * 100_000,
        })),
      })),
    });
    setStatus(database, id, index === 2 ? 'agreed' : 'superseded');
  }
  const level = inserterOf(database, agreedLevel);
  for (const { key } of reference.agreedLevels.professions)
    for (const role of ['Consultant', 'Deputy'])
      level({ trustId, profession: key, role, requiredWte: random.whole(2, 12) * 100_000, date: lastDay, note: '' });
  const cots = inserterOf(database, neonatalNursing);
  cots({
    trustId,
    name: 'Neonatal unit',
    designation: 'LNU',
    days1: 1168,
    days2: 1460,
    days3: 1000,
    days4: 1000,
    days5: 920,
  });
  const team = inserterOf(database, continuityTeam);
  for (let number = 1; number <= 8; number += 1)
    team({ trustId, name: `Team ${number}`, wte: 680_000, caseload: 3_600_000, focus: '', obstetrician: '', note: '' });
  const quarter = inserterOf(database, continuityQuarter);
  for (let ago = 0; ago < 12; ago += 1) {
    const day = addMonths(lastDay, -3 * ago);
    const name = `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`;
    quarter({ trustId, quarter: name, teams: 8, wte: 5_440_000, women: 1900, allWomen: 4000 });
  }
  const analysis = inserterOf(database, needsAnalysis);
  const first = `${Number(addDays(lastDay, -90).slice(0, 4))}-04-01`;
  const { annualHours, absentPercent, turnoverPercent, upliftPercent, studyPercent, backfillNeedsCover, hourCosts } =
    reference.trainingNeeds;
  const rules = { annualHours, absentPercent, turnoverPercent, upliftPercent, studyPercent };
  const assumptions = JSON.stringify({ ...rules, backfillNeedsCover, hourCosts });
  for (const version of [1, 2]) analysis({ trustId, first, version, madeOn: lastDay, assumptions });
}
