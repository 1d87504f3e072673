import { createContext, useContext, useState } from 'react';

/** What is typed into fields that are answers only when they are left. */
export class HalfTyped {
  readonly texts = new Map<string, string>();
  #onChange: () => void = () => undefined;

  /** `onChange` is called when something is typed or left. */
  listen(onChange: () => void): void {
    this.#onChange = onChange;
  }

  keep(key: string, text: string): void {
    this.texts.set(key, text);
    this.#onChange();
  }

  forget(key: string): void {
    if (this.texts.delete(key)) this.#onChange();
  }

  putBack(texts: ReadonlyMap<string, string>): void {
    this.texts.clear();
    for (const [key, text] of texts) this.texts.set(key, text);
  }
}

export const HalfTypedFields = createContext(new HalfTyped());

/** The text of a field that begins as `was`, or as it was typed and not left at an earlier time. */
export function useHalfTyped(key: string, was: string) {
  const half = useContext(HalfTypedFields);
  const [text, setText] = useState(() => half.texts.get(key) ?? was);
  const type = (typed: string) => {
    setText(typed);
    if (typed === was) half.forget(key);
    else half.keep(key, typed);
  };
  return { text, type, left: () => half.forget(key) };
}
