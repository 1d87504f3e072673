import { invariant } from './invariant.ts';

/** An exact number: a fraction in lowest terms, its denominator above nought. */
export interface Fraction {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

/** numerator / denominator in lowest terms. Throws for a denominator of nought. */
export function fraction(numerator: bigint | number, denominator: bigint | number = 1n): Fraction {
  const [above, below] = [BigInt(numerator), BigInt(denominator)];
  invariant(below !== 0n, 'a denominator that is not nought');
  const shared = (below < 0n ? -1n : 1n) * greatestDivisor(above < 0n ? -above : above, below < 0n ? -below : below);
  return { numerator: above / shared, denominator: below / shared };
}

/** What was entered in hundred-thousandths: 660000 is 6.6. */
export const ofAmount = (amount: number): Fraction => fraction(amount, 100_000n);

/** A percentage that was entered in hundred-thousandths, as a share of one: 1250000 is 0.125. */
export const ofPercentage = (amount: number): Fraction => fraction(amount, 10_000_000n);

export const nought: Fraction = { numerator: 0n, denominator: 1n };
export const one: Fraction = { numerator: 1n, denominator: 1n };

export const plus = (a: Fraction, b: Fraction): Fraction =>
  fraction(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator);
export const minus = (a: Fraction, b: Fraction): Fraction =>
  fraction(a.numerator * b.denominator - b.numerator * a.denominator, a.denominator * b.denominator);
export const times = (a: Fraction, b: Fraction): Fraction =>
  fraction(a.numerator * b.numerator, a.denominator * b.denominator);
/** a / b. Throws where b is nought. */
export const over = (a: Fraction, b: Fraction): Fraction =>
  fraction(a.numerator * b.denominator, a.denominator * b.numerator);

/** The sum of all; no numbers make nought. */
export function total(numbers: Iterable<Fraction>): Fraction {
  let sum = nought;
  for (const number of numbers) sum = plus(sum, number);
  return sum;
}

/** Below 0 where a is less than b, above 0 where it is more. */
export function compare(a: Fraction, b: Fraction): number {
  const difference = a.numerator * b.denominator - b.numerator * a.denominator;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** The whole number at or below. */
export function floor({ numerator, denominator }: Fraction): bigint {
  const whole = numerator / denominator;
  return numerator < 0n && whole * denominator !== numerator ? whole - 1n : whole;
}

/** As the contract sends it: "3597/80". */
export const exactText = ({ numerator, denominator }: Fraction): string =>
  denominator === 1n ? numerator.toString() : `${numerator}/${denominator}`;

function greatestDivisor(a: bigint, b: bigint): bigint {
  let [more, less] = [a, b];
  while (less !== 0n) [more, less] = [less, more % less];
  return more;
}
