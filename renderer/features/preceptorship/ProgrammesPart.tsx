import type { BoardRow, PreceptorshipBoard } from '#contract';
import { planner } from '../../client/planner.ts';
import { useAct } from '../../client/queries.ts';
import { useTrust } from '../../client/trust.ts';
import { Button } from '../../components/Button.tsx';
import { dateText } from '../../components/numbers.ts';
import { DataTable, type Column } from '../../components/DataTable.tsx';

/** The programmes, what a trust changed in them, and which one counts where none is chosen. */
export function ProgrammesPart({ board, rows }: { board: PreceptorshipBoard; rows: readonly BoardRow[] }) {
  const trust = useTrust().code;
  const choose = useAct(
    (programme: string) => planner.preceptorship.setUsualProgramme({ trust, programme }),
    ({ label }) => label && `Saved: ${label}`,
  );
  const used = (key: string) => rows.filter(({ programme }) => programme === key).length;
  const columns: Column<PreceptorshipBoard['programmes'][number]>[] = [
    { key: 'name', title: 'Programme', header: true, value: ({ name }) => name },
    {
      key: 'rules',
      title: 'Rules',
      value: ({ title, version, validFrom }) => `${title}, version ${version}, from ${dateText(validFrom)}`,
      means: 'The published pack that the days, months and hours come from, with its version and first day.',
    },
    { key: 'steps', title: 'Steps', value: ({ steps }) => steps.map(({ name }) => name).join(', ') },
    {
      key: 'own',
      title: 'Your own values',
      value: ({ own }) => (own.length === 0 ? 'As published' : own.join('; ')),
      means: 'What the trust changed in “Rules and defaults”.',
    },
    {
      key: 'used',
      title: 'Preceptees',
      number: true,
      value: ({ key }) => used(key),
      means: 'Preceptees on this programme, whatever their state.',
    },
    {
      key: 'usual',
      title: 'Usual one',
      value: ({ key }) => (board.usual === key ? 'The usual one' : ''),
      show: ({ key, name }) =>
        board.usual === key ? (
          'The usual one'
        ) : (
          <Button
            disabled={choose.isPending}
            className="unbroken"
            aria-label={`Make ${name} the usual one`}
            onClick={() => choose.mutate(key)}
          >
            Make usual
          </Button>
        ),
      means: 'The programme of preceptees for whom none was chosen.',
    },
  ];
  return (
    <>
      <h2>Programmes</h2>
      <DataTable caption="Programmes" columns={columns} rows={board.programmes} rowKey={({ key }) => key} />
      <p>
        Days, months, hours and limits are changed in “Rules and defaults”; a programme is chosen for each preceptee.
      </p>
    </>
  );
}
