import type { ContractRouterClient } from '@orpc/contract';
import type { contract } from '#contract';
import { unzipSync } from '../../support/unzip.ts';

type Planner = ContractRouterClient<typeof contract>;

/** A file of each part of the planner that names the trust, of the sample's trust and one preceptee. */
export const filesOf = (
  { assurance, preceptorship, retention, returns, training }: Planner,
  trust: string,
  preceptee: string,
): Record<string, () => Promise<{ fileName: string; contents: string }>> => ({
  'report to the board, Word': () => assurance.reportFile({ trust, format: 'docx' }),
  'calendar of what is due': () => preceptorship.calendar({ trust }),
  'staying in post': () => preceptorship.stayingFile({ trust }),
  'pack for a person’s file': () => preceptorship.personPackFile({ trust, key: preceptee, format: 'docx' }),
  leavers: () => retention.leaversFile({ trust }),
  'flexible working': () => retention.flexibleWorkingFile({ trust }),
  // A draft: what was submitted keeps the name that the trust had then.
  'Theme 2 return, Word': () => returns.file({ trust, period: '2026-Q3', format: 'docx' }),
  'training compliance': () => training.complianceFile({ trust }),
});

const signs: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** All text of a workbook, a Word file or a calendar, as it was before it was written for its kind. */
export function textOf(contents: Buffer): string {
  if (contents.subarray(0, 2).toString() !== 'PK')
    return contents.toString('utf8').replaceAll('\r\n ', '').replaceAll('\\,', ',');
  return [...unzipSync(contents).values()]
    .map((bytes) => Buffer.from(bytes).toString('utf8'))
    .join('\n')
    .replace(/&(\w+);/g, (whole, sign: string) => signs[sign] ?? whole)
    .replaceAll('\u00a0', ' ');
}
