import type { VacancyPlan } from '#contract';
import { Figure, Figures } from '../../components/Figure.tsx';
import { percentText, wteText } from '../../components/numbers.ts';
import type { Show } from './PlanFilters.tsx';
import { daysText } from './words.ts';
import { vacanciesMade } from './figures.ts';

/** Live posts, offers, aged vacancies and the time from approval to offer. */
export function Headlines({ plan, onShow }: { plan: VacancyPlan; onShow: (show: Show) => void }) {
  const { live, offeredNotStarted, aged, approvalToOffer, fallen, fallenRate, likely } = plan;
  const made = vacanciesMade(plan);
  return (
    <Figures>
      <Figure
        name="Live vacancies"
        value={`${wteText(live.wte)} WTE`}
        making={made.live}
        remark={`${live.posts} posts neither started nor withdrawn · ${wteText(likely)} WTE likely to start`}
        onRows={() => onShow('live')}
      />
      <Figure
        name="Offered, not started"
        value={`${wteText(offeredNotStarted.wte)} WTE`}
        making={made.offered}
        remark={`${offeredNotStarted.posts} posts · ${fallenText(fallen.length, fallenRate)}`}
        onRows={() => onShow('offered')}
      />
      <Figure
        name={`Vacant over ${aged.days} days`}
        value={`${aged.posts} of ${live.posts} posts`}
        making={made.aged}
        remark={`${wteText(aged.wte)} WTE · since vacant, else approved${aged.unknown > 0 ? ` · ${aged.unknown} without a date` : ''}`}
        onRows={() => onShow('aged')}
      />
      <Figure
        name="Approval to offer"
        value={daysText(
          approvalToOffer.median,
          Number.isInteger(approvalToOffer.median.numerator / approvalToOffer.median.denominator) ? 0 : 1,
        )}
        making={made.approvalToOffer}
        remark={
          approvalToOffer.posts === 0
            ? 'no post has both dates yet'
            : `median of ${approvalToOffer.posts} posts, started ones included · mean ${daysText(approvalToOffer.mean, 2)}`
        }
      />
    </Figures>
  );
}

function fallenText(count: number, rate: VacancyPlan['fallenRate']): string {
  if (count === 0) return 'no offer has fallen through';
  return `${count} ${count === 1 ? 'offer' : 'offers'} fell through, ${percentText(rate)} of offers`;
}
