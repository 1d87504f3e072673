import type { Locator } from 'playwright';

/** Notes what a field is made to show from now on; answers with a way to hear of it. */
export async function valuesOf(field: Locator): Promise<() => Promise<string[]>> {
  const notes = await field.evaluateHandle((input: HTMLInputElement) => {
    const values: string[] = [];
    const { get, set } = Object.getOwnPropertyDescriptor(input, 'value')!;
    input.addEventListener('input', () => values.push(input.value));
    Object.defineProperty(input, 'value', {
      configurable: true,
      get,
      set(value: string) {
        values.push(value);
        set?.call(input, value);
      },
    });
    return values;
  });
  return () => notes.jsonValue();
}
