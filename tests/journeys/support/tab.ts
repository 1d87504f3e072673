import type { Page } from 'playwright';

type Key = 'Tab' | 'Shift+Tab';

/**
 * So many more presses than there are stops, as often as they meet others: the browser stops by itself at some places that scroll,
 * and a long table draws its rows, with what is in them, as the focus comes to them.
 */
const MORE = 40;

/** Puts the focus on the stop before the first of `within`, and notes from now on what gets it and how it looks. Runs in the page. */
const begin = (within: string, isBack: boolean) => `(() => {
  const canStop = (one) => one.tabIndex >= 0 && !one.matches(':disabled') && !one.closest('[inert]')
    && one.checkVisibility({ visibilityProperty: true });
  // Of choices of one group the chosen one is the stop, and the first where none is chosen.
  const isOfGroup = (one) => {
    if (one.type !== 'radio' || !one.name) return true;
    const group = [...document.getElementsByName(one.name)].filter((other) => other.form === one.form && canStop(other));
    return one === (group.find((other) => other.checked) ?? group[0]);
  };
  const all = [...document.body.querySelectorAll('*')].filter((one) => canStop(one) && isOfGroup(one));
  if (${isBack}) all.reverse();
  const expected = all.filter((one) => one.closest('${within}'));
  const before = all.at(all.indexOf(expected[0]) - 1);
  // The box of a tick is drawn before the words that follow it.
  const lookOf = (one) => [[one], [one.nextElementSibling ?? one, '::before']].map(([near, part]) => {
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(near, part);
    return outlineStyle + outlineWidth + boxShadow;
  }).join();
  const walk = { expected, met: [], looks: [], isOver: false, lookOf };
  const note = ({ target }) => {
    if (walk.isOver) return;
    walk.isOver = target === before || !target.closest('${within}');
    if (!target.closest('${within}')) return;
    walk.met.push(target);
    walk.looks.push(lookOf(target));
  };
  before.focus();
  document.addEventListener('focusin', note, true);
  walk.end = () => document.removeEventListener('focusin', note, true);
  window.tabWalk = walk;
  return expected.length;
})()`;

/** What went wrong on the way. Runs in the page. */
const look = `(() => {
  const { expected, met, looks, isOver, lookOf, end } = window.tabWalk;
  end();
  const named = (one) => one.tagName.toLowerCase() + ' ' + (one.getAttribute('aria-label') ?? (one.textContent.trim() || one.id)).slice(0, 60);
  const last = document.activeElement;
  last.blur();
  const found = met.filter((one) => expected.includes(one));
  const isInTurn = (one, at) => at === 0 || expected.indexOf(one) > expected.indexOf(found[at - 1]);
  return [
    ...(expected.length > 0 ? [] : ['nothing to reach']),
    ...(isOver ? [] : ['the focus does not get out: ' + named(last)]),
    ...expected.filter((one) => !met.includes(one)).map((one) => 'passed over: ' + named(one)),
    ...found.filter((one, at) => !isInTurn(one, at)).map((one) => 'out of turn: ' + named(one)),
    ...met.filter((one, at) => looks[at] === lookOf(one)).map((one) => 'does not show the focus: ' + named(one)),
  ];
})()`;

/**
 * What goes wrong when `key` is pressed from the stop before `within` until the focus is out of it, or round where it is all of the page:
 * what keeps the focus, what is passed over or met out of the order of the page, and what does not show that it has the focus.
 */
export async function findByTab(page: Page, key: Key = 'Tab', within = 'main'): Promise<string[]> {
  const stops = await page.evaluate<number>(begin(within, key === 'Shift+Tab'));
  const met = () => page.evaluate<number>('window.tabWalk.isOver ? 0 : new Set(window.tabWalk.met).size');
  let [before, now] = [-1, 0];
  for (let presses = stops + 1; now > before; presses = MORE) {
    // One after the other as they were sent: to wait for each would take several times as long.
    await Promise.all(Array.from({ length: presses }, () => page.keyboard.press(key)));
    [before, now] = [now, await met()];
  }
  return page.evaluate<string[]>(look);
}
