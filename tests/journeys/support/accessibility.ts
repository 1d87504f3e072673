import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright';

const STANDARDS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What axe finds wrong on the screen as it is now: rule, what it asks, and where, in one line each. */
export async function findProblems(page: Page): Promise<string[]> {
  return problemsOf(page, (axe) => axe.withTags(STANDARDS));
}

/** The same of the dialog that is open, without the screen behind it. */
export async function findProblemsOfDialog(page: Page): Promise<string[]> {
  return problemsOf(page, (axe) => axe.withTags(STANDARDS).include('dialog[open]'));
}

/** What cannot be read for want of contrast: the one thing that differs between the light and the dark appearance. */
export async function findFaint(page: Page): Promise<string[]> {
  return problemsOf(page, (axe) => axe.withRules(['color-contrast']));
}

/** What a screen reader would stumble over that axe lets pass: more or fewer than one first heading, tables without a name. */
export const findNameless = (page: Page): Promise<string[]> =>
  page.evaluate<string[]>(`(() => {
    const firsts = document.querySelectorAll('h1').length;
    const tables = [...document.querySelectorAll('table')].filter((table) =>
      !table.caption && !table.ariaLabel && !table.hasAttribute('aria-labelledby') && !table.closest('[aria-hidden]'));
    const live = document.querySelectorAll('footer [role=status]').length;
    return [
      ...(firsts === 1 ? [] : [firsts + ' first headings']),
      ...tables.map((table) => 'a table without a name: ' + table.innerText.slice(0, 80)),
      ...(live > 0 ? [] : ['no place that messages are read from']),
    ];
  })()`);

async function problemsOf(page: Page, only: (axe: AxeBuilder) => AxeBuilder): Promise<string[]> {
  // In one frame: the other way opens a second page, which the desktop app rightly refuses.
  await stick(page, false);
  // Of what passes it would name every element, which takes longer than the rules themselves.
  const axe = new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ['violations'] });
  const { violations } = await only(axe).analyze();
  await stick(page, true);
  return violations.flatMap(({ id, help, nodes }) => nodes.map(({ target }) => `${id}: ${help}: ${target.join(' ')}`));
}

/** What lies half under the bars of the frame can be scrolled out: it is no small target, though axe takes it for one. */
const stick = (page: Page, isStuck: boolean) =>
  page.evaluate(
    (position) => {
      for (const bar of document.querySelectorAll<HTMLElement>('.frame__header, .frame__status'))
        bar.style.position = position;
    },
    isStuck ? '' : 'static',
  );
