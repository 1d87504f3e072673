import type { Batch, Changes, Preview } from '#contract';
import { input, makings } from '../../components/making.ts';
import { clockText, dateText, daysText } from '../../components/numbers.ts';

/** A file and the days that it is about. */
interface OfFile {
  readonly name: string;
  readonly on: string;
}

/** What is counted of a file: its own rows, by no rule of a pack. */
const ofFile = ({ name, on }: OfFile) => makings({ on, sources: [`File ${name}`], packs: [] });

const daysOf = (period: { readonly first: string; readonly last: string } | null) =>
  period === null ? 'as the file is' : daysText(period);

interface Counts {
  readonly rowsRead: number;
  readonly accepted: number;
  readonly refused: number;
  readonly ignored: number;
}

/** Rows of a file and what becomes of them. */
function rowsMade(file: OfFile, { rowsRead, accepted, refused, ignored }: Counts) {
  const made = ofFile(file);
  const all = input('Rows read', rowsRead);
  const ready = input('Ready', accepted);
  const out = input('To mend or left out', refused);
  const notData = input('Not data', ignored);
  return {
    read: made('rows of the sheet below its headings, blank ones at the end left out', ready, out, notData),
    ready: made('rows read − to mend or left out − not data', all, out, notData),
    refused: made('rows with a cell that cannot be understood, or that contradicts another', all, ready, notData),
    ignored: made('totals, footers and blank rows', all, ready, out),
  };
}

/** The figures of the steps of an import, before it is stored. */
export function previewMade(name: string, preview: Preview) {
  const file = { name, on: daysOf(preview.period) };
  const made = ofFile(file);
  const { units } = preview;
  const known = input('Units that the trust has', units.filter(({ isNew }) => !isNew).length);
  return {
    ...rowsMade(file, preview),
    units: made(
      'different units that rows to be stored name',
      ...units.map(({ name: unit, rows }) => input(unit, rows)),
      known,
    ),
    newUnits: made('units that rows name − units that the trust has', input('Units named', units.length), known),
  };
}

/** New, changed, the same and missing against what is stored. */
export function changesMade(name: string, { counts, against, by }: Changes) {
  const made = ofFile({ name, on: against === null ? 'nothing stored of these days' : `against ${daysText(against)}` });
  const all = [
    input('New', counts.new),
    input('Changed', counts.changed),
    input('The same', counts.unchanged),
    input('Missing', counts.missing),
    input('Stored rows compared with', against?.rows ?? 0),
  ];
  const stored = by === 'day' ? 'the newest earlier list' : 'what is stored for the same days';
  return {
    new: made(`rows of the file that ${stored} does not have`, ...all),
    changed: made(`rows of the file that ${stored} has with another value in at least one column`, ...all),
    unchanged: made(`rows of the file that ${stored} has with the same values`, ...all),
    missing: made(`rows of ${stored} that the file does not have`, ...all),
  };
}

/** Rows that an import left out, and what became of them. */
export function leftOutMade(batch: Batch, ready: number) {
  const file = { name: batch.fileName, on: `imported ${dateText(batch.committedAt)}` };
  const made = ofFile(file);
  return {
    ...rowsMade(file, batch),
    mendedNow: made(
      'rows left out that the answers on this page make whole',
      input('Left out', batch.refused),
      input('Made whole', ready),
    ),
    mendedBefore: made(
      'rows that joined the import after it, each time added',
      ...batch.mendedLater.map(({ at, rows, by }) =>
        input(`${dateText(at)}, ${clockText(at)}, by ${by}`, rows, dateText(at)),
      ),
      input('Left out still', batch.refused),
    ),
  };
}
