import { useQuery } from '@tanstack/react-query';
import { useDrafts } from '../../client/drafts.ts';
import { clockText, weekdayText } from '../../components/numbers.ts';
import { IMPORT_ANSWERS } from './answers-draft.tsx';

/** The files of which something was answered and that were not stored, but for those at hand: what was said is there when one is chosen again. */
export function KeptAnswers({ atHand }: { atHand: readonly (string | undefined)[] }) {
  const drafts = useDrafts();
  const list = useQuery({ queryKey: ['drafts', drafts.owner], queryFn: () => drafts.list(), enabled: drafts.may });
  const kept = list.data?.filter(({ form, record }) => form === IMPORT_ANSWERS.form && !atHand.includes(record)) ?? [];
  if (kept.length === 0) return null;
  return (
    <p className="note">
      Answered and not stored:{' '}
      {kept.map(({ labels, at }) => `${labels[0]} (${weekdayText(at)}, ${clockText(at)})`).join(', ')}. Choose the file
      again to go on.
    </p>
  );
}
