import { useQuery } from '@tanstack/react-query';
import type { TravellingText } from '#contract';
import { planner } from '../../client/planner.ts';
import { useTrust } from '../../client/trust.ts';
import { Answered } from '../../components/Answered.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { counted, dateText } from '../../components/numbers.ts';

/** What of the plan travels to the LMNS with the return, as it will be read there. */
export function Travels() {
  const trust = useTrust().code;
  const query = useQuery({ queryKey: ['travels', trust], queryFn: () => planner.retention.travels({ trust }) });
  return (
    <Answered query={query}>
      {({ practices, challenges, drafts }) => (
        <>
          {practices.length + challenges.length === 0 ? (
            <EmptyState title="Nothing travels yet">
              <p>
                Practice that others could use, and challenges for the LMNS or NHS England, travel with the Theme 2
                return once the trust has approved their words. Open an action and mark it.
              </p>
            </EmptyState>
          ) : (
            <>
              <List title="Shareable practice" texts={practices} />
              <List title="Challenges to escalate" texts={challenges} />
            </>
          )}
          {drafts > 0 && <p>{counted(drafts, 'draft')} not approved yet: it stays here.</p>}
        </>
      )}
    </Answered>
  );
}

function List({ title, texts }: { title: string; texts: TravellingText[] }) {
  if (texts.length === 0) return null;
  return (
    <section aria-label={title}>
      <h2>{title}</h2>
      <ul className="action-reviews">
        {texts.map((one) => (
          <li key={one.title}>
            <strong>{one.title}</strong>
            <p>{one.text}</p>
            <p className="equality-table__how">
              {[
                one.element,
                one.references.length > 0 && `lines ${one.references.join(', ')}`,
                one.escalateTo && `for ${one.escalateTo === 'national' ? 'NHS England' : 'the LMNS'}`,
                `approved by ${one.approvedBy} on ${dateText(one.approvedOn)}`,
              ]
                .filter(Boolean)
                .join(' · ')}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
