import { useState } from 'react';
import { planner } from '../../client/planner.ts';
import { Button } from '../../components/Button.tsx';
import { SaveFiles } from '../../components/SaveFiles.tsx';
import { BundleDialog } from './BundleDialog.tsx';

/** The files that a return goes out as, beside its workbook. */
export function ReturnFiles({ of, isSigned }: { of: { trust: string; period: string }; isSigned: boolean }) {
  const [bundling, setBundling] = useState(false);
  const file = (format: 'docx' | 'pdf' | 'csv' | 'json') => () => planner.returns.file({ ...of, format });
  return (
    <>
      {isSigned && <Button onClick={() => setBundling(true)}>Bundle for the LMNS…</Button>}{' '}
      {bundling && <BundleDialog of={of} onClose={() => setBundling(false)} />}
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
    </>
  );
}
