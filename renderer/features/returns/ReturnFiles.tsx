import { planner } from '../../client/planner.ts';
import { SaveFiles } from '../../components/SaveFiles.tsx';

/** The files that a return goes out as, beside its workbook. */
export function ReturnFiles({ of }: { of: { trust: string; period: string } }) {
  const file = (format: 'docx' | 'pdf' | 'csv' | 'json') => () => planner.returns.file({ ...of, format });
  return (
    <SaveFiles
      button="Save as…"
      title="Save the return as"
      files={[
        {
          name: 'Workbook',
          what: 'For the LMNS: sheets for people, and one from which the planner reads it back.',
          make: () => planner.returns.workbook(of),
        },
        { name: 'Report for Word', what: 'The highlight report, to be read and edited.', make: file('docx') },
        { name: 'Report as PDF', what: 'The same report, to be printed or sent.', make: file('pdf') },
        { name: 'Tables as CSV', what: 'Every table as a file of its own, in a zip.', make: file('csv') },
        { name: 'Tables as JSON', what: 'Every table with exact numbers, for other programs.', make: file('json') },
      ]}
    />
  );
}
