import { useQuery } from '@tanstack/react-query';
import { planner } from '../../../client/planner.ts';
import { useAct } from '../../../client/queries.ts';
import { sentence } from '../../../client/refusal.ts';
import { saveExported } from '../../../client/save-exported.ts';
import { Answered } from '../../../components/Answered.tsx';
import { Dialog } from '../../../components/Dialog.tsx';
import { counted } from '../../../components/numbers.ts';
import { DialogFoot } from '../../../components/DialogFoot.tsx';

/** Pours the return: what breaks a rule of the workbook is told first. */
export function PourDialog({
  of,
  onClose,
}: {
  of: { trust: string; period: string; id: number };
  onClose: () => void;
}) {
  const pouring = useQuery({
    queryKey: ['returns', of.trust, of.period, 'pouring', of.id],
    queryFn: () => planner.returns.pouring(of),
  });
  const pour = useAct(
    (despite: boolean) => planner.returns.pour({ ...of, despite }).then(saveExported),
    (told) => told,
  );
  return (
    <Dialog title="Pour the return" onClose={onClose}>
      <Answered query={pouring}>
        {(cells) => {
          const broken = cells.filter(({ problem }) => problem);
          const empty = cells.filter(({ shown }) => shown === '').length;
          return (
            <>
              <p>
                {counted(cells.length - empty, 'cell')} will be filled in
                {empty > 0 && `, and ${counted(empty, 'cell')} emptied because the return has nothing for them`}.
                Everything else in the workbook stays as it is; its formulas are worked out when it is opened.
              </p>
              {broken.length > 0 && (
                <div className="note note--attention">
                  <p>
                    {broken.length === 1 ? '1 value breaks' : `${broken.length} values break`} a rule of the workbook.
                  </p>
                  <ul className="findings">
                    {broken.map(({ sheet, cell, problem }) => (
                      <li key={`${sheet}!${cell}`}>
                        {sheet} {cell}: {problem}
                      </li>
                    ))}
                  </ul>
                </div>
              )}
              {pour.data && <p role="status">{pour.data}</p>}
              {pour.isError && (
                <p className="nhsuk-error-message" role="alert">
                  {sentence(pour.error)}
                </p>
              )}
              <DialogFoot
                save={broken.length > 0 ? 'Pour all the same…' : 'Pour and save…'}
                act="export"
                isSaving={pour.isPending}
                onSave={() => pour.mutate(broken.length > 0)}
                onCancel={onClose}
                cancel="Close"
              />
            </>
          );
        }}
      </Answered>
    </Dialog>
  );
}
