/** Kinds of unit, as the reference data of the organisation names them. */
export const unitKinds = [
  { key: 'delivery_suite', name: 'Delivery suite' },
  { key: 'antenatal', name: 'Antenatal' },
  { key: 'postnatal', name: 'Postnatal' },
  { key: 'birth_centre', name: 'Birth centre' },
  { key: 'community', name: 'Community' },
  { key: 'triage', name: 'Triage' },
  { key: 'neonatal', name: 'Neonatal' },
  { key: 'other', name: 'Other' },
];

/** The units that most services have, offered for a start. */
export const usualUnits = [
  { name: 'Delivery Suite', kind: 'delivery_suite' },
  { name: 'Antenatal/Postnatal Ward', kind: 'postnatal' },
  { name: 'Birth Centre', kind: 'birth_centre' },
  { name: 'Community Midwifery', kind: 'community' },
];
