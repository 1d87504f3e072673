import type { Page } from 'playwright';
import { expect } from 'vitest';
import { isAsking } from './asking.ts';
import { listedScreens } from '../../support/listed-screens.ts';

export interface ShownScreen {
  readonly section: string;
  readonly title: string;
}

/** Titles by section, as the navigation lists them: those of a trust first. */
export const screens: readonly ShownScreen[] = [
  ...listedScreens.filter(({ section }) => section !== 'LMNS'),
  ...listedScreens.filter(({ section }) => section === 'LMNS'),
];

/** Shows the LMNS of the sample, or its trust. */
export async function view(page: Page, what: 'lmns' | 'trust'): Promise<void> {
  const choice = page.locator('#trust-in-view');
  if ((await choice.inputValue()).startsWith('lmns') === (what === 'lmns')) return;
  const option = choice.locator(what === 'lmns' ? 'optgroup option' : '> option').first();
  await choice.selectOption((await option.getAttribute('value')) ?? '');
}

/** Shows a screen by its link, and waits until everything on it is there. */
export async function show(page: Page, { section, title }: ShownScreen): Promise<void> {
  await view(page, section === 'LMNS' ? 'lmns' : 'trust');
  await page.getByRole('navigation').getByRole('link', { name: title, exact: true }).click();
  await page.getByRole('heading', { level: 1, name: title === 'Imports' ? /^Imports/ : title }).waitFor();
  await settled(page);
}

/** What is in view has all its answers, and has been drawn. */
export const settled = (page: Page) =>
  expect
    .poll(async () => (await page.getByText(/^(Loading|Drawing the chart)…$/).count()) + Number(isAsking(page)), {
      timeout: 20_000,
    })
    .toBe(0);
