import type { AssuranceFigure } from '../../../contract/incentive.ts';
import { roundedExact } from '../../../contract/exact.ts';
import { dateInWords } from '../../../core/dates.ts';
import type { Oversight } from './oversight.ts';
import { workforceInWords } from './report/workforce.ts';
import { wteInWords } from './words.ts';

type Found = Pick<AssuranceFigure, 'title' | 'value' | 'sentence' | 'rate'>;

const exactWte = (value: string | null) => (value === null ? 'not known' : `${roundedExact(value, 2)} WTE`);

/** Neonatal nurses by the calculator of each unit, with the share qualified in specialty; else as the establishment has them. */
export function neonatalNursing({ neonatal, workforce }: Oversight): Found {
  const title = 'Neonatal nurses';
  const { calculators } = neonatal;
  if (calculators.length > 0) {
    const said = calculators.map(
      ({ name, date, required, funded, inPost, qualified, qualifiedLeast }) =>
        `${name}${date === null ? '' : `, calculated on ${dateInWords(date)}`}: ${exactWte(required)} required, ${exactWte(funded)} funded, ${exactWte(inPost)} in post` +
        (qualified === null
          ? '; the share qualified in specialty is not known.'
          : `; ${roundedExact(qualified, 2)} % of registered nurses in post are qualified in specialty, of at least ${qualifiedLeast} %.`),
    );
    const [first] = calculators;
    const value =
      calculators.length === 1 && first?.required ? `${roundedExact(first.required, 2)} WTE required` : null;
    return { title, value, sentence: said.join(' '), rate: null };
  }
  const nurses = workforce.groups.find(({ group }) => group === 'neonatal_nursing');
  return {
    title,
    value: nurses && nurses.inPost !== null ? `${wteInWords(nurses.inPost)} WTE in post` : null,
    sentence:
      (nurses ? workforceInWords(nurses)[0] : undefined) ??
      'Enter the neonatal calculator under Required staffing, or neonatal nurses on the Establishment screen.',
    rate: null,
  };
}

/** Gaps of neonatal doctors by tier, of the levels that are agreed. */
export function neonatalMedical({ neonatal: { tiers } }: Oversight): Found {
  const title = 'Neonatal doctors by tier';
  if (tiers.length === 0)
    return {
      title,
      value: null,
      sentence: 'Enter neonatal doctors by tier under Required staffing, among the levels agreed locally.',
      rate: null,
    };
  const short = tiers.filter(({ gap }) => gap !== null && gap > 0);
  const said = tiers.map(
    ({ name, required, inPost, gap }) =>
      `${name}: ${wteInWords(required)} required, ${wteInWords(inPost)} in post${gap !== null && gap > 0 ? `, ${wteInWords(gap)} short` : ''}.`,
  );
  return { title, value: `${short.length} of ${tiers.length} short`, sentence: said.join(' '), rate: null };
}
