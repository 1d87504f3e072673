/** What the dates of a layout are, out of its title: "a column for each course, with the day of the training". */
export const datesOf = (title: string): string =>
  title.replace(/^.*, with /u, '').replace(/^./u, (first) => first.toUpperCase());
