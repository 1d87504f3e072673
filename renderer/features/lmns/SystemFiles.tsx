import { useLmns } from '../../client/lmns.ts';
import { planner } from '../../client/planner.ts';
import { SaveFiles } from '../../components/SaveFiles.tsx';

type Kind = Parameters<typeof planner.lmns.file>[0]['kind'];

/** The files that the compiled system goes out as. */
export function SystemFiles({ period }: { period: string }) {
  const lmns = useLmns().id;
  const file = (kind: Kind) => () => planner.lmns.file({ lmns, period, kind });
  return (
    <SaveFiles
      button="Save as…"
      title="Save the system as"
      files={[
        { name: 'Workbook', what: 'The system on top, then a sheet for each trust.', make: file('workbook') },
        {
          name: 'Board paper for Word',
          what: 'From the compile alone, in which small numbers are protected.',
          make: file('paper docx'),
        },
        { name: 'Board paper as PDF', what: 'The same paper, to be printed or sent.', make: file('paper pdf') },
        { name: 'Tables as CSV', what: 'Every table as a file of its own, in a zip.', make: file('csv') },
        { name: 'Tables as JSON', what: 'Every table with exact numbers, for other programs.', make: file('json') },
      ]}
    />
  );
}

/** The files of the system's own return. */
export function OwnReturnFiles({ period }: { period: string }) {
  const lmns = useLmns().id;
  const file = (kind: Kind) => () => planner.lmns.file({ lmns, period, kind });
  return (
    <SaveFiles
      button="Save as…"
      title="Save the system’s own return as"
      files={[
        {
          name: 'Return for Word',
          what: 'The lines of the LMNS with what the records know.',
          make: file('return docx'),
        },
        { name: 'Return as PDF', what: 'The same, to be printed or sent.', make: file('return pdf') },
        { name: 'Return as a workbook', what: 'One row for each line.', make: file('return xlsx') },
      ]}
    />
  );
}

interface BlankFilesProps {
  period: string;
  title: string;
  trusts: readonly { code: string; name: string; hasPlanner: boolean }[];
}

/** Blank workbooks for trusts without the planner. */
export function BlankFiles({ period, title, trusts }: BlankFilesProps) {
  const lmns = useLmns().id;
  const file = (code: string | null) => () => planner.lmns.blank({ lmns, period, code });
  return (
    <SaveFiles
      button="Blank workbook…"
      title={`Blank workbook of ${title}`}
      files={[
        ...trusts
          .filter(({ hasPlanner }) => !hasPlanner)
          .map(({ code, name }) => ({
            name: `For ${name}`,
            what: `With its code ${code}, to be filled in and sent back.`,
            make: file(code),
          })),
        { name: 'For any trust', what: 'Without a code: the trust fills it in.', make: file(null) },
      ]}
    />
  );
}
