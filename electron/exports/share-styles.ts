import type ExcelJS from 'exceljs';

/** Styles that sheets of a workbook have so far. */
export class SharedStyles {
  readonly #kept = new Map<string, Partial<ExcelJS.Style>>();

  /**
   * Gives cells that look alike one style between them: each has its own otherwise, which takes most of the memory and of
   * the writing of a workbook with a hundred sheets. No cell of the sheet may be styled afterwards.
   */
  share(sheet: ExcelJS.Worksheet): void {
    sheet.eachRow((row) =>
      row.eachCell((cell) => {
        const key = JSON.stringify(cell.style);
        const kept = this.#kept.get(key);
        if (kept) cell.style = kept;
        else this.#kept.set(key, cell.style);
      }),
    );
  }
}
