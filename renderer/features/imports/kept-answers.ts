import type { DraftField, Mapping, Mend, OverlapAnswer, ProblemGroup } from '#contract';
import type { Answer, Answers } from './answers.ts';

/** All that a person has said of a file. */
export interface Said {
  readonly mapping: Mapping;
  readonly answers: Answers;
  /** What is to become of earlier imports of the same days. */
  readonly overlap?: OverlapAnswer | undefined;
}

export const nothingSaid: Said = { mapping: {}, answers: {} };

export const isNothing = ({ mapping, answers, overlap }: Said): boolean =>
  overlap === undefined && Object.keys(mapping).length === 0 && Object.keys(answers).length === 0;

/** What was typed into a field and not left yet, by the field. */
export type HalfTypedTexts = ReadonlyMap<string, string>;

/** The most that a field of a draft holds. */
const MOST = 50_000;
/** So many row numbers go into one line. */
const ROWS = 5000;

/** One thing that was said. Mended cells follow their problem, those of the same value together. */
type Line =
  | { readonly mapping: Mapping }
  | { readonly overlap: OverlapAnswer }
  | { readonly group: ProblemGroup; readonly answer: Answer }
  | { readonly of: string; readonly field: string; readonly value: string; readonly rows: readonly number[] }
  | { readonly half: string; readonly text: string };

/** What was said as fields of a draft; none where nothing was. `name` is what the list of drafts calls it. */
export function asFields(name: string, said: Said, half: HalfTypedTexts): DraftField[] {
  const values: string[] = [];
  for (const line of linesOf(said, half)) {
    const text = JSON.stringify(line);
    const last = values.at(-1);
    if (last !== undefined && last.length + text.length < MOST) values[values.length - 1] = `${last}\n${text}`;
    else if (text.length <= MOST) values.push(text);
  }
  return values.map((value, at) => ({ name: `answers ${at + 1}`, label: at === 0 ? name : '', value }));
}

/** What the fields of a draft say. */
export function fromFields(fields: readonly DraftField[]): { said: Said; half: HalfTypedTexts } {
  let said = nothingSaid;
  const answers: Record<string, Answers[string]> = {};
  const cells = new Map<string, Mend[]>();
  const half = new Map<string, string>();
  const lines = fields.flatMap(({ value }) => value.split('\n')).map((text) => JSON.parse(text) as Line);
  for (const line of lines) {
    if ('mapping' in line) said = { ...said, mapping: line.mapping };
    else if ('overlap' in line) said = { ...said, overlap: line.overlap };
    else if ('half' in line) half.set(line.half, line.text);
    else if ('group' in line) {
      answers[line.group.key] = line;
      if (line.answer.kind === 'cells') cells.set(line.group.key, line.answer.mends as Mend[]);
    } else {
      const { field, value } = line;
      for (const row of line.rows) cells.get(line.of)?.push({ row, field, value });
    }
  }
  return { said: { ...said, answers }, half };
}

function linesOf({ mapping, answers, overlap }: Said, half: HalfTypedTexts): Line[] {
  return [
    ...(Object.keys(mapping).length > 0 ? [{ mapping }] : []),
    ...(overlap === undefined ? [] : [{ overlap }]),
    ...Object.values(answers).flatMap(({ group, answer }): Line[] =>
      answer.kind === 'cells'
        ? [{ group, answer: { kind: 'cells', mends: [] } }, ...mendsOf(group.key, answer)]
        : [{ group, answer }],
    ),
    ...[...half].map(([key, text]) => ({ half: key, text })),
  ];
}

function mendsOf(of: string, { mends }: Extract<Answer, { kind: 'cells' }>): Line[] {
  const alike = new Map<string, Mend[]>();
  for (const mend of mends) {
    const key = JSON.stringify([mend.field, mend.value]);
    const cells = alike.get(key);
    if (cells) cells.push(mend);
    else alike.set(key, [mend]);
  }
  return [...alike.values()].flatMap((cells) => {
    const rows = cells.map(({ row }) => row);
    const { field = '', value = '' } = cells[0] ?? {};
    return Array.from({ length: Math.ceil(rows.length / ROWS) }, (_, part) => ({
      of,
      field,
      value,
      rows: rows.slice(part * ROWS, (part + 1) * ROWS),
    }));
  });
}
