import type { TrainingGroupOutlook, TrainingOutlook } from '#contract';
import { Figure, Figures } from '../../components/Figure.tsx';
import { dateText } from '../../components/numbers.ts';
import { outlookMade } from './figures.ts';
import { shortDay } from './words.ts';

/** When every group is there, who holds on the scheme's date, and what is wanting until then. */
export function OutlookHeadlines({ data, counted }: { data: TrainingOutlook; counted: TrainingGroupOutlook[] }) {
  const made = outlookMade(data, counted);
  const holds = counted.filter(({ holdsAtEnd }) => holdsAtEnd).length;
  const sum = (of: 'wanting' | 'booked' | 'lapsing') => counted.reduce((all, one) => all + one[of], 0);
  const dates = counted.map(({ reachedOn }) => reachedOn);
  const all = dates.every((day) => day !== null) ? [...dates].sort().pop() : null;
  return (
    <Figures>
      <Figure
        name="Every group reached on"
        value={all ? shortDay(all) : 'not yet'}
        making={made.reached}
        remark={
          all
            ? 'the last of the groups’ dates'
            : `${dates.filter((day) => day === null).length} groups do not get there with what is booked`
        }
      />
      <Figure
        name={`Hold on ${shortDay(data.end)}`}
        value={`${holds} of ${counted.length}`}
        making={made.hold}
        remark="groups of courses, each by itself"
      />
      <Figure
        name="Wanting"
        value={`${sum('wanting')} heads`}
        making={made.wanting}
        remark={`on ${dateText(data.end)}, with ${sum('booked')} booked seats attended`}
      />
      <Figure
        name="Lapse before then"
        value={`${sum('lapsing')} records`}
        making={made.lapse}
        remark="in date now, not any more on the scheme’s date, no seat booked"
      />
    </Figures>
  );
}
