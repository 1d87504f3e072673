import { useAnnouncement } from './announce.ts';

/**
 * Where a screen reader hears the newest message, if it came after the one of the turn given. It stands there before the
 * message does: a region that comes together with its words is not read.
 */
export function Announced({ after, className }: { after: number; className?: string }) {
  const { message, turn } = useAnnouncement();
  return (
    <span role="status" className={className}>
      {turn > after && <span key={turn}>{message}</span>}
    </span>
  );
}
