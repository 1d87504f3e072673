import { useMemo, useState } from 'react';
import type { EstablishmentFigure, EstablishmentSheet } from '#contract';
import { Button } from '../../components/Button.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { dateText } from '../../components/numbers.ts';
import { Page } from '../../components/Page.tsx';
import { ExportButton } from '../../components/ExportButton.tsx';
import { PrintPage } from '../../components/PrintPage.tsx';
import { AddLine } from './AddLine.tsx';
import { useCursor } from './cursor.ts';
import { EstablishmentGrid } from './EstablishmentGrid.tsx';
import type { Filter } from './EstablishmentScreen.tsx';
import { useEntry } from './entry.ts';
import { exportOf } from './export.ts';
import { Filters, useFilterText } from './Filters.tsx';
import { FirstLines } from './FirstLines.tsx';
import { GroupTable } from './GroupTable.tsx';
import { GridTools } from './GridTools.tsx';
import { gridColumns } from './columns.ts';
import { Headlines } from './Headlines.tsx';
import { PasteLines } from './PasteLines.tsx';
import { rowsOf } from './rows.ts';
import { Working } from './Working.tsx';
import { definitions, subtitleOf } from './words.ts';

type Open =
  | { what: 'line' }
  | { what: 'lines'; text: string }
  | { what: 'working'; key: EstablishmentFigure['key'] }
  | null;

interface SheetViewProps {
  sheet: EstablishmentSheet;
  filter: Filter;
  onFilter: (filter: Filter) => void;
}

/** The establishment as it stands: headline figures, the grid, and totals by staff group and band. */
export function EstablishmentSheetView({ sheet, filter, onFilter }: SheetViewProps) {
  const trust = sheet.trust.code;
  const [open, setOpen] = useState<Open>(null);
  const [notice, setNotice] = useState<string | null>(null);
  const [added, setAdded] = useState<number | null>(null);
  const rows = useMemo(() => rowsOf(sheet), [sheet]);
  const cursor = useCursor(rows.length, gridColumns.length);
  const entry = useEntry(trust);
  const shown = useFilterText(filter);
  const close = () => setOpen(null);
  const addLine = () => setOpen({ what: 'line' });
  const pasteLines = (text = '') => setOpen({ what: 'lines', text });

  return (
    <Page
      title="Establishment"
      subtitle={subtitleOf(sheet)}
      filters={sheet.linesInTrust > 0 && <Filters filter={filter} onFilter={onFilter} />}
      actions={
        sheet.linesInTrust > 0 && (
          <>
            <Button onClick={() => setOpen({ what: 'working', key: 'requiredLessFunded' })}>Show working</Button>
            <ExportButton table={() => exportOf(sheet, shown)} />
            <PrintPage />
          </>
        )
      }
    >
      <p className="printed-only">{shown}</p>
      {sheet.linesInTrust === 0 ? (
        <FirstLines onAddLine={addLine} onPasteLines={() => pasteLines()} />
      ) : sheet.lines.length === 0 ? (
        <EmptyState
          title={`No lines for ${shown}`}
          action={
            <div className="grid-tools">
              <Button onClick={addLine}>Add a line</Button>
              <Button onClick={() => onFilter({ unit: null, staffGroup: null })}>Show all lines</Button>
            </div>
          }
        >
          <p>Choose another unit or staff group, show all lines, or add a line here.</p>
        </EmptyState>
      ) : (
        <>
          <Imported imported={sheet.imported} />
          {/* With imports alone on the other side, four figures that are not known would say nothing. */}
          {(sheet.figures.some(({ value }) => value !== null) || !isImported(sheet)) && (
            <Headlines sheet={sheet} onRows={(key) => setOpen({ what: 'working', key })} />
          )}
          <GridTools
            trust={trust}
            row={rows[cursor.at.row]}
            rows={rows}
            entry={entry}
            notice={notice}
            onGo={(place) => cursor.go(place)}
            onAddLine={addLine}
            onPasteLines={() => pasteLines()}
          />
          <EstablishmentGrid
            rows={rows}
            cursor={cursor}
            entry={entry}
            onPasteLines={pasteLines}
            onNotice={setNotice}
            added={added}
            onArrived={() => setAdded(null)}
          />
          <p className="grid-keys not-printed" id="grid-keys">
            Type to enter a figure. Enter saves and goes down, Tab to the right; Escape leaves a cell as it was; Delete
            sets it to not known. Copy and paste blocks as in a spreadsheet.
          </p>
          <h2>By staff group and band</h2>
          <div className="group-table">
            <GroupTable sheet={sheet} />
          </div>
        </>
      )}
      <dl className="printed-only definitions">
        {definitions.map(({ term, meaning }) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
      {open?.what === 'line' && (
        <Dialog title="Add a line" onClose={close}>
          <AddLine
            unit={filter.unit}
            staffGroup={filter.staffGroup}
            onCancel={close}
            onAdded={(id, { unit, staffGroup }) => {
              close();
              setAdded(id);
              const inView = (filter.unit ?? unit) === unit && (filter.staffGroup ?? staffGroup) === staffGroup;
              if (!inView) onFilter({ unit: null, staffGroup: null });
            }}
          />
        </Dialog>
      )}
      {open?.what === 'lines' && (
        <Dialog title="Paste lines from a spreadsheet" wide onClose={close}>
          <PasteLines text={open.text} onDone={close} />
        </Dialog>
      )}
      {open?.what === 'working' && <Working sheet={sheet} first={open.key} onClose={close} />}
    </Page>
  );
}

const isImported = ({ imported: { ledger, staffList } }: EstablishmentSheet) => (ledger ?? staffList) !== null;

/** Where the other figures are: what an import tells counts for its staff groups, not what stands here. */
function Imported({ imported: { ledger, staffList } }: Pick<EstablishmentSheet, 'imported'>) {
  const known = [
    ledger && `funded by the ledger of ${dateText(ledger)}`,
    staffList && `in post by the staff list of ${dateText(staffList)}`,
  ].filter(Boolean);
  if (known.length === 0) return null;
  return (
    <p className="note">
      These are the lines entered by hand or set by an assessment. Imported are {known.join(' and ')}: they count for
      their staff groups. <a href="#/gap">The gap</a> holds all of it together.
    </p>
  );
}
