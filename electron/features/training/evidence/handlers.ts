import type { EvidenceAbout, EvidenceDetail } from '#contract';
import { type Context, implementation } from '../../../context.ts';
import { paperDocx } from '../../../exports/papers/docx.ts';
import { paperFileName } from '../../../exports/papers/paper-name.ts';
import { paperPdf } from '../../../exports/papers/pdf.ts';
import { workbookFileName } from '../../../exports/workbook.ts';
import { beginSharing } from '../../organisation/sharing.ts';
import { requireTrust } from '../../organisation/trust.ts';
import { paperOf } from '../calculations/evidence/pack.ts';
import { trainingFacts } from '../facts.ts';
import { analysesOf } from '../needs-repository.ts';
import { titleOfYear } from '../needs-service.ts';
import { evidencePack } from './service.ts';
import { evidenceWorkbook } from './workbook.ts';

const on = implementation.training;

interface Asked {
  readonly trust: string;
  readonly about: EvidenceAbout;
  readonly on?: string | undefined;
  readonly analysis?: number | undefined;
  readonly detail: EvidenceDetail;
}

/** The pack that is asked for, with what its files are called by; undefined where the version is not there. */
function packAsked(context: Context, asked: Asked) {
  const { database, today, now, version } = context;
  const trust = requireTrust(database, asked.trust);
  const sharing = beginSharing(context, trust, 'lmns');
  const versions = analysesOf(database, trust.id);
  const stored =
    asked.analysis === undefined ? versions[versions.length - 1] : versions.find(({ id }) => id === asked.analysis);
  if (stored === undefined && asked.analysis !== undefined) return undefined;
  return {
    trust,
    versions,
    stored,
    census: trainingFacts(context, trust.id, asked.on).census,
    pack: evidencePack(context, trust, asked, stored ?? null, sharing.profile),
    sharing,
    made: { on: today(), at: now(), version },
  };
}

export const evidenceHandlers = {
  evidence: on.evidence.handler(({ input, context, errors }) => {
    const found = packAsked(context, input);
    if (found === undefined) throw errors.NOT_THERE();
    const { census, versions, stored, pack, made } = found;
    return {
      about: input.about,
      detail: input.detail,
      census,
      versions: versions.map((one) => ({ id: one.id, title: titleOfYear(one.first), version: one.version })),
      analysis: stored?.id ?? null,
      paper: paperOf(pack, made),
    };
  }),

  evidenceFile: on.evidenceFile.handler(async ({ input, context, errors }) => {
    const found = packAsked(context, input);
    if (found === undefined) throw errors.NOT_THERE();
    const { trust, census, pack, made, sharing } = found;
    const { about, detail, format } = input;
    // Whoever meets the file later sees by its name that it must not leave the trust.
    const title = [pack.title, trust.code, about === 'scheme' ? census : '', detail === 'named' ? 'with names' : '']
      .filter(Boolean)
      .join(' ');
    const bytes =
      format === 'xlsx'
        ? await evidenceWorkbook(pack, made)
        : await (format === 'docx' ? paperDocx : paperPdf)(paperOf(pack, made));
    // What has every number is for use inside the trust: what it tells is no matter for those outside.
    const leftOut = detail === 'protected' ? sharing.remember(title) : null;
    return {
      leftOut,
      fileName: format === 'xlsx' ? workbookFileName(title) : paperFileName(title, format),
      contents: Buffer.from(bytes).toString('base64'),
    };
  }),
};
