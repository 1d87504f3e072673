import { useQuery } from '@tanstack/react-query';
import { planner } from '../../client/planner.ts';
import { useAct } from '../../client/queries.ts';
import { useTrust } from '../../client/trust.ts';
import { Answered } from '../../components/Answered.tsx';
import { Button } from '../../components/Button.tsx';

/** How files were matched before, which holds for the next file of the same shape; each can be forgotten. */
export function RememberedMappings() {
  const trust = useTrust();
  const mappings = useQuery({
    queryKey: ['import mappings', trust.code],
    queryFn: () => planner.imports.mappings({ trust: trust.code }),
  });
  const forget = useAct(
    (id: number) => planner.imports.forgetMapping({ id }),
    () => 'Forgotten: the next such file is matched anew',
  );
  return (
    <Answered query={mappings}>
      {(remembered) =>
        remembered.length > 0 && (
          <>
            <h2>What was remembered</h2>
            <ul className="choices">
              {remembered.map(({ id, title, headings, mapping }) => (
                <li key={id}>
                  <strong>{title}</strong>
                  {headings.length > 0
                    ? ` with ${headings.length} headings (${headings.slice(0, 4).join(', ')}…)`
                    : ', every file'}
                  {words(mapping.codes)}{' '}
                  <Button onClick={() => forget.mutate(id)} aria-label={`Forget ${title}`}>
                    Forget
                  </Button>
                </li>
              ))}
            </ul>
          </>
        )
      }
    </Answered>
  );
}

function words(codes: Record<string, Record<string, string>> | undefined): string {
  const pairs = Object.values(codes ?? {}).flatMap((set) =>
    Object.entries(set).map(([word, meaning]) => `${word} means ${meaning}`),
  );
  return pairs.length > 0 ? `: ${pairs.join(', ')}` : '';
}
