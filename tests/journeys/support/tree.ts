import type { Page } from 'playwright';

/** A node as Playwright tells it: role, name, text, children, and states such as level, pressed or expanded. */
interface Told {
  readonly role: string;
  readonly name?: string;
  readonly text?: string;
  readonly children?: readonly (Told | string)[];
  readonly [state: string]: unknown;
}

/** Of these one of each shape tells all that a screen reader would say of them. */
const REPEATED = new Set(['row', 'listitem', 'option', 'article']);
/** They are called by what they hold, and nobody hears it twice. */
const NAMED_BY_CONTENT = new Set(['row', 'cell', 'gridcell', 'rowheader', 'columnheader', 'listitem']);
const STATES = ['level', 'checked', 'disabled', 'expanded', 'invalid', 'pressed', 'selected'];
const MORE = '…';
/** What is said where a tree is another than the one that is kept. */
export const MEANT = 'Read what a screen reader is told otherwise. If it is meant: npm run trees';

/**
 * What a screen reader is told of `selector`: roles, names and states, a part in a line, an only child behind its parent. Figures
 * are 0 and of rows, items and choices of one shape only the first is kept, so that the tree changes with the screen and not
 * with what a trust holds.
 */
export async function treeOf(page: Page, selector: string): Promise<string> {
  const place = page.locator(selector);
  const tell = async () => {
    const nodes = (await place.ariaSnapshotJSON()) as readonly Told[];
    return nodes.flatMap((node) => linesOf(node)).join('\n');
  };
  let told = await tell();
  for (let looks = 0; looks < 50; looks += 1) {
    await page.waitForTimeout(50);
    const again = await tell();
    if (again === told) break;
    told = again;
  }
  return `${told}\n`;
}

function linesOf(node: Told): string[] {
  // What a picture is drawn of is told nobody: its name is what is heard.
  const children = node.role === 'img' ? [] : shortened((node.children ?? []).map(nodeOf));
  const said = saidOf(node, children.length > 0);
  const [only] = children;
  if (only !== undefined && children.length === 1) {
    const [first = '', ...rest] = linesOf(only);
    return [`${said} › ${first}`, ...rest];
  }
  return [said, ...children.flatMap((child) => linesOf(child)).map((line) => `  ${line}`)];
}

const nodeOf = (child: Told | string): Told => (typeof child === 'string' ? { role: 'text', text: child } : child);

/** `button "Rows behind Live vacancies" [pressed]: rows`. Addresses are left out: nobody hears them. */
function saidOf({ role, name, text, ...node }: Told, hasChildren: boolean): string {
  const states = STATES.filter((state) => node[state]).map((state) =>
    node[state] === true ? ` [${state}]` : ` [${state} ${String(node[state])}]`,
  );
  const called = name && !(hasChildren && NAMED_BY_CONTENT.has(role)) ? ` "${withoutFigures(name)}"` : '';
  const says = text && text !== name ? `: ${withoutFigures(text)}` : '';
  return `${role}${called}${states.join('')}${says}`;
}

/** “1,012.50 WTE” as “0 WTE”; the test’s own folder and digests of files by a word. */
export const withoutFigures = (text: string) =>
  text
    .replace(/\S*planner-journey-\w+/g, 'FOLDER')
    .replace(/\b(?=[a-f]*\d)[0-9a-f]{8,}\b/g, 'DIGEST')
    .replace(/\d+(?:[.,:]\d+)*/g, '0');

/** Roles and states of a node and of all that it holds, without names and texts. */
const shapeOf = (node: Told): string =>
  `${node.role}${STATES.map((state) => node[state] ?? '').join('-')}(${(node.children ?? []).map((child) => shapeOf(nodeOf(child))).join()})`;

function shortened(nodes: readonly Told[]): readonly Told[] {
  const seen = new Set<string>();
  const kept: Told[] = [];
  for (const node of nodes) {
    const shape = shapeOf(node);
    if (!REPEATED.has(node.role) || !seen.has(shape)) kept.push(node);
    else if (kept.at(-1)?.role !== MORE) kept.push({ role: MORE });
    seen.add(shape);
  }
  return kept;
}
