import { useQuery } from '@tanstack/react-query';
import { planner } from '../../client/planner.ts';
import { Button } from '../../components/Button.tsx';

/** How far the reading or storing of a file is, in rows and seconds left, with a way to stop it. */
export function Progress({ file }: { file: string }) {
  const { data } = useQuery({
    queryKey: ['import progress', file],
    queryFn: () => planner.imports.progress({ file }),
    refetchInterval: 300,
    gcTime: 0,
  });
  if (!data) return null;
  const rows = data.rows.toLocaleString('en-GB');
  return (
    <div className="note" role="status">
      <p>
        {data.phase === 'reading' ? 'Reading' : 'Storing'}: {rows} rows
        {data.of !== null && ` of ${data.of.toLocaleString('en-GB')}`}
        {data.secondsLeft !== null && `, about ${data.secondsLeft} s left`}.{' '}
        <progress value={data.of ? data.rows / data.of : undefined} aria-label="Share of the rows done" />
      </p>
      <Button onClick={() => void planner.imports.cancel({ file })}>Stop: nothing of it will stay</Button>
    </div>
  );
}
