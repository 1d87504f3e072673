import { useQuery } from '@tanstack/react-query';
import { planner } from '../../client/planner.ts';
import { useAct } from '../../client/queries.ts';
import { sentence } from '../../client/refusal.ts';
import { useTrust } from '../../client/trust.ts';
import { Answered } from '../../components/Answered.tsx';
import { announce } from '../../components/announce.ts';
import { wteText } from '../../components/numbers.ts';

/** Occupation codes that belong to no group, each with a way to put it into one. Undo takes that back. */
export function UnmappedCodes() {
  const trust = useTrust().code;
  const rules = useQuery({
    queryKey: ['staff group rules', trust],
    queryFn: () => planner.staff.groupRules({ trust }),
  });
  const put = useAct(
    ({ code, group }: { code: string; group: string }) => planner.staff.setOccupationCode({ trust, code, group }),
    ({ label }) => label,
  );
  return (
    <Answered query={rules}>
      {({ unmapped, groups }) =>
        unmapped.length === 0 ? null : (
          <section className="note note--attention" aria-label="Codes without a group">
            <p>
              <strong>
                {unmapped.length === 1 ? 'One occupation code has' : `${unmapped.length} occupation codes have`} no
                staff group.
              </strong>{' '}
              Their people are in the total and in no group until you say where they belong.
            </p>
            <ul className="code-list">
              {unmapped.map(({ code, staffGroup, assignments, wte }) => (
                <li key={`${code} ${staffGroup}`}>
                  <label className="filter">
                    {code ?? 'No code'} · NHS staff group {staffGroup ?? 'not stated'} · {wteText(wte)} WTE in{' '}
                    {assignments} {assignments === 1 ? 'assignment' : 'assignments'}
                    {code !== null && (
                      <select
                        value=""
                        aria-label={`Staff group of occupation code ${code}`}
                        onChange={(event) =>
                          put.mutate(
                            { code, group: event.target.value },
                            { onError: (error) => announce(sentence(error)) },
                          )
                        }
                      >
                        <option value="">Choose a staff group</option>
                        {groups.map(({ group, groupName }) => (
                          <option key={group} value={group}>
                            {groupName}
                          </option>
                        ))}
                      </select>
                    )}
                  </label>
                </li>
              ))}
            </ul>
          </section>
        )
      }
    </Answered>
  );
}
