import { useQuery } from '@tanstack/react-query';
import type { Rate } from '#contract';
import { planner } from '../../../client/planner.ts';
import { Answered } from '../../../components/Answered.tsx';
import { Button } from '../../../components/Button.tsx';
import { Figure, Figures } from '../../../components/Figure.tsx';
import { percentText, wteText } from '../../../components/numbers.ts';
import type { Behind } from './RateRows.tsx';
import { ratesMade } from '../figures.ts';

interface RatesFiguresProps {
  trust: string;
  period: { first: string; last: string };
  groups: string[];
  onRows: (behind: Behind) => void;
}

const same = (one: readonly string[], other: readonly string[]) =>
  one.length === other.length && one.every((group) => other.includes(group));
const rateText = (rate: Rate) => (rate.denominator === 0 ? 'Not known' : percentText(rate));

/** Leaver rate by heads and by WTE, stability and sickness of twelve months, each with its formula and its numbers. */
export function RatesFigures({ trust, period, groups, onRows }: RatesFiguresProps) {
  const leavers = useQuery({
    queryKey: ['leavers', trust, period],
    queryFn: () => planner.staff.leavers({ trust, period }),
  });
  const sickness = useQuery({
    queryKey: ['sickness', trust, period],
    queryFn: () => planner.staff.sickness({ trust, period }),
  });
  return (
    <Answered query={leavers}>
      {(left) => (
        <Answered query={sickness}>
          {(sick) => {
            const own = left?.groups.find((row) => same(row.groups, groups));
            const days = sick?.groups.find((row) => same(row.groups, groups))?.days;
            const made = ratesMade(
              period,
              {
                own,
                formulas: left?.formulas ?? [],
                startCensus: left?.startCensus ?? null,
                census: left?.census ?? null,
              },
              { days, formulas: sick?.formulas ?? [] },
            );
            const remarks = [...(left?.remarks ?? []), ...(sick?.remarks ?? [])];
            return (
              <>
                <Figures>
                  <Figure
                    name="Leaver rate, heads"
                    value={own ? rateText(own.leaverRate) : 'Not known'}
                    making={made.heads}
                    remark={
                      own
                        ? `${own.leavers} leavers ÷ mean of ${own.headsStart} heads at the start and ${own.headsEnd} at the end · ${own.voluntary} voluntary`
                        : 'import the list of leavers'
                    }
                    {...(own &&
                      left && {
                        onRows: () =>
                          onRows({
                            of: 'leavers',
                            title: 'Leavers of the twelve months',
                            value: rateText(own.leaverRate),
                            making: made.heads,
                          }),
                      })}
                  />
                  <Figure
                    name="Leaver rate, WTE"
                    value={own ? rateText(own.leaverRateFte) : 'Not known'}
                    making={made.wte}
                    remark={
                      own
                        ? `${wteText(own.leaversFte)} WTE ÷ mean of ${wteText(own.fteStart)} and ${wteText(own.fteEnd)}`
                        : 'import the list of leavers'
                    }
                    {...(own &&
                      left && {
                        onRows: () =>
                          onRows({
                            of: 'leavers',
                            title: 'WTE of the leavers',
                            value: rateText(own.leaverRateFte),
                            making: made.wte,
                          }),
                      })}
                  />
                  <Figure
                    name="Stability"
                    value={own ? rateText(own.stability) : 'Not known'}
                    making={made.stability}
                    remark={
                      own
                        ? `${own.stayed} of the ${own.headsStart} heads at the start are in post at the end; it is not 100 % less the leaver rate`
                        : 'import the list of leavers'
                    }
                    {...(own &&
                      left && {
                        onRows: () =>
                          onRows({
                            of: 'stability',
                            title: 'Stability: in post at the start',
                            value: rateText(own.stability),
                            making: made.stability,
                          }),
                      })}
                  />
                  <Figure
                    name="Sickness"
                    value={days ? rateText(days) : 'Not known'}
                    making={made.sickness}
                    remark={
                      days
                        ? `${wteText(days.numerator)} WTE days lost ÷ ${wteText(days.denominator)} WTE calendar days in post`
                        : 'import the list of absence episodes'
                    }
                    {...(days &&
                      sick && {
                        onRows: () =>
                          onRows({
                            of: 'sickness',
                            title: 'Sickness of the twelve months',
                            value: rateText(days),
                            making: made.sickness,
                          }),
                      })}
                  />
                </Figures>
                {own && left && (
                  <p>
                    <Button
                      onClick={() =>
                        onRows({
                          of: 'headsStart',
                          title: 'Heads at the start',
                          value: `${own.headsStart} people`,
                          making: made.headsStart,
                        })
                      }
                    >
                      Who was in post at the start
                    </Button>{' '}
                    <Button
                      onClick={() =>
                        onRows({
                          of: 'headsEnd',
                          title: 'Heads at the end',
                          value: `${own.headsEnd} people`,
                          making: made.headsEnd,
                        })
                      }
                    >
                      Who was in post at the end
                    </Button>
                  </p>
                )}
                {remarks.length > 0 && (
                  <ul className="note note--attention remarks">
                    {[...new Set(remarks.map(({ message }) => message))].map((message) => (
                      <li key={message}>{message}</li>
                    ))}
                  </ul>
                )}
              </>
            );
          }}
        </Answered>
      )}
    </Answered>
  );
}
