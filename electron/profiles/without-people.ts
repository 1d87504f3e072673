/**
 * An answer of figures without the rows of people that stand beside them, for a role that may not see people: in any list,
 * entries that have a `person`, by the contract's name for the number of one.
 */
export function withoutPeople<Value>(value: Value): Value {
  if (Array.isArray(value)) return value.filter((one) => !isOfPerson(one)).map(withoutPeople) as Value;
  if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, withoutPeople(one)])) as Value;
}

const isOfPerson = (one: unknown) => typeof one === 'object' && one !== null && 'person' in one;
