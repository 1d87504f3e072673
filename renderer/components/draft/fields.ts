import type { DraftField } from '#contract';

export type FormField = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** Kinds of input that hold nothing typed, what a search looks for, or a secret. */
const LEFT_OUT = new Set(['password', 'file', 'hidden', 'submit', 'button', 'reset', 'search', 'image']);

const isChoice = (field: FormField): field is HTMLInputElement =>
  field instanceof HTMLInputElement && (field.type === 'checkbox' || field.type === 'radio');

/** Ids that React makes up differ from one start to the next. */
const isOwnId = (id: string) => /^[a-z][\w .:-]*$/i.test(id) && !/^(r|_r_)[0-9a-z]*_?$/i.test(id);

function labelOf(field: FormField): string {
  const given = field.getAttribute('aria-label');
  if (given) return given;
  const label = field.labels?.[0];
  // Of a label around its field: the words, and not the choices.
  const words = [...(label?.childNodes ?? [])].filter((node) => node !== field && !node.contains(field));
  return (
    words
      .map((node) => node.textContent ?? '')
      .join(' ')
      .replace(/\s+/g, ' ')
      .trim() || field.name
  );
}

export const valueOf = (field: FormField): string => (isChoice(field) ? (field.checked ? 'yes' : '') : field.value);

/** The fields to be typed into by a name that is the same at the next start; none at all of a form that asks for a secret. */
export function fieldsIn(root: HTMLElement, selector: string): Map<string, FormField> {
  const found = new Map<string, FormField>();
  if (root.querySelector('input[type="password"], [data-secret]')) return found;
  const within = root.closest('dialog');
  for (const field of root.querySelectorAll<FormField>(selector)) {
    if (LEFT_OUT.has(field.type) || field.disabled) continue;
    // A dialog that stands over it keeps its own.
    if (field.closest('dialog') !== within) continue;
    const legend = field.closest('fieldset')?.querySelector('legend')?.textContent?.trim() ?? '';
    const stem = isOwnId(field.id) && !isChoice(field) ? field.id : `${legend}: ${labelOf(field)}`;
    let name = stem;
    for (let more = 2; found.has(name); more++) name = `${stem} ${more}`;
    found.set(name, field);
  }
  return found;
}

/** The field as it is kept. */
export const asKept = (name: string, field: FormField): DraftField => ({
  name: name.slice(0, 300),
  label: labelOf(field).slice(0, 300),
  value: valueOf(field).slice(0, 50_000),
});

/** Has the field say what it said then, and tells the form so as if it had been typed. */
export function putBack(field: FormField, value: string): void {
  if (isChoice(field)) {
    if (valueOf(field) !== value) field.click();
    return;
  }
  if (field instanceof HTMLSelectElement && ![...field.options].some((option) => option.value === value)) return;
  // The page's own setter would take the value for one that the form knows of.
  Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field) as object, 'value')?.set?.call(field, value);
  field.dispatchEvent(new Event(field instanceof HTMLSelectElement ? 'change' : 'input', { bubbles: true }));
}
