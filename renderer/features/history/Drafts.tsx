import { useQuery } from '@tanstack/react-query';
import { DRAFT_DAYS, type ListedDraft } from '#contract';
import { type Drafts, useDrafts } from '../../client/drafts.ts';
import { useAct } from '../../client/queries.ts';
import { Button } from '../../components/Button.tsx';
import { type Column, DataTable } from '../../components/DataTable.tsx';
import { clockText, weekdayText } from '../../components/numbers.ts';
import { ScreenLink } from '../../components/ScreenLink.tsx';

/** Which fields: what is in them may be for no list. */
function fieldsText({ isConfidential, labels }: ListedDraft): string {
  return [...labels.filter(Boolean), ...(isConfidential ? ['confidential'] : [])].join(', ');
}

/** Forms that were typed into and not saved: what stands there, where to go on, and how to be rid of it. */
export function NotSaved() {
  const drafts = useDrafts();
  const list = useQuery({
    queryKey: ['drafts', drafts.owner],
    queryFn: () => drafts.list(),
    enabled: drafts.may,
  });
  if (!list.data || list.data.length === 0) return null;
  return <Listed drafts={drafts} rows={list.data} />;
}

function Listed({ drafts, rows }: { drafts: Drafts; rows: ListedDraft[] }) {
  const drop = useAct(
    (draft: ListedDraft) => drafts.drop(draft),
    (_, { form }) => `Thrown away: what was typed into “${form}”`,
  );
  const columns: Column<ListedDraft>[] = [
    {
      key: 'at',
      title: 'Typed',
      value: ({ at }) => at,
      show: ({ at }) => `${weekdayText(at)}, ${clockText(at)}`,
      means: 'When something was last typed into the form.',
    },
    { key: 'form', title: 'Form', value: ({ form }) => form, header: true },
    {
      key: 'screen',
      title: 'Screen',
      value: ({ screenTitle }) => screenTitle,
      show: ({ screen, screenTitle }) => <ScreenLink to={screen}>{screenTitle || 'Open the screen'}</ScreenLink>,
    },
    { key: 'typed', title: 'Fields', value: fieldsText, means: 'What was typed and is not saved.' },
    {
      key: 'drop',
      title: 'Throw away',
      acts: true,
      value: () => '',
      show: (draft) => <Button onClick={() => drop.mutate(draft)}>Throw away</Button>,
    },
  ];
  return (
    <section aria-labelledby="not-saved">
      <h2 id="not-saved">Typed and not saved</h2>
      <p>
        Open the form again on its screen: what was typed is put back there. After {DRAFT_DAYS} days it is thrown away.
      </p>
      <DataTable caption="Typed and not saved" columns={columns} rows={rows} rowKey={({ id }) => id} />
    </section>
  );
}
