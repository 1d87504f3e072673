import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { PeriodOfReturn } from '#contract';
import { useOpened } from '../../client/opened.ts';
import { planner } from '../../client/planner.ts';
import { useTrust } from '../../client/trust.ts';
import { Answered } from '../../components/Answered.tsx';
import { LinePage } from './LinePage.tsx';
import { RegisterPage, type View } from './RegisterPage.tsx';
import type { Place } from './places.ts';

/** The Theme 2 return of the trust in view: the register of a quarter or a month, or one of its lines. */
export default function ReturnScreen() {
  const trust = useTrust().code;
  const periods = useQuery({
    queryKey: ['returns', trust, 'periods'],
    queryFn: () => planner.returns.periods({ trust }),
  });
  const [chosen, setChosen] = useState<string | null>(null);
  useOpened('return', setChosen);
  return (
    <Answered query={periods}>
      {({ quarter, periods: all }) => (
        <Period period={chosen ?? firstChoice(all, quarter)} periods={all} onPeriod={setChosen} />
      )}
    </Answered>
  );
}

const beingDone = new Set<PeriodOfReturn['state']>(['draft', 'checked', 'signed off', 'correction']);

/** The newest quarter that is worked on; else the newest that was submitted; else the one that has just ended; so with months. */
function firstChoice(all: readonly PeriodOfReturn[], current: string): string {
  const quarters = all.filter(({ kind }) => kind === 'quarter');
  const found =
    quarters.find(({ state }) => beingDone.has(state)) ??
    all.find(({ state }) => beingDone.has(state)) ??
    quarters.find(({ state }) => state === 'submitted');
  return found?.period ?? quarters.find(({ period }) => period < current)?.period ?? current;
}

interface PeriodProps {
  period: string;
  periods: PeriodOfReturn[];
  onPeriod: (period: string) => void;
}

function Period({ period, periods, onPeriod }: PeriodProps) {
  const trust = useTrust().code;
  const [place, setPlace] = useState<Place | null>(null);
  // A line alone is one of the return in view; with a period it is of that one's.
  useOpened('line', (key) => {
    const [reference = '', of] = key.split(' ');
    if (of !== undefined) onPeriod(of);
    setPlace({ reference, field: null });
  });
  const [from, setFrom] = useState<string | null>(null);
  const [view, setView] = useState<View>('lines');
  const register = useQuery({
    queryKey: ['returns', trust, period, 'register'],
    queryFn: () => planner.returns.register({ trust, period }),
  });
  return (
    <Answered query={register}>
      {(answer) => {
        const line = answer.lines.find(({ plan }) => plan.reference === place?.reference);
        if (line && place && answer.state !== 'not started')
          return (
            <LinePage
              key={line.plan.reference}
              register={answer}
              line={line}
              field={place.field}
              onPlace={(next) => {
                setFrom(line.plan.reference);
                setPlace(next);
              }}
            />
          );
        return (
          <RegisterPage
            register={answer}
            periods={periods}
            view={view}
            onView={setView}
            onPeriod={(next) => {
              setFrom(null);
              setView('lines');
              onPeriod(next);
            }}
            onPlace={setPlace}
            from={from}
          />
        );
      }}
    </Answered>
  );
}
