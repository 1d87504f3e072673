import { dateInWords } from '../../core/dates.ts';
import type { TrainingFacts } from './facts.ts';

/** What keeps the figures from being whole, each with what to do. */
export function remarksOn(facts: TrainingFacts): { code: string; message: string }[] {
  const { census, fileDay, hasAbsences, list, listDay, scheme } = facts;
  const remarks: { code: string; message: string }[] = [];
  const say = (code: string, message: string) => remarks.push({ code, message });
  if (listDay === null)
    say('no_staff_list', 'No staff list was imported, so nobody can be counted. Import the staff list.');
  if (fileDay === null)
    say('no_training_file', 'No training file was imported: only what was entered by hand and sessions count.');
  if (listDay !== null && !hasAbsences)
    say('no_absence_list', 'No absence was imported, so people who are long-term sick are counted as eligible.');
  if (list.length > 0 && list.every(({ status }) => status === null))
    say(
      'no_assignment_status',
      'The staff list gives no assignment status, so people on maternity leave or a career break are counted as eligible.',
    );
  if (listDay !== null && listDay !== census)
    say('staff_list_of_another_day', `The staff list in force is that of ${dateInWords(listDay)}.`);
  if (fileDay !== null && fileDay < census)
    say('training_file_older', `The newest training file was made on ${dateInWords(fileDay)}, before the census.`);
  if (scheme !== null && !scheme.ofThatYear)
    say(
      'scheme_of_another_year',
      `No rules of the scheme year of this census are held: those of year ${scheme.pack.year} are taken for it. Check them when the new year is published.`,
    );
  if (facts.datesMissing)
    say(
      'no_day_of_training',
      'Some records have no day of training, only the day on which it expires or the file’s word for it: they count as in date, and not as attended.',
    );
  return remarks;
}
