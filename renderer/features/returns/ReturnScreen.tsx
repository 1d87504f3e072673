import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { QuarterOfReturn } from '#contract';
import { planner } from '../../client/planner.ts';
import { useTrust } from '../../client/trust.ts';
import { Answered } from '../../components/Answered.tsx';
import { LinePage } from './LinePage.tsx';
import { RegisterPage } from './RegisterPage.tsx';
import type { Place } from './places.ts';

/** The Theme 2 return of the trust in view: the register of a quarter, or one of its lines. */
export default function ReturnScreen() {
  const trust = useTrust().code;
  const quarters = useQuery({
    queryKey: ['returns', trust, 'quarters'],
    queryFn: () => planner.returns.quarters({ trust }),
  });
  const [chosen, setChosen] = useState<string | null>(null);
  return (
    <Answered query={quarters}>
      {({ current, quarters: all }) => (
        <Quarter period={chosen ?? firstChoice(all, current)} quarters={all} onPeriod={setChosen} />
      )}
    </Answered>
  );
}

/** The newest draft; else the newest return that was made; else the quarter that has just ended. */
function firstChoice(quarters: readonly QuarterOfReturn[], current: string): string {
  const found = quarters.find(({ state }) => state === 'draft') ?? quarters.find(({ state }) => state === 'made');
  return found?.period ?? quarters.find(({ period }) => period < current)?.period ?? current;
}

interface QuarterProps {
  period: string;
  quarters: QuarterOfReturn[];
  onPeriod: (period: string) => void;
}

function Quarter({ period, quarters, onPeriod }: QuarterProps) {
  const trust = useTrust().code;
  const [place, setPlace] = useState<Place | null>(null);
  const [from, setFrom] = useState<string | null>(null);
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
            quarters={quarters}
            onPeriod={(next) => {
              setFrom(null);
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
