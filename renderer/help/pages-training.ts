import type { HelpPage } from './page.ts';

export const trainingPages: readonly HelpPage[] = [
  {
    id: 'compliance',
    title: 'See who is in date, and who is not',
    group: 'Training',
    screens: ['/training-compliance'],
    text: 'Each course by staff group. A group has to reach the threshold by itself; groups are never added together.',
    steps: [
      'Import the training file and the staff list.',
      'Press a figure for the people behind it, and book seats from there.',
    ],
    notes: ['Who has no record at all counts as not in date.', 'People on long leave are left out and listed.'],
  },
  {
    id: 'sessions',
    title: 'Plan a day of training and record attendance',
    group: 'Training',
    screens: ['/training-sessions'],
    text: 'Seats by staff group, waiting list, clashes with duties, the sign-in sheet and attendance.',
    steps: [
      'Choose **Plan a session**.',
      'Book people who lack the course.',
      'After the day, record who attended: it counts at once.',
    ],
  },
  {
    id: 'outlook',
    title: 'Find out when 90 % is reached',
    group: 'Training',
    screens: ['/training-outlook'],
    text: 'Compliance month by month from what is booked, who lapses, who starts and who leaves; and the fewest seats that reach the threshold.',
  },
  {
    id: 'needs',
    title: 'Make the training needs analysis',
    group: 'Training',
    screens: ['/training-needs'],
    text: 'Hours, places, [[backfill|backfill]] and cost of training for three years, kept as versions with their approval.',
    steps: [
      'Begin an analysis and change what is not so with you.',
      'Choose **Record the approval** when it is agreed.',
    ],
  },
  {
    id: 'evidence',
    title: 'Save a pack of training evidence',
    group: 'Training',
    screens: ['/training-evidence'],
    text: 'Figures of a course with formula, files and who was left out, as Word or PDF. No names are in it.',
  },
  {
    id: 'study-leave',
    title: 'Compare study leave used with what is needed',
    group: 'Training',
    screens: ['/study-leave'],
    text: 'Hours of study on the roster by unit and month, beside those that the needs analysis asks for.',
  },
  {
    id: 'supervision',
    title: 'Keep consultant attendance, locums and rest',
    group: 'Training',
    screens: ['/supervision'],
    text: 'Audits of attendance by a consultant, certificates of [[locum|locums]] and rest after nights on call.',
  },
  {
    id: 'roles',
    title: 'Follow roles with frameworks of their own',
    group: 'Training',
    screens: ['/training-roles'],
    text: 'Coordinators, support workers and others: what each role asks and who has done it.',
  },
  {
    id: 'courses',
    title: 'Change what a course counts',
    group: 'Training',
    screens: ['/training-courses'],
    text: 'Which groups a course is for, how long it lasts, and what is published. What you change is shown and can be put back with **As published**.',
  },
];
