import type { GapDifference, GapShown } from '#contract';
import { Figure, Figures } from '../../../components/Figure.tsx';
import { percentText, wteText } from '../../../components/numbers.ts';
import type { Behind } from './rows.ts';
import { awaySentence } from './words.ts';
import { gapMade } from '../figures.ts';

interface GapHeadlinesProps {
  gap: GapShown;
  onRows: (behind: Behind) => void;
}

const value = (wte: number | null) => (wte === null ? 'Not known' : `${wteText(wte)} WTE`);

/** The four figures that a lead is asked for, each with its formula, its numbers, net and gross, and its rows. */
export function GapHeadlines({ gap, onRows }: GapHeadlinesProps) {
  const { all } = gap;
  const short = all.requiredLessInPost;
  const { vacancy, vacancyRate } = all;
  return (
    <Figures>
      <Figure
        name="Required − in post"
        value={value(short.wte)}
        making={gapMade(gap, 'requiredLessInPost')}
        remark={
          short.wte === null ? (
            <>
              no requirement yet: enter one under <a href="#/required">Required staffing</a>
            </>
          ) : (
            worked(short, 'required', 'in post')
          )
        }
        {...(short.wte !== null && {
          onRows: () => onRows({ measure: 'requiredLessInPost', title: 'Required − in post' }),
        })}
      />
      <Figure
        name="Vacancy (funded − in post)"
        value={value(vacancy.wte)}
        making={gapMade(gap, 'vacancy')}
        remark={
          vacancy.wte === null
            ? 'no group has both a funded and an in-post figure'
            : `${worked(vacancy, 'funded', 'in post')} · ${vacancyRate ? `${percentText(vacancyRate)} of funded` : ''}`
        }
        {...(vacancy.wte !== null && { onRows: () => onRows({ measure: 'vacancy', title: 'Vacancy' }) })}
      />
      <Figure
        name="Available"
        value={value(all.available)}
        making={gapMade(gap, 'available')}
        remark={awaySentence(all.away)}
        {...(all.available !== null && { onRows: () => onRows({ measure: 'available', title: 'Available' }) })}
      />
      <Figure
        name="Required − available"
        value={value(all.requiredLessAvailable.wte)}
        making={gapMade(gap, 'requiredLessAvailable')}
        remark={
          all.requiredLessAvailable.wte === null
            ? 'needs a requirement and a staff list'
            : worked(all.requiredLessAvailable, 'required', 'available')
        }
        {...(all.requiredLessAvailable.wte !== null && {
          onRows: () => onRows({ measure: 'requiredLessAvailable', title: 'Required − available' }),
        })}
      />
    </Figures>
  );
}

/** "required 155.13 − in post 141.34 · net; gross 14.00 · in 5 of 8 units and groups". */
function worked({ from, less, wte, gross, compared, places }: GapDifference, one: string, other: string): string {
  const parts = [`${one} ${wteText(from)} − ${other} ${wteText(less)}`];
  if (gross !== null && gross !== wte) parts.push(`net; gross ${wteText(gross)}`);
  if (compared < places) parts.push(`known for ${compared} of ${places} units and groups`);
  return parts.join(' · ');
}
