import type { HelpPage } from './page.ts';

export const peoplePages: readonly HelpPage[] = [
  {
    id: 'due',
    title: 'Take what is due off the list',
    group: 'People',
    screens: ['/due'],
    text: 'Preceptors to be named, meetings, hours and ends that are due, of everybody in a programme and of those new in Band 7 or 8.',
    steps: [
      'Press the button of a line.',
      'Say what happened: **It was held or done**, **Somebody was told of it**, **Reschedule, with a reason**, or that it does not apply.',
      'Save. The line goes, and Ctrl Z brings it back.',
    ],
    notes: [
      '**Save as calendar** makes a file that Outlook opens.',
      'What stays overdue names who is to be told next.',
    ],
  },
  {
    id: 'preceptorship',
    title: 'Follow preceptees from start to sign-off',
    group: 'People',
    screens: ['/preceptorship'],
    text: 'The board has every [[preceptee|preceptee]] with the next step, hours owed and given, and the end as it stands after pauses.',
    steps: [
      'Import your log, or choose **Add a preceptee**. For somebody who is on the way already, say once **What was held before today?**',
      'Open a person for meetings, [[supernumerary|supernumerary]] and protected hours, events and the step to band 6.',
      'There, choose **See the pack** and **Print the pack** for the person’s file.',
    ],
    notes: [
      'Rules of the programme are under [Rules and defaults](/rules); a trust’s own value is shown beside the published one.',
    ],
  },
  {
    id: 'preceptors',
    title: 'Find a preceptor for everybody',
    group: 'People',
    screens: ['/preceptors'],
    text: 'The register of preceptors: who is prepared, how many each has, and which units have nobody to spare.',
    steps: [
      'Choose **Add a preceptor**.',
      'Under **Without a preceptor**, choose **Name preceptor**: the planner suggests who suits.',
    ],
  },
  {
    id: 'staying',
    title: 'See whether those who were preceptees stay',
    group: 'People',
    screens: ['/staying'],
    text: 'Of each cohort, how many completed and how many are still in post after one, two and more years.',
    steps: [
      'Choose under **By** how cohorts are told apart.',
      'Choose **Board report** for a page to hand on, and save it as Word or PDF.',
    ],
    notes: [
      'Who is still in post is known from the newest staff list.',
      'Small numbers are held back in what leaves the trust.',
    ],
  },
  {
    id: 'mentors',
    title: 'Follow mentors of new Band 7 and 8',
    group: 'People',
    screens: ['/mentors'],
    text: 'Each newly appointed senior midwife has a mentor within 28 days, meetings and reviews.',
    steps: [
      'Choose **Add an appointment**, or **Enter** beside somebody who is new by the staff list.',
      'Choose **Name mentor** in the line, and **Record** each meeting on the person’s page.',
    ],
  },
];

export const retentionPages: readonly HelpPage[] = [
  {
    id: 'leavers',
    title: 'See who leaves and why',
    group: 'Retention',
    screens: ['/leavers'],
    text: 'Leavers by reason, unit, band and length of service, with ordinary variation told from real change.',
    steps: [
      'Choose the months and the staff group.',
      'Under **Why they left**, choose **Start an action** beside a reason.',
    ],
    notes: ['What is **Avoidable** is a grouping of reasons that you can change: **Change how reasons are grouped**.'],
  },
  {
    id: 'retention-plan',
    title: 'Keep the retention plan alive',
    group: 'Retention',
    screens: ['/retention'],
    text: 'Actions with owner, day, measure and evidence; what is overdue; whether it works.',
    steps: [
      'Import the plan, or choose **Add an action**.',
      'Open an action. Choose **Add a value** for its measure and **Add a review**.',
      'When it is approved, choose **Keep a version**, under **Versions**.',
    ],
    notes: ['On [Today](/today), **Mark as complete** closes an action in one press; Ctrl Z takes that back.'],
  },
  {
    id: 'conversations',
    title: 'Record a conversation about staying',
    group: 'Retention',
    screens: ['/conversations'],
    text: 'Stay and exit conversations: offered, planned, held or declined, and what they were about.',
    steps: [
      'Choose **Add a conversation**.',
      'Enter themes and what was agreed. Mark it confidential where only your role is to open it.',
    ],
    notes: ['Notes are in no list and in no file that is saved.'],
  },
  {
    id: 'self-assessment',
    title: 'Assess retention against the published elements',
    group: 'Retention',
    screens: ['/self-assessment'],
    text: 'Rate each element in a round, with evidence, and make an action of each gap.',
    steps: [
      'Choose **Begin a round**.',
      'Press a statement, rate it and say why.',
      'Choose **Make an action** beside a gap: it goes into the [Retention plan](/retention).',
    ],
  },
  {
    id: 'equality',
    title: 'Look at workforce equality',
    group: 'Retention',
    screens: ['/workforce-equality'],
    text: 'Shares and relative likelihoods by ethnic group, as a snapshot of a day.',
    steps: [
      'Choose **Begin a snapshot**.',
      'Choose **Enter** beside what no list tells, such as appointments and disciplinary cases.',
      'Choose **Anti-racism checklist** and **Actions** for what is done about it.',
    ],
    notes: ['Small numbers are not shown in what leaves the trust.'],
  },
  {
    id: 'succession',
    title: 'Plan succession and careers',
    group: 'Retention',
    screens: ['/careers'],
    text: 'Critical roles with those who could follow, opportunities and who is interested.',
    steps: [
      'Choose **Add a critical role**, and **Add** beside it for a successor.',
      'Under **Opportunities**, choose **Add an opportunity** and enter who is interested.',
      'Choose **Pipeline report** for shares without names.',
    ],
    notes: ['Names stay in the trust: nothing of this screen is in a return.'],
  },
  {
    id: 'later-careers',
    title: 'Decide flexible working and support later careers',
    group: 'Retention',
    screens: ['/later-careers'],
    text: 'Requests for flexible working with their days, people of 55 and over, and legacy mentors.',
    steps: [
      'Choose **Add a request** on the day it is made.',
      'Open it to record the decision before the trust’s own limit. What is late is on [Today](/today).',
      'Under **Legacy mentors**, choose **Appoint a legacy mentor**.',
    ],
  },
  {
    id: 'surveys',
    title: 'Keep survey results and act on them',
    group: 'Retention',
    screens: ['/surveys'],
    text: 'Results of staff and student surveys beside their benchmark, and placement areas assessed against the charter.',
    steps: [
      'Choose survey and year, and enter or paste answers, scores and benchmarks.',
      'Choose **Make an action** beside what is worse than the benchmark.',
      'Under **Learning environment**, choose **Assess a placement area**.',
    ],
  },
];
