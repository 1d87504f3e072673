import { useQuery } from '@tanstack/react-query';
import type { Register, ReturnFinding } from '#contract';
import { planner } from '../../client/planner.ts';
import { Answered } from '../../components/Answered.tsx';
import { type Column, DataTable } from '../../components/DataTable.tsx';
import { type Place, placeOf } from './places.ts';

const kinds: Record<ReturnFinding['kind'], string> = {
  missing: 'Missing answer',
  evidence: 'No evidence',
  mitigation: 'Overdue, no mitigation',
  disagrees: 'Figures disagree',
  moved: 'Moved more than usual',
  old: 'Assessment past its years',
  small: 'Small number',
};

/** Everything to look at before sign-off; each finding leads to its place. */
export function ChecksView({
  register,
  onPlace,
  onMeasures,
}: {
  register: Register;
  onPlace: (place: Place) => void;
  onMeasures: () => void;
}) {
  const of = { trust: register.trust.code, period: register.period };
  const checks = useQuery({
    queryKey: ['returns', of.trust, of.period, 'checks'],
    queryFn: () => planner.returns.checks(of),
  });
  const columns: Column<ReturnFinding>[] = [
    { key: 'line', title: 'Line', value: ({ reference }) => reference },
    {
      key: 'kind',
      title: 'Check',
      value: ({ kind }) => kinds[kind],
      means: 'What is checked: an answer wanted, a figure, evidence, or a contradiction.',
    },
    {
      key: 'message',
      title: 'What was found',
      header: true,
      value: ({ message }) => message,
      show: (finding) => (
        <button
          type="button"
          className="link"
          onClick={() => (finding.field === 'measure' ? onMeasures() : onPlace(placeOf(finding)))}
        >
          {finding.message}
        </button>
      ),
    },
  ];
  return (
    <Answered query={checks}>
      {(found) =>
        found.length === 0 ? (
          <p>
            Nothing to look at: every line has its answer and its evidence, the figures agree with each other and with
            last time, and no assessment is past its years.
          </p>
        ) : (
          <DataTable
            caption={`What to look at before ${register.title} is signed off`}
            columns={columns}
            rows={found}
            rowKey={({ message }) => message}
          />
        )
      }
    </Answered>
  );
}
