import type { HelpPage } from './page.ts';

export const dataPages: readonly HelpPage[] = [
  {
    id: 'import',
    title: 'Import a file',
    group: 'Data',
    screens: ['/imports'],
    text: 'Rosters, bank lists, staff lists, leavers, absence, ledger, training, preceptees, vacancies, retention plans and counts by month, from Excel or CSV, as your systems save them.',
    steps: [
      'Drop files on the screen, or choose **Choose files**.',
      'Choose **Check and store**. See as what the file was recognised and how its columns were read. Correct what is not so; it is remembered for the next file of that shape.',
      'Go through the problems with F8. Mend a cell, say what a word means, or choose **Leave out**.',
      'Choose **See what will change**, then store it.',
    ],
    notes: [
      'A file whose headings are not known: say what it is and which row has the headings, then which column is which. The next file with these headings is read without asking.',
      'A file that was recognised as what it is not: choose **This is another kind of file** and say what it is.',
      'A row that is left out is not lost: choose **Mend rows** in the list of imports.',
      'Importing the same file again changes nothing. A corrected file takes the place of the earlier one’s rows.',
    ],
  },
  {
    id: 'undo-import',
    title: 'Undo an import',
    group: 'Data',
    screens: [],
    text: 'Each import is undone as a whole, also weeks later.',
    steps: [
      'Open [Imports](/imports) and find it under **What was imported**.',
      'Choose **Undo**: you see what goes and what comes back first. **Redo** takes it in again.',
    ],
  },
  {
    id: 'organisation',
    title: 'Set up the trust, its sites and units',
    group: 'Data',
    screens: ['/organisation'],
    text: 'Units are named as your rosters name them; imports find them by that name and add those that are new.',
    steps: [
      'Choose **Add a unit** or **Add a site**. **Change** names one anew.',
      'Choose **Set up another trust** for a second trust; the box at the top shows one or the other.',
    ],
    notes: ['**Names in imports**: a trust can have names dropped, so that only staff numbers are kept.'],
  },
  {
    id: 'local-system',
    title: 'Exchange files with the local system',
    group: 'Data',
    screens: ['/local-system'],
    text: 'Which [[lmns|LMNS]] or ICB the trust belongs to, and what passes between the two.',
    steps: [
      'In a trust there is nothing to do here: save the bundle under [Theme 2 return](/returns) and send it.',
      'To work for the LMNS on this PC, choose **Set up an LMNS or ICB**. The box at the top leads from one to the other.',
    ],
    notes: ['Only files pass, and you send them yourself. Nothing is sent over a network.'],
  },
  {
    id: 'rules',
    title: 'Change a published rule or default',
    group: 'Data',
    screens: ['/rules'],
    text: 'Thresholds, days, months and lists come in dated packs with their source and how sure they are. A trust may use a value of its own.',
    steps: [
      'Find the value, by **Pack** or by typing into **Filter**, and choose **Change**.',
      'Enter your own with who agreed it and why, and choose **Use this value**.',
      'To go back, choose **Use the published value**.',
    ],
    notes: ['The published value stays beside your own everywhere.'],
  },
  {
    id: 'backups',
    title: 'Make, keep and put back a backup',
    group: 'Data',
    screens: ['/backups'],
    text: 'The whole store is copied when the planner is closed, hourly while it is in use and before an import, and each copy is proven by reading it again.',
    steps: [
      'For one more, choose **Back up now**, or **Make a backup now** from the File menu or with Ctrl K.',
      'Choose **Choose a second place** to have copies on another disk or a share.',
      'To put one back, choose **Restore**, or **Restore from a file**: you see what would change before it does.',
    ],
    notes: [
      'Putting a backup back makes a backup of what is there first.',
      '**Lock the backups** asks for a passphrase and shows a recovery code: print it and keep it. **Lock this store with a key** closes the store itself.',
    ],
  },
  {
    id: 'people-data',
    title: 'Answer a person who asks about their data',
    group: 'Data',
    screens: ['/personal-data'],
    text: 'Find every row about a person, hand it over, correct it or erase it.',
    steps: [
      'Type into **Find by name or number** and press the person.',
      'Look at what is held, and choose **Save it all for the person**.',
      'Choose **Erase…** where data has to go: what erasing does not reach is said before it is done.',
    ],
  },
  {
    id: 'about',
    title: 'See which version this is and where the data lie',
    group: 'Data',
    screens: ['/about'],
    text: 'Version, folder of the data, and the dated packs of rules that are in force.',
    steps: [
      'For whoever looks after the planner, choose **Copy diagnostics**: it holds counts and versions, and nobody’s data.',
    ],
  },
  {
    id: 'audit',
    title: 'See who did what',
    group: 'Data',
    screens: ['/audit'],
    text: 'Entries of what was opened, changed, exported and imported. They cannot be changed afterwards unseen.',
    steps: ['Narrow the list by **What**, **Who** and the days.', 'Choose **Save all as .xlsx** to hand it on.'],
  },
  {
    id: 'profiles',
    title: 'Let several people use this PC',
    group: 'Data',
    screens: ['/profiles'],
    text: 'Profiles with a role each: an editor may do all, a viewer sees figures without people, an LMNS profile works with returns alone.',
    steps: [
      'Choose **Add a profile**: the first one is an editor with a PIN.',
      'Choose under **Lock when nobody is there** after how long the screen locks itself.',
    ],
    notes: ['Press Ctrl L when you leave the desk.'],
  },
];
