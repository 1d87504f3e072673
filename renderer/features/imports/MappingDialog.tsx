import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { planner } from '../../client/planner.ts';
import { useAct } from '../../client/queries.ts';
import { sentence } from '../../client/refusal.ts';
import { useTrust } from '../../client/trust.ts';
import { Answered } from '../../components/Answered.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { RememberedColumns } from './RememberedColumns.tsx';
import { RememberedReading } from './RememberedReading.tsx';
import { RememberedWords } from './RememberedWords.tsx';
import { DialogFoot } from '../../components/DialogFoot.tsx';

export type RememberedMapping = Awaited<ReturnType<typeof planner.imports.mappings>>[number];

/** Changes what was remembered of a kind of file: the columns of one shape of it, or the words of all of them. */
export function MappingDialog({ remembered, onClose }: { remembered: RememberedMapping; onClose: () => void }) {
  const { id, kind, title, headings } = remembered;
  const saidKind = remembered.mapping.kind;
  const trust = useTrust().code;
  const kinds = useQuery({ queryKey: ['import kinds', trust], queryFn: () => planner.imports.kinds({ trust }) });
  const [fields, setFields] = useState(remembered.mapping.fields ?? {});
  const [codes, setCodes] = useState(remembered.mapping.codes ?? {});
  const [filledDown, setFilledDown] = useState(remembered.mapping.filledDown ?? {});
  const [format, setFormat] = useState(remembered.mapping.format);
  const nothing =
    saidKind === undefined &&
    [fields, filledDown, ...Object.values(codes)].every((said) => Object.keys(said).length === 0) &&
    !format;
  const save = useAct(
    async () => {
      if (nothing) await planner.imports.forgetMapping({ id });
      else
        await planner.imports.changeMapping({
          id,
          mapping:
            headings.length > 0
              ? {
                  ...(saidKind !== undefined && { kind: saidKind }),
                  fields,
                  ...(Object.keys(filledDown).length > 0 && { filledDown }),
                  ...(format && { format }),
                }
              : { codes },
        });
    },
    () => `Saved: it holds for the next ${title.toLowerCase()}`,
  );
  return (
    <Dialog title={`What is remembered: ${title.toLowerCase()}`} wide onClose={onClose}>
      <p>
        {headings.length > 0
          ? `Which columns a file with these ${headings.length} headings has. Imports made already do not change.`
          : 'What words in files of this kind mean. Imports made already do not change.'}
      </p>
      <Answered query={kinds}>
        {(all) => {
          const found = all.find((one) => one.kind === kind);
          if (!found) return <p>This kind of file is not known any more. Forget what was remembered of it.</p>;
          return headings.length > 0 ? (
            <>
              {remembered.mapping.format && (
                <RememberedReading formats={found.formats} format={format} onChange={setFormat} />
              )}
              <RememberedColumns
                fields={found.fields}
                headings={headings}
                columns={fields}
                onChange={setFields}
                filledDown={filledDown}
                onFilledDown={setFilledDown}
              />
            </>
          ) : (
            <RememberedWords sets={found.words} codes={codes} onChange={setCodes} />
          );
        }}
      </Answered>
      {save.isError && (
        <p className="note note--wrong" role="alert">
          {sentence(save.error)}
        </p>
      )}
      <DialogFoot
        history={{ kind: 'import_mapping', key: String(id) }}
        save={nothing ? 'Forget all of it' : 'Save what is remembered'}
        isSaving={save.isPending}
        onSave={() => save.mutate(undefined, { onSuccess: onClose })}
        onCancel={onClose}
      />
    </Dialog>
  );
}
