import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAst } from 'rolldown/parseAst';
import { expect, test } from 'vitest';

const renderer = join(import.meta.dirname, '../../renderer');
const files = readdirSync(renderer, { recursive: true, encoding: 'utf8' }).filter((name) => /\.tsx?$/.test(name));
const sourceOf = (name: string) => readFileSync(join(renderer, name), 'utf8');

/** What is drawn as a table beside the shared ones, and why. */
const others: Readonly<Record<string, string>> = {
  'components/DataTable.tsx': 'the shared table',
  'components/table/block.ts': 'what is copied, for a paper',
  'components/OfferedFigure.tsx': 'a figure to decide on, laid out in lines: no list',
  'components/PaperView.tsx': 'a paper as it will be written; it is saved and printed as a paper',
  'features/preceptorship/SharedStaying.tsx': 'only on paper, in place of the table of the screen',
  'features/retention/OnePage.tsx': 'only on paper, the plan on one page',
  'features/preceptorship/BoardList.tsx':
    'thousands of lines, each painted by itself; arranged, kept as views, picked and taken by the shared pieces',
  'features/imports/ProblemList.tsx': 'problems to answer one by one, some thousands; saved as a list of their own',
  'features/establishment/EstablishmentGrid.tsx':
    'a grid to type into, of which ranges are copied; exported and printed by its screen',
  'features/returns/lmns-workbook/SheetGrid.tsx': 'the cells of a workbook that the user brought',
};

test('every table is the shared one, or has its reason', () => {
  const drawing = files.filter((name) => /<table\b|role="(?:table|grid)"/.test(sourceOf(name)));
  expect(drawing.length).toBeGreaterThan(3);
  expect(drawing.sort()).toEqual(Object.keys(others).sort());
});

/** Headings that say all: names, days, places, words as they were typed, and where a row comes from. */
const PLAIN = new Set(
  `Name|Unit|Band|Staff group|Staff group and band|Group and band|Day|Date|Month|Week of|Year|Quarter|Time|Times|Trust|Code|Site|
  Course|Topic|Session|Duty|Doctor|Owner|Lead|Role|Post|Role in the trust|Cost centre|Assignment|Area|Setting|Team|Activity|Building block|
  Note|Comment|Details|More|What|What happened|Who|When|Where|On|By|From|To|Until|As on|Started|Starts|Start|Left on|Held|Planned|Appointed|Reason|
  Why|Why not|Why unfilled|Why and by whom|Evidence|Gap|Action|Outcome|Outcome, or why not|What was done|In place of|Room|Faculty|Funding|
  Approved by|Approved on|Agreed by|Agreed on|Agreed|Review|Next review|Seen by the LMNS on|Signed by|Given by|Checked|Received|Imported|Made|
  File|File and row|File, sheet and row|Size|Sheet|Cell|Column|Row|What is there|What is wrong|What was found|Message|Formula|With its numbers|
  Measure|Version|Pack|Source|Title|Rules|Programme|Step|Steps|Number|List|Competency|Preceptee|Preceptor|Mentor|Person|People|Cohort|
  Level of care|Vacant for|Line|Lines|Element|Statement|Requirement|Indicator|Question|Theme|Opportunity|Practice|Challenge|Assessment|
  Level|Kind|Kind of file|Which files|What is remembered|Sends|University|Universities|Employer|Learners|Students|Service|Guidance|Quality|Quality notes|Destination|
  Progress|Next steps|Risk|Risk and mitigation|Mitigation|Help needed|Due|Follow-up|Answer|In words|Raised|Shared on|Period|Profession|
  Asked for|Deadline|What is asked|What it says, in our words|What is to be done|What it is made of|Where it is|Detail|Keys|What they do|
  Address|Form|Screen|Change|Counted|Times|Band that it goes with|What differs|Known from the planner|How it is known|
  PIN or passphrase|People who lack it and can come|Planned for|Absence|Shifts|Why it does not count|Course and group|The staff record says|
  To look at|Supports|With whom, outcome and agreed actions|Event|Field|Value|Whom it serves|Linked obstetrician|Night of|Vacant since|Mother tongue|
  Reason or shift|In force from|Signature`
    .split('|')
    .map((title) => title.trim()),
);

interface Node {
  type: string;
  start: number;
  end: number;
  [part: string]: unknown;
}

/** The parts of each column that a file defines: those of an object with a key, a heading, and what stands in the cells. */
function columnsIn(name: string): { title: string; parts: Set<string> }[] {
  const source = sourceOf(name);
  const columns: { title: string; parts: Set<string> }[] = [];
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) return node.forEach(visit);
    if (node === null || typeof node !== 'object') return;
    const { type, properties } = node as Node;
    if (type === 'ObjectExpression') {
      const named = new Map(
        (properties as { key?: Node & { name?: string }; value?: Node; argument?: Node }[]).map((one) => [
          one.key ? (one.key.name ?? '') : `...${source.slice(one.argument?.start, one.argument?.end)}`,
          one.value,
        ]),
      );
      const title = named.get('title');
      const draws = ['value', 'text', 'show'].some((part) => named.has(part));
      if (named.has('key') && title && draws) {
        const spread = [...named.keys()].filter((key) => key.startsWith('...') && key.includes('means'));
        columns.push({
          title: source.slice(title.start, title.end),
          parts: new Set([...named.keys(), ...(spread.length > 0 ? ['means'] : [])]),
        });
      }
    }
    for (const [part, value] of Object.entries(node)) if (part !== 'type') visit(value);
  };
  visit(parseAst(source, { lang: name.endsWith('x') ? 'tsx' : 'ts' }, name));
  return columns;
}

test('every column says what it means, for paper and files, unless it names the rows or its heading is a plain name, day or words', () => {
  const tables = files.filter((name) => /\b(?:Entry)?Column</.test(sourceOf(name)) && !name.startsWith('components/'));
  const all = tables.flatMap((name) => columnsIn(name).map((column) => ({ name, ...column })));
  expect(all.length).toBeGreaterThan(800);
  const silent = all.filter(({ title, parts }) => {
    const words = /^'(.*)'$/s.exec(title)?.[1];
    return !['means', 'acts', 'header'].some((part) => parts.has(part)) && !(words !== undefined && PLAIN.has(words));
  });
  expect(silent.map(({ name, title }) => `${name}: ${title}`)).toEqual([]);
});

test('the buttons below every dialog stand in one order, by the shared foot', () => {
  const drawing = files
    .filter((name) => sourceOf(name).includes('dialog__actions'))
    .filter((name) => name.endsWith('tsx'));
  // What was typed and not saved is offered above a form: no foot.
  expect(drawing.sort()).toEqual(['components/DialogFoot.tsx', 'components/draft/DraftNote.tsx']);
});
