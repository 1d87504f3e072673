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
      'Press a figure for the people behind it, and choose **Book** there.',
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
      'Open it and choose **Book people** who lack the course. **Print the sign-in sheet** before the day.',
      'After the day, choose **Attended** for each, or **All who are booked attended**: it counts at once.',
    ],
  },
  {
    id: 'outlook',
    title: 'Find out when 90 % is reached',
    group: 'Training',
    screens: ['/training-outlook'],
    text: 'Compliance month by month from what is booked, who lapses, who starts and who leaves; and the fewest seats that reach the threshold.',
    steps: ['Press a group to see its line day by day.', 'Choose **Work out the fewest seats**, then **Book these**.'],
  },
  {
    id: 'needs',
    title: 'Make the training needs analysis',
    group: 'Training',
    screens: ['/training-needs'],
    text: 'Hours, places, [[backfill|backfill]] and cost of training for three years, kept as versions with their approval.',
    steps: [
      'Choose **Begin this year’s analysis**, a year later the button that begins the next, and change what is not so with you.',
      'Under **Versions and approval**, choose **Record the approval** when it is agreed. **New version** changes an approved one.',
    ],
  },
  {
    id: 'evidence',
    title: 'Save a pack of training evidence',
    group: 'Training',
    screens: ['/training-evidence'],
    text: 'Figures of a course with formula, files and who was left out, as Word or PDF. No names are in it.',
    steps: [
      'Choose the day and what it may tell.',
      'Choose **Save as Word**, **Save as PDF** or **Save as a workbook**.',
    ],
  },
  {
    id: 'study-leave',
    title: 'Compare study leave used with what is needed',
    group: 'Training',
    screens: ['/study-leave'],
    text: 'Hours of study on the roster by unit and month, beside those that the needs analysis asks for.',
    steps: [
      'Choose **Year before** or **Year after**, and press a figure for its shifts.',
      'Choose **Change which shifts are training** where your rosters use other codes.',
    ],
  },
  {
    id: 'supervision',
    title: 'Keep consultant attendance, locums and rest',
    group: 'Training',
    screens: ['/supervision'],
    text: 'Audits of attendance by a consultant, certificates of [[locum|locums]] and rest after nights on call.',
    steps: [
      'Choose **Add a locum** for each spell.',
      'Under **How doctors are supervised**, state it once for each staff group.',
      'Under **Consultant attendance**, choose **Add an event**; under **Compensatory rest**, **Add a night**.',
    ],
  },
  {
    id: 'roles',
    title: 'Follow roles with frameworks of their own',
    group: 'Training',
    screens: ['/training-roles'],
    text: 'Coordinators, support workers and others: what each role asks and who has done it.',
    steps: [
      'Choose the role: **Support workers’ framework**, **Coordinators** or **Midwifery advocates**.',
      'Where the course is not counted yet, choose **Count this course**.',
    ],
  },
  {
    id: 'courses',
    title: 'Change what a course counts',
    group: 'Training',
    screens: ['/training-courses'],
    text: 'Which groups a course is for, how long it lasts, and what is published. What you change is shown and can be put back with **As published**.',
    steps: [
      'Press a course to change its groups and months, or choose **Add a course**.',
      'Under **Names in the staff record**, say which course a name of your record counts as.',
    ],
  },
];
