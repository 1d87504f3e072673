const imported: Readonly<Record<string, string>> = {
  assignment: 'staff list',
  leaver: 'leavers list',
  absence_episode: 'absence list',
  duty: 'roster',
  unavailability: 'roster',
  booking: 'bank list',
  ledger_line: 'ledger',
  training_record: 'training list',
  preceptee: 'preceptee log',
  vacancy: 'vacancy tracker',
};

const screens: readonly (readonly [RegExp, string, string])[] = [
  [/^(preceptee|band_gate|competency|own_preceptee)/, '/preceptorship', 'Preceptorship'],
  [/^preceptor/, '/preceptors', 'Preceptors'],
  [/^mentoring/, '/mentors', 'Mentors'],
  [/^training_(result|exclusion)/, '/training-compliance', 'Training compliance'],
  [/^training_booking/, '/training-sessions', 'Training sessions'],
  [/^role_record/, '/training-roles', 'Roles and frameworks'],
  [/^(locum|consultant|disturbed)/, '/supervision', 'Supervision and locums'],
  [/^conversation/, '/conversations', 'Conversations'],
  [/^(successor|talent|opportunity|critical)/, '/careers', 'Succession and careers'],
  [/^(flexible|later|legacy)/, '/later-careers', 'Flexible working and later careers'],
  [/^vacancy/, '/vacancies', 'Vacancies'],
  [/^(batch|set_aside)/, '/imports', 'Imports'],
  [/^(change|draft)/, '/history', 'History'],
  [/^return/, '/returns', 'Theme 2 return'],
];

/** Where what a table holds is corrected: imported data in its own system, the rest on its screen. Either is in the audit. */
export function correctionOf(table: string): { readonly correctAt: string; readonly correct: string } {
  const list = imported[table];
  if (list !== undefined)
    return { correctAt: '/imports', correct: `In the system that the ${list} comes from; then import it again` };
  const [, path, title] = screens.find(([pattern]) => pattern.test(table)) ?? [null, '/history', 'History'];
  return { correctAt: path, correct: `On the screen “${title}”` };
}
