import type { AssessmentInputs, AssessmentResult } from '#contract';
import type { BirthrateRules } from '../../../contract/birthrate-rules.ts';
import { exactText, type Fraction, fraction, times } from '../../../core/fraction.ts';
import { workOutArea } from './assessment-areas.ts';
import { findingsOf } from './assessment-findings.ts';
import { casemixOf } from './assessment-hours.ts';
import { totalsOf } from './assessment-totals.ts';
import { upliftOf } from './assessment-uplift.ts';

const sent = (value: Fraction | null): string | null => value && exactText(value);

/** Works an assessment out, exactly: by area, in total, with every step and with what does not fit. */
export function workOut(inputs: AssessmentInputs, rules: BirthrateRules): AssessmentResult {
  const areas = inputs.areas.map((area) => workOutArea(area, inputs));
  const { steps, ratios, ...totals } = totalsOf(areas, inputs);
  const uplift = upliftOf(inputs);
  return {
    areas: areas.map(({ activities, area: _area, steps: _steps, ...figures }) => ({
      activities: activities.map(({ cases, hours }) => ({ cases: sent(cases), hours: sent(hours) })),
      hours: sent(figures.hours),
      hoursWithTravel: sent(figures.hoursWithTravel),
      beforeUplift: sent(figures.beforeUplift),
      worked: sent(figures.worked),
      reported: sent(figures.reported),
      wte: sent(figures.wte),
      midwives: sent(figures.midwives),
      support: sent(figures.support),
    })),
    casemix: inputs.settings.map((setting) => {
      const { sample, shares } = casemixOf(setting);
      return { setting: setting.name, sample, shares: shares.map(sent) };
    }),
    births: sent(totals.births),
    uplift: uplift.share && exactText(times(uplift.share, fraction(100))),
    upliftOf: uplift.of,
    clinical: sent(totals.clinical),
    clinicalMidwives: sent(totals.clinicalMidwives),
    support: sent(totals.support),
    specialist: sent(totals.specialist),
    midwives: sent(totals.midwives),
    total: sent(totals.total),
    specialistOfClinical: sent(totals.specialistOfClinical),
    specialistOfTotal: sent(totals.specialistOfTotal),
    ratios: ratios.map(({ value, ...ratio }) => ({ ...ratio, value: sent(value) })),
    steps: [...areas.flatMap((area) => area.steps), ...steps],
    findings: findingsOf(inputs, areas, { ...totals, ratios, steps }, rules),
  };
}
