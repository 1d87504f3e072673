import { useMemo, useState } from 'react';
import type { TodayArea, TodayItem } from '#contract';
import { openPlace } from '../../client/opened.ts';
import { planner } from '../../client/planner.ts';
import { useAct } from '../../client/queries.ts';
import { sentence } from '../../client/refusal.ts';
import { useTrust } from '../../client/trust.ts';
import { announce } from '../../components/announce.ts';
import { Button } from '../../components/Button.tsx';
import { Choose } from '../../components/Choose.tsx';
import { type Column, DataTable } from '../../components/DataTable.tsx';
import { counted } from '../../components/numbers.ts';
import { Status } from '../../components/Status.tsx';
import { areaNames, whenText, whenWords } from './words.ts';

/** So many are shown before all are asked for: the rest of the page stays in sight. */
const AT_FIRST = 8;

function columnsFor(act: (item: TodayItem) => void, open: (item: TodayItem) => void): Column<TodayItem>[] {
  return [
    {
      key: 'when',
      title: 'When',
      value: ({ due }) => due,
      show: (item) => <span className="today__when">{whenText(item)}</span>,
    },
    { key: 'what', title: 'What', value: ({ what }) => what, header: true },
    { key: 'who', title: 'Who', value: ({ who }) => who ?? '' },
    { key: 'detail', title: 'More', value: ({ detail }) => detail ?? '' },
    {
      key: 'status',
      title: 'Status',
      value: ({ when }) => whenWords[when].word,
      show: ({ when }) => <Status {...whenWords[when]} />,
      means: 'The day against today.',
    },
    {
      key: 'act',
      title: 'Take it off',
      acts: true,
      value: () => '',
      show: (item) => (
        <span className="actions">
          {item.onTheSpot === 'complete action' && (
            <Button onClick={() => act(item)} aria-label={`Mark as complete: ${item.what}`}>
              Mark as complete
            </Button>
          )}
          <Button
            onClick={() => (item.opens ? open(item) : act(item))}
            aria-label={`${item.button}: ${[item.what, item.who].filter(Boolean).join(', ')}`}
          >
            {item.button}
          </Button>
        </span>
      ),
    },
  ];
}

interface DueItemsProps {
  items: TodayItem[];
  /** Whether the lists are here that tell what is due. */
  isAllHere: boolean;
}

/** What is due, the most pressing first, each with what takes it off. */
export function DueItems({ items, isAllHere }: DueItemsProps) {
  const trust = useTrust().code;
  const [area, setArea] = useState<TodayArea | ''>('');
  const [all, setAll] = useState(false);
  const { mutate } = useAct(
    async (item: TodayItem) => {
      if (item.onTheSpot === 'backup') return { said: (await planner.backups.make()).problem ?? 'A backup was made' };
      const key = item.opens?.key ?? '';
      const { label } = await planner.retention.changeAction({ trust, key, status: 'complete' });
      return { said: label ?? 'It was complete already' };
    },
    ({ said }) => said,
  );
  const columns = useMemo(
    () =>
      columnsFor(
        (item) => mutate(item, { onError: (error) => announce(sentence(error)) }),
        ({ opens }) => opens && openPlace(opens.kind, opens.key),
      ),
    [mutate],
  );
  const areas = [...new Set(items.map((item) => item.area))];
  const wanted = items.filter((item) => area === '' || item.area === area);
  const rows = all ? wanted : wanted.slice(0, AT_FIRST);
  return (
    <section>
      <h2>Next</h2>
      {items.length === 0 ? (
        <p role="status">
          {isAllHere
            ? 'Nothing is due in the next four weeks. Well done.'
            : 'Nothing is due in the next four weeks by what is here so far.'}
        </p>
      ) : (
        <DataTable
          caption="What is due"
          columns={columns}
          rows={rows}
          rowKey={({ key }) => key}
          tools={
            <>
              {areas.length > 1 && (
                <Choose
                  title="Part"
                  all="All"
                  value={area}
                  choices={areas.map((key) => ({ key, name: areaNames[key] }))}
                  onChoose={setArea}
                />
              )}{' '}
              {wanted.length > AT_FIRST && (
                <Button onClick={() => setAll(!all)}>
                  {all ? 'Show the most pressing' : `Show all ${counted(wanted.length, 'thing')}`}
                </Button>
              )}
            </>
          }
        />
      )}
    </section>
  );
}
