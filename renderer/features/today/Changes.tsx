import { useQuery } from '@tanstack/react-query';
import type { TodayChanges } from '#contract';
import { openPlace } from '../../client/opened.ts';
import { planner } from '../../client/planner.ts';
import { useTrust } from '../../client/trust.ts';
import { Answered } from '../../components/Answered.tsx';
import { clockText, counted, dateText } from '../../components/numbers.ts';
import { ScreenLink } from '../../components/ScreenLink.tsx';
import { useFiguresInSight } from './figures-in-sight.ts';
import { beforeText, figureText } from './words.ts';

const when = (at: string) => `${dateText(at)}, ${clockText(at)}`;

/** The figures that changed since the last visit, and the imports and edits behind them. */
export function Changes() {
  const trust = useTrust().code;
  const changes = useQuery({
    queryKey: ['today since', trust, 'changes'],
    queryFn: () => planner.today.changes({ trust }),
  });
  return (
    <section>
      <h2>Changed since your last visit</h2>
      <Answered query={changes}>
        {(answer) =>
          answer.since === null ? (
            <p>This is your first visit. What is imported or changed from now on will be listed here.</p>
          ) : answer.imports.length + answer.edits.length === 0 ? (
            <p>Nothing was imported or changed since {when(answer.since)}.</p>
          ) : (
            <ChangeList changes={answer} />
          )
        }
      </Answered>
    </section>
  );
}

function ChangeList({ changes: { since, imports, edits } }: { changes: TodayChanges }) {
  const { data: figures } = useFiguresInSight();
  const moved = figures?.all.filter(({ before }) => before !== null) ?? [];
  return (
    <>
      <p>Since {since && when(since)}:</p>
      <ul>
        {imports.map(({ id, fileName, title, accepted, refused, committedAt, undoneAt }) => (
          <li key={`import ${id}`}>
            Import{' '}
            <button type="button" className="link" onClick={() => openPlace('import', String(id))}>
              {fileName}
            </button>
            , {title}:{' '}
            {undoneAt
              ? `undone ${when(undoneAt)}`
              : `${counted(accepted, 'row')}, ${refused} left out, ${when(committedAt)}`}
          </li>
        ))}
        {edits.slice(0, 10).map(({ id, label, at, undone }) => (
          <li key={id}>
            {label}
            {undone && ', undone'}, {when(at)}
          </li>
        ))}
      </ul>
      {edits.length > 0 && (
        <p>
          <ScreenLink to="/history">
            {edits.length > 10 ? `All ${edits.length} changes` : 'Open the history'}
          </ScreenLink>
        </p>
      )}
      {moved.length > 0 && (
        <details>
          <summary>{counted(moved.length, 'figure')} moved with this</summary>
          <ul>
            {moved.map((figure) => (
              <li key={figure.key}>
                {figure.title}: {beforeText(figure)} → {figureText(figure)}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
