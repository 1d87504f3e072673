import type { RosterFiguresShown } from '#contract';
import { Figure, Figures } from '../../components/Figure.tsx';
import { hoursText, percentText } from '../../components/numbers.ts';
import { Coordinators } from './Coordinators.tsx';
import { FillTable } from './FillTable.tsx';
import { Headroom } from './Headroom.tsx';
import { RosterRemarks } from './RosterRemarks.tsx';
import type { Figured } from './RowsDialog.tsx';
import { rosterMade } from './figures.ts';

/** Opens the rows behind a figure. */
export type ShowRows = (figured: Figured) => void;

/** The four headlines of a roster, then the tables they come from. */
export function RosterFigures({ figures, onRows }: { figures: RosterFiguresShown; onRows: ShowRows }) {
  const { all, temporary, headroom, coordinators } = figures;
  const [coordinator] = coordinators;
  const made = rosterMade(figures);
  const fill = { numerator: all.total.actual, denominator: all.total.planned };
  return (
    <>
      <Figures>
        <Figure
          name="Shift fill"
          value={percentText(fill)}
          making={made.fill}
          remark={`${hoursText(fill.numerator)} h worked of ${hoursText(fill.denominator)} h planned, care duties`}
          onRows={() =>
            onRows({
              figure: ['units', 'ALL', 'fill_percent'],
              title: 'Shift fill of all units',
              value: percentText(fill),
              making: made.fill,
            })
          }
        />
        <Figure
          name="Bank and agency"
          value={percentText(temporary.temporaryShare)}
          making={made.temporary}
          remark={`bank ${percentText(temporary.bankShare)}, agency ${percentText(temporary.agencyShare)} of ${hoursText(temporary.total)} h worked`}
          onRows={() =>
            onRows({
              figure: ['temporary_staffing', 'temporary_share_percent'],
              title: 'Bank and agency share',
              value: percentText(temporary.temporaryShare),
              making: made.temporary,
            })
          }
        />
        <Figure
          name="Headroom used"
          value={percentText(headroom.ofSubstantiveTime)}
          making={made.headroom}
          remark={`of substantive time; the same hours as an add-on: ${percentText(headroom.asAddOn)}`}
          onRows={() =>
            onRows({
              figure: ['unavailability', 'total_percent_of_substantive_time'],
              title: 'Headroom used',
              value: percentText(headroom.ofSubstantiveTime),
              making: made.headroom,
            })
          }
        />
        {coordinator && (
          <Figure
            name={`Coordinator, ${coordinator.unit}`}
            value={percentText(coordinator.both)}
            making={made.coordinator}
            remark={`${coordinator.both.numerator} of ${coordinator.both.denominator} shifts rostered and there at the start`}
            onRows={() =>
              onRows({
                figure: ['coordinator', 'percent_meeting_both'],
                title: `Coordinator, ${coordinator.unit}`,
                value: percentText(coordinator.both),
                making: made.coordinator,
              })
            }
          />
        )}
      </Figures>
      <h2>Shift fill by unit</h2>
      <FillTable figures={figures} onRows={onRows} />
      <div className="columns">
        <Headroom figures={figures} onRows={onRows} />
        <section>
          {coordinators.map((cover) => (
            <Coordinators key={cover.unit} cover={cover} />
          ))}
          <RosterRemarks figures={figures} />
        </section>
      </div>
    </>
  );
}
