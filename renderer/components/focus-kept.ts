import { type RefObject, useEffect } from 'react';

/** So long whoever took the focused control away has to put the focus elsewhere, in milliseconds. */
const PATIENCE = 60;
const CONTROLS = 'button, a[href], input, select, textarea';
const ROWS = 'tr, li, [role="listitem"]';

/** Where a control stands among others of its kind: in a row of a table or list, between other rows. */
interface Place {
  readonly control: HTMLElement;
  /** Of the row it stands in: those after it, the nearest first, then those before it, the nearest first. */
  readonly others: readonly Element[];
  /** Its cell in the row, and its place among the controls of that cell; -1 for what has no cells. */
  readonly cell: number;
  readonly at: number;
  /** What it stands in, from the inside out. */
  readonly around: readonly Element[];
}

const cellIn = (row: Element, control: Element): Element =>
  [...row.children].find((one) => one.contains(control)) ?? row;

function placeOf(control: HTMLElement, area: Element): Place {
  const around: Element[] = [];
  for (let one = control.parentElement; one && one !== area.parentElement; one = one.parentElement) around.push(one);
  const row = control.closest(ROWS);
  const siblings = row && area.contains(row) ? [...(row.parentElement?.children ?? [])] : [];
  const turn = row ? siblings.indexOf(row) : -1;
  const cell = row ? cellIn(row, control) : null;
  return {
    control,
    others: [...siblings.slice(turn + 1), ...siblings.slice(0, Math.max(turn, 0)).reverse()],
    cell: row && cell && cell !== row ? [...row.children].indexOf(cell) : -1,
    at: cell ? [...cell.querySelectorAll(CONTROLS)].indexOf(control) : -1,
    around,
  };
}

/** The same control of the next row that is still there and has one, else of the row before. */
function besideIn({ control, others, cell, at }: Place): HTMLElement | undefined {
  if (control.matches(ROWS)) return others.find((row) => row.isConnected && row.matches('[tabindex]')) as HTMLElement;
  for (const row of others) {
    const within = row.isConnected ? (cell === -1 ? row : row.children[cell]) : undefined;
    const controls = [...(within?.querySelectorAll<HTMLElement>(CONTROLS) ?? [])].filter(
      (one) => !one.matches(':disabled'),
    );
    const same = controls[at] ?? controls[0];
    if (same) return same;
  }
  return undefined;
}

/** The heading of the part that it stood in; none where that is gone too. */
function headingOf({ around }: Place): HTMLElement | null {
  const part = around.find((one) => one.isConnected && one.querySelector(':scope > :is(h2, h3)') !== null);
  return part?.querySelector<HTMLElement>(':scope > :is(h2, h3)') ?? null;
}

/** Rows of a long table go as they are scrolled out of view: the view stays where it was scrolled to. */
const isScrolled = ({ around }: Place): boolean => around.some((one) => one.matches('.table-scroll--long'));

/** A field beside which something wrong is said. */
const WRONG = '.nhsuk-form-group--error :is(input, select, textarea)';

/**
 * Where the control that has the focus goes from `area`, and nobody says where to go on, the focus goes to the same control of
 * the next row, of the row before where it was the last, to the heading of its part where no row is left, and else to `start`:
 * it would be nowhere, and the keyboard would begin again at the top of the window. The same where a dialog of a row takes it
 * away. A button that could not be pressed while it worked lost the focus too: once it can be, the focus goes to the field that
 * it was refused for, or else back to it.
 */
export function useFocusKept(area: RefObject<HTMLElement | null>, start: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = area.current;
    if (!element) return undefined;
    let last: Place | null = null;
    let isAtWork = false;
    let isMoved = false;
    let waiting: ReturnType<typeof setTimeout> | undefined;
    const remember = ({ target }: FocusEvent) => {
      if (!(target instanceof HTMLElement)) return;
      // A dialog over the area gives the focus back to where it was opened from.
      const dialog = target.closest('dialog');
      if (dialog !== null && dialog !== element) return;
      last = placeOf(target, element);
      isAtWork = false;
      isMoved = false;
    };
    const look = () => {
      waiting = undefined;
      const { activeElement } = document;
      const place = last;
      if (place === null || (activeElement !== document.body && activeElement !== place.control)) return;
      const { control } = place;
      if (control.isConnected && !isMoved) {
        if (!isAtWork || control.matches(':disabled')) return;
        isAtWork = false;
        (control.closest('form')?.querySelector<HTMLElement>(WRONG) ?? control).focus();
        return;
      }
      isMoved = false;
      if (activeElement === control) return;
      const to = control.isConnected ? control : (besideIn(place) ?? headingOf(place) ?? start.current);
      last = null;
      // Not from the start: a dialog would give its title the focus when it opens.
      if (to && !to.matches(CONTROLS)) to.setAttribute('tabindex', '-1');
      to?.focus({ preventScroll: true });
      if (to !== start.current && !isScrolled(place)) to?.scrollIntoView({ block: 'nearest' });
    };
    const observer = new MutationObserver((changes) => {
      const control = last?.control ?? null;
      if (control?.matches(':disabled')) isAtWork = true;
      // What is put elsewhere loses the focus too.
      isMoved ||= changes.some(({ removedNodes }) => [...removedNodes].some((node) => node.contains(control)));
      waiting ??= setTimeout(look, PATIENCE);
    });
    observer.observe(element, { childList: true, subtree: true, attributeFilter: ['disabled'] });
    element.addEventListener('focusin', remember);
    return () => {
      observer.disconnect();
      clearTimeout(waiting);
      element.removeEventListener('focusin', remember);
    };
  }, [area, start]);
}
