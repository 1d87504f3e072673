import type { CommandId } from '#contract';

/** Written as one text for each few, with commas between. */
const words = (...texts: readonly string[]): readonly string[] => texts.flatMap((text) => text.split(', '));

/**
 * Words of the job by which a screen is also known, by its path: the best known first. Go anywhere finds it by them and says by
 * which.
 */
export const screensKnownAs: Readonly<Record<string, readonly string[]>> = {
  '/today': words('What is due, Overdue, To do, Tasks, Reminders, Dashboard, Home, Since my last visit'),
  '/gap': words(
    'WTE, Vacancy, Vacancy rate, Shortfall, Understaffing, Funded, Required, Available, Maternity leave',
    'Over-established, Bank and agency',
  ),
  '/establishment': words('Budget, Funded posts, WTE by band, Enter by hand, Paste from a spreadsheet'),
  '/reconciliation': words('Ledger against ESR, Finance, Budget against staff list, Differences, Cost centres'),
  '/required': words(
    'Birthrate+, BR+, Birthrate Plus, Birth rate plus, Assessment, Casemix, Births, Headroom, Uplift, Skill mix',
    'Agreed levels, Neonatal nursing, BAPM, Continuity of carer, MCoC, Continuity teams',
  ),
  '/staff': words(
    'ESR, Headcount, FTE, People, Employees, Staff list, WTE in post, Midwives, MSW, Maternity support workers',
    'Obstetricians, Occupation codes, Assignments, Maternity leave, Long-term sickness',
  ),
  '/rates': words('Turnover, Sickness, Absence, Stability, Leaver rate, Attrition, Retention rate'),
  '/vacancies': words(
    'Recruitment, Vacancy tracker, Vacant posts, Pipeline of posts, Offers, Interviews, Adverts',
    'Pre-employment checks, Time to hire, Joiners, New starters, International recruitment',
    'Return to practice',
  ),
  '/forecast': words(
    'Scenario, What if, Trajectory, Projection, Prediction, Retirements, Starters and leavers',
    'Newly qualified, Turnover to come',
  ),
  '/placements': words('Students, Student midwives, Learners, University, HEI, Placement capacity'),
  '/rosters': words(
    'Agency, Bank, Temporary staffing, Shift fill, Fill rate, Rota, Shifts, Duties, Day and night',
    'Supernumerary coordinator, Labour ward coordinator, Headroom, Annual leave, Unavailability',
  ),
  '/assurance': words(
    'Red flags, Board report, Maternity Incentive Scheme, Incentive scheme, MIS, CNST, Safety action 5',
    'Safety action, One-to-one care in labour, Safe staffing, Six-monthly staffing report, Acuity',
  ),
  '/due': words(
    'Preceptorship due, Overdue meetings, Escalation, Reschedule, Calendar file, Outlook, First meeting',
    'Reminders, Tasks',
  ),
  '/preceptorship': words(
    'Preceptees, Cohorts, NQM, Newly qualified midwives, Newly registered, Band 5 to 6, Sign-off',
    'Competencies, Supernumerary hours, Protected time, Rotation, Timeline',
  ),
  '/preceptors': words('Without a preceptor, Preceptor load, Preceptor preparation, Suggest a preceptor'),
  '/staying': words(
    'Retention of preceptees, Outcomes of preceptorship, Attrition of newly qualified',
    'Completed preceptorship, Still in post',
  ),
  '/mentors': words('Band 7, Band 8, Newly appointed, Mentorship, New leaders, Coaching'),
  '/training-compliance': words(
    'Mandatory training, Compliance, In date, Expired, PROMPT, Maternity emergencies, Fetal monitoring, CTG',
    'Newborn life support, NLS, Safeguarding, Saving Babies’ Lives, SBLCB, Safety action 8, MDT training',
  ),
  '/training-sessions': words(
    'Study day, Book people, Booking, Attendance, DNA, Sign-in sheet, Seats, Waiting list, PROMPT day',
  ),
  '/training-outlook': words('90 percent, Compliance trajectory, Fewest seats, Lapses, Training forecast'),
  '/training-needs': words('TNA, Training needs analysis, Backfill, Cost of training, Three-year training plan'),
  '/training-evidence': words('Safety action 8, Training evidence, MIS, CNST, Incentive scheme'),
  '/study-leave': words('Study days on the roster, Training hours, Headroom for study'),
  '/supervision': words(
    'Locums, Consultant attendance, Consultant presence, Compensatory rest, On call, RCOG',
    'Obstetric workforce, Doctors, Middle grade, Safety action 4',
  ),
  '/training-roles': words(
    'PMA, Professional midwifery advocate, Midwifery advocates, MSW framework',
    'Maternity support worker framework, Coordinators, Cultural awareness',
  ),
  '/training-courses': words('Course catalogue, Core Competency Framework, CCF, Names in the staff record, PROMPT'),
  '/leavers': words(
    'Why they left, Reasons for leaving, Exit, Resignations, Turnover by reason, Avoidable, Voluntary',
    'Early leavers, Destination, Who left',
  ),
  '/retention': words('Action plan, Actions, Retention actions, Retention midwife, People Promise, What works, RAG'),
  '/conversations': words(
    'Exit interview, Stay interview, Stay conversation, Exit conversation, Itchy feet, Career conversation',
  ),
  '/self-assessment': words('Retention self-assessment, Nursing and midwifery retention tool, Elements, Rating'),
  '/workforce-equality': words(
    'WRES, EDI, Ethnicity, Race equality, Anti-racism, Diversity, Relative likelihood, Disciplinary',
  ),
  '/careers': words('Talent, Critical roles, Successors, Career pathways, Opportunities, Leadership'),
  '/later-careers': words(
    'Flexible working requests, Legacy mentors, Retirement, Retire and return, 55 and over, Age profile',
    'Part-time',
  ),
  '/surveys': words(
    'NHS Staff Survey, Staff Survey, NETS, GMC survey, Culture, Engagement, Morale, Student feedback',
    'Safe Learning Environment Charter',
  ),
  '/returns': words(
    'Quarterly return, Quarter end, Submission, Submit, Three-year delivery plan, Sign off the return',
    'Evidence, Restatement, Bundle, RAG, Send to the ICB, Export the return',
  ),
  '/lmns-workbook': words('Template, LMNS template, Pour, ICB spreadsheet'),
  '/lmns': words(
    'Receive returns, Receive files, Who is late, Deadline, Chase, Bundles, Submissions, Expected trusts',
    'Ask for a period',
  ),
  '/lmns-compiled': words(
    'Compile, System total, Side by side, Compare trusts, Benchmark, Heat map, Measures, Gaps, Restatements',
    'Trend, Board paper, ICB paper, Small numbers',
  ),
  '/lmns-actions': words(
    'Actions back to trusts, Follow up, Safe staffing, Capacity, Placements, Shared practice, Good practice',
    'Challenges, Agreed levels',
  ),
  '/lmns-lines': words('LMNS lines, ICB lines, Own measures'),
  '/imports': words(
    'Upload, Undo an import, Redo an import, Excel, CSV, Spreadsheet, Data quality, Problems of a file',
    'Mend rows, Load a file, ESR list, Finance ledger, Duty roster file',
  ),
  '/organisation': words('Sites, Wards, Units, ODS code, Departments, Pseudonyms, Another trust, Settings'),
  '/local-system': words('LMNS, ICB, Set up an LMNS, Exchange files'),
  '/rules': words('Settings, Thresholds, Packs, Published values, Own value, Configuration, Reference data'),
  '/backups': words('Restore, Recovery code, Encryption, Passphrase, Second place, Put back, Copy of the store'),
  '/history': words('Changes, Undo, Drafts, Not saved, Who changed it, Deleted by mistake'),
  '/personal-data': words(
    'GDPR, Subject access request, SAR, DSAR, Data protection, Erase, Right to be forgotten, Delete a person',
  ),
  '/audit': words('Who did what, Access log, Information governance, Log of access'),
  '/about': words('Version, Diagnostics, Support, Licence, Data folder, Policy of this PC'),
  '/profiles': words('Users, PIN, Password, Sign in, Log in, Permissions, Viewer, Roles of users, Idle lock'),
};

/** The same of each command. */
export const commandsKnownAs: Readonly<Record<CommandId, readonly string[]>> = {
  'go-to': words('Search, Find'),
  import: words('Upload, Open a file, Load, Excel, CSV, Drop a file, Receive a return'),
  backup: words('Save a copy, Back up'),
  lock: words('Sign out, Log out, Leave the desk, Switch user'),
  print: words('PDF, Paper, A4, A3'),
  undo: words('Take back, Revert, Mistake'),
  redo: words('Do again, Repeat'),
  appearance: words('Dark mode, Light mode, Theme, Colours, Contrast, Appearance, Display'),
  'appearance-light': words('Light mode, Day'),
  'appearance-dark': words('Dark mode, Night, Black background'),
  'appearance-system': words('Automatic light or dark, Windows setting, Theme of the system'),
  help: words('How do I, Manual, Guide, User guide'),
  keyboard: words('Shortcuts, Keyboard, Keys, Accessibility, Hotkeys'),
  glossary: words('Definitions, Abbreviations, Acronyms, Jargon, Terms'),
  'release-notes': words('Release notes, Changes of the program, News, Version'),
  'add-preceptee': words('New preceptee, New starter, NQM, Newly qualified midwife'),
  'add-vacancy': words('New post, New vacancy, Vacant post'),
  'add-action': words('New action, Retention action'),
  'add-conversation': words('New conversation, Exit interview, Stay interview'),
  'plan-session': words('Study day, New session, Training day'),
  'add-unit': words('New ward, Ward, Team'),
  'remove-sample': words('Delete the sample, Invented data, Demo, Example service'),
  'filter-table': words('Search the table, Find a row'),
  'copy-table': words('To the clipboard, Paste into a spreadsheet'),
  'export-table': words('Excel, CSV, Download, Save as a workbook, xlsx'),
  'arrange-table': words('Columns, Group rows, Saved views, Hide columns'),
  'show-all-rows': words('Screen reader, Every row'),
  'page-history': words('Who changed it, Earlier values, Audit of this page'),
  'next-problem': words('Errors of the file'),
  'previous-problem': words('Errors of the file'),
  'line-history': words('Who changed it, Earlier values'),
};
