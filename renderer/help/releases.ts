/** What is new, the newest version first. */
export const releases: readonly { readonly version: string; readonly news: readonly string[] }[] = [
  {
    version: '0.1.0',
    news: [
      'Establishment, staff in post, vacancies, rosters, preceptorship, retention, training, the Theme 2 return and the LMNS’s compile in one place, on this PC alone.',
      'Files come in as ESR, e-rostering, finance and training systems save them; nothing is stored before you have seen what will change.',
      'Today lists what is due with the way to take it off. Ctrl K goes anywhere. F1 opens help.',
      'Every change made by hand can be undone, every figure says how it was made, and the whole store is backed up by itself.',
      'What was typed into a form and not saved comes back. Every table is arranged, copied, exported and printed in one way. Light, dark or as the PC has it.',
      'A trust may add profiles with roles and PINs, encrypt the store, and read in the audit who did what.',
      'A sample service of three years, in a local system of four trusts, shows every screen with figures.',
    ],
  },
];
