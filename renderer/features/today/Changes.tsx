import { useQuery } from '@tanstack/react-query';
import { Fragment } from 'react';
import type { TodayChanges, TodayFigure } from '#contract';
import { openPlace } from '../../client/opened.ts';
import { planner } from '../../client/planner.ts';
import { useTrust } from '../../client/trust.ts';
import { Answered } from '../../components/Answered.tsx';
import { clockText, counted, dateText } from '../../components/numbers.ts';
import { ScreenLink } from '../../components/ScreenLink.tsx';
import { behind } from './behind.ts';
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

/** So many edits are listed here; the history has all. */
const FEW = 10;

function ChangeList({ changes: { since, imports, edits, inAll } }: { changes: TodayChanges }) {
  const { data: figures } = useFiguresInSight();
  const moved = figures?.all.filter(({ before }) => before !== null) ?? [];
  return (
    <>
      <p>Since {since && when(since)}:</p>
      <ul>
        {imports.map(({ id, fileName, title, accepted, refused, committedAt, undoneAt }) => (
          <li key={`import ${id}`}>
            Import <ImportLink id={id} fileName={fileName} />, {title}:{' '}
            {undoneAt
              ? `undone ${when(undoneAt)}`
              : `${counted(accepted, 'row')}, ${refused} left out, ${when(committedAt)}`}
          </li>
        ))}
        {edits.slice(0, FEW).map((edit) => (
          <li key={edit.id}>
            <EditLink edit={edit} />
            {edit.undone && ', undone'}, {when(edit.at)}
          </li>
        ))}
      </ul>
      {inAll.imports > imports.length && (
        <p>
          <ScreenLink to="/imports">{`All ${inAll.imports} imports`}</ScreenLink>
        </p>
      )}
      {edits.length > 0 && (
        <p>
          <ScreenLink to="/history">{inAll.edits > FEW ? `All ${inAll.edits} changes` : 'Open the history'}</ScreenLink>
        </p>
      )}
      {moved.length > 0 && (
        <details>
          <summary>{counted(moved.length, 'figure')} moved with this</summary>
          <ul>
            {moved.map((figure) => (
              <li key={figure.key}>
                {figure.title}: {beforeText(figure)} → {figureText(figure)}
                <Behind figure={figure} imports={imports} edits={edits} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

const ImportLink = ({ id, fileName }: Pick<TodayChanges['imports'][number], 'id' | 'fileName'>) => (
  <button type="button" className="link" onClick={() => openPlace('import', String(id))}>
    {fileName}
  </button>
);

const EditLink = ({ edit: { id, label } }: { edit: TodayChanges['edits'][number] }) => (
  <button type="button" className="link" onClick={() => openPlace('change', String(id))}>
    {label}
  </button>
);

/** So many imports and edits are named behind a figure. */
const MOST_BEHIND = 3;

/** The imports and edits that a figure moved with; nothing where none is known. */
function Behind({ figure, imports, edits }: { figure: TodayFigure } & Pick<TodayChanges, 'imports' | 'edits'>) {
  const found = behind(figure, { imports, edits });
  const all = [
    ...found.imports.map((one) => <ImportLink key={`import ${one.id}`} {...one} />),
    ...found.edits.map((edit) => <EditLink key={`edit ${edit.id}`} edit={edit} />),
  ];
  if (all.length === 0) return null;
  return (
    <>
      , behind it{' '}
      {all.slice(0, MOST_BEHIND).map((one, at) => (
        <Fragment key={one.key}>
          {at > 0 && ', '}
          {one}
        </Fragment>
      ))}
      {all.length > MOST_BEHIND && ` and ${all.length - MOST_BEHIND} more`}
    </>
  );
}
