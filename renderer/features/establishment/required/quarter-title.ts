const months = ['April to June', 'July to September', 'October to December', 'January to March'];

/** "October to December 2026" for 2026-Q3: the year of the months, not of the NHS year. */
export function quarterTitle(quarter: string): string {
  const [year, number] = quarter.split('-Q').map(Number) as [number, number];
  return `${months[number - 1]} ${number === 4 ? year + 1 : year}`;
}
