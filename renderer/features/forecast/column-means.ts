import { positionMeans } from '../../components/position-words.ts';

/** What the figures of a forecast mean, for the tables by month and by part. */
export const forecastMeans = {
  plan: 'Starters of the vacancy plan: WTE × likelihood of a start at the stage of each post.',
  cohorts: 'Newly qualified and other cohorts that are assumed to start.',
  more: 'Starters beside the plan that the scenario assumes.',
  leavers: 'Leavers by the trust’s own past rate, or as the scenario assumes.',
  retirements: 'Retirements by age that come on top of other leaving.',
  hours: 'WTE that people in post add or give up by changing their hours.',
  inPost: 'In post at the end of the month: of the month before, with what starts and leaves.',
  available: positionMeans.available,
  funded: positionMeans.funded,
  required: positionMeans.required,
  vacancy: positionMeans.vacancy,
  gap: positionMeans.requiredLessInPost,
  now: positionMeans.inPost,
  end: 'In post at the end of the last month of the forecast.',
};
