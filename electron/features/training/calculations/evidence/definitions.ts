/** Terms of a needs analysis that no formula says. */
export const needsDefinitions = [
  { term: 'Required', meaning: 'everybody in the staff group does the topic as often as it says' },
  { term: 'Recommended', meaning: 'offered to the staff group; no hours are counted for it' },
  { term: 'Minimum and stretch', meaning: 'what the framework asks of every trust, and what goes beyond it' },
  { term: 'Due', meaning: 'heads who are to do the topic in the first of the three years' },
  { term: 'Missed', meaning: 'a required topic that the three years teach less often than it is asked for' },
];
