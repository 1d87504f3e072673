import { dateText } from '../numbers.ts';

const pageOf = (within: Element | null) => within?.closest('.page') ?? document.querySelector('.page');

/** The filters of a page as they stand on the screen: "Unit: All units". Those of a single table are its own. */
export function filtersInWords(within: Element | null): string[] {
  return [...(pageOf(within)?.querySelectorAll('label.filter') ?? [])]
    .filter((label) => !label.closest('dialog, .table-tools, [data-no-filter]'))
    .flatMap(filterInWords);
}

/** True where a page says itself that it is made to leave the trust: a paper, or a report without small numbers. */
export function leavesTrust(within: Element | null): boolean {
  const page = pageOf(within);
  return (
    page !== null && (page.matches('[data-leaves-trust]') || page.querySelector('.paper, [data-leaves-trust]') !== null)
  );
}

/** Of whom, when and by which filters a page is: for what is exported of it. */
export function pageAbout(within: Element | null): { title: string; about: string } {
  const textOf = (selector: string) => pageOf(within)?.querySelector(selector)?.textContent?.trim() ?? '';
  const about = [textOf('.page__subtitle'), ...filtersInWords(within)].filter(Boolean).join(' · ');
  return { title: textOf('.page__title'), about };
}

function filterInWords(label: Element): string[] {
  const field = label.querySelector<HTMLInputElement | HTMLSelectElement>('select, input');
  const name = [...label.childNodes]
    .map((node) => (node === field ? '' : (node.textContent ?? '')))
    .join('')
    .trim();
  if (field instanceof HTMLSelectElement)
    return [`${named(label, name, field)}: ${field.selectedOptions[0]?.text ?? ''}`];
  if (!field || field.value === '') return [];
  if (field.type === 'checkbox') return field.checked ? [name] : [];
  if (field.type === 'date') return [`${name}: ${dateText(field.value)}`];
  return [`${name}: ${field.value}`];
}

/** The words before the field: what a select offers is not part of its name. */
function named(label: Element, name: string, field: HTMLSelectElement): string {
  const own = label.firstChild?.textContent?.trim();
  return own && own !== field.textContent ? own : name;
}
