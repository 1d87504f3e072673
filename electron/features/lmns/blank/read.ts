import {
  documentFormat,
  type MeasureDefinition,
  type PlanLine,
  type ReturnDocument,
  returnPeriod,
  type ReturnStatus,
  returnDocument,
  statusWords,
} from '#contract';
import { measureDefinition } from '../../../contract/return-measures.ts';
import { BlankCells, type BlankProblem, readSheets } from './cells.ts';
import { periodDays, periodTitle } from '../../returns/calculations/periods.ts';
import { formulaOf } from '../../returns/calculations/measure-values.ts';
import { isOwn } from '../../returns/calculations/own-measures.ts';
import { fingerprintOf } from '../../returns/own-measures/measures-file.ts';
import { workforceFigures, type WorkforceLine, workforceRows } from '../../returns/calculations/workforce.ts';
import { datesInWords } from '../../returns/calculations.ts';
import {
  BLANK_VERSION,
  blankFormat,
  coverRows,
  FIRST_ROW,
  lineColumns,
  MARK_MEASURE,
  measureColumns,
  PROSE_LIMIT,
  sheetNames,
  WORKFORCE_ROWS,
  workforceColumns,
} from './layout.ts';

const MOST_TOLD = 8;

/** What is to be mended, cell by cell, for whoever sends the workbook back. */
export function problemsInWords(problems: readonly BlankProblem[]): string {
  const cells = problems.length === 1 ? 'One cell cannot be read.' : `${problems.length} cells cannot be read.`;
  const told = problems.slice(0, MOST_TOLD).map(({ place, message }) => `${place}: ${message}`);
  const more = problems.length > MOST_TOLD ? ` And ${problems.length - MOST_TOLD} more.` : '';
  return `${cells} ${told.join(' ')}${more} Nothing was stored. Mend them in the workbook, then receive it again.`;
}

export type BlankReading =
  /** Some other file. */
  | { readonly kind: 'not blank' }
  | { readonly kind: 'refused'; readonly message: string }
  | { readonly kind: 'read'; readonly document: ReturnDocument; readonly problems: readonly BlankProblem[] };

/** What the LMNS's planner knows, with which a filled-in workbook becomes a return. */
export interface BlankContext {
  readonly lines: readonly (PlanLine & { readonly objectiveTitle: string })[];
  readonly definitions: ReturnDocument['definitions'];
  readonly measures: readonly MeasureDefinition[];
  readonly assessmentYears: number;
  /** ISO 8601: used where the workbook does not say when it was submitted. */
  readonly now: string;
}

/** Reads a blank workbook that a trust has filled in: the return, and what is wrong with which cell. */
export async function readBlankWorkbook(path: string, context: BlankContext): Promise<BlankReading> {
  const cells = new BlankCells(await readSheets(path));
  const { mark } = sheetNames;
  if (cells.at(mark, 1, 2) !== blankFormat) return { kind: 'not blank' };
  if (Number(cells.at(mark, 2, 2)) > BLANK_VERSION)
    return {
      kind: 'refused',
      message: 'This workbook was made by a newer version of the planner. Update this one, then receive it again.',
    };
  const gone = [sheetNames.cover, sheetNames.lines, sheetNames.workforce].find((name) => !cells.has(name));
  if (gone)
    return {
      kind: 'refused',
      message: `The sheet “${gone}” is missing. Ask the trust for the workbook with all its sheets.`,
    };
  return new Reader(cells, context).read();
}

class Reader {
  readonly #cells: BlankCells;
  readonly #context: BlankContext;

  constructor(cells: BlankCells, context: BlankContext) {
    this.#cells = cells;
    this.#context = context;
  }

  read(): BlankReading {
    const { cover, mark } = sheetNames;
    const { definitions, assessmentYears, now } = this.#context;
    const asked = returnPeriod.safeParse(this.#cells.at(mark, 5, 2));
    if (!asked.success)
      return {
        kind: 'refused',
        message: 'The workbook no longer says which period it is of. Send the trust a new one.',
      };
    const period = asked.data;
    const name = this.#cells.text(cover, coverRows.name.row, 2, 200);
    const code = this.#cells.text(cover, coverRows.code.row, 2, 10).toUpperCase();
    if (!/^[A-Z0-9]{2,10}$/.test(code))
      return {
        kind: 'refused',
        message: `${cover} B${coverRows.code.row} has no trust code such as RX1. Ask the trust to fill it in.`,
      };
    const role = this.#cells.text(cover, coverRows.role.row, 2, 120);
    const submitted = this.#cells.day(cover, coverRows.submitted.row, 2);
    const days = periodDays(period);
    const census = this.#cells.day(cover, coverRows.census.row, 2) ?? days.last;
    const establishment = this.#establishment();
    const madeAt = submitted === null ? now : `${submitted}T00:00:00.000Z`;
    const document = returnDocument.parse({
      format: documentFormat,
      version: 1,
      trust: { code, name: name === '' ? code : name },
      system: {
        name: String(this.#cells.at(mark, 3, 2) ?? ''),
        kind: this.#cells.at(mark, 4, 2) === 'ICB' ? 'ICB' : 'LMNS',
      },
      period,
      title: periodTitle(period),
      ...days,
      madeAt,
      appVersion: `${String(this.#cells.at(mark, 6, 2) ?? '')} (blank workbook)`,
      packs: [],
      definitions,
      lines: this.#lines(),
      figures: workforceFigures(establishment, { today: census, assessmentYears }),
      workforce: { on: census, rows: workforceRows(establishment) },
      rosters: { fill: [], temporary: [], sources: [] },
      measures: {
        ...this.#measures(census),
        basis: { uplift: null, upliftIs: null, tool: null, assessedOn: null, census },
      },
      signatures: {
        checked: null,
        signedOff: null,
        submitted: role === '' ? null : { role, at: madeAt },
      },
    });
    return { kind: 'read', document, problems: this.#cells.problems };
  }

  #lines(): ReturnDocument['lines'] {
    const sheet = sheetNames.lines;
    const words = new Map(
      Object.entries(statusWords).map(([status, word]) => [word.toLowerCase(), status as ReturnStatus]),
    );
    return this.#context.lines.map((plan) => {
      const row = this.#rowOf(plan.reference);
      const column = (field: string) => lineColumns.find((own) => own.field === field)?.column ?? 0;
      const prose = (field: string) => (row === null ? '' : this.#cells.text(sheet, row, column(field), PROSE_LIMIT));
      const said = prose('status');
      const status = said === '' ? null : (words.get(said.toLowerCase()) ?? null);
      if (said !== '' && status === null)
        this.#cells.wrong(sheet, row ?? 0, column('status'), `“${said}” is no status. Choose one from the list.`);
      const sharing = prose('sharing');
      if (sharing !== '' && !/^(yes|no)$/i.test(sharing))
        this.#cells.wrong(sheet, row ?? 0, column('sharing'), `“${sharing}” is neither Yes nor No.`);
      return {
        reference: plan.reference,
        objective: plan.objectiveTitle,
        title: plan.title,
        sentence: plan.sentence,
        published: null,
        dates: datesInWords(plan),
        status,
        progress: prose('progress'),
        nextSteps: prose('nextSteps'),
        evidence: prose('evidence'),
        evidenceItems: [],
        lead: prose('lead'),
        due: row === null ? null : this.#cells.day(sheet, row, column('due')),
        risk: prose('risk'),
        mitigation: prose('mitigation'),
        helpNeeded: prose('helpNeeded'),
        sharing: /^yes$/i.test(sharing),
      };
    });
  }

  /** The row of a line: sorting by hand does no harm. */
  #rowOf(reference: string): number | null {
    for (let row = FIRST_ROW; row < FIRST_ROW + 100; row++)
      if (String(this.#cells.at(sheetNames.lines, row, 1) ?? '').trim() === reference) return row;
    this.#cells.problems.push({ place: sheetNames.lines, message: `The row of ${reference} is missing.` });
    return null;
  }

  #establishment(): WorkforceLine[] {
    const sheet = sheetNames.workforce;
    const { staffGroup, band, required, funded, inPost, tool, assessed } = workforceColumns;
    const lines: WorkforceLine[] = [];
    for (let row = FIRST_ROW; row < FIRST_ROW + WORKFORCE_ROWS; row++) {
      const group = this.#cells.text(sheet, row, staffGroup.column, 200);
      const amounts = [required, funded, inPost].map(({ column }) => this.#cells.wte(sheet, row, column));
      if (group === '') {
        if (amounts.some((amount) => amount !== null))
          this.#cells.wrong(sheet, row, staffGroup.column, 'The row has figures and no staff group.');
        continue;
      }
      const key = group.toLowerCase();
      const ofBand = this.#cells.text(sheet, row, band.column, 40);
      const said = this.#cells.text(sheet, row, tool.column, 200);
      const day = this.#cells.day(sheet, row, assessed.column);
      const [need, money, people] = amounts;
      lines.push({
        unit: { id: 0, name: 'The whole trust' },
        staffGroup: { key, name: group },
        band: { key: ofBand.toLowerCase(), name: ofBand === '' ? 'All' : ofBand },
        required: need ?? null,
        funded: money ?? null,
        inPost: people ?? null,
        requiredTool: said === '' ? null : said,
        requiredSource: null,
        requiredDate: day,
      } as WorkforceLine);
    }
    return lines;
  }

  #measures(census: string): Pick<ReturnDocument['measures'], 'definitions' | 'values'> {
    const sheet = sheetNames.measures;
    if (!this.#cells.has(sheet)) return { definitions: [], values: [] };
    const measures = [...this.#asked(), ...this.#context.measures];
    const known = new Map(measures.map((definition) => [definition.id, definition]));
    const definitions: MeasureDefinition[] = [];
    const values: ReturnDocument['measures']['values'] = [];
    for (let row = FIRST_ROW; row < FIRST_ROW + 500; row++) {
      const definition = known.get(String(this.#cells.at(sheet, row, measureColumns.id) ?? '').trim());
      if (!definition) continue;
      const numerator = this.#cells.amount(sheet, row, measureColumns.numerator, definition.unit);
      const denominator = this.#cells.amount(sheet, row, measureColumns.denominator, definition.unit);
      if (numerator === null && denominator === null) continue;
      definitions.push(definition);
      values.push({
        measure: definition.id,
        group: null,
        numerator,
        denominator,
        numeratorState: numerator === null ? 'not known' : 'shown',
        denominatorState: denominator === null ? 'not known' : 'shown',
        from: null,
        on: this.#cells.day(sheet, row, measureColumns.on) ?? census,
        // A measure of the LMNS's own is typed by every trust alike.
        formula: isOwn(definition) ? formulaOf(definition) : 'as the trust typed it',
        pack: isOwn(definition) ? `own measure ${fingerprintOf(definition)}` : 'blank workbook',
      });
    }
    return { definitions, values };
  }

  /** The measures that the LMNS asks beside those of the packs, as they were when the workbook was made. */
  #asked(): MeasureDefinition[] {
    const { mark } = sheetNames;
    const found: MeasureDefinition[] = [];
    for (let row = 8; this.#cells.at(mark, row, 1) === MARK_MEASURE; row++) {
      const read = measureFromText(String(this.#cells.at(mark, row, 2) ?? ''));
      if (read) found.push(read);
      else this.#cells.wrong(mark, row, 2, 'A measure was changed in the hidden sheet. Send the trust a new workbook.');
    }
    return found;
  }
}

/** A measure that somebody defines; undefined for anything else. */
function measureFromText(text: string): MeasureDefinition | undefined {
  try {
    const { data } = measureDefinition.safeParse(JSON.parse(text));
    return data && isOwn(data) ? data : undefined;
  } catch {
    return undefined;
  }
}
