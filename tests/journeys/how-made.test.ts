import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findProblems } from './support/accessibility.ts';
import { open } from './support/launch.ts';
import { BARE, type Panel, PANELS } from './support/panels.ts';
import type { Running } from './support/running.ts';
import { CLOCK, openStore } from './support/sample.ts';
import { screens, settled, show, view } from './support/screens.ts';
import { writeLargeRoster } from '../support/large-roster.ts';
import { why } from './support/targets.ts';

const reason = why('browser');
const OWN = { agreedBy: 'the maternity board', why: 'heard by an invented board' };

const titles = screens.map(({ title }) => title);

/** What is wrong with the panel of a figure. */
function wrongOf({ name, remark, facts, copied }: Panel): string[] {
  const said = (term: string) => facts[term] ?? [];
  const [formula = ''] = said('Formula');
  const [words = ''] = formula.split(' = ');
  const isScreen = (line: string) =>
    line.startsWith('Entered by hand on ') && [...titles, 'this page'].some((one) => line.includes(`on ${one}: `));
  const isFile = (line: string) => /\.(xlsx|csv)\b/.test(line);
  const isReturn = (line: string) => /^Return received from .+, made \d/.test(line);
  const isPack = (line: string) =>
    /, version .+, in force from \d+ \w+ \d{4} \(.+\)\. (As published|.+ in place of .+)/.test(line) ||
    line === 'None: counted as it stands, by no published rule';
  const isCopied = [...said('Source'), ...said('Pack')].every((line) => copied.includes(line));
  return [
    words.trim().length < 10 && `its formula says nothing: “${formula}”`,
    remark !== '' && words.trim() === remark && 'its formula is the remark',
    !/ = ./.test(formula) && 'its formula has no result',
    (said('Inputs').length === 0 || said('Inputs').some((line) => !/^.+: .+, .+$/.test(line))) &&
      `its inputs: ${said('Inputs').join(' | ')}`,
    !said('Inputs').some((line) => /, .*\b20\d\d\b/.test(line)) &&
      `its inputs have no day: ${said('Inputs').join(' | ')}`,
    !said('Source').some((line) => isScreen(line) || isFile(line) || isReturn(line)) &&
      `names neither file nor screen: ${said('Source').join(' | ')}`,
    (said('Pack').length === 0 || !said('Pack').some((line) => isPack(line) || isOfOthers(line))) &&
      `its packs: ${said('Pack').join(' | ')}`,
    (!isCopied || !copied.includes(words) || !/^Maternity Workforce Planner, \d/m.test(copied)) &&
      `what is copied: ${copied}`,
  ].flatMap((problem) => (problem ? [`${name}: ${problem}`] : []));
}

/** A system's figure names the packs that its trusts worked with. */
const isOfOthers = (line: string) => / \d+$|version|As each trust’s return says/.test(line);

/** The sample service with a value of the trust’s own in a pack. */
async function fill(folder: string): Promise<void> {
  const { planner, close } = openStore(folder);
  const { code: trust } = await planner.sample.load();
  const own = { trust, pack: 'retention-rules', path: 'dueSoonDays', value: 45, ...OWN };
  await planner.organisation.setRule(own);
  await planner.staff.setOccupationCode({ trust, code: 'G1A', group: 'support' });
  await planner.forecast.setAssumptions({ trust, assumptions: {} });
  await close();
}

describe.skipIf(reason !== null)(reason ?? 'how every figure was made', () => {
  let running: Running;
  let page: Page;
  const seen: Panel[] = [];

  beforeAll(async () => {
    running = await open('browser', { fill, clock: CLOCK });
    page = running.page;
    await page.getByText('Invented sample data').waitFor();
    await page.evaluate(`{
      const set = DataTransfer.prototype.setData;
      DataTransfer.prototype.setData = function (type, text) {
        if (type === 'text/plain') window.copiedText = text;
        return set.call(this, type, text);
      };
      window.print = () => undefined;
    }`);
  });
  afterAll(() => running?.close());

  /** What is wrong with the figures in view. */
  async function look(where: string): Promise<string[]> {
    await settled(page);
    const bare = await page.evaluate<string[]>(BARE);
    const panels = await page.evaluate<Panel[]>(PANELS);
    seen.push(...panels);
    return [
      ...bare.map((name) => `${where}: ${name} does not say how it was made`),
      ...panels.flatMap((panel) => wrongOf(panel).map((problem) => `${where}: ${problem}`)),
    ];
  }

  test.each(screens)('$title', async (screen) => {
    await show(page, screen);
    const wrong = await look(screen.title);
    const views = page.locator('main .view-choice').getByRole('button');
    const names = await views.evaluateAll((all) =>
      all.filter((one) => one.getAttribute('aria-pressed') === 'false').map((one) => one.textContent ?? ''),
    );
    for (const name of names) {
      // A view without anything in it may lead on by itself.
      if ((await page.locator('main .view-choice').count()) === 0) await show(page, screen);
      // How many there are, in brackets, may be known a moment later.
      const start = name.replace(/ \(\d+\)$/, '');
      await views.filter({ hasText: start }).first().click();
      wrong.push(...(await look(`${screen.title}, ${name}`)));
    }
    expect(wrong).toEqual([]);
  });

  /** Pages of one record, and parts of a screen that only a choice shows. */
  const parts: readonly { title: string; at: string; open: () => Promise<void> }[] = [
    {
      title: 'a preceptee',
      at: 'Preceptorship',
      open: async () => {
        await page.locator('main tbody').getByRole('button').first().click();
      },
    },
    {
      title: 'an assessment',
      at: 'Required staffing',
      open: async () => {
        await page
          .locator('main tbody')
          .getByRole('link')
          .or(page.locator('main tbody').getByRole('button'))
          .first()
          .click();
      },
    },
    ...['Neonatal nursing', 'Continuity teams'].map((name) => ({
      title: name,
      at: 'Required staffing',
      open: async () => {
        await page
          .locator('main')
          .getByRole('button', { name })
          .or(page.locator('main').getByRole('link', { name }))
          .first()
          .click();
      },
    })),
    {
      title: 'a line of the return',
      at: 'Theme 2 return',
      open: async () => {
        await page.locator('main tbody tr').filter({ hasText: /^4\.2/ }).getByRole('button').first().click();
        await page.locator('main').getByRole('article').first().waitFor();
      },
    },
    {
      title: 'a measure of the system',
      at: 'Compiled returns',
      open: async () => {
        await page.locator('main').getByRole('button', { name: 'Measures', exact: true }).click();
        await page.locator('main tbody').getByRole('button').first().click();
      },
    },
  ];

  test.each(parts)('$title', async ({ title, at, open: openPart }) => {
    const screen = screens.find((one) => one.title === at);
    if (!screen) throw new Error(`There is no screen ${at}.`);
    await show(page, screen);
    await openPart();
    await expect.poll(() => page.locator('main [aria-label^="How was this made: "]').count()).toBeGreaterThan(0);
    expect(await look(title)).toEqual([]);
  });

  test('an import, step by step', async () => {
    const imports = screens.find(({ title }) => title === 'Imports');
    if (imports) await show(page, imports);
    await page.setInputFiles('input[type=file]', writeLargeRoster(40));
    await page.getByRole('heading', { level: 1, name: /^Import: / }).waitFor();
    await page.getByRole('button', { name: 'Next: columns' }).click();
    for (const [step, figure] of [
      ['problems', 'Rows read'],
      ['dry run', 'New'],
      ['store', 'Rows to store'],
    ] as const) {
      await page.getByRole('button', { name: `Next: ${step}` }).click();
      await page.getByRole('group', { name: figure, exact: true }).waitFor();
      expect(await look(step)).toEqual([]);
    }
    await page.getByRole('button', { name: 'Leave without importing' }).click();
  });

  const headline = '[aria-label^="Rows behind "]';
  const cell = '[aria-label*=": rows of "]';
  test.each([
    ['Rosters', [headline, cell]],
    ['Staff in post', [headline, cell]],
    ['Rates', [headline, cell]],
    ['Leavers', [headline]],
    ['The gap', [headline, cell]],
  ] as const)('the rows behind figures of %s lead to the same panel', async (title, buttons) => {
    const screen = screens.find((one) => one.title === title);
    if (!screen) throw new Error(`There is no screen ${title}.`);
    await show(page, screen);
    for (const opens of buttons) {
      const button = page.locator(`main ${opens}`).first();
      await button.press('Enter');
      const rows = page.getByRole('dialog').first();
      await rows.getByText('How it is worked out').waitFor();
      await rows.getByRole('button', { name: /^How was this made: / }).press('Enter');
      const panel = page.getByRole('dialog', { name: /^How was this made\? / });
      await panel.getByText('Loading…').waitFor({ state: 'detached' });
      const source = (await panel.locator('dt', { hasText: 'Source' }).locator('+ dd').textContent()) ?? '';
      expect(source).toMatch(/\.(xlsx|csv)\b|Entered by hand on/);
      await panel.getByRole('button', { name: 'Copy for a paper' }).press('Enter');
      expect(await page.evaluate('window.copiedText')).toMatch(
        /^Formula: .{10}[^]*\nInputs: [^]*\nSource: [^]*\nPack: /m,
      );
      await page.keyboard.press('Escape');
      await page.keyboard.press('Escape');
      await rows.waitFor({ state: 'detached' });
    }
  });

  test('there were many, most with rows or files, and each formula is its own', () => {
    expect(seen.length).toBeGreaterThan(120);
    const formulas = new Set(seen.map(({ facts }) => facts['Formula']?.[0]?.split(' = ')[0]));
    expect(formulas.size).toBeGreaterThan(100);
    expect(seen.filter(({ hasRows }) => hasRows).length).toBeGreaterThan(25);
  });

  test('a value of the trust’s own stands at its pack alone, with who agreed it and why', () => {
    const packs = (name: string) =>
      seen.find((panel) => panel.name === name && 'Pack' in panel.facts)?.facts['Pack']?.join(' ') ?? '';
    expect(packs('Unmeasured')).toContain(`45 days in place of 28, agreed by ${OWN.agreedBy} (${OWN.why})`);
    expect(packs('Shift fill')).toBe('None: counted as it stands, by no published rule');
    expect(packs('Leaver rate, heads')).not.toContain(OWN.agreedBy);
  });

  test('what was entered by hand says who changed it last, and when, also in a paper', () => {
    const told = (name: string) =>
      seen.find((panel) => panel.name === name && panel.facts['Source']?.join().includes('occupation codes'));
    const changed = /groups of occupation codes that are the trust’s own, last changed (by .+ )?on \d+ \w+ 2026/;
    for (const name of ['Staff in post', 'Leaver rate, heads', 'Sickness']) {
      expect(told(name)?.facts['Source']?.join('; ')).toMatch(changed);
      expect(told(name)?.copied).toMatch(changed);
    }
    const sources = (name: string) => seen.find((panel) => panel.name === name)?.facts['Source']?.join('; ');
    expect(sources('In post, March 2028')).toMatch(
      /Forecast: what the trust assumes, last changed .*on \d+ \w+ 20\d\d/,
    );
  });

  test('the panel is read by keyboard, passes axe, and shows the rows', async () => {
    await view(page, 'trust');
    const leavers = screens.find(({ title }) => title === 'Leavers');
    if (leavers) await show(page, leavers);
    await page.getByRole('button', { name: 'How was this made: Leaver rate', exact: true }).focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog');
    await dialog.getByText(/Leavers, three years\.xlsx/).waitFor();
    expect(await findProblems(page)).toEqual([]);
    await page.setViewportSize({ width: 320, height: 480 });
    expect(
      await page.evaluate(
        `(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)(document.querySelector('dialog[open]'))`,
      ),
    ).toBeLessThanOrEqual(0);
    await page.setViewportSize({ width: 1366, height: 768 });
    await dialog.getByRole('button', { name: 'Show its rows' }).press('Enter');
    await page.getByRole('dialog', { name: /^Leavers/ }).waitFor();
    await page.keyboard.press('Escape');
    expect(running.complaints).toEqual([]);
  });
});
