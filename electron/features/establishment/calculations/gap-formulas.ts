import type { GapMeasure } from '#contract';

/** Each figure of the gap with its formula in words. */
export const gapFormulas: readonly { readonly figure: GapMeasure; readonly title: string; readonly formula: string }[] =
  [
    {
      figure: 'required',
      title: 'Required',
      formula: 'WTE that the named tool or agreement says the service needs, by unit, staff group and band',
    },
    {
      figure: 'funded',
      title: 'Funded',
      formula: 'WTE of the ledger lines of the month, without vacancy factor, ended funding and lines posted twice',
    },
    {
      figure: 'inPost',
      title: 'In post',
      formula:
        'WTE of permanent and fixed-term assignments that started by the day, whatever their status; no bank, no agency',
    },
    {
      figure: 'available',
      title: 'Available',
      formula:
        'in post − maternity leave − secondment − career break and other statuses − long-term sickness − supernumerary preceptees; nobody is taken off twice',
    },
    { figure: 'away', title: 'Away', formula: 'WTE of those in post who are not available, each with one reason' },
    {
      figure: 'bank',
      title: 'Bank',
      formula: 'hours worked by bank staff ÷ hours of 1.00 WTE over the same days; beside staff in post, never in it',
    },
    {
      figure: 'agency',
      title: 'Agency',
      formula: 'hours worked by agency staff ÷ hours of 1.00 WTE over the same days; beside staff in post, never in it',
    },
    { figure: 'requiredLessFunded', title: 'Required − funded', formula: 'required − funded' },
    { figure: 'vacancy', title: 'Vacancy', formula: 'funded − in post' },
    { figure: 'requiredLessInPost', title: 'Required − in post', formula: 'required − in post' },
    { figure: 'requiredLessAvailable', title: 'Required − available', formula: 'required − available' },
  ];
