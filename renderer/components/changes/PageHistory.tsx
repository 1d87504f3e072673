import { RecordHistory } from './RecordHistory.tsx';
import { tablesAt } from './tables-of-pages.ts';

/** At the foot of every page on which something is entered by hand: the history of all that it enters. */
export function PageHistory({ path }: { path: string }) {
  const tables = tablesAt(path);
  if (tables === undefined) return null;
  return (
    <div className="page__history not-printed">
      <RecordHistory of={{ tables: [...tables] }} />
    </div>
  );
}
