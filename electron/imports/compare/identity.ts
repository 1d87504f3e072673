/** How a row of a table is found again in the next file: SQL of the table's own columns. */
export interface Identity {
  /** What the rows are called, "duties". */
  readonly title: string;
  /** What rows share that are of the same thing. Of several alike, the first is compared with the first, and so on. */
  readonly key: readonly string[];
  /** The columns by which a person knows the row. */
  readonly known: readonly string[];
}

/** What the store's rows are that a file of a kind is compared with. */
export interface Comparing {
  /**
   * `day`: the list of the newest day that is not after the file's own; days are not compared then. `period`: the rows
   * of the file's own days, and units where it has some.
   */
  readonly against: 'day' | 'period';
  /** By table. */
  readonly rows: Readonly<Record<string, Identity>>;
}

/** A duty or time away is somebody's from an hour on; one that is nobody's is known by its unit, shift and band. */
const nobodys = `'-' || unit_id || ' ' || ifnull(band, '')`;
const whose = `coalesce(person, name, ${nobodys})`;
const shiftOrNobodys = `coalesce(person, name, ${nobodys} || ' ' || ifnull(shift, ''))`;
const start = 'coalesce(planned_start, actual_start)';

export const comparedDuties: Comparing = {
  against: 'period',
  rows: {
    duty: {
      title: 'Duties',
      key: [shiftOrNobodys, 'date', start],
      known: ['date', 'unit_id', 'person', 'name', 'shift'],
    },
    unavailability: {
      title: 'Time away',
      key: [whose, 'date', 'group_name'],
      known: ['date', 'unit_id', 'person', 'name'],
    },
  },
};

export const comparedBookings: Comparing = {
  against: 'period',
  rows: {
    booking: {
      title: 'Bookings',
      key: [`coalesce('request ' || request_id, ${whose} || ' ' || date || ' ' || ifnull(${start}, ''))`],
      known: ['date', 'unit_id', 'request_id', 'person', 'name'],
    },
  },
};

export const comparedAssignments: Comparing = {
  against: 'day',
  rows: {
    assignment: {
      title: 'Assignments',
      key: ['person', 'assignment'],
      known: ['person', 'assignment', 'name', 'unit'],
    },
  },
};

export const comparedLeavers: Comparing = {
  against: 'period',
  rows: {
    leaver: { title: 'Leavers', key: ['person', 'assignment'], known: ['person', 'assignment', 'name', 'date'] },
  },
};

export const comparedAbsences: Comparing = {
  against: 'period',
  rows: {
    absence_episode: {
      title: 'Absences',
      key: ['person', 'assignment', 'type', 'date'],
      known: ['person', 'assignment', 'name', 'date', 'type'],
    },
  },
};

export const comparedLedger: Comparing = {
  against: 'day',
  rows: {
    ledger_line: {
      title: 'Lines',
      key: ['cost_centre', 'subjective', 'post'],
      known: ['cost_centre', 'cost_centre_name', 'post', 'band'],
    },
  },
};

export const comparedTraining: Comparing = {
  against: 'day',
  rows: {
    training_record: {
      title: 'Training records',
      key: ['person', 'assignment', 'competence'],
      known: ['person', 'name', 'competence'],
    },
  },
};

export const comparedPreceptees: Comparing = {
  against: 'day',
  rows: { preceptee: { title: 'Preceptees', key: ['coalesce(person, name)'], known: ['person', 'name', 'unit'] } },
};

export const comparedVacancies: Comparing = {
  against: 'day',
  rows: {
    vacancy: {
      title: 'Vacancies',
      key: [`coalesce(vacancy_ref, ifnull(post, '') || ' ' || ifnull(band, '') || ' ' || ifnull(unit, ''))`],
      known: ['vacancy_ref', 'post', 'band', 'unit'],
    },
  },
};

export const comparedActions: Comparing = {
  against: 'day',
  rows: {
    retention_action: { title: 'Actions', key: ['coalesce(number, action)'], known: ['number', 'action', 'owner'] },
  },
};

export const comparedCounts: Comparing = {
  against: 'period',
  rows: {
    imported_count: { title: 'Counts', key: ['unit_id', 'date', 'counted'], known: ['date', 'unit_id', 'counted'] },
  },
};
