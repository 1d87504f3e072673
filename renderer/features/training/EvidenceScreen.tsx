import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { EvidenceAbout, EvidenceDetail } from '#contract';
import { planner } from '../../client/planner.ts';
import { sentence } from '../../client/refusal.ts';
import { saveExported } from '../../client/save-exported.ts';
import { useTrust } from '../../client/trust.ts';
import { announce } from '../../components/announce.ts';
import { Answered } from '../../components/Answered.tsx';
import { Button } from '../../components/Button.tsx';
import { Choose } from '../../components/Choose.tsx';
import { Page } from '../../components/Page.tsx';
import { PaperView } from '../../components/PaperView.tsx';
import { Views } from '../../components/Views.tsx';
import { PrintPage } from '../../components/PrintPage.tsx';

const abouts = { scheme: 'Safety action 8', needs: 'Annual needs analysis' } as const;
const details = [
  { key: 'protected', name: 'No names, no small numbers' },
  { key: 'exact', name: 'No names, every number' },
  { key: 'named', name: 'With names: not to leave the trust' },
] as const;
const formats = { docx: 'Save as Word', xlsx: 'Save as a workbook', pdf: 'Save as PDF' } as const;
type Format = keyof typeof formats;

/** The evidence for safety action 8 and the annual needs analysis as they would be written, and their files. */
export default function EvidenceScreen() {
  const trust = useTrust();
  const [about, setAbout] = useState<EvidenceAbout>('scheme');
  const [detail, setDetail] = useState<EvidenceDetail>('protected');
  const [on, setOn] = useState('');
  const [analysis, setAnalysis] = useState<number | undefined>();
  const asked = {
    trust: trust.code,
    about,
    detail,
    ...(on ? { on } : {}),
    ...(analysis === undefined ? {} : { analysis }),
  };
  const evidence = useQuery({
    queryKey: ['training evidence', asked],
    queryFn: () => planner.training.evidence(asked),
    placeholderData: keepPreviousData,
  });
  const save = useMutation({
    mutationFn: async (format: Format) => saveExported(await planner.training.evidenceFile({ ...asked, format })),
    onSuccess: (told) => told && announce(told),
    onError: (error) => announce(sentence(error)),
  });
  const data = evidence.data;
  return (
    <Page
      title="Evidence packs"
      subtitle={data ? data.paper.subtitle : trust.name}
      filters={
        data && (
          <>
            {about === 'scheme' ? (
              <label className="filter">
                On
                <input type="date" value={on || data.census} onChange={({ target }) => setOn(target.value)} />
              </label>
            ) : (
              data.versions.length > 0 && (
                <Choose
                  title="Version"
                  value={String(data.analysis ?? '')}
                  choices={[...data.versions]
                    .reverse()
                    .map(({ id, title, version }) => ({ key: String(id), name: `${title}, version ${version}` }))}
                  onChoose={(key) => setAnalysis(Number(key))}
                />
              )
            )}
            <Choose title="Tell" value={detail} choices={details} onChoose={setDetail} />
          </>
        )
      }
      actions={
        data && (
          <>
            {(Object.keys(formats) as Format[]).map((format) => (
              <Button
                key={format}
                {...(format === 'docx' ? { kind: 'main' as const } : {})}
                disabled={save.isPending}
                onClick={() => save.mutate(format)}
              >
                {formats[format]}
              </Button>
            ))}
            <PrintPage />
          </>
        )
      }
    >
      <Views views={abouts} view={about} onView={setAbout} />
      {detail === 'named' && (
        <p className="note" role="status">
          This pack names people. Keep it within the trust: boards, the LMNS and NHS Resolution need no names.
        </p>
      )}
      <Answered query={evidence}>{({ paper }) => <PaperView paper={paper} pictures={[]} />}</Answered>
    </Page>
  );
}
