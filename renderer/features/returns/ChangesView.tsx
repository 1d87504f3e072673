import { useQuery } from '@tanstack/react-query';
import type { Register, ReturnChange } from '#contract';
import { planner } from '../../client/planner.ts';
import { Answered } from '../../components/Answered.tsx';
import { type Column, DataTable } from '../../components/DataTable.tsx';
import { ExportButton } from '../../components/ExportButton.tsx';
import { momentText } from './words.ts';

const columns: Column<ReturnChange>[] = [
  { key: 'place', title: 'What', header: true, value: ({ place }) => place },
  { key: 'from', title: 'From', value: ({ from }) => from || 'nothing', show: ({ from }) => <Cell text={from} /> },
  { key: 'to', title: 'To', value: ({ to }) => to || 'nothing', show: ({ to }) => <Cell text={to} /> },
];

function Cell({ text }: { text: string }) {
  return text === '' ? <em>nothing</em> : <span className="typed-text">{text}</span>;
}

export function ChangeTable({ caption, changes }: { caption: string; changes: ReturnChange[] }) {
  const table = () => ({
    title: caption,
    subtitle: 'From what to what',
    columns: columns.map(({ title }) => ({ heading: title, kind: 'long_text' as const })),
    rows: changes.map((change) => ({ kind: 'row' as const, values: columns.map(({ value }) => value(change)) })),
    definitions: [],
  });
  return (
    <DataTable
      caption={caption}
      columns={columns}
      rows={changes}
      rowKey={({ place }) => place}
      tools={<ExportButton table={table} />}
    />
  );
}

/** What changed since last time: against the return before, and against what was signed off or submitted. */
export function ChangesView({ register: { trust, period } }: { register: Register }) {
  const changes = useQuery({
    queryKey: ['returns', trust.code, period, 'changes'],
    queryFn: () => planner.returns.changes({ trust: trust.code, period }),
  });
  return (
    <Answered query={changes}>
      {({ before, kept }) => (
        <>
          {kept && kept.changes.length > 0 && (
            <section aria-labelledby="since-kept">
              <h2 id="since-kept">
                Since it was {kept.as} by the {kept.signature.role} on {momentText(kept.signature.at)}
              </h2>
              <ChangeTable caption={`Changed since it was ${kept.as}`} changes={kept.changes} />
            </section>
          )}
          <section aria-labelledby="since-before">
            <h2 id="since-before">{before ? `Since ${before.title}` : 'Since last time'}</h2>
            {before === null ? (
              <p>This is the first return of its kind. From the next one on, this page lists what changed.</p>
            ) : (
              <>
                {!before.withFigures && (
                  <p className="note">
                    The return of {before.title} was never signed off, so its figures were not kept. Answers are
                    compared.
                  </p>
                )}
                {before.changes.length === 0 ? (
                  <p>Nothing has changed since {before.title}.</p>
                ) : (
                  <ChangeTable caption={`Changed since ${before.title}`} changes={before.changes} />
                )}
              </>
            )}
          </section>
        </>
      )}
    </Answered>
  );
}
