import type { ReferenceHead } from '../../../contract/reference.ts';
import { column, type EvidencePart, row } from '../calculations/evidence/pack.ts';

const marks: Readonly<Record<string, string>> = {
  V: 'read in the source',
  C: 'worked out from what was read',
  'K-high': 'general knowledge, fairly sure',
  'K-med': 'general knowledge, check it',
  'K-low': 'general knowledge, unsure: check it',
};

interface OwnChange {
  readonly of: string;
  readonly what: string;
  readonly published: string;
  readonly own: string;
}

/** The packs whose rules were taken, how sure each rule is, and what the trust says otherwise. */
export function rulesPart(
  packs: readonly Pick<ReferenceHead, 'title' | 'version' | 'confidence'>[],
  own: readonly OwnChange[],
): EvidencePart {
  return {
    title: 'Rules that were taken',
    says: [
      `The rules are those of ${packs.map(({ title, version }) => `“${title}” (${version})`).join(' and ')}.`,
      ...(own.length === 0 ? ['The trust takes every rule as it is published.'] : []),
    ],
    missing: [],
    tables: [
      {
        sheet: 'Rules',
        title: 'How sure each rule is',
        columns: [column('Rule'), column('Known from'), column('Basis')],
        rows: packs.flatMap(({ confidence }) =>
          confidence.map(({ of, mark, basis }) => row(of, marks[mark] ?? mark, basis)),
        ),
        notes: [],
      },
      ...(own.length === 0
        ? []
        : [
            {
              sheet: 'Own rules',
              title: 'What the trust says otherwise',
              columns: [column('Of'), column('Rule'), column('Published'), column('The trust’s own')],
              rows: own.map(({ of, what, published, own: said }) => row(of, what, published, said)),
              notes: [],
            },
          ]),
    ],
  };
}
