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
      'Say what happened: it was held, it is moved to another day with a reason, or it does not apply.',
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
    screens: ['/cohorts'],
    text: 'The board has every [[preceptee|preceptee]] with the next step, hours owed and given, and the end as it stands after pauses.',
    steps: [
      'Import your log, or choose **Add a preceptee**.',
      'Open a person for meetings, [[supernumerary|supernumerary]] and protected hours, events and the step to band 6.',
      'Print the pack for the person’s file.',
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
      'See **Without a preceptor**, and let the planner suggest who works alongside.',
    ],
  },
  {
    id: 'staying',
    title: 'See whether those who were preceptees stay',
    group: 'People',
    screens: ['/staying'],
    text: 'Of each cohort, how many completed and how many are still in post after one, two and more years.',
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
      'Choose **Add an appointment**, or take over somebody who is new by the staff list.',
      'Name the mentor and record each meeting.',
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
    notes: ['What is **Avoidable** is a grouping of reasons that you can change: **Change how reasons are grouped**.'],
  },
  {
    id: 'retention-plan',
    title: 'Keep the retention plan alive',
    group: 'Retention',
    screens: ['/retention'],
    text: 'Actions with owner, day, measure and evidence; what is overdue; whether it works.',
    steps: [
      'Import the plan or add an action.',
      'Open an action to enter values of its measure and reviews.',
      'When it is approved, choose **Keep a version**.',
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
      'Rate each statement and say why.',
      'Make an action of a gap: it goes into the [Retention plan](/retention).',
    ],
  },
  {
    id: 'equality',
    title: 'Look at workforce equality',
    group: 'Retention',
    screens: ['/workforce-equality'],
    text: 'Shares and relative likelihoods by ethnic group, as a snapshot of a day.',
    steps: ['Choose **Begin a snapshot**.', 'Enter what no list tells, such as appointments and disciplinary cases.'],
    notes: ['Small numbers are not shown in what leaves the trust.'],
  },
  {
    id: 'succession',
    title: 'Plan succession and careers',
    group: 'Retention',
    screens: ['/succession'],
    text: 'Critical roles with those who could follow, opportunities and who is interested.',
    notes: ['Names stay in the trust: nothing of this screen is in a return.'],
  },
  {
    id: 'later-careers',
    title: 'Decide flexible working and support later careers',
    group: 'Retention',
    screens: ['/later-careers'],
    text: 'Requests for flexible working with their days, people of 55 and over, and legacy mentors.',
    steps: [
      'Enter a request on the day it is made.',
      'Record the decision before the trust’s own limit. What is late is on [Today](/today).',
    ],
  },
  {
    id: 'surveys',
    title: 'Keep survey results and act on them',
    group: 'Retention',
    screens: ['/surveys'],
    text: 'Results of staff and student surveys beside their benchmark, and placement areas assessed against the charter.',
    steps: ['Enter the scores of a year.', 'Make an action of what is worse than the benchmark.'],
  },
];
