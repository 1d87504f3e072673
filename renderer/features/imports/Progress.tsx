import { useQuery } from '@tanstack/react-query';
import { planner } from '../../client/planner.ts';
import { Button } from '../../components/Button.tsx';

type Far = NonNullable<Awaited<ReturnType<typeof planner.imports.progress>>>;

/** What the work is about: a file, or an import that is undone or done again. */
type Subject = { file: string } | { batch: number };

const doing = {
  reading: 'Reading and checking',
  comparing: 'Comparing with what is stored',
  storing: 'Storing',
  undoing: 'Undoing',
  redoing: 'Bringing back',
  saving: 'Saving to the disk',
} as const;
/** Whose rows are written: what is saved elsewhere meanwhile waits for them. */
const writes: ReadonlySet<string> = new Set(['storing', 'undoing', 'redoing', 'saving']);

const whole = (rows: number) => rows.toLocaleString('en-GB');

/** How far it is, in words: "Reading and checking: 40,000 rows of about 150,000, about 3 s left." */
function far({ phase, rows, of, secondsLeft }: Far): string {
  if (phase === 'saving') return `Saving ${of === null ? '' : `${whole(of)} rows `}to the disk: the last step.`;
  // What goes before the first row cannot be counted in rows.
  if (rows === 0) return `${doing[phase]}: getting ready.`;
  const about = phase === 'reading' ? 'about ' : '';
  const all = of === null ? '' : ` of ${about}${whole(of)}`;
  const left = secondsLeft === null ? '' : secondsLeft === 0 ? ', nearly done' : `, about ${secondsLeft} s left`;
  return `${doing[phase]}: ${whole(rows)} rows${all}${left}.`;
}

/** How far the work on a file or an import is, in rows and seconds left, with a way to stop it. */
export function Progress({ subject }: { subject: Subject }) {
  const { data } = useQuery({
    queryKey: ['import progress', subject],
    queryFn: () => planner.imports.progress(subject),
    refetchInterval: 300,
    gcTime: 0,
  });
  if (!data) return null;
  const { phase, rows, of } = data;
  return (
    <div className="note" role="status">
      <p>
        {far(data)} {writes.has(phase) && 'Go on with other work: what you save meanwhile waits for this and is kept.'}{' '}
        <progress value={of ? rows / of : undefined} aria-label="Share of the rows done" />
      </p>
      {phase !== 'saving' && (
        <Button onClick={() => void planner.imports.cancel(subject)}>Stop: nothing of it will stay</Button>
      )}
    </div>
  );
}
