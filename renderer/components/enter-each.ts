/** A cell as it was typed, chosen or pasted. */
export interface EnteredCell {
  readonly row: string;
  readonly column: string;
  readonly text: string;
}

/** What is wrong with a cell that was entered. */
export interface CellTrouble {
  readonly cell: EnteredCell;
  readonly message: string;
}

/**
 * Saves cells one after the other, once all of them can be read: of a block with a wrong cell nothing is saved. Answers with
 * what stands wrong.
 */
export async function enterEach<Value>(
  cells: readonly EnteredCell[],
  read: (cell: EnteredCell) => { readonly value: Value } | { readonly message: string },
  save: (cell: EnteredCell, value: Value) => Promise<unknown>,
): Promise<CellTrouble[]> {
  const all = cells.map((cell) => ({ cell, found: read(cell) }));
  const wrong = all.flatMap(({ cell, found }) => ('message' in found ? [{ cell, message: found.message }] : []));
  if (wrong.length > 0) return wrong;
  for (const { cell, found } of all) if ('value' in found) await save(cell, found.value);
  return [];
}
