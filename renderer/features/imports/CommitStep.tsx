import type { Committed, Mapping, OverlapAnswer, Preview } from '#contract';
import { planner } from '../../client/planner.ts';
import { useAct } from '../../client/queries.ts';
import { sentence } from '../../client/refusal.ts';
import { Button } from '../../components/Button.tsx';
import { Figure, Figures } from '../../components/Figure.tsx';
import { counted, dateText } from '../../components/numbers.ts';
import { ScreenLink } from '../../components/ScreenLink.tsx';
import { Progress } from './Progress.tsx';
import { previewMade } from './figures.ts';

interface CommitStepProps {
  fileName: string;
  input: { trust: string; file: string; mapping: Mapping };
  preview: Preview;
  overlap: OverlapAnswer | undefined;
  onOverlap: (answer: OverlapAnswer) => void;
  /** Called as soon as the rows are stored, and the file with them gone from the desk. */
  onStored: () => void;
  onDone: () => void;
}

const whole = (value: number) => value.toLocaleString('en-GB');
const answers: [OverlapAnswer, string][] = [
  ['replace', 'Replace the earlier rows of these days and units: those missing from this file go too'],
  ['add', 'Keep both: add these rows to the earlier ones'],
  ['leave', 'Leave the earlier rows and store only the other days and units'],
];

/** What is stored and what is left out, the question about earlier imports, and the storing itself. */
export function CommitStep({ fileName, input, preview, overlap, onOverlap, onStored, onDone }: CommitStepProps) {
  const commit = useAct(async () => {
    const committed = await planner.imports.commit({ ...input, overlap });
    if (committed.kind !== 'cancelled') onStored();
    return committed;
  }, said);
  if (commit.data && commit.data.kind !== 'cancelled') return <Done committed={commit.data} onDone={onDone} />;
  const { accepted, refused, first, last, units, overlaps, same, remarks, warnings } = preview;
  const made = previewMade(fileName, preview);
  const fresh = units.filter(({ isNew }) => isNew);
  const waiting = overlaps.length > 0 && overlap === undefined;
  return (
    <>
      {same !== null && (
        <p className="note note--attention">
          This very file was imported before in the same way. Storing it again changes nothing.
        </p>
      )}
      {remarks.map(({ code, message }) => (
        <p className="note note--attention" key={code + message}>
          {message}
        </p>
      ))}
      {warnings
        .filter(({ code }) => code === 'patient_identifier')
        .map(({ message, rows }) => (
          <p className="note note--attention" key={message}>
            {message} {rows.length === 1 ? 'Row' : 'Rows'} {rows.slice(0, 12).join(', ')}
            {rows.length > 12 ? ' and more' : ''}.
          </p>
        ))}
      <Figures>
        <Figure
          name="Rows to store"
          value={whole(accepted)}
          making={made.ready}
          remark={first && last ? `${dateText(first)} to ${dateText(last)}` : 'no dates'}
        />
        <Figure
          name="Left out"
          value={whole(refused)}
          making={made.refused}
          remark="kept with this import, to mend later"
        />
        <Figure
          name="Units"
          value={whole(units.length)}
          making={made.units}
          remark={units.map(({ name, rows }) => `${name} ${whole(rows)}`).join(', ')}
        />
        <Figure
          name="New units"
          value={whole(fresh.length)}
          making={made.newUnits}
          remark={fresh.map(({ name }) => name).join(', ') || 'all are known'}
        />
      </Figures>
      {overlaps.length > 0 && (
        <fieldset className="panel form__fieldset">
          <legend>
            <h2>Earlier imports have rows of the same days and units</h2>
          </legend>
          <ul>
            {overlaps.map((earlier) => (
              <li key={earlier.batch}>
                {earlier.fileName}, imported {dateText(earlier.committedAt)}: {whole(earlier.rows)} rows from{' '}
                {dateText(earlier.first)} to {dateText(earlier.last)}
                {earlier.units.length > 0 && ` in ${earlier.units.join(', ')}`}
              </li>
            ))}
          </ul>
          {answers.map(([answer, text]) => (
            <div key={answer}>
              <label className="choice">
                <input type="radio" name="overlap" checked={overlap === answer} onChange={() => onOverlap(answer)} />{' '}
                {text}
              </label>
            </div>
          ))}
        </fieldset>
      )}
      {commit.isError && (
        <p className="note note--wrong" role="alert">
          {sentence(commit.error)}
        </p>
      )}
      {commit.data?.kind === 'cancelled' && (
        <p className="note" role="status">
          Stopped. Nothing was stored.
        </p>
      )}
      <Button
        kind="main"
        disabled={commit.isPending || waiting || accepted === 0}
        onClick={() => commit.mutate(undefined)}
      >
        {commit.isPending ? 'Storing…' : `Store ${whole(accepted)} rows`}
      </Button>
      {waiting && <p>Choose what to do with the earlier rows first.</p>}
      {accepted === 0 && <p>No row of this file can be stored. Go back to the columns or the problems.</p>}
      {commit.isPending && <Progress subject={{ file: input.file }} />}
    </>
  );
}

function said(committed: Committed): string {
  if (committed.kind === 'cancelled') return 'Stopped. Nothing was stored.';
  if (committed.kind === 'already_there') return committed.message;
  const { accepted, fileName } = committed.batch;
  return `Stored ${counted(accepted, 'row')} of ${fileName}`;
}

/** The screen that shows what a kind of file brings. */
const figuresOf: Readonly<Record<string, string>> = {
  duty_roster: '/rosters',
  bank_list: '/rosters',
  staff_list: '/gap',
  ledger: '/gap',
  leavers: '/leavers',
  absence: '/rates',
  training: '/training-compliance',
  preceptees: '/preceptorship',
  vacancy_tracker: '/vacancies',
  retention_plan: '/retention',
  monthly_counts: '/assurance',
};

function Done({ committed, onDone }: { committed: Exclude<Committed, { kind: 'cancelled' }>; onDone: () => void }) {
  const { batch } = committed;
  return (
    <section className="empty" role="status">
      <h2>{committed.kind === 'committed' ? `${whole(batch.accepted)} rows are stored` : 'Nothing was changed'}</h2>
      {committed.kind === 'already_there' && <p>{committed.message}</p>}
      {committed.kind === 'committed' && committed.unitsMade.length > 0 && (
        <p>New units: {committed.unitsMade.join(', ')}.</p>
      )}
      {batch.refused > 0 && <p>{whole(batch.refused)} rows were left out and are kept with the import.</p>}
      <p>
        The whole import can be undone at any time from the list of imports.{' '}
        <ScreenLink to={figuresOf[batch.kind] ?? '/today'}>See the figures</ScreenLink>
      </p>
      <Button kind="main" onClick={onDone}>
        Back to imports
      </Button>
    </section>
  );
}
