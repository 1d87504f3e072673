import type { SystemGap, WorkforceRow } from '#contract';
import type { Standing } from './standing-values.ts';

type Row = SystemGap['trusts'][number];

/** Required, funded and in post over the system: by staff group in the order first returned, then all together. */
export function systemGaps(standings: readonly (Standing | undefined)[], codes: readonly string[]): SystemGap[] {
  const rowsOf = (standing: Standing | undefined) => standing?.latest.workforce ?? [];
  const groups = new Set(
    standings.flatMap((standing) =>
      rowsOf(standing).flatMap(({ level, staffGroup }) =>
        level === 'staff group' && staffGroup !== null ? [staffGroup] : [],
      ),
    ),
  );
  const gapOf = (staffGroup: string | null): SystemGap => {
    const trusts = standings.map((standing, place) => {
      const row = rowsOf(standing).find((one) =>
        staffGroup === null ? one.level === 'trust' : one.level === 'staff group' && one.staffGroup === staffGroup,
      );
      return figuresOf(codes[place] ?? '', row);
    });
    return {
      staffGroup,
      required: sumOf(trusts.map(({ required }) => required)),
      funded: sumOf(trusts.map(({ funded }) => funded)),
      inPost: sumOf(trusts.map(({ inPost }) => inPost)),
      requiredLessFunded: summed(trusts, ({ requiredLessFunded }) => requiredLessFunded),
      vacancy: summed(
        trusts,
        ({ vacancy }) => vacancy,
        ({ grossVacancy }) => grossVacancy,
      ),
      requiredLessInPost: summed(trusts, ({ requiredLessInPost }) => requiredLessInPost),
      trusts,
    };
  };
  return groups.size === 0 ? [] : [...[...groups].map(gapOf), gapOf(null)];
}

function figuresOf(trust: string, row: WorkforceRow | undefined): Row {
  return {
    trust,
    required: row?.required ?? null,
    funded: row?.funded ?? null,
    inPost: row?.inPost ?? null,
    requiredLessFunded: row?.requiredLessFunded ?? null,
    vacancy: row?.vacancy ?? null,
    grossVacancy: row?.grossVacancy ?? null,
    requiredLessInPost: row?.requiredLessInPost ?? null,
  };
}

/** Net of the trusts that know it; gross as each trust tells it, or its gap where it is one. */
function summed(
  trusts: readonly Row[],
  net: (row: Row) => number | null,
  gross?: (row: Row) => number | null,
): SystemGap['vacancy'] {
  const known = trusts.filter((row) => net(row) !== null);
  return {
    net: sumOf(known.map(net)),
    gross: sumOf(known.map((row) => gross?.(row) ?? Math.max(0, net(row) ?? 0))),
    summed: known.map(({ trust }) => trust),
    missing: trusts.filter((row) => net(row) === null).map(({ trust }) => trust),
  };
}

function sumOf(numbers: readonly (number | null)[]): number | null {
  const known = numbers.filter((number) => number !== null);
  return known.length === 0 ? null : known.reduce((all, number) => all + number, 0);
}
