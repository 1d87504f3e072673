import { implementation } from '../../context.ts';
import { requireTrust } from '../organisation/trust.ts';
import { noBand } from '../staff/calculations/in-post.ts';
import { fundedGroupOf } from './calculations/funded-groups.ts';
import { costCentreKey, type LedgerGap, netAndGross, overFunded, vacancyOf } from './calculations/ledger.ts';
import { answerLedger } from './ledger-service.ts';

const on = implementation.establishment;

const formulas = [
  {
    figure: 'funded',
    formula: 'WTE of the ledger lines of the month; no vacancy factor, no line whose funding has ended, no line twice',
  },
  { figure: 'inPost', formula: 'staff in post by the staff list in force' },
  { figure: 'vacancy', formula: 'funded − in post' },
  { figure: 'vacancyRate', formula: 'vacancy ÷ funded' },
  { figure: 'establishmentFill', formula: 'in post ÷ funded' },
  { figure: 'net', formula: 'funded − in post of midwives and support' },
  { figure: 'gross', formula: 'sum of the gaps above nought of each group and band of midwives and support' },
];

export const ledgerHandlers = {
  ledger: on.ledger.handler(({ input, context }) => {
    const answer = answerLedger(context, requireTrust(context.database, input.trust), input.on);
    if (!answer) return null;
    const { figures, staff } = answer;
    const { staffGroups, unmapped } = context.reference.organisation;
    const names = new Map([...staffGroups, unmapped].map(({ key, name }) => [key, name]));
    const named = <Row extends { group: string }>(row: Row) => ({
      ...row,
      groupName: names.get(row.group) ?? row.group,
    });
    const shown = <Gap extends LedgerGap>(gap: Gap) => {
      const vacancy = vacancyOf(gap);
      return { ...gap, vacancy, vacancyRate: overFunded(gap, vacancy), establishmentFill: overFunded(gap, gap.inPost) };
    };
    return {
      census: answer.census,
      staffCensus: staff?.census ?? null,
      sources: [...answer.sources],
      staffSources: [...(staff?.sources ?? [])],
      funded: [...figures.fundedByGroup].map(([group, funded]) => named({ group, funded })),
      groups: figures.groups.map((gap) => named(shown(gap))),
      bands: figures.bands.map((gap) => named(shown(gap))),
      ...netAndGross(figures.bands.filter(({ group }) => group === 'midwives' || group === 'support')),
      differences: figures.differences?.map(named) ?? null,
      formulas,
      remarks: [...answer.remarks],
    };
  }),

  ledgerLines: on.ledgerLines.handler(({ input, context }) => {
    const answer = answerLedger(context, requireTrust(context.database, input.trust), input.on);
    if (!answer) return { total: 0, rows: [] };
    const sources = new Map(answer.sources.map((source) => [source.id, source]));
    const rows = answer.lines
      .map(({ id: _id, batchId, census: _census, annualBudget: _budget, worked: _worked, ...line }) => {
        const { fileName = '', sheet = '' } = sources.get(batchId) ?? {};
        return { ...line, batch: batchId, fileName, sheet, group: fundedGroupOf(answer.rules, line) };
      })
      .filter(
        (line) =>
          (input.group ?? line.group) === line.group &&
          (input.band ?? line.band ?? noBand) === (line.band ?? noBand) &&
          (input.costCentre === undefined || costCentreKey(input.costCentre) === costCentreKey(line.costCentre)),
      );
    return { total: rows.length, rows: rows.slice(input.offset, input.offset + input.limit) };
  }),
};
