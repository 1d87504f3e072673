import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { planner } from '../../client/planner.ts';
import { queryClient } from '../../client/queries.ts';
import { useSignedIn } from '../../client/session.ts';
import { useTrust } from '../../client/trust.ts';
import { Answered } from '../../components/Answered.tsx';
import { Button } from '../../components/Button.tsx';
import { counted, dateText } from '../../components/numbers.ts';
import { Page } from '../../components/Page.tsx';
import { PrintPage } from '../../components/PrintPage.tsx';
import { BackupsCard } from './BackupsCard.tsx';
import { BringIn } from './BringIn.tsx';
import { Changes } from './Changes.tsx';
import { DueItems } from './DueItems.tsx';
import { FigureCards } from './FigureCards.tsx';
import { NothingYet } from './NothingYet.tsx';

const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const weekday = (date: string) => weekdays[new Date(`${date}T12:00:00Z`).getUTCDay()];

/** The first screen: the figures kept in sight, what is due with the way to take it off, and what changed since the last visit. */
export default function TodayScreen() {
  const trust = useTrust();
  const seesPeople = useSignedIn().mayView('people');
  const due = useQuery({
    queryKey: ['today due', trust.code],
    queryFn: () => planner.today.due({ trust: trust.code }),
    enabled: seesPeople,
  });
  useEffect(() => {
    void planner.today
      .visit({ trust: trust.code })
      .then(() => queryClient.invalidateQueries({ queryKey: ['today since', trust.code] }));
  }, [trust.code]);
  const [choosing, setChoosing] = useState(false);
  const data = due.data;
  const pressing = data?.items.filter(({ when }) => when === 'overdue' || when === 'today').length ?? 0;
  return (
    <Page
      title="Today"
      subtitle={
        data
          ? `${weekday(data.on)} ${dateText(data.on)} · ${trust.name}${data.isEmpty ? '' : ` · ${pressing === 0 ? 'nothing' : counted(pressing, 'thing')} due or overdue`}`
          : trust.name
      }
      actions={
        !data?.isEmpty && (
          <>
            <Button onClick={() => setChoosing(true)}>Choose the figures</Button>
            <PrintPage />
          </>
        )
      }
    >
      {data?.isEmpty ? (
        <NothingYet />
      ) : (
        <>
          <FigureCards isChoosing={choosing} onChosen={() => setChoosing(false)} />
          {seesPeople && (
            <>
              <Answered query={due}>
                {({ items, toBringIn }) => (
                  <>
                    <DueItems items={items} isAllHere={toBringIn.length === 0} />
                    {toBringIn.length > 0 && <BringIn lists={toBringIn} />}
                  </>
                )}
              </Answered>
              <div className="today__beside">
                <Changes />
                {data && <BackupsCard backups={data.backups} />}
              </div>
            </>
          )}
        </>
      )}
    </Page>
  );
}
