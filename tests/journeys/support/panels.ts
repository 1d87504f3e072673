/** What the panel of a figure says, and what it copies. */
export interface Panel {
  readonly name: string;
  readonly remark: string;
  readonly facts: Readonly<Record<string, readonly string[]>>;
  readonly copied: string;
  readonly hasRows: boolean;
}

/** Every figure in `main` that has no button of how it was made: by its group, or by the size of its number. */
export const BARE = `(() => {
  const button = '[aria-label^="How was this made: "]';
  const big = [...document.querySelectorAll('main *')].filter((element) => {
    const own = [...element.childNodes].filter(({ nodeType }) => nodeType === 3).map(({ data }) => data).join('');
    return /\\d|Not known/.test(own) && parseFloat(getComputedStyle(element).fontSize) >= 24 && !element.closest('h1, .paper') && element.checkVisibility();
  });
  const groups = [...document.querySelectorAll('main .figure')];
  return [...new Set([...groups, ...big.map((one) => one.closest('.figure') ?? one)])]
    .filter((one) => !one.querySelector(button))
    .map((one) => one.getAttribute('aria-label') ?? one.textContent);
})()`;

/** Opens the panel of each figure that is on the screen, reads it, copies it, and closes it. */
export const PANELS = `(async () => {
  const words = (element) => element.textContent.replace(/\\s+/g, ' ').trim();
  const soon = () => new Promise((settle) => setTimeout(settle, 10));
  const panels = [];
  const found = [...document.querySelectorAll('main [aria-label^="How was this made: "]')].filter((one) => one.checkVisibility());
  for (const button of found) {
    const told = button.closest('.figure__how')?.firstChild;
    const remark = told && !told.contains(button) ? told.textContent.trim() : '';
    button.click();
    let dialog = null;
    for (let looks = 0; looks < 500; looks += 1) {
      await soon();
      dialog = document.querySelector('dialog[open]');
      if (dialog && !dialog.textContent.includes('Loading…')) break;
    }
    const facts = {};
    for (const term of dialog.querySelectorAll('dt')) {
      const answer = term.nextElementSibling;
      const items = [...answer.querySelectorAll('li')];
      facts[words(term)] = items.length > 0 ? items.map(words) : [words(answer)];
    }
    const buttonOf = (name) => [...dialog.querySelectorAll('button')].find((one) => words(one) === name);
    buttonOf('Copy for a paper').click();
    panels.push({
      name: button.getAttribute('aria-label').slice('How was this made: '.length),
      remark,
      facts,
      copied: window.copiedText ?? '',
      hasRows: buttonOf('Show its rows') !== undefined,
    });
    window.copiedText = '';
    buttonOf('Close').click();
    for (let looks = 0; looks < 100 && document.querySelector('dialog[open]'); looks += 1) await soon();
  }
  return panels;
})()`;
