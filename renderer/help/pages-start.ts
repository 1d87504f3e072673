import type { HelpPage } from './page.ts';

export const startPages: readonly HelpPage[] = [
  {
    id: 'first-ten-minutes',
    title: 'The first ten minutes: from nothing to your gap',
    group: 'Start',
    screens: [],
    text: 'Two files that you have already, the staff list from ESR and the finance ledger, are enough for funded, in post and vacancy. The requirement comes from your Birthrate+ report.',
    steps: [
      'Choose **Set up my trust**, enter its name and code, and choose **Save the trust**. Units come with the first file.',
      'Open [Imports](/imports). Drop the staff list and the ledger there, or choose **Choose files**.',
      'Choose **Check and store**, look at what was recognised, choose **See what will change**, go on and store it. Nothing is stored before that.',
      'Choose **See the figures**, or open [The gap](/gap). Enter what is required under [Required staffing](/required).',
    ],
    notes: [
      'To look around first, choose **Look around with a sample service** on the first screen or on Today. **Remove the sample** takes it away with one click. “Follow the sample service” tells its story.',
      'Everything can be undone: an import as a whole, a change by hand with Ctrl Z.',
    ],
  },
  {
    id: 'sample-story',
    title: 'Follow the sample service: three years of Fernhollow',
    group: 'Start',
    screens: [],
    text: 'Fernhollow Maternity is invented: a trust in an LMNS of four, from November 2023 to October 2026. Choose **Look around with a sample service**, then follow its story.',
    steps: [
      '[The gap](/gap): 175.83 WTE are required, 171.80 funded and 160.94 in post. The report FH-2025-03 under [Required staffing](/required) asks for 144.46 midwives and 31.37 support workers.',
      '[Due list](/due): Amara Osei, who started on 5 October 2026, has no preceptor; Sofia Brandt’s 9 month meeting was due on 6 July 2026.',
      '[Retention plan](/retention): self-rostering began in September 2024 at 40 % of requests answered in time; it is at 83 %.',
      '[Training compliance](/training-compliance): fetal monitoring stands at 137 of 156 midwives; 4 more make 90 %.',
      '[Theme 2 return](/returns): two quarters are submitted, and 4 lines of the third have no status. [The LMNS’s workbook](/lmns-workbook) takes it in 123 cells.',
      'Choose Fernhollow and Saltmarsh at the top, then **Compiled returns**: St Brannoc’s is late, and Saltmarsh corrected its vacancy from 8.96 to 9.96 WTE.',
    ],
    notes: ['**Remove the sample** takes all of it away. Nothing of it mixes with your own trust.'],
  },
  {
    id: 'today',
    title: 'Begin the day with Today',
    group: 'Start',
    screens: ['/today'],
    text: 'Today lists what is due and overdue in preceptorship, retention, training, vacancies, returns and backups, with the most pressing first.',
    steps: [
      'Press the button at the end of a line: it opens the place where that thing is done, or does it on the spot.',
      'Choose **Choose the figures** to keep up to four figures in sight.',
      'Choose **how** below or beside any figure: how it was made, with its formula, its inputs and their dates, the files and rows or the screens that it comes from, and the packs of rules that it rests on, with values of your own, who agreed them and why. **Show its rows** opens them; **Copy for a paper** takes all of it along.',
    ],
    notes: [
      'Below the list is what was imported and changed since your last visit. A visit ends when you have not looked at Today for four hours.',
      'Things more than four weeks ahead are not listed yet.',
      '**Bring in next** names the lists that the gap still lacks and what each gives; once it is whole and nothing is due, the others.',
    ],
  },
  {
    id: 'go-anywhere',
    title: 'Find a person, a unit, a screen or a command',
    group: 'Start',
    screens: [],
    text: 'Press Ctrl K anywhere, also inside a text field.',
    steps: [
      'Type any parts of words, in any order, also another word of the job: turnover finds Rates, agency finds Rosters. Capitals, accents and apostrophes do not matter.',
      'Choose with the arrow keys and press Enter.',
    ],
    notes: [
      'In a trust it finds people on the newest staff list, preceptees, preceptors, units, vacant posts, sessions, courses, actions of the retention plan, lines of the return, imports, screens, commands, and pages and terms of help. In an LMNS it finds what the LMNS keeps. Only what is in view at the top is searched.',
      'With nothing typed, the places where you have been come first.',
    ],
  },
  {
    id: 'keys',
    title: 'Work by keyboard alone',
    group: 'Start',
    screens: [],
    text: 'Every button and field is reached with Tab, and the focus shows in yellow. Press ? outside a field, or Ctrl / anywhere, for the list of keys.',
    notes: [
      'F1 opens the help page of the screen in view.',
      'Ctrl Z undoes the last change. Inside a text field it is the field’s own undo.',
      'In grids the arrow keys move by cell, Enter edits, Escape leaves without a change.',
    ],
  },
  {
    id: 'tables',
    title: 'Sort, filter, copy and print a table',
    group: 'Start',
    screens: [],
    text: 'All tables work alike.',
    steps: [
      'Press a heading to sort by it; press again to turn the order round.',
      'In a table of more than eight rows, type into **Filter** to see only rows that hold what you typed.',
      'Choose **Arrange** to leave columns out, to order them, to group rows and to keep that as a view. Ctrl Z takes a view back that was kept, named anew or removed.',
      'Press the question mark beside a heading to read what the term means. What all headings mean is printed and exported with the table.',
      'Choose **Copy** and paste into a spreadsheet: the headings come too. Mark cells first to copy only those.',
      'Choose **Export or print** for a workbook, a CSV file or paper.',
    ],
    notes: [
      'Numbers are right-aligned, and a minus sign is a real one. WTE is shown with two decimals and kept exactly.',
    ],
  },
  {
    id: 'undo',
    title: 'Undo a change',
    group: 'Start',
    screens: ['/history'],
    text: 'Every change made by hand is named and can be undone, also after a restart. The line at the bottom says what Undo would undo.',
    steps: [
      'Press Ctrl Z, or the Undo in the line at the bottom. Ctrl Y does it again.',
      'Open [History](/history) to see all changes, the newest first; press one to see what it changed.',
    ],
    notes: ['An import is undone as a whole in the list of [Imports](/imports).'],
  },
];
