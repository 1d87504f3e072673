import type { StayingBy, Staying } from '#contract';
import type { Paper, PaperFormat } from '../../contract/papers.ts';
import type { Context } from '../../context.ts';
import { implementation } from '../../context.ts';
import { addMonths } from '../../core/dates.ts';
import { chartSvg } from '../../exports/papers/chart-svg.ts';
import { paperDocx } from '../../exports/papers/docx.ts';
import { paperFileName } from '../../exports/papers/paper-name.ts';
import { paperPdf } from '../../exports/papers/pdf.ts';
import type { TrustRow } from '../organisation/repository.ts';
import { sharedFile } from '../organisation/shared-file.ts';
import { beginSharing, type Sharing } from '../organisation/sharing.ts';
import { requireTrust } from '../organisation/trust.ts';
import { cohortReport } from './calculations/cohort-report.ts';
import { mentorFigures } from './calculations/mentoring.ts';
import { personPack } from './calculations/person-pack.ts';
import { livingPreceptees } from './living-service.ts';
import { mentoringsToday } from './mentor-service.ts';
import { everyStaying } from './staying-service.ts';
import { pageOf } from './preceptee-page.ts';
import { signOffOf } from './sign-off-handlers.ts';

const on = implementation.preceptorship;

const groupTitles: Readonly<Record<StayingBy, string>> = {
  cohort: 'Cohort',
  year: 'Year of the start',
  programme: 'Programme',
  unit: 'Unit',
  support: 'Support',
};

function reportOf(context: Context, trust: TrustRow, { profile }: Sharing): Paper {
  const { reference, today, now, version } = context;
  const period = { first: addMonths(today(), -12), last: today() };
  const { share } = mentorFigures(mentoringsToday(context, trust), period);
  return cohortReport(
    {
      trust: trust.name,
      ...everyStaying(context, trust, profile),
      mentors: { share, days: reference.mentors.mentorWithinDays, ...period },
    },
    { on: today(), at: now(), version },
  );
}

/** The pack of one preceptee; undefined where nobody has that key. */
function packOf(context: Context, trust: TrustRow, key: string): Paper | undefined {
  const preceptee = livingPreceptees(context, trust).preceptees.find((one) => one.key === key);
  if (!preceptee) return undefined;
  const made = { trust: trust.name, at: context.now(), version: context.version };
  return personPack(pageOf(context, trust, preceptee), signOffOf(context, trust, preceptee), made);
}

const shown = (paper: Paper) => ({
  paper,
  pictures: paper.blocks.flatMap((block) => (block.kind === 'chart' ? [chartSvg(block)] : [])),
});

async function fileOf(paper: Paper, name: string, format: PaperFormat) {
  const bytes = format === 'docx' ? await paperDocx(paper) : await paperPdf(paper);
  return { fileName: paperFileName(name, format), contents: Buffer.from(bytes).toString('base64') };
}

export const stayingHandlers = {
  staying: on.staying.handler(({ input, context }) => {
    const trust = requireTrust(context.database, input.trust);
    return everyStaying(context, trust, beginSharing(context, trust, 'lmns').profile).by[input.by];
  }),

  stayingFile: on.stayingFile.handler(({ input, context }) => {
    const trust = requireTrust(context.database, input.trust);
    const sharing = beginSharing(context, trust, 'lmns');
    const staying = everyStaying(context, trust, sharing.profile).by[input.by];
    const title = `Preceptorship and staying ${trust.code} by ${groupTitles[input.by].toLowerCase()}`;
    return sharedFile(protectedTable(staying, trust, title), sharing, context);
  }),

  cohortReport: on.cohortReport.handler(({ input, context }) => {
    const trust = requireTrust(context.database, input.trust);
    return shown(reportOf(context, trust, beginSharing(context, trust, 'lmns')));
  }),

  cohortReportFile: on.cohortReportFile.handler(async ({ input, context }) => {
    const trust = requireTrust(context.database, input.trust);
    const sharing = beginSharing(context, trust, 'lmns');
    const paper = reportOf(context, trust, sharing);
    const name = `${paper.title} ${trust.code} ${context.today()}`;
    const file = await fileOf(paper, name, input.format);
    return { ...file, leftOut: sharing.remember(name) };
  }),

  personPack: on.personPack.handler(({ input, context, errors }) => {
    const paper = packOf(context, requireTrust(context.database, input.trust), input.key);
    if (!paper) throw errors.NOT_THERE();
    return shown(paper);
  }),

  personPackFile: on.personPackFile.handler(({ input, context, errors }) => {
    const paper = packOf(context, requireTrust(context.database, input.trust), input.key);
    if (!paper) throw errors.NOT_THERE();
    return fileOf(paper, `${paper.title} ${context.today()}`, input.format);
  }),
};

/** The table as it may leave the trust. */
function protectedTable({ shared, by, on: day, smallNumber, formulas }: Staying, trust: TrustRow, title: string) {
  const text = (heading: string) => ({ heading, kind: 'text' as const });
  const line = (kind: 'row' | 'total', row: (typeof shared)['all']) => ({
    kind,
    values: [row.name, row.people, row.meetings, row.supernumerary, row.at12, row.at24],
  });
  return {
    title,
    subtitle: `${trust.name} · as on ${day} · counts from 1 to ${smallNumber - 1}, and what would tell them, are withheld`,
    columns: [
      text(groupTitles[by]),
      text('People'),
      text('Meetings on time'),
      text('Supernumerary hours'),
      text('In post at 12 months'),
      text('In post at 24 months'),
    ],
    rows: [...shared.rows.map((row) => line('row', row)), line('total', shared.all)],
    definitions: formulas.map(({ figure, formula }) => ({ term: figure, meaning: formula })),
  };
}
