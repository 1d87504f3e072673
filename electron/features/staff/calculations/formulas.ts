/** How a figure is made, in words, as it stands beside it. */
interface Formula {
  readonly figure: string;
  readonly formula: string;
}

export const inPostFormulas: readonly Formula[] = [
  {
    figure: 'wte',
    formula:
      'sum of the printed FTE of permanent and fixed-term assignments that started by the census, whatever their status',
  },
  { figure: 'available', formula: 'the same, of assignments with the status Active Assignment only' },
  { figure: 'heads', formula: 'people in post, each once, in the group of the primary assignment' },
  { figure: 'bankOnly', formula: 'people with a bank assignment and none in post' },
];

export const leaverFormulas: readonly Formula[] = [
  {
    figure: 'headsStart',
    formula: 'people in post at the close of the day before the period: started, and not left yet',
  },
  { figure: 'headsEnd', formula: 'people in post at the close of the last day' },
  {
    figure: 'leavers',
    formula:
      'people whose assignment ended in the period and who are not in post at its end; no bank staff, no duplicates of a merger',
  },
  { figure: 'leaverRate', formula: 'leavers ÷ ((heads at start + heads at end) ÷ 2)' },
  { figure: 'stability', formula: 'heads of the start who are in post at the end, in any group ÷ heads at start' },
  { figure: 'leaverRateFte', formula: 'FTE of the leavers ÷ ((FTE at start + FTE at end) ÷ 2)' },
  {
    figure: 'avoidable',
    formula:
      'leavers whose reason the list of reasons calls avoidable: as published, without end of fixed term, transfer, death, merger and bank rule',
  },
  {
    figure: 'voluntary',
    formula:
      'leavers whose reason the list of reasons groups as voluntary: as published, resignation, early and flexi retirement',
  },
];

export const sicknessFormulas: readonly Formula[] = [
  {
    figure: 'days',
    formula:
      'FTE × calendar days of sickness ÷ FTE × calendar days in post, within the period; a day counts once for each person',
  },
  { figure: 'episodes', formula: 'sickness episodes of all staff groups that touch the period' },
];

export const profileFormulas: readonly Formula[] = [
  {
    figure: 'service',
    formula: 'people in post by whole years from the latest start with this employer to the day of the staff list',
  },
  {
    figure: 'age',
    formula: 'people in post, each once, by the age band that the staff list prints; WTE of each of their assignments',
  },
  {
    figure: 'over55',
    formula: 'people in post in printed age bands that begin at 55 or over; a band such as 51-55 holds some who are 55',
  },
];
