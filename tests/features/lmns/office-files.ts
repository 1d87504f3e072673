import { blankContext } from '../../../electron/features/lmns/blank/context.ts';
import { returnWorkbook } from '../../../electron/features/returns/workbook.ts';
import { tableTemplate } from '../../exports/pouring/templates.ts';
import { addTestTrust, openTestPlanner, submitReturn } from '../returns/planner.ts';
import { returnOf } from './returns.ts';

/** A workbook or a Word file that the planner writes, and words that have to stand in it. */
export interface OfficeFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly words: readonly string[];
  /** True where the columns are another's, and too narrow for what was poured into them. */
  readonly narrow: boolean;
}

const Q2 = '2026-Q2';

/** Every workbook and Word file of a trust's return and of an LMNS: three trusts over three quarters, one late, one restated. */
export async function officeFiles(): Promise<OfficeFile[]> {
  const planner = openTestPlanner({ now: '2026-10-20T09:30:00.000Z' });
  const { returns, lmns: system } = planner.client;
  await addTestTrust(planner);
  const own = { trust: 'RX1', period: Q2 };
  await returns.start(own);
  const save = (reference: string, field: string, value: unknown) =>
    returns.changeAnswer({ ...own, reference, change: { field, value } as never });
  await save('4.1', 'status', 'amber');
  await save('4.1', 'progress', 'Twelve posts went out in September; eight are filled.\n=SUM(A1) is no formula here.');
  await save('4.1', 'due', '2028-03-31');
  await save('4.2', 'status', 'red');
  await save('4.2', 'risk', 'Two wards without a ward manager');
  const item = { kind: 'document', title: 'Board paper 7', place: 'SharePoint: Workforce', detail: null } as const;
  await returns.addEvidence({ ...own, reference: '4.1', item });
  const [figure] = await returns.figures(own);
  if (figure)
    await returns.keepFigure({ ...own, reference: figure.reference, key: figure.key, sentence: figure.sentence });
  const template = Buffer.from(await tableTemplate()).toString('base64');
  const { id } = await returns.addLmnsWorkbook({
    trust: 'RX1',
    fileName: 'Mallowmere return.xlsx',
    contents: template,
  });
  const view = await returns.lmnsWorkbook({ ...own, id });
  const points = view.suggested.map(({ sheet, cell, field: part }) => ({ sheet, cell, field: part }));
  await returns.pointLmnsWorkbook({ ...own, id, points });
  await submitReturn(planner, own);

  const lmns = (await system.setUp({ name: 'Mallowmere LMNS', kind: 'LMNS' })).id;
  const trusts = [
    ['RXA', 'Ashbourne and the Vale'],
    ['RXB', 'Brackenfell'],
    ['RXC', 'Coldwater'],
    ['RXD', 'Dunmoor'],
  ] as const;
  for (const [code, name] of trusts) await system.setTrust({ lmns, code, name, hasPlanner: code !== 'RXD' });
  await system.setPeriod({ lmns, period: Q2, due: '2026-10-15' });
  const receive = async (...of: Parameters<typeof returnOf>) => {
    const document = returnOf(...of);
    const contents = Buffer.from(await returnWorkbook(document)).toString('base64');
    await system.receive({ lmns, fileName: `${document.trust.code} ${document.madeAt.slice(0, 10)}.xlsx`, contents });
  };
  for (const [place, period] of ['2025-Q4', '2026-Q1', Q2].entries())
    for (const [index, [code, name]] of trusts.slice(0, 3).entries()) {
      const statuses = { '4.1': 'red', '4.2': 'amber', '5.1': index === 1 ? null : 'blue' } as const;
      const inPost = 9_000_000 + index * 300_000 + place * 100_000;
      await receive({ code, name, period, inPost, leavers: index === 2 ? 3 : 12 + place, midwives: 150, statuses });
    }
  const restates = { of: '2026-10-05T09:00:00.000Z', reason: 'A ward was counted twice.' };
  const madeAt = '2026-10-14T09:00:00.000Z';
  await receive({ code: 'RXA', name: 'Ashbourne and the Vale', inPost: 8_800_000, madeAt, restates });
  const answers = await system.answers({ lmns, period: Q2 });
  const [first] = answers;
  if (first) {
    const { reference } = first.plan;
    const answer = {
      ...first.answer,
      status: 'amber',
      progress: 'All trusts were visited.',
      lead: 'LMNS lead',
    } as const;
    await system.setAnswer({ lmns, period: Q2, reference, answer });
    const [known] = first.figures;
    if (known) await system.keepFigure({ lmns, period: Q2, reference, key: known.key, sentence: known.sentence });
  }

  const file = (name: string, { contents }: { contents: string }, words: readonly string[]): OfficeFile => ({
    name,
    bytes: Buffer.from(contents, 'base64'),
    words,
    narrow: name === 'poured.xlsx',
  });
  const ofSystem = (kind: Parameters<typeof system.file>[0]['kind']) => system.file({ lmns, period: Q2, kind });
  if (blankContext(planner.context).measures.length === 0) throw new Error('The blank workbook asks for no measure');
  return [
    file('return.xlsx', await returns.workbook(own), [
      'Thistledown & Mallowmere',
      'At risk',
      '=SUM(A1) is no formula here.',
      'Board paper 7',
      '80.40',
    ]),
    file('report.docx', await returns.file({ ...own, format: 'docx' }), ['Twelve posts went out', 'At risk', '6.51 %']),
    file('poured.xlsx', await returns.pour({ ...own, id }), [
      'July to September 2026',
      'Amber',
      '=SUM(A1) is no formula here.',
    ]),
    file('blank.xlsx', await system.blank({ lmns, period: Q2, code: 'RXD' }), ['RXD', 'Vacancy rate']),
    file('system.xlsx', await ofSystem('workbook'), [
      'Mallowmere LMNS',
      'Ashbourne and the Vale',
      'fewer than 5',
      'A ward was counted twice.',
      'Off track',
    ]),
    file('paper.docx', await ofSystem('paper docx'), ['How the lines stand', 'No return from Dunmoor', 'Vacancy rate']),
    file('own return.docx', await ofSystem('return docx'), ['All trusts were visited.', 'Figures in the evidence']),
    file('own lines.xlsx', await ofSystem('return xlsx'), ['All trusts were visited.', 'Accepted on 20 October 2026']),
  ];
}
