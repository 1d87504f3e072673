import { useQuery } from '@tanstack/react-query';
import { planner } from '../../client/planner.ts';
import { Button } from '../../components/Button.tsx';

/** What the work is about: a file, or an import that is undone or done again. */
type Subject = { file: string } | { batch: number };

const doing = {
  reading: 'Reading',
  comparing: 'Comparing with what is stored',
  storing: 'Storing',
  undoing: 'Undoing',
  redoing: 'Bringing back',
  saving: 'Saving to the disk',
} as const;
/** Whose rows are written: what is saved elsewhere meanwhile waits for them. */
const writes: ReadonlySet<string> = new Set(['storing', 'undoing', 'redoing', 'saving']);

/** How far the work on a file or an import is, in rows and seconds left, with a way to stop it. */
export function Progress({ subject }: { subject: Subject }) {
  const { data } = useQuery({
    queryKey: ['import progress', subject],
    queryFn: () => planner.imports.progress(subject),
    refetchInterval: 300,
    gcTime: 0,
  });
  if (!data) return null;
  const { phase, rows, of, secondsLeft } = data;
  return (
    <div className="note" role="status">
      <p>
        {doing[phase]}
        {phase !== 'saving' && `: ${rows.toLocaleString('en-GB')} rows`}
        {of !== null && ` of ${of.toLocaleString('en-GB')}`}
        {secondsLeft !== null && `, about ${secondsLeft} s left`}.{' '}
        {writes.has(phase) && 'Go on with other work: what you save meanwhile waits for this and is kept.'}{' '}
        <progress value={of ? rows / of : undefined} aria-label="Share of the rows done" />
      </p>
      {phase !== 'saving' && (
        <Button onClick={() => void planner.imports.cancel(subject)}>Stop: nothing of it will stay</Button>
      )}
    </div>
  );
}
