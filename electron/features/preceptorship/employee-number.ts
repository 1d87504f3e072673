/** An employee number as lists have it, with the noughts that people leave out; other text as it is. */
export const eightDigits = (person: string | null): string | null =>
  person !== null && /^\d+$/.test(person) ? person.padStart(8, '0') : person;
