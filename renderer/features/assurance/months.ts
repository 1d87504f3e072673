const names = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** 'YYYY-MM' so many months later; earlier where `by` is below nought. */
export function monthLater(month: string, by: number): string {
  const count = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 + by;
  return `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}`;
}

/** 'Oct 2026'. */
export const monthText = (month: string): string => `${names[Number(month.slice(5)) - 1]} ${month.slice(0, 4)}`;

/** The months from one to another, both counted. */
export function monthsFrom(first: string, last: string): string[] {
  const months: string[] = [];
  for (let month = first; month <= last; month = monthLater(month, 1)) months.push(month);
  return months;
}

/** A month as typed into a field for months, 'YYYY-MM', or as 'Oct 2026' or '10/2026'; undefined for anything else. */
export function readMonth(typed: string): string | undefined {
  const text = typed.trim();
  const parts = /^(\d{4})-(\d{1,2})$/.exec(text);
  const turned = /^(\d{1,2})\/(\d{4})$/.exec(text);
  const named = /^([a-z]{3})[a-z]*\s+(\d{4})$/i.exec(text);
  const number = named
    ? names.findIndex((name) => name.toLowerCase() === named[1]?.toLowerCase()) + 1
    : Number(parts?.[2] ?? turned?.[1]);
  const year = parts?.[1] ?? turned?.[2] ?? named?.[2];
  return year === undefined || !(number >= 1 && number <= 12)
    ? undefined
    : `${year}-${String(number).padStart(2, '0')}`;
}
