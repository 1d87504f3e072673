import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { planner } from '../../client/planner.ts';
import { useTrust } from '../../client/trust.ts';
import { Answered } from '../../components/Answered.tsx';
import { EstablishmentSheetView } from './EstablishmentSheetView.tsx';

/** Which lines are in view: of one unit, of one staff group, or all (null). */
export interface Filter {
  readonly unit: number | null;
  readonly staffGroup: string | null;
}

/** Required, funded and in post by unit, staff group and band, and the gaps between them. */
export default function EstablishmentScreen() {
  const trust = useTrust().code;
  const [filter, setFilter] = useState<Filter>({ unit: null, staffGroup: null });
  const sheet = useQuery({
    queryKey: ['establishment', trust, filter],
    queryFn: () => planner.establishment.sheet({ trust, ...filter }),
    placeholderData: (before) => before,
  });
  return (
    <Answered query={sheet}>
      {(answer) => <EstablishmentSheetView sheet={answer} filter={filter} onFilter={setFilter} />}
    </Answered>
  );
}
