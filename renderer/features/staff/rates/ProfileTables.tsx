import { useQuery } from '@tanstack/react-query';
import type { StaffProfile } from '#contract';
import { planner } from '../../../client/planner.ts';
import { Answered } from '../../../components/Answered.tsx';
import { type Column, DataTable } from '../../../components/DataTable.tsx';
import { percentText, wteText } from '../../../components/numbers.ts';
import { profileMade } from '../figures.ts';
import type { Behind } from './RateRows.tsx';

type Band = StaffProfile['age'][number];

interface ProfileTablesProps {
  scope: { trust: string; on: string; groups: string[] };
  onRows: (behind: Behind) => void;
}

/** Who is in post by length of service and by age, and how many are 55 or over. */
export function ProfileTables({ scope, onRows }: ProfileTablesProps) {
  const profile = useQuery({ queryKey: ['staff profile', scope], queryFn: () => planner.staff.profile(scope) });
  return (
    <Answered query={profile}>
      {(found) =>
        found && (
          <div className="columns">
            <section>
              <h2>Length of service</h2>
              <p>Whole years since the latest start with this employer.</p>
              <BandTable found={found} of="service" onRows={onRows} />
            </section>
            <section>
              <h2>Age</h2>
              <p>{over55(found)}</p>
              <BandTable found={found} of="age" onRows={onRows} />
            </section>
          </div>
        )
      }
    </Answered>
  );
}

function over55({ over55: { sure, perhaps, notStated }, heads, age }: StaffProfile): string {
  if (heads === 0) return 'Nobody of these groups is in post.';
  if (notStated === heads) return 'The staff list gives no ages.';
  const bands = age.filter((band) => band.over55 === 'some').map(({ name }) => name);
  const certain = `${sure} of ${heads} people (${percentText({ numerator: sure, denominator: heads })}) are in age bands that begin at 55 or over.`;
  return perhaps === 0
    ? certain
    : `${certain} Up to ${perhaps} more may be 55 already: the band ${bands.join(', ')} holds younger ages too.`;
}

function BandTable({
  found,
  of,
  onRows,
}: {
  found: StaffProfile;
  of: 'service' | 'age';
  onRows: ProfileTablesProps['onRows'];
}) {
  const title = of === 'age' ? 'Age band' : 'Service';
  const columns: Column<Band>[] = [
    { key: 'name', title, value: ({ name }) => name, header: true },
    {
      key: 'heads',
      title: 'Heads',
      value: ({ heads }) => heads,
      number: true,
      sum: 0,
      means: 'People in post; one with two assignments counts once.',
    },
    {
      key: 'share',
      title: 'Of all',
      number: true,
      share: true,
      value: ({ heads }) => heads / (found.heads || 1),
      show: ({ heads }) => percentText({ numerator: heads, denominator: found.heads }),
      means: 'Heads ÷ all heads in post.',
    },
    {
      key: 'wte',
      title: 'WTE',
      number: true,
      sum: 2,
      value: ({ wte }) => wte / 100_000,
      show: (band) => (
        <button
          type="button"
          className="link"
          aria-label={`${wteText(band.wte)}: rows of ${title.toLowerCase()} ${band.name}`}
          onClick={() =>
            onRows({
              of: 'people',
              title: `${title} ${band.name}`,
              value: `${wteText(band.wte)} WTE`,
              making: profileMade(found, of, band),
              [of === 'age' ? 'ageBand' : 'service']: band.key,
            })
          }
        >
          {wteText(band.wte)}
        </button>
      ),
      means: 'WTE of their assignments.',
    },
  ];
  return (
    <DataTable
      caption={title}
      columns={columns}
      rows={found[of]}
      rowKey={({ key }) => key}
      footer={
        <tr className="table__total">
          <th scope="row">All</th>
          <td className="number">{found.heads}</td>
          <td className="number">{percentText({ numerator: found.heads, denominator: found.heads })}</td>
          <td className="number">{wteText(found.wte)}</td>
        </tr>
      }
    />
  );
}
