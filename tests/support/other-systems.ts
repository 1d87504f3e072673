/** Three people as files name them: their number, surname and forename. */
export const people = [
  ['10000001', 'Bhatt', 'Olivia'],
  ['10000002', 'Davies', 'Siân'],
  ['10000003', 'Okafor', 'Ada'],
] as const;
/** A file: lines above, headings, and a line for each person, in which # is the number, @ the surname and % the day 5, 6 or 7. */
export const list = (...lines: readonly string[]) => {
  const above = lines.slice(0, -1);
  const row = lines[lines.length - 1] ?? '';
  const rows = people.map(([number, surname], at) =>
    row
      .replaceAll('#', number)
      .replaceAll('@', surname)
      .replaceAll('%', `0${5 + at}`),
  );
  return [...above, ...rows].join('\r\n');
};

interface Export {
  readonly of: string;
  readonly text: string;
  readonly kind: string;
  readonly format?: string;
  /** Of each row that is stored, what counts. */
  readonly stored: readonly [sql: string, ...values: readonly (string | number | null)[]];
}

export const exportsOfOthers: readonly Export[] = [
  {
    of: 'a duty list with prompts above, hours as h:mm and a line of totals',
    text: `${list('Duty list', 'Period 05/10/2026 to 01/11/2026', 'Unit,Duty Date,Day,Person,Staff Number,Assignment Number,Grade,Grade Type,Shift,Shift Type,Start,End,Break,Work Time,Fill Type,In Charge,Supernumerary', 'Delivery Suite,%/10/2026,Mon,@,#,#-2,Band 6,Registered,LD,Day,07:30,20:00,60,11:30,Substantive,No,No')}\r\nTotal,,,,,,,,,,,,,34:30`,
    kind: 'duty_roster',
    stored: [
      'planned_start, planned_end, planned_break, planned_minutes, actual_minutes FROM duty',
      450,
      1200,
      60,
      690,
      null,
    ],
  },
  {
    of: 'a roster without a column for the actual break, which its hours tell',
    text: list(
      'WARD,DATE,STAFF NO,STAFF NAME,BAND,SHIFT,PLANNED START,PLANNED END,PLANNED BREAK,PLANNED HOURS,ACTUAL START,ACTUAL END,ACTUAL HOURS,FILL,STATUS,IN CHARGE,SUPERNUMERARY',
      'Birth Centre,2026-10-%,#,@,6,LD,07:30,20:00,60,11.5,07:30,20:30,12,Substantive,Worked,N,N',
    ),
    kind: 'duty_roster',
    stored: ['planned_minutes, actual_break, actual_minutes FROM duty', 690, 60, 720],
  },
  {
    of: 'a roster of hours alone, whose shift says that it is a night',
    text: list(
      'Ward,Date,Staff Number,Name,Band,Shift,Hours,Fill Type,Status',
      'Birth Centre,%/10/2026,#,@,6,Night,11.5,Substantive,Worked',
    ),
    kind: 'duty_roster',
    stored: ['planned_start, planned_minutes, night FROM duty', null, 690, 1],
  },
  {
    of: 'a roster with times as 0730 and other words for everything',
    text: list(
      'Owning Unit,Shift Date,Shift Name,Start Time,End Time,Rest (mins),Net Hours,Resource Name,Employee Number,Band,Fill Source,Charge,Supernumerary',
      'Delivery Suite,Mon % Oct 2026,Long Day,0730,2000,60,11.5,@,#,Band 7,Substantive,Y,N',
    ),
    kind: 'duty_roster',
    stored: ['planned_start, planned_end, planned_minutes, band, in_charge FROM duty', 450, 1200, 690, '7', 1],
  },
  {
    of: 'a duty extract whose shifts are full date-times, with a flag for who is in charge',
    text: list(
      'HealthRoster Duty Extract',
      'Roster Period: 05 Oct 2026 - 01 Nov 2026',
      '',
      'Roster Location,Duty Date,Employee,Employee Number,Grade,Grade Type Category,Shift,Shift Start,Shift End,Break (mins),Work Time,Duty Type,Is In Charge,Fill Type',
      'Delivery Suite,%/10/2026,@,#-2,Band 7,Registered,LD,%/10/2026 07:30,%/10/2026 20:00,60,11:30,Duty,Yes,Substantive',
    ),
    kind: 'duty_roster',
    stored: ['planned_start, planned_end, planned_minutes, band, in_charge FROM duty', 450, 1200, 690, '7', 1],
  },
  {
    of: 'a roster between semicolons with dotted days and words of its own for everything',
    text: list(
      'Roster unit;Work date;Person name;Person id;Pay band;Duty;From time;To time;Unpaid break;Hours;Source;Attendance',
      'Birth Centre;%.10.2026;@;#;Band 5;E;07:00;15:00;30;7.5;Substantive;Worked',
    ),
    kind: 'duty_roster',
    stored: ['planned_start, planned_end, planned_minutes, band FROM duty', 420, 900, 450, '5'],
  },
  {
    of: 'a list of time away alone',
    text: list(
      'Unit,Person,Staff Number,Grade,Date,Unavailability Group,Unavailability Reason,Hours',
      'Delivery Suite,@,#,Band 6,%/10/2026,Annual Leave,Annual Leave,7:30',
    ),
    kind: 'duty_roster',
    stored: ['group_name, minutes FROM unavailability', 'Annual Leave', 450],
  },
  {
    of: 'a bank list of layout A in capitals, its columns moved, without an actual break',
    text: list(
      'REQUEST ID,UNIT,STAFF,GRADE,AGENCY,DATE,FROM,TO,BREAK,START,END,HOURS,ASSIGNMENT ID,FINALISED DATE,ESTIMATED COST',
      '5%,Delivery Suite,@,Midwife Band 6,Bank,%/10/2026,07:30,20:00,60,07:45,20:15,11:30,#-2,02/11/2026,250.5',
    ),
    kind: 'bank_list',
    format: 'A',
    stored: ['planned_start, actual_start, actual_minutes, finalised, supply FROM booking', 450, 465, 690, 1, 'bank'],
  },
  {
    of: 'a bank list of layout B with booked hours in minutes',
    text: list(
      'Request Id,Status,Date,Start,End,Unit,Booked Grade,Agency,Staff,Assignment Number,Booked Hours,Actual Start,Actual End,Actual Break,Actual Hours',
      'R%,Timesheet Finalised,%/10/2026,07:30,20:00,Delivery Suite,Midwife Band 6,,@,#,690,07:45,20:00,60,675',
    ),
    kind: 'bank_list',
    format: 'B',
    stored: [
      'planned_start, planned_minutes, actual_start, actual_minutes, finalised FROM booking',
      450,
      690,
      465,
      675,
      1,
    ],
  },
  {
    of: 'a bank list with planned and worked times in its own words',
    text: list(
      'Booking Ref,Worker Name,Supplier,Shift Date,Ward,Band,Planned From,Planned To,Planned Break,Worked From,Worked To,Worked Break,Worked Hours,Authorised Date',
      'B%,@,Bank,%/10/2026,Delivery Suite,Band 5,07:30,20:00,60,08:00,20:00,60,11.0,02/11/2026',
    ),
    kind: 'bank_list',
    stored: ['planned_minutes, actual_minutes, finalised FROM booking', 690, 660, 1],
  },
  {
    of: 'the NHSP list with one row of headings and totals below',
    text: `${list('NHSP Bank activity', 'Date,Ref Num,Agency Worker Name,Trust,Ward,Assignment,Contract Start,Contract End,Contract Break In Minutes,Contract Total,Actual Start,Actual End,Actual Break In Minutes,Actual Total', '%/10/2026,B%,@,T,Delivery Suite,Midwife Band 6,07:30,20:00,60,11:30,07:30,20:00,60,11:30')}\r\nTotal,,,,,,,,,34:30,,,,34:30`,
    kind: 'bank_list',
    format: 'NHSP',
    stored: ['planned_minutes, actual_minutes, finalised FROM booking', 690, 690, 1],
  },
  {
    of: 'a staff list without assignment numbers',
    text: list(
      'As at 31/10/2026',
      'Emp No,Surname,Forename,Department,Job Title,Staff Group,Band,Occ Code,Contract Type,FTE,Start Date,Cost Centre',
      '#,@,X,Delivery Suite,Midwife,Nursing and Midwifery Registered,Band 6,N2C,Permanent,0.8,01/04/2020,441101',
    ),
    kind: 'staff_list',
    stored: ['date, fte, category, start_date FROM assignment', '2026-10-31', 80_000, 'permanent', '2020-04-01'],
  },
  {
    of: 'a staff list of assignment numbers alone',
    text: list(
      'Position at 31 October 2026',
      'Assignment No,Full Name,Organisation,Position Title,Staff Group,Pay Grade,Occupation Code,Assignment Category,Assignment Status,WTE,Latest Start Date',
      '#-2,@,Delivery Suite,Midwife,Nursing and Midwifery Registered,Review Body Band 6,N2C,Fixed Term Temp,Active Assignment,1.00,2020-04-01',
    ),
    kind: 'staff_list',
    stored: [
      'date, length(person), substr(assignment, 9), fte, category FROM assignment',
      '2026-10-31',
      8,
      '-2',
      100_000,
      'fixed_term',
    ],
  },
  {
    of: 'leavers of the payroll, with a last working day beside the day of leaving',
    text: list(
      'Payroll No,Name,Ward,Band,Occ Code,Staff group,WTE,Date Commenced,Last Working Day,Date Left,Reason for Leaving,Leaving to',
      '#,@,Delivery Suite,6,N2C,Nursing and Midwifery Registered,1,01/04/2020,30/07/2026,31/07/2026,Retirement Age,No Employment',
    ),
    kind: 'leavers',
    stored: ['date, start_date, reason FROM leaver', '2026-07-31', '2020-04-01', 'Retirement Age'],
  },
  {
    of: 'a sickness log with open episodes and days lost',
    text: list(
      'Sickness absence log',
      '',
      'Emp No,Name,Ward,Absence Category,Reason for Absence,First Day of Absence,Last Day of Absence,Working Days Lost',
      '#,@,Delivery Suite,Sickness,S13 Cold Cough Flu - Influenza,01/10/2026,,3',
    ),
    kind: 'absence',
    stored: [
      'date, end_date, type, reason FROM absence_episode',
      '2026-10-01',
      null,
      'sickness',
      'S13 Cold Cough Flu - Influenza',
    ],
  },
  {
    of: 'a finance ledger of a month of the financial year',
    text: `${list('Budget statement - Month 7 2026/27', 'Cost Centre,Cost Centre Description,Account,Account Description,Band,Staff Group,Budget WTE,Contracted WTE,Worked WTE,Annual Budget,YTD Budget', '441101,Delivery Suite,51%,Midwife,Band 6,Nursing and Midwifery Registered,20.5,18.2,19,900000,525000')}\r\nTotal,,,,,,61.5,54.6,57,2700000,1575000`,
    kind: 'ledger',
    stored: ['date, funded, worked, band FROM ledger_line', '2026-10-31', 2_050_000, 1_900_000, '6'],
  },
  {
    of: 'a finance ledger whose headings name their month',
    text: list(
      'Establishment - Month 7 2026/27',
      '',
      'Cost Centre,Cost Centre Description,Account,Account Description,Band,Staff Group,Funded WTE Oct-26,Worked WTE M07,Annual Budget 2026/27',
      '441101,Delivery Suite,51%,Midwife,Band 6,Nursing and Midwifery Registered,20.5,19,900000',
    ),
    kind: 'ledger',
    stored: ['date, funded, worked, band FROM ledger_line', '2026-10-31', 2_050_000, 1_900_000, '6'],
  },
  {
    of: 'a finance ledger with a staff category and the establishment in short words',
    text: list(
      'Finance report M07 2026-27',
      '',
      'CC,CC Desc,Subjective,Subjective Desc,Staff Category,AfC Band,WTE Budget,WTE Contracted,YTD Var',
      '441101,Delivery Suite,51%,Midwives Band 6,Nursing and Midwifery Registered,Band 6,20.5,18.2,"(1,234)"',
    ),
    kind: 'ledger',
    stored: ['date, funded, band FROM ledger_line', '2026-10-31', 2_050_000, '6'],
  },
  {
    of: 'a learning system with course titles and renewal dates',
    text: list(
      'Person Number,Person Name,Course Title,Completion Date,Renewal Date,Compliance Status',
      '#,@,NHS|CSTF|Fire Safety - 1 Year|,01/03/2026,01/03/2027,Compliant',
    ),
    kind: 'training',
    format: 'compliance',
    stored: ['course, achieved, expiry, meets FROM training_record', 'fire_safety', '2026-03-01', '2027-03-01', 1],
  },
  {
    of: 'a recruitment system with stages in its own words',
    text: list(
      'Vacancy Reference,Job Title,Band,WTE,Department,Vacancy Reason,Approval Date,Date Advertised,Closing Date,Interview Date,Conditional Offer Date,Start Date,Current Stage',
      'V-%,Midwife,Band 6,0.80,Delivery Suite,Leaver,01/07/2026,10/07/2026,20/07/2026,30/07/2026,05/08/2026,,Pre-employment checks',
    ),
    kind: 'vacancy_tracker',
    stored: ['wte, approved, offered, band FROM vacancy', 80_000, '2026-07-01', '2026-08-05', '6'],
  },
  {
    of: 'a retention plan with a deadline and progress',
    text: list(
      'Retention improvement plan',
      'Ref,Theme,Action,Lead,Start,Deadline,Progress,RAG,Escalate?',
      '%,Flexible working,Offer self rostering to @,HoM,01/04/2026,31/12/2026,In progress,Amber,No',
    ),
    kind: 'retention_plan',
    stored: ['due, status, rag, escalated FROM retention_action', '2026-12-31', 'in_progress', 'amber', 0],
  },
];
